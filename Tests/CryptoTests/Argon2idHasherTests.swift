import Domain
import Foundation
import Testing

@testable import Crypto

@Suite struct Argon2idHasherTests {
    private let password = bytes("correct horse battery staple")

    @Test func verifiesTheRightPasswordOnly() throws {
        let hasher = try Argon2idHasher()
        let phc = try #require(hasher.hash(password))
        #expect(phc.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$"))
        #expect(hasher.verify(password, against: phc))
        #expect(!hasher.verify(bytes("correct horse battery stapl"), against: phc))
        #expect(!hasher.verify(password + [0], against: phc))
        #expect(!hasher.verify([], against: phc))
        #expect(hasher.hash(password) != phc)
    }

    @Test func takesAnyBytes() throws {
        let hasher = try Argon2idHasher()
        for password in [[], [0], [0, 1], [UInt8](repeating: 0xFF, count: 1_024)] as [[UInt8]] {
            let phc = try #require(hasher.hash(password))
            #expect(hasher.verify(password, against: phc))
            #expect(!hasher.verify(password + [1], against: phc))
        }
    }

    @Test func verifiesStringsOfOtherParametersAndAsksForStrongerOnes() throws {
        let light = try Argon2idHasher(memoryKiB: 7_168, passes: 5)
        let today = try Argon2idHasher()
        let strong = try Argon2idHasher(memoryKiB: 32_768, passes: 5)
        let lightHash = try #require(light.hash(password))
        let strongHash = try #require(strong.hash(password))
        #expect(today.verify(password, against: lightHash))
        #expect(today.verify(password, against: strongHash))
        #expect(today.needsRehash(lightHash))
        #expect(!today.needsRehash(strongHash))
        #expect(!light.needsRehash(lightHash))
        #expect(strong.needsRehash(lightHash))
        #expect(strong.needsRehash(today.decoy))
    }

    @Test func agreesWithTheReferenceImplementation() throws {
        // argon2 CLI: `echo -n password | argon2 somesalt -id -t 2 -k 65536 -p 1`.
        let phc = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"
        #expect(try Argon2idHasher().verify(bytes("password"), against: phc))
    }

    @Test func decoyCostsTheSameAndFitsNoPassword() throws {
        let hasher = try Argon2idHasher()
        let real = try #require(hasher.hash(password))
        #expect(hasher.decoy.utf8.count == real.utf8.count)
        #expect(hasher.decoy.prefix(31) == real.prefix(31))
        #expect(hasher.decoy == hasher.decoy)
        #expect(try Argon2idHasher().decoy != hasher.decoy)
        #expect(!hasher.needsRehash(hasher.decoy))
        #expect(!hasher.verify(password, against: hasher.decoy))
    }

    @Test(arguments: [
        "", "$", "password", "$argon2id$v=19$m=19456,t=2,p=1$", "$argon2i$v=19$m=19456,t=2,p=1$c29tc2FsdA$AAAA",
        "$argon2id$v=16$m=19456,t=2,p=1$c29tc2FsdA$AAAA", "$argon2id$v=19$m=1048577,t=2,p=1$c29tc2FsdA$AAAA",
        "$argon2id$v=19$m=19456,t=65,p=1$c29tc2FsdA$AAAA", "$argon2id$v=19$m=19456,t=0,p=1$c29tc2FsdA$AAAA",
        "$argon2id$v=19$m=99999999999999999999,t=2,p=1$c29tc2FsdA$AAAA", "$argon2id$v=19$m=-1,t=2,p=1$c29tc2FsdA$AAAA",
        "$argon2id$v=19$m=19456,t=2,p=17$c29tc2FsdA$AAAA", "$argon2id$v=19$m=19456,t=2,p=1$c29tc2FsdA$A\u{0}AAA",
        "$argon2id$v=19$m=19456,t=2,p=1$****$AAAA", "$2b$12$abcdefghijklmnopqrstuv",
        "$argon2id$v=19$m=19456,t=2,p=1$c29tc2FsdA$" + String(repeating: "A", count: 200),
    ])
    func refusesWhatIsNoHashOrAsksForTooMuch(text: String) throws {
        let hasher = try Argon2idHasher()
        #expect(!hasher.verify(password, against: text))
    }

    @Test func rehashesWhatItCantRead() throws {
        #expect(try Argon2idHasher().needsRehash("not a hash"))
    }

    @Test(arguments: [(7_167, 64), (7_168, 4), (19_456, 1), (1_048_577, 2), (19_456, 0), (19_456, 65)] as [(Int, Int)])
    func parametersOutOfBoundsAreRefused(memoryKiB: Int, passes: Int) {
        #expect(throws: CryptoError.self) { try Argon2idHasher(memoryKiB: memoryKiB, passes: passes) }
    }
}
