import Domain
import Messages
import RPC

/// Names the first answer to a `request_id`, so that the same request asked again within 24 hours gets it again.
struct ReplayKey: Sendable {
    let key: KeyedHash
    let body: KeyedHash
    /// The answer may be had again although the call itself ended the session that asked.
    let outlivesSession: Bool
}

extension Method {
    /// Methods whose success makes the caller's session token worthless: their repetition can't be asked to prove it.
    var endsSession: Bool {
        switch self {
        case .stepUp, .signOut, .deleteAccount: true
        default: false
        }
    }
}

extension ServiceRuntime {
    static let requestIDMaximumBytes = 128

    /// Nil for a method or request without a `request_id`.
    func replayKey(
        _ method: Method, _ call: OwnedCall, _ credentials: Credentials, _ requestID: String?
    ) throws(DomainError) -> ReplayKey? {
        guard let requestID, !requestID.isEmpty else { return nil }
        guard requestID.utf8.count <= Self.requestIDMaximumBytes else {
            throw .invalid(
                "request_id", "Use at most \(Self.requestIDMaximumBytes) bytes, a UUID for example.",
                reason: "REQUEST_ID_TOO_LONG")
        }
        // The caller is part of the key: nobody gets another's answer by guessing an id.
        let access = method.access
        var caller: [UInt8]
        if access.owner, let session = credentials.session {
            caller = session.bytes
        } else {
            caller = Array((credentials.service?.name ?? "").utf8)
        }
        caller.append(UInt8(truncatingIfNeeded: caller.count))
        let name = Array("\(method.rawValue)/".utf8)
        let cryptography = environment.cryptography
        return ReplayKey(
            key: cryptography.keyedHash(.requestID, caller + name + Array(requestID.utf8)),
            body: cryptography.keyedHash(.requestBody, call.payload), outlivesSession: method.endsSession)
    }
}

extension Work {
    /// The first answer, if this request was answered before; `requestIDReused` when the body was another.
    func firstAnswer(_ replay: ReplayKey?) throws(DomainError) -> [UInt8]? {
        guard let replay, let record = try rows.answer(key: replay.key, since: now - environment.policy.answersKept)
        else { return nil }
        guard record.body == replay.body else { throw .requestIDReused }
        guard let account = record.accountID else {
            return environment.cryptography.open(record.answer, under: .server, binding: replay.serverBinding)
        }
        // A deleted account's answers can't be opened any more; the operation itself then says so.
        guard try rows.wrappedDataKey(of: account) != nil else { return nil }
        return try look.vault(of: account).open(record.answer, .answer, row: replay.row)
    }

    /// Keeps the answer, sealed under the account's key where it is about one.
    func keep(_ answer: [UInt8], for replay: ReplayKey, account: AccountID?) throws(DomainError) {
        var sealed: [UInt8]
        var owner = account
        if let account, try rows.wrappedDataKey(of: account) != nil, !replay.isDeletion(of: account, rows) {
            sealed = try look.vault(of: account).seal(answer, .answer, row: replay.row)
        } else {
            owner = nil
            sealed = environment.cryptography.seal(answer, under: .server, binding: replay.serverBinding)
        }
        try rows.insert(
            AnswerRecord(key: replay.key, body: replay.body, accountID: owner, answer: sealed, createdAt: now))
    }
}

extension ReplayKey {
    fileprivate var row: UUIDv7 { AnswerRecord.row(key) }

    fileprivate var serverBinding: SealBinding { AnswerRecord.serverBinding(key) }

    /// The answer to a deletion names nothing personal and has to outlive the data key.
    fileprivate func isDeletion(of account: AccountID, _ rows: any ReadTransaction) -> Bool {
        (try? rows.account(account))?.state == .deleted
    }
}
