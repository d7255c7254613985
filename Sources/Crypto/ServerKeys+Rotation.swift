import Glibc

/// What the operator's commands do to a key folder. Each may be killed anywhere, and is then simply given again.
extension ServerKeys {
    /// Makes the next generation, durably, and answers its number. Nothing seals under it before the server sees it.
    package static func addGeneration(folder path: String) throws(CryptoError) -> UInt8 {
        try Sodium.start()
        let folder = KeyFolder(path)
        try folder.check()
        return try folder.whileAlone { () throws(CryptoError) in
            guard let number = try GenerationFiles(folder).next() else { throw .tooManyGenerations(path) }
            let made = try GenerationFiles(folder).parts[number] ?? []
            // The wrapping key comes last and makes the generation: the others are durable under their names by then.
            for part in KeyGeneration.Part.allCases where !made.contains(part) {
                try folder.put(part.file(number)) { file throws(CryptoError) in try KeyFile.create(file) }
            }
            return number
        }
    }

    /// Removes a generation's secret keys, durably, and keeps the key that its signatures are checked with. The caller knows that
    /// nothing is sealed under it. The newest one can't be removed.
    package static func retire(_ number: UInt8, folder path: String) throws(CryptoError) {
        try Sodium.start()
        let folder = KeyFolder(path)
        try folder.check()
        try folder.whileAlone { () throws(CryptoError) in
            let files = try GenerationFiles(folder)
            let inUse = try files.inUse()
            if !files.retired.contains(number) {
                guard inUse.contains(number), number != inUse.last else { throw .inUse(path, number) }
                let publicKey = try KeyGeneration.load(number, from: folder).signer.publicKey
                try folder.put(KeyGeneration.publicFile(number)) { file throws(CryptoError) in
                    try KeyFile.write(publicKey, to: file)
                }
            }
            for part in KeyGeneration.Part.allCases { unlink(folder.file(part.file(number))) }
            try folder.sync()
        }
    }

    /// The Ed25519 keys that signatures of this server can be checked with, retired ones included, by generation, ascending.
    package static func publicKeys(folder path: String) throws(CryptoError) -> [(generation: UInt8, key: [UInt8])] {
        let keys = try load(folder: path)
        let folder = KeyFolder(path)
        var all = keys.generations.map { (generation: $0.number, key: $0.signer.publicKey) }
        for number in try GenerationFiles(folder).retired {
            let key = try KeyFile.load(folder.file(KeyGeneration.publicFile(number)))
            all.append((number, key.withBytes { Array(UnsafeBufferPointer(start: $0, count: SecretKey.byteCount)) }))
        }
        return all.sorted { $0.generation < $1.generation }
    }
}
