import Crypto
import Domain
import Foundation
import Testing

@Suite struct WebhookSignatureTests {
    private let crypto: ServerCryptography

    init() throws {
        let folder = try TemporaryFolder()
        crypto = try ServerCryptography(keys: try ServerKeys.loadOrCreate(folder: folder.keys))
    }

    // The vector of Standard Webhooks' own libraries.
    @Test func signaturesAgreeWithStandardWebhooks() throws {
        let secret = Array(try #require(Data(base64Encoded: "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")))
        let body = Array("{\"test\": 2432232314}".utf8)
        func header(_ secrets: [[UInt8]]) -> String {
            WebhookSignature.header(
                id: "msg_p5jXN8AQM9LWM0D4loKWxJek", timestamp: 1_614_265_330, body: body, secrets: secrets, crypto)
        }
        let expected = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
        #expect(header([secret]) == expected)
        #expect(header([[1], secret]).split(separator: " ").count == 2)
        #expect(header([[1], secret]).hasSuffix(" " + expected))
        #expect(header([]).isEmpty)
    }

    // RFC 4231, cases 1, 2 and 6 (a key longer than a block).
    @Test func hmacSHA256AgreesWithRFC4231() {
        func hex(_ bytes: [UInt8]) -> String { bytes.map { String(format: "%02x", $0) }.joined() }
        #expect(
            hex(crypto.hmacSHA256(key: [UInt8](repeating: 0x0B, count: 20), message: Array("Hi There".utf8)))
                == "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")
        #expect(
            hex(crypto.hmacSHA256(key: Array("Jefe".utf8), message: Array("what do ya want for nothing?".utf8)))
                == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
        let message = Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8)
        #expect(
            hex(crypto.hmacSHA256(key: [UInt8](repeating: 0xAA, count: 131), message: message))
                == "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54")
    }

    @Test func secretsAreBase64WithTheirPrefix() {
        for count in 0..<40 {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37) }
            #expect(TextEncoding.base64(bytes) == Data(bytes).base64EncodedString())
        }
        #expect(WebhookSecret.text([0, 1, 2]) == "whsec_AAEC")
    }
}
