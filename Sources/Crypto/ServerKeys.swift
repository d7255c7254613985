/// The server's own keys, one file each. Losing one loses what hangs on it; docs/operations.md says how to keep them.
package struct ServerKeys: Sendable {
    /// Under which tokens, codes and addresses are hashed. Lost: nobody can sign in.
    let hashing: SecretKey
    /// Wraps the accounts' data keys. Lost: all personal data is.
    let wrapping: SecretKey
    /// Seals what the law keeps longer than the account.
    let retention: SecretKey
    /// Seals answers that belong to no account.
    let sealing: SecretKey
    /// Seed of the Ed25519 key that signs receipts.
    let signing: SecretKey

    /// Which generation of the keys seals today; stored in every sealed value, so that a later generation can stand beside it.
    static let generation: UInt8 = 1

    private enum Name: String, CaseIterable {
        case hashing = "hashing-1.key"
        case wrapping = "wrapping-1.key"
        case retention = "retention-1.key"
        case sealing = "sealing-1.key"
        case signing = "signing-1.key"
    }

    /// `folder` is the keys' own; its parent must exist. An absent or empty one is made (0700) with fresh keys (0400); after that
    /// every file must be there, 32 bytes, owned by this user and closed to all others. Durable when this returns.
    package static func loadOrCreate(folder path: String) throws(CryptoError) -> ServerKeys {
        try Sodium.start()
        let folder = KeyFolder(path)
        try folder.createIfAbsent(names: Name.allCases.map(\.rawValue))
        try folder.check()
        return ServerKeys(
            hashing: try KeyFile.load(folder.file(Name.hashing.rawValue)),
            wrapping: try KeyFile.load(folder.file(Name.wrapping.rawValue)),
            retention: try KeyFile.load(folder.file(Name.retention.rawValue)),
            sealing: try KeyFile.load(folder.file(Name.sealing.rawValue)),
            signing: try KeyFile.load(folder.file(Name.signing.rawValue)))
    }
}
