/// The keys that are made, used and retired together. Values name their generation, so that several can stand side by side.
/// A class, so that a look at one costs one reference.
final class KeyGeneration: Sendable {
    /// 1 to 255, rising.
    let number: UInt8
    /// Wraps the accounts' data keys. Lost: all personal data is.
    let wrapping: SecretKey
    /// Seals what the law keeps longer than the account.
    let retention: SecretKey
    /// Seals answers that belong to no account.
    let sealing: SecretKey
    /// Ed25519 over receipts and activity heads.
    let signer: Signer

    init(number: UInt8, wrapping: SecretKey, retention: SecretKey, sealing: SecretKey, signer: Signer) {
        self.number = number
        self.wrapping = wrapping
        self.retention = retention
        self.sealing = sealing
        self.signer = signer
    }

    /// The files of a generation. It counts as made once its last one stands.
    enum Part: String, CaseIterable {
        case retention, sealing, signing, wrapping

        func file(_ number: UInt8) -> String { "\(rawValue)-\(number).key" }
    }

    /// What stays of a retired generation: the key that its signatures are checked with, which also says that the rest is gone
    /// on purpose.
    static func publicFile(_ number: UInt8) -> String { "signing-\(number).public" }

    static func load(_ number: UInt8, from folder: KeyFolder) throws(CryptoError) -> KeyGeneration {
        func key(_ part: Part) throws(CryptoError) -> SecretKey {
            try KeyFile.load(folder.file(part.file(number)))
        }
        guard let signer = Signer(seed: try key(.signing)) else { throw .unavailable("libsodium") }
        return KeyGeneration(
            number: number, wrapping: try key(.wrapping), retention: try key(.retention), sealing: try key(.sealing),
            signer: signer)
    }
}
