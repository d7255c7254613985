import Domain
import Messages

extension Revocation {
    init(_ row: RevocationRecord) {
        self.init(
            kind: Messages.RevocationKind(row.kind), id: row.subjectText, accountID: row.accountID.text,
            revokedAt: Timestamp(row.at))
    }
}

extension Messages.RevocationKind {
    init(_ kind: Domain.RevocationKind) {
        switch kind {
        case .session: self = .session
        case .apiKey: self = .apiKey
        case .webhookEndpoint: self = .webhookEndpoint
        case .browserProfile: self = .browserProfile
        case .driverSession: self = .driverSession
        case .account: self = .account
        }
    }
}
