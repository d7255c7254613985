/// What a keyed hash is for. The purpose is part of what is hashed, so a token of one kind is never found as another.
package enum HashPurpose: UInt8, Sendable, CaseIterable {
    case address = 1
    case sessionToken, signUpLink, emailChangeLink, passwordResetLink, challenge, recoveryCode
    case apiKey, serviceToken, deletionReceipt, requestID, requestBody, throttleSubject
    case activityHead
    case unsubscribeToken = 32
    case unsubscribeMask = 33
    case twoFactorResetLink = 36
}

/// What a sealed value belongs to: it opens nowhere else.
package struct SealBinding: Hashable, Sendable {
    package let account: AccountID
    package let field: SealedField
    /// The row's own id or number, where an account has several of the kind; zeros where it has one.
    package let row: UUIDv7

    package init(account: AccountID, field: SealedField, row: UUIDv7 = UUIDv7(high: 0, low: 0)) {
        self.account = account
        self.field = field
        self.row = row
    }
}

package enum SealedField: UInt8, Sendable, CaseIterable {
    case profile = 1
    case passwordHash, totpSecret, userAgent, apiKeyName, activityDetails, email, outboxMail, answer
    case browserProfileName, driverSessionLabel, invoice, dataKey, activityChainKey
    case webhookEndpoint, webhookDelivery
}

/// 32 secret bytes. Never printed: its description says nothing.
package struct DataKey: Sendable, CustomStringConvertible {
    package let bytes: [UInt8]
    package init(bytes: [UInt8]) { self.bytes = bytes }
    package var description: String { "DataKey" }
}

/// Which key seals a value.
package enum SealingKey: Sendable {
    /// The account's own key: destroyed with the account.
    case data(DataKey)
    /// The server's key for what the law keeps (invoices).
    case retention
    /// The server's key for answers that belong to no account.
    case server
}

/// Where a value sealed under one of the server's keys names its key.
package enum SealedValue {
    /// Nil for what is too short to name one.
    package static func generation(of sealed: [UInt8]) -> UInt8? { sealed.count > 1 ? sealed[1] : nil }
}

/// A signature, and the key that checks it: after a rotation others sign, and what was signed before still holds.
package struct Signature: Sendable, Equatable {
    /// 64 bytes.
    package let bytes: [UInt8]
    /// 32 bytes.
    package let publicKey: [UInt8]

    package init(bytes: [UInt8], publicKey: [UInt8]) {
        self.bytes = bytes
        self.publicKey = publicKey
    }
}

/// Hashing, sealing and signing under the server's keys. Thread-safe; no operation blocks.
package protocol Cryptography: Sendable {
    /// HMAC-SHA-256 of `purpose` and `bytes`.
    func keyedHash(_ purpose: HashPurpose, _ bytes: [UInt8]) -> KeyedHash
    /// The same over borrowed bytes, without allocating: the hot path's.
    func keyedHash(_ purpose: HashPurpose, span: Span<UInt8>) -> KeyedHash

    /// A fresh data key, and the same wrapped under the server's key for the key file.
    func makeDataKey(for account: AccountID) -> (key: DataKey, wrapped: [UInt8])
    /// Nil when it was wrapped for another account or by another server.
    func unwrapDataKey(_ wrapped: [UInt8], for account: AccountID) -> DataKey?

    /// The generation of the server's keys that seals and signs now; rises when the operator rotates. A value sealed under one
    /// of the server's keys, a wrapped data key too, names its generation in its second byte (`SealedValue`).
    var generation: UInt8 { get }
    /// The same data key, wrapped under the newest generation; nil as with `unwrapDataKey`.
    func rewrapDataKey(_ wrapped: [UInt8], for account: AccountID) -> [UInt8]?

    /// XChaCha20-Poly1305: version, key generation, 24-byte nonce, ciphertext, tag. Bound to `binding`.
    func seal(_ plaintext: [UInt8], under key: SealingKey, binding: SealBinding) -> [UInt8]
    /// Nil when the value was changed, moved to another binding, or sealed under another key.
    func open(_ sealed: [UInt8], under key: SealingKey, binding: SealBinding) -> [UInt8]?

    /// Ed25519, under the newest generation's key.
    func sign(_ document: [UInt8]) -> Signature

    /// HMAC-SHA-1, 20 bytes: RFC 4226's.
    func hmacSHA1(key: [UInt8], message: [UInt8]) -> [UInt8]
    /// HMAC-SHA-256, 32 bytes, under a key that isn't the server's: others check it.
    func hmacSHA256(key: [UInt8], message: [UInt8]) -> [UInt8]
    /// MD5, 16 bytes: S3's Content-MD5, which finds a body that was damaged on its way, and nothing else. Empty where the
    /// system forbids it.
    func md5(_ bytes: [UInt8]) -> [UInt8]
    /// SHA-256, 32 bytes.
    func sha256(_ bytes: [UInt8]) -> [UInt8]
    /// Compares without leaking where they differ.
    func equalInConstantTime(_ left: [UInt8], _ right: [UInt8]) -> Bool
}

/// Argon2id. Slow and memory-hungry by design: call it only on the hash pool.
package protocol PasswordHasher: Sendable {
    /// PHC string (`$argon2id$v=19$m=…`), or nil when memory could not be had.
    func hash(_ password: [UInt8]) -> String?
    /// False also for a string that doesn't parse.
    func verify(_ password: [UInt8], against phc: String) -> Bool
    /// Whether the string was made with weaker parameters than today's.
    func needsRehash(_ phc: String) -> Bool
    /// A hash that no password has, of today's parameters: what an unknown address is checked against, at the same cost.
    var decoy: String { get }
}

/// The threads that hash passwords: as many as cores, with a bounded queue, so that sign-ins can't starve the rest.
package protocol HashPool: Sendable {
    /// Whether such work would be turned away now.
    func refuses(as priority: Priority) -> Bool
    /// Either `work` runs, or `turnedAway`: at once where there is no room, later where it has waited too long.
    func submit(
        as priority: Priority, _ work: @escaping @Sendable () -> Void, turnedAway: @escaping @Sendable () -> Void)
}
