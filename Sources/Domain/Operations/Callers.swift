/// The end user behind a live session, as the transaction sees it.
package struct Owner: Sendable {
    package let account: AccountID
    package let session: SessionRecord
    /// The account's row, as it was when the session was looked at.
    fileprivate let record: AccountRecord?

    package init(account: AccountID, session: SessionRecord, record: AccountRecord? = nil) {
        self.account = account
        self.session = session
        self.record = record
    }
}

/// A calling service, known by its token or certificate.
package struct ServiceIdentity: Sendable, Equatable {
    package let name: String
    package let scopes: Set<String>
    /// Operators' tools: may use support methods.
    package let isSupport: Bool

    package init(name: String, scopes: Set<String>, isSupport: Bool) {
        self.name = name
        self.scopes = scopes
        self.isSupport = isSupport
    }
}

/// Whose hand a change is recorded under.
package enum Principal: Sendable {
    case owner(Owner)
    case service(ServiceIdentity)
    case support(ServiceIdentity)
    /// Public methods: a known service, no end user.
    case anonymous(ServiceIdentity)

    package var actor: Actor {
        switch self {
        case .owner, .anonymous: .customer
        case .service: .service
        case .support: .support
        }
    }

    /// Empty for the customer.
    package var actorName: String {
        switch self {
        case .owner, .anonymous: ""
        case .service(let service), .support(let service): service.name
        }
    }
}

extension Look {
    /// The live session behind a token: not revoked, neither end passed, its account active.
    package func owner(tokenHash: KeyedHash) throws(DomainError) -> Owner {
        guard let session = try rows.session(tokenHash: tokenHash), isLive(session),
            let account = try rows.account(session.accountID), account.state == .active
        else { throw .sessionInvalid }
        return Owner(account: session.accountID, session: session, record: account)
    }

    /// The owner's account. For an operation's first look at it: it was read when access was checked, in the same transaction.
    package func account(of owner: Owner) throws(DomainError) -> AccountRecord {
        if let record = owner.record, record.state == .active { return record }
        return try activeAccount(owner.account)
    }

    package func isLive(_ session: SessionRecord) -> Bool {
        session.revokedAt == nil && now < session.expiresAt
            && now < session.lastSeenAt + environment.policy.sessionIdle
    }

    /// Methods marked `+`: a factor was proved within the window.
    package func requireStepUp(_ owner: Owner) throws(DomainError) {
        guard now < owner.session.authenticatedAt + environment.policy.stepUpWindow else { throw .stepUpRequired }
    }
}
