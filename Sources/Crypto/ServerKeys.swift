/// The server's own keys, one file each. Losing one loses what hangs on it; docs/operations.md says how to keep them.
package struct ServerKeys: Sendable {
    /// The pepper: under which tokens, codes and addresses are hashed. Lost: nobody can sign in. It has one generation
    /// (docs/decisions/0009-key-rotation.md).
    let hashing: SecretKey
    /// Ascending, never empty; the last one seals and signs, the others open.
    let generations: [KeyGeneration]

    static let hashingFile = "hashing-1.key"

    /// What seals today.
    package var newest: UInt8 { generations.last?.number ?? 0 }

    package func holds(_ generation: UInt8) -> Bool { generations.contains { $0.number == generation } }

    /// `folder` is the keys' own; its parent must exist. An absent or empty one is made (0700) with fresh keys (0400); after that
    /// every file must be there, 32 bytes, owned by this user, mode 0400. Durable when this returns.
    package static func loadOrCreate(folder path: String) throws(CryptoError) -> ServerKeys {
        try Sodium.start()
        let folder = KeyFolder(path)
        try folder.createIfAbsent(names: [hashingFile] + KeyGeneration.Part.allCases.map { $0.file(1) })
        return try load(folder: path)
    }

    /// The same where nothing may be made.
    package static func load(folder path: String) throws(CryptoError) -> ServerKeys {
        try Sodium.start()
        let folder = KeyFolder(path)
        try folder.check()
        let hashing = try KeyFile.load(folder.file(hashingFile))
        var generations: [KeyGeneration] = []
        for number in try GenerationFiles(folder).inUse() {
            generations.append(try KeyGeneration.load(number, from: folder))
        }
        return ServerKeys(hashing: hashing, generations: generations)
    }

    /// The numbers of the generations in a folder, ascending: cheap enough to look again and again.
    package static func generations(in folder: String) throws(CryptoError) -> (inUse: [UInt8], retired: Set<UInt8>) {
        let files = try GenerationFiles(KeyFolder(folder))
        return (try files.inUse(), files.retired)
    }

    package var numbers: [UInt8] { generations.map(\.number) }
}
