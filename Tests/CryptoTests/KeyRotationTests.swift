import Domain
import Foundation
import Testing

@testable import Crypto

@Suite struct KeyRotationTests {
    private let folder: TemporaryFolder
    private let account = AccountID(UUIDv7(high: 0x0190_0000_0000_7001, low: 0x8000_0000_0000_0001))
    private let stranger = AccountID(UUIDv7(high: 0x0190_0000_0000_7001, low: 0x8000_0000_0000_0002))
    private let row = UUIDv7(high: 0x0190_0000_0000_7003, low: 0x8000_0000_0000_0003)

    init() throws {
        folder = try TemporaryFolder()
        _ = try ServerKeys.loadOrCreate(folder: folder.keys)
    }

    private func cryptography() throws -> ServerCryptography {
        try ServerCryptography(keys: ServerKeys.load(folder: folder.keys))
    }

    private func file(_ name: String) -> String { folder.keys + "/" + name }

    private func names() throws -> Set<String> {
        Set(try FileManager.default.contentsOfDirectory(atPath: folder.keys))
    }

    @Test func theNewestSealsAndTheOlderOpen() throws {
        let before = try cryptography()
        let binding = SealBinding(account: account, field: .invoice, row: row)
        let old = before.seal(bytes("invoice"), under: .retention, binding: binding)
        let answer = before.seal(bytes("answer"), under: .server, binding: binding)
        let (key, wrapped) = before.makeDataKey(for: account)
        let name = before.seal(bytes("Ada"), under: .data(key), binding: binding)
        #expect(try ServerKeys.addGeneration(folder: folder.keys) == 2)

        let after = try cryptography()
        #expect(after.generation == 2)
        #expect(after.open(old, under: .retention, binding: binding) == bytes("invoice"))
        #expect(after.open(answer, under: .server, binding: binding) == bytes("answer"))
        let again = after.seal(bytes("invoice"), under: .retention, binding: binding)
        #expect(SealedValue.generation(of: old) == 1 && SealedValue.generation(of: again) == 2)
        #expect(after.open(again, under: .retention, binding: binding) == bytes("invoice"))
        #expect(before.open(again, under: .retention, binding: binding) == nil, "it hasn't that generation")

        let rewrapped = try #require(after.rewrapDataKey(wrapped, for: account))
        #expect(SealedValue.generation(of: rewrapped) == 2 && rewrapped.count == wrapped.count)
        #expect(after.unwrapDataKey(rewrapped, for: account)?.bytes == key.bytes)
        #expect(after.rewrapDataKey(wrapped, for: stranger) == nil)
        #expect(after.unwrapDataKey(rewrapped, for: stranger) == nil)
        // What a data key sealed knows nothing of all this.
        #expect(after.open(name, under: .data(key), binding: binding) == bytes("Ada"))
        #expect(after.seal(bytes("Ada"), under: .data(key), binding: binding)[1] == name[1])
    }

    @Test func aRunningServerTakesAGenerationUp() throws {
        let crypto = try cryptography()
        let document = bytes("deleted on 2026-04-15")
        let old = crypto.sign(document)
        let hash = crypto.keyedHash(.sessionToken, bytes("token"))
        _ = try ServerKeys.addGeneration(folder: folder.keys)
        crypto.use(try ServerKeys.load(folder: folder.keys))
        let new = crypto.sign(document)
        #expect(crypto.generation == 2 && new.publicKey != old.publicKey)
        #expect(ServerCryptography.verify(new.bytes, of: document, by: new.publicKey))
        #expect(ServerCryptography.verify(old.bytes, of: document, by: old.publicKey))
        #expect(!ServerCryptography.verify(old.bytes, of: document, by: new.publicKey))
        #expect(crypto.keyedHash(.sessionToken, bytes("token")) == hash, "tokens live on")
    }

    /// The generation is part of what is sealed: another one's number doesn't open it, whichever keys there are.
    @Test func anotherGenerationsNumberDoesNotOpenIt() throws {
        for _ in 2...4 { _ = try ServerKeys.addGeneration(folder: folder.keys) }
        let crypto = try cryptography()
        let binding = SealBinding(account: account, field: .answer, row: row)
        let (key, wrapped) = crypto.makeDataKey(for: account)
        for sealingKey in [SealingKey.retention, .server, .data(key)] {
            let sealed = crypto.seal(bytes("text"), under: sealingKey, binding: binding)
            for generation in UInt8.min...UInt8.max where generation != sealed[1] {
                var changed = sealed
                changed[1] = generation
                #expect(crypto.open(changed, under: sealingKey, binding: binding) == nil)
            }
        }
        for generation in UInt8.min...UInt8.max where generation != wrapped[1] {
            var changed = wrapped
            changed[1] = generation
            #expect(crypto.unwrapDataKey(changed, for: account) == nil)
        }
    }

