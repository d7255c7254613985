import Domain
import Foundation
import Testing

@testable import Crypto

@Suite struct SigningAndDigestTests {
    private let folder: TemporaryFolder
    private let crypto: ServerCryptography

    init() throws {
        folder = try TemporaryFolder()
        crypto = try ServerCryptography(keys: ServerKeys.loadOrCreate(folder: folder.keys))
    }

    @Test func signatureHoldsForItsDocumentOnly() throws {
        let document = bytes("deleted on 2026-04-15")
        let signed = crypto.sign(document)
        let (signature, key) = (signed.bytes, signed.publicKey)
        #expect(signature.count == 64)
        #expect(key.count == 32)
        #expect(ServerCryptography.verify(signature, of: document, by: key))
        #expect(!ServerCryptography.verify(signature, of: document + [0], by: key))
        #expect(!ServerCryptography.verify(Array(signature.dropLast()), of: document, by: key))
        #expect(!ServerCryptography.verify(signature, of: document, by: []))
        let again = try ServerCryptography(keys: ServerKeys.loadOrCreate(folder: folder.keys))
        #expect(again.sign(document) == signed)
    }

    @Test func signsAsRFC8032Says() throws {
        let seedText = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"
        let seed = stride(from: 0, to: 64, by: 2).compactMap { UInt8(seedText.dropFirst($0).prefix(2), radix: 16) }
        let key = try #require(
            SecretKey(fill: {
                $0.copyBytes(from: seed)
                return true
            }))
        let signer = try #require(Signer(seed: key))
        #expect(hex(signer.publicKey) == "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
        #expect(
            hex(signer.sign([])) == "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bac"
                + "c61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b")
    }

    // RFC 4226, appendix D: the digests before truncation.
    @Test func hmacSHA1AgreesWithRFC4226() {
        let expected = [
            "cc93cf18508d94934c64b65d8ba7667fb7cde4b0", "75a48a19d4cbe100644e8ac1397eea747a2d33ab",
            "0bacb7fa082fef30782211938bc1c5e70416ff44", "66c28227d03a2d5529262ff016a1e6ef76557ece",
            "a904c900a64b35909874b33e61c5938a8e15ed1c", "a37e783d7b7233c083d4f62926c7a25f238d0316",
            "bc9cd28561042c83f219324d3c607256c03272ae", "a4fb960c0bc06e1eabb804e5b397cdc4b45596fa",
            "1b3c89f65e6c9e883012052823443f048b4332db", "1637409809a679dc698207310c8c7fc07290d9e5",
        ]
        for (counter, digest) in expected.enumerated() {
            let message = [UInt8](repeating: 0, count: 7) + [UInt8(counter)]
            #expect(hex(crypto.hmacSHA1(key: bytes("12345678901234567890"), message: message)) == digest)
        }
    }

    // RFC 6238, appendix B: eight digits, truncated as RFC 4226 says.
    @Test(
        arguments: [
            (59, 94_287_082), (1_111_111_109, 7_081_804), (1_111_111_111, 14_050_471), (1_234_567_890, 89_005_924),
            (2_000_000_000, 69_279_037), (20_000_000_000, 65_353_130),
        ] as [(Int, Int)])
    func hmacSHA1AgreesWithRFC6238(time: Int, code: Int) {
        let step = UInt64(time / 30)
        let message = (0..<8).map { UInt8(truncatingIfNeeded: step >> (56 - 8 * UInt64($0))) }
        let digest = crypto.hmacSHA1(key: bytes("12345678901234567890"), message: message)
        let offset = Int(digest[19] & 0xF)
        let word = digest[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) } & 0x7FFF_FFFF
        #expect(word % 100_000_000 == code)
    }

    @Test func hmacSHA1TakesEmptyKeyAndMessage() {
        #expect(hex(crypto.hmacSHA1(key: [], message: [])) == "fbdb1d1b18aa6c08324b7d64b71fb76370690e1d")
    }

    @Test func sha256AgreesWithFIPS180() {
        #expect(
            hex(crypto.sha256(bytes("abc"))) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(hex(crypto.sha256([])) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    }

    @Test func md5AgreesWithRFC1321() {
        #expect(hex(crypto.md5([])) == "d41d8cd98f00b204e9800998ecf8427e")
        #expect(hex(crypto.md5(bytes("message digest"))) == "f96b697d7cb7938d525a2f31aaf161d0")
    }

    @Test func comparesWholeValues() {
        #expect(crypto.equalInConstantTime([], []))
        #expect(crypto.equalInConstantTime([1, 2], [1, 2]))
        #expect(!crypto.equalInConstantTime([1, 2], [1, 3]))
        #expect(!crypto.equalInConstantTime([1, 2], [1, 2, 0]))
    }
}
