import Domain
import Testing

@Suite("One-time codes and recovery codes")
struct IdentityCodeTests {
    private let cryptography = PlainCryptography()
    /// Both RFCs' secret.
    private let secret = Array("12345678901234567890".utf8)

    private func code(_ step: Int64) -> String {
        String(decoding: TOTP.code(secret: secret, step: step, cryptography), as: UTF8.self)
    }

    @Test("RFC 4226, appendix D: the codes of counters 0 to 9")
    func hotpVectors() {
        let expected = [
            "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489",
        ]
        #expect((0..<10).map { code($0) } == expected)
    }

    @Test("RFC 4226, appendix D: the HMAC of counter 0")
    func hmacVector() {
        let digest = cryptography.hmacSHA1(key: secret, message: [UInt8](repeating: 0, count: 8))
        #expect(digest.prefix(4) == [0xCC, 0x93, 0xCF, 0x18])
        #expect(digest.count == 20)
    }

    /// The RFC gives eight digits; ours are their last six.
    @Test(
        "RFC 6238, appendix B: the codes of its six times",
        arguments: [
            (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
            (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
        ] as [(Int64, String)])
    func totpVectors(seconds: Int64, code expected: String) {
        #expect(code(TOTP.step(at: Instant(seconds: seconds))) == expected.suffix(6))
    }

    @Test("This step's code and the one before are right, the next and older ones are not")
    func window() {
        let now = Instant(seconds: 1_111_111_111)
        let step = TOTP.step(at: now)
        func match(_ offset: Int64) -> Int64? {
            TOTP.matchingStep(code(step + offset), secret: secret, now: now, cryptography)
        }
        #expect(match(0) == step)
        #expect(match(-1) == step - 1)
        #expect(match(1) == nil)
        #expect(match(-2) == nil)
    }

    @Test("A code keeps its leading zeros")
    func leadingZeros() {
        #expect(code(TOTP.step(at: Instant(seconds: 1_111_111_109))) == "081804")
    }

    @Test(
        "Only six ASCII digits can be a code",
        arguments: ["", "12345", "1234567", "12 456", "٠١٢٣٤٥", "12345a", "-12345"])
    func shape(text: String) {
        #expect(reasons { () throws(DomainError) in try TOTP.check(text) } == ["TOTP_CODE_INVALID"])
    }

    @Test("Ten recovery codes, all different, of 16 digits and 80 bits")
    func recoveryCodes() {
        let codes = RecoveryCodes.make(CountingRandom())
        #expect(codes.count == 10)
        #expect(Set(codes).count == 10)
        for code in codes {
            #expect(code.split(separator: "-").map(\.count) == [4, 4, 4, 4])
            #expect(RecoveryCodes.canonical(code)?.count == 16)
        }
    }

    @Test("A recovery code is the same however it is typed")
    func typedRecoveryCodes() {
        let canonical = RecoveryCodes.canonical("01AB-CDEF-GH01-2345")
        #expect(canonical == Array("01ABCDEFGH012345".utf8))
        for typed in ["01abcdefgh012345", "O1AB CDEF GHoI 2345", "0lab-cdef-gh0L-2345", " 01AB-CDEF-GH01-2345 "] {
            #expect(RecoveryCodes.canonical(typed) == canonical, "\(typed)")
        }
        for wrong in ["", "01AB-CDEF-GH01-234", "01AB-CDEF-GH01-23456", "01AB_CDEF_GH01_2345", "０1AB-CDEF-GH01-2345"] {
            #expect(RecoveryCodes.canonical(wrong) == nil, "\(wrong)")
        }
        #expect(RecoveryCodes.canonical(String(repeating: "-", count: 1_000_000)) == nil)
    }

    @Test("One account's recovery code is not another's")
    func boundToAccount() {
        let digits = Array("01ABCDEFGH012345".utf8)
        let accounts = (1...2).map { AccountID(UUIDv7(high: 0x7000, low: 0x8000_0000_0000_0000 | $0)) }
        let hashes = accounts.map { RecoveryCodes.hash(digits, of: $0, cryptography) }
        #expect(hashes[0] != hashes[1])
    }
}