    /// Of any two different places, neither opens what was sealed for the other: account, purpose, row.
    @Test func movedToAnyOtherPlaceItStaysShut() throws {
        let crypto = try cryptography()
        let (key, _) = crypto.makeDataKey(for: account)
        let places = [account, stranger].flatMap { account in
            SealedField.allCases.flatMap { field in
                [UUIDv7(high: 0, low: 0), row].map { SealBinding(account: account, field: field, row: $0) }
            }
        }
        for sealingKey in [SealingKey.data(key), .retention, .server] {
            for from in places {
                let sealed = crypto.seal(bytes("text"), under: sealingKey, binding: from)
                for to in places {
                    let opened = crypto.open(sealed, under: sealingKey, binding: to)
                    #expect((opened == bytes("text")) == (to == from) && (opened == nil) == (to != from))
                }
            }
        }
        // Nor does one purpose's key open what another's sealed.
        let sealed = crypto.seal(bytes("text"), under: .retention, binding: places[0])
        #expect(crypto.open(sealed, under: .server, binding: places[0]) == nil)
    }

    @Test func aRotationCutOffAnywhereIsGoneOnWith() throws {
        let parts = KeyGeneration.Part.allCases
        for cut in 0..<parts.count {
            // Some parts are there, and the next was being written.
            for part in parts[..<cut] { try KeyFile.create(file(part.file(2))) }
            try Data(count: 7).write(to: URL(fileURLWithPath: file(parts[cut].file(2) + ".new")))
            #expect(try ServerKeys.load(folder: folder.keys).numbers == [1], "\(cut) parts are no generation")
            #expect(try ServerKeys.addGeneration(folder: folder.keys) == 2)
            #expect(try ServerKeys.load(folder: folder.keys).numbers == [1, 2])
            #expect(try names().filter { $0.hasSuffix(".new") } == [])
            for part in parts { try FileManager.default.removeItem(atPath: file(part.file(2))) }
        }
    }

    @Test func aLostFileOfAnyGenerationIsNamed() throws {
        _ = try ServerKeys.addGeneration(folder: folder.keys)
        for number in [1, 2] as [UInt8] {
            for part in KeyGeneration.Part.allCases where !(number == 2 && part == .wrapping) {
                let lost = file(part.file(number))
                try FileManager.default.moveItem(atPath: lost, toPath: folder.path + "/aside")
                #expect(throws: CryptoError.missing(lost)) { try ServerKeys.loadOrCreate(folder: folder.keys) }
                #expect(throws: CryptoError.missing(lost)) { try ServerKeys.addGeneration(folder: folder.keys) }
                try FileManager.default.moveItem(atPath: folder.path + "/aside", toPath: lost)
            }
        }
        #expect(try ServerKeys.load(folder: folder.keys).numbers == [1, 2])
    }

    @Test func whatIsRetiredLeavesThePublicKeyOnly() throws {
        let before = try cryptography()
        let signature = before.sign(bytes("receipt"))
        #expect(throws: CryptoError.inUse(folder.keys, 1)) { try ServerKeys.retire(1, folder: folder.keys) }
        _ = try ServerKeys.addGeneration(folder: folder.keys)
        for number in [0, 2, 3] as [UInt8] {
            #expect(throws: CryptoError.inUse(folder.keys, number)) {
                try ServerKeys.retire(number, folder: folder.keys)
            }
        }
        try ServerKeys.retire(1, folder: folder.keys)
        let left: Set = [
            "hashing-1.key", "signing-1.public", "wrapping-2.key", "retention-2.key", "sealing-2.key", "signing-2.key",
        ]
        #expect(try names() == left)
        #expect(try ServerKeys.load(folder: folder.keys).numbers == [2])
        let keys = try ServerKeys.publicKeys(folder: folder.keys)
        #expect(keys.map(\.generation) == [1, 2] && keys[0].key == signature.publicKey)
        // A number is never given twice.
        #expect(try ServerKeys.addGeneration(folder: folder.keys) == 3)
        try ServerKeys.retire(2, folder: folder.keys)
        #expect(try ServerKeys.addGeneration(folder: folder.keys) == 4)
    }

    @Test func aRetirementCutOffAnywhereIsGoneOnWith() throws {
        _ = try ServerKeys.addGeneration(folder: folder.keys)
        let parts = KeyGeneration.Part.allCases
        let contents = try parts.map { try Data(contentsOf: URL(fileURLWithPath: file($0.file(1)))) }
        try ServerKeys.retire(1, folder: folder.keys)
        let retired = try names()
        for cut in parts.indices {
            for (part, content) in zip(parts[cut...], contents[cut...]) {
                _ = FileManager.default.createFile(
                    atPath: file(part.file(1)), contents: content, attributes: [.posixPermissions: 0o400])
            }
            // Whole, it is in use, also where its keys were put back from a copy.
            #expect(try ServerKeys.load(folder: folder.keys).numbers == (cut == 0 ? [1, 2] : [2]))
            try ServerKeys.retire(1, folder: folder.keys)
            #expect(try names() == retired)
        }
    }

    @Test func thereAre255Generations() throws {
        for number in 2...255 as ClosedRange<UInt8> {
            #expect(try ServerKeys.addGeneration(folder: folder.keys) == number)
            if number > 2 { try ServerKeys.retire(number - 1, folder: folder.keys) }
        }
        #expect(throws: CryptoError.tooManyGenerations(folder.keys)) {
            try ServerKeys.addGeneration(folder: folder.keys)
        }
        #expect(try ServerKeys.load(folder: folder.keys).numbers == [1, 255])
    }
}
