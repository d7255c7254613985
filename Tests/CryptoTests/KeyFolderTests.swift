import Foundation
import Testing

@testable import Crypto

@Suite struct KeyFolderTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    private func setMode(_ path: String, _ mode: Int) throws {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }

    private func bytes(of key: SecretKey) -> [UInt8] {
        key.withBytes { (0..<key.count).map { [bytes = $0] in bytes[$0] } }
    }

    @Test func firstStartMakesPrivateKeysAndLaterStartsReadThem() throws {
        let made = try ServerKeys.loadOrCreate(folder: folder.keys)
        #expect(try mode(folder.keys) == 0o700)
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.keys)
        #expect(files.count == 5)
        for file in files { #expect(try mode(folder.keys + "/" + file) == 0o400) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["keys"])

        let read = try ServerKeys.loadOrCreate(folder: folder.keys + "/")
        #expect(bytes(of: read.hashing) == bytes(of: made.hashing))
        let (one, same) = (try #require(made.generations.first), try #require(read.generations.first))
        #expect(same.signer.publicKey == one.signer.publicKey)
        #expect(bytes(of: same.wrapping) == bytes(of: one.wrapping))
        #expect(bytes(of: same.wrapping) != bytes(of: read.hashing))
    }

    @Test func emptyFolderIsFilled() throws {
        try FileManager.default.createDirectory(atPath: folder.keys, withIntermediateDirectories: false)
        _ = try ServerKeys.loadOrCreate(folder: folder.keys)
        #expect(try mode(folder.keys) == 0o700)
    }

    @Test func startThatWasCutOffIsDoneAgain() throws {
        let staging = folder.keys + ".new"
        try FileManager.default.createDirectory(atPath: staging, withIntermediateDirectories: false)
        try Data(count: 7).write(to: URL(fileURLWithPath: staging + "/hashing-1.key"))
        _ = try ServerKeys.loadOrCreate(folder: folder.keys)
        #expect(!FileManager.default.fileExists(atPath: staging))
    }

    @Test func lostKeyIsNotReplaced() throws {
        _ = try ServerKeys.loadOrCreate(folder: folder.keys)
        let lost = folder.keys + "/wrapping-1.key"
        try FileManager.default.removeItem(atPath: lost)
        #expect(throws: CryptoError.missing(lost)) { try ServerKeys.loadOrCreate(folder: folder.keys) }
        #expect(!FileManager.default.fileExists(atPath: lost))
    }

    @Test(arguments: [0o440, 0o404, 0o420, 0o402, 0o410, 0o600, 0o700, 0o500, 0o4400])
    func keyOfAnotherModeIsRefusedByItsName(mode: Int) throws {
        _ = try ServerKeys.loadOrCreate(folder: folder.keys)
        for name in ["hashing-1.key", "wrapping-1.key", "sealing-1.key", "retention-1.key", "signing-1.key"] {
            let file = folder.keys + "/" + name
            try setMode(file, mode)
            #expect(throws: CryptoError.exposed(file)) { try ServerKeys.loadOrCreate(folder: folder.keys) }
            #expect("\(CryptoError.exposed(file))".hasPrefix(file))
            try setMode(file, 0o400)
        }
        _ = try ServerKeys.loadOrCreate(folder: folder.keys)
    }

    /// Whatever the mask of the command's caller is.
    @Test func keysAreMade0400UnderAnyMask() throws {
        _ = try ServerKeys.loadOrCreate(folder: folder.keys)
        let mask = umask(0o777)
        defer { umask(mask) }
        #expect(try ServerKeys.addGeneration(folder: folder.keys) == 2)
        #expect(try ServerKeys.load(folder: folder.keys).numbers == [1, 2])
    }

    @Test func folderOpenToOthersIsRefused() throws {
        _ = try ServerKeys.loadOrCreate(folder: folder.keys)
        try setMode(folder.keys, 0o750)
        #expect(throws: CryptoError.exposedFolder(folder.keys)) { try ServerKeys.loadOrCreate(folder: folder.keys) }
    }

    @Test(arguments: [0, 31, 33, 64])
    func keyOfAnotherSizeIsRefused(count: Int) throws {
        _ = try ServerKeys.loadOrCreate(folder: folder.keys)
        let file = folder.keys + "/signing-1.key"
        try FileManager.default.removeItem(atPath: file)
        try Data(count: count).write(to: URL(fileURLWithPath: file))
        try setMode(file, 0o400)
        #expect(throws: CryptoError.malformed(file)) { try ServerKeys.loadOrCreate(folder: folder.keys) }
    }

    @Test func linkAndFolderInAKeysPlaceAreRefused() throws {
        _ = try ServerKeys.loadOrCreate(folder: folder.keys)
        let file = folder.keys + "/sealing-1.key"
        try FileManager.default.moveItem(atPath: file, toPath: folder.path + "/elsewhere")
        try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: folder.path + "/elsewhere")
        #expect(throws: CryptoError.malformed(file)) { try ServerKeys.loadOrCreate(folder: folder.keys) }
        try FileManager.default.removeItem(atPath: file)
        try FileManager.default.createDirectory(atPath: file, withIntermediateDirectories: false)
        #expect(throws: CryptoError.malformed(file)) { try ServerKeys.loadOrCreate(folder: folder.keys) }
    }

    @Test func fileInTheFoldersPlaceIsRefused() throws {
        try Data().write(to: URL(fileURLWithPath: folder.keys))
        #expect(throws: CryptoError.malformed(folder.keys)) { try ServerKeys.loadOrCreate(folder: folder.keys) }
    }

    @Test func keysAreNeverPrinted() throws {
        let keys = try ServerKeys.loadOrCreate(folder: folder.keys)
        #expect("\(keys.hashing)" == "SecretKey")
    }
}
