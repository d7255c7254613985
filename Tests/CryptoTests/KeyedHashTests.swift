import Domain
import Foundation
import Testing

@testable import COpenSSL
@testable import Crypto

@Suite struct KeyedHashTests {
    private let crypto: ServerCryptography
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        crypto = try ServerCryptography(keys: ServerKeys.loadOrCreate(folder: folder.keys))
    }

    private func hmac(key: [UInt8], _ message: [UInt8]) -> String {
        var state = accountd_hmac_state()
        accountd_hmac_prepare(&state, key, key.count)
        return hex(KeyedHash(accountd_hmac(&state, message, message.count)).bytes)
    }

    // RFC 4231's cases, but the truncated one.
    @Test func agreesWithRFC4231() {
        #expect(
            hmac(key: [UInt8](repeating: 0x0B, count: 20), bytes("Hi There"))
                == "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")
        #expect(
            hmac(key: bytes("Jefe"), bytes("what do ya want for nothing?"))
                == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
        #expect(
            hmac(key: [UInt8](repeating: 0xAA, count: 20), [UInt8](repeating: 0xDD, count: 50))
                == "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe")
        #expect(
            hmac(key: Array(1...25), [UInt8](repeating: 0xCD, count: 50))
                == "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b")
        #expect(
            hmac(
                key: [UInt8](repeating: 0xAA, count: 131),
                bytes("Test Using Larger Than Block-Size Key - Hash Key First"))
                == "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54")
    }

    @Test(arguments: [0, 1, 24, 63, 64, 65, 200])
    func othersCheckAKeyOfAnyLength(count: Int) {
        let key = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 11 &+ 3) }
        let message = bytes("msg_1.1614265330.{}")
        var expected = [UInt8](repeating: 0, count: 32)
        HMAC(EVP_sha256(), key, Int32(count), message, message.count, &expected, nil)
        #expect(crypto.hmacSHA256(key: key, message: message) == expected)
    }

    @Test(arguments: [0, 1, 31, 32, 55, 56, 63, 64, 65, 119, 120, 1_000])
    func agreesWithLibcryptoOfEveryBlockCount(count: Int) {
        let key = [UInt8](0..<32)
        let message = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        var expected = [UInt8](repeating: 0, count: 32)
        HMAC(EVP_sha256(), key, 32, message, message.count, &expected, nil)
        #expect(hmac(key: key, message) == hex(expected))
    }

    @Test func borrowedBytesHashAlike() {
        let token = bytes("a token")
        #expect(crypto.keyedHash(.sessionToken, token) == crypto.keyedHash(.sessionToken, span: token.span))
        let empty: [UInt8] = []
        #expect(crypto.keyedHash(.sessionToken, empty) == crypto.keyedHash(.sessionToken, span: empty.span))
    }

    @Test func noTwoPurposesShareAHash() {
        let token = bytes("one secret")
        let hashes = Set(HashPurpose.allCases.map { crypto.keyedHash($0, token) })
        #expect(hashes.count == HashPurpose.allCases.count)
    }

    @Test func anotherServerHashesOtherwise() throws {
        let other = try ServerCryptography(keys: ServerKeys.loadOrCreate(folder: folder.path + "/others"))
        #expect(crypto.keyedHash(.address, bytes("a@b")) != other.keyedHash(.address, bytes("a@b")))
    }

    @Test func sameAcrossStartsAndThreads() async throws {
        let again = try ServerCryptography(keys: ServerKeys.loadOrCreate(folder: folder.keys))
        let expected = crypto.keyedHash(.apiKey, bytes("secret"))
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask { (0..<200).allSatisfy { _ in again.keyedHash(.apiKey, bytes("secret")) == expected } }
            }
            for await agrees in group { #expect(agrees) }
        }
    }
}
