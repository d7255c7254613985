import Domain
import Testing

@Suite("Throttling, tokens and device labels")
struct IdentityThrottleTests {
    private let subject = PlainCryptography().keyedHash(.throttleSubject, [1])
    private let start = Instant(seconds: 1_800_000_000)

    @Test("Five failures cost nothing, then the wait doubles, up to a quarter of an hour")
    func growth() {
        let seconds = (1...17).map { Throttle.delay(afterFailures: $0).microseconds / 1_000_000 }
        #expect(seconds == [0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900])
        #expect(Throttle.delay(afterFailures: .max) == Throttle.longestDelay)
        #expect(Throttle.delay(afterFailures: .min) == .seconds(0))
    }

    @Test("A try that comes too early isn't counted and is told how long to wait")
    func tooEarly() throws {
        var record: ThrottleRecord?
        for _ in 0..<6 {
            record = try Throttle.counting(record, subject: subject, purpose: .password, now: start)
        }
        #expect(record?.failures == 6)
        #expect(throws: DomainError.throttled(retryAfter: .seconds(1))) {
            try Throttle.counting(record, subject: subject, purpose: .password, now: start)
        }
        let later = try Throttle.counting(record, subject: subject, purpose: .password, now: start + .seconds(1))
        #expect(later.failures == 7)
        #expect(later.notBefore == start + .seconds(3))
    }

    @Test("However many failures, the customer may try again within a quarter of an hour")
    func neverLockedOut() throws {
        var record = try Throttle.counting(nil, subject: subject, purpose: .code, now: start)
        for _ in 0..<200 {
            let next = record.notBefore
            #expect(next <= record.lastAt + Throttle.longestDelay)
            record = try Throttle.counting(record, subject: subject, purpose: .code, now: next)
        }
    }

    @Test("A day without a try, and counting starts anew")
    func forgotten() throws {
        let old = ThrottleRecord(
            subject: subject, purpose: .password, failures: 40, lastAt: start, notBefore: start + .minutes(15))
        let record = try Throttle.counting(
            old, subject: subject, purpose: .password, now: start + Throttle.forgottenAfter)
        #expect(record.failures == 1)
        #expect(record.notBefore == record.lastAt)
    }

    @Test("Five mails an hour, then none until the hour is over")
    func mails() {
        var record: ThrottleRecord?
        for _ in 0..<5 {
            record = Throttle.countingMail(record, subject: subject, now: start)
            #expect(record != nil)
        }
        let end = start + Throttle.mailWindow
        #expect(Throttle.countingMail(record, subject: subject, now: end - .seconds(1)) == nil)
        #expect(Throttle.countingMail(record, subject: subject, now: end)?.failures == 1)
    }

    @Test("A token carries 256 bits behind a prefix that says what it opens")
    func tokens() {
        let random = CountingRandom()
        for kind in TokenKind.allCases {
            let token = Tokens.make(kind, random)
            #expect(token.hasPrefix(kind.rawValue))
            #expect(token.dropFirst(4).utf8.count == 43)
            #expect(token.utf8.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: "/") })
        }
        #expect(Set((0..<100).map { _ in Tokens.make(.link, random) }).count == 100)
    }

    @Test("One token is not the same under two purposes")
    func purposes() {
        let cryptography = PlainCryptography()
        let hashes = LinkPurpose.allCases.map { cryptography.hash($0.hashPurpose, token: "lnk_x") }
        #expect(Set(hashes).count == LinkPurpose.allCases.count)
    }

    @Test("Only an absent or endless token is refused for its shape")
    func tokenShape() {
        #expect(reasons { () throws(DomainError) in try Tokens.check("", field: "token") } == ["TOKEN_REQUIRED"])
        #expect(reasons { () throws(DomainError) in try Tokens.check("anything", field: "token") } == [])
        let endless = String(repeating: "x", count: 129)
        #expect(reasons { () throws(DomainError) in try Tokens.check(endless, field: "token") } == ["TOKEN_TOO_LONG"])
    }

    @Test(
        "A device's label is made of known words",
        arguments: [
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 "
                    + "Safari/537.36 Edg/130.0.0.0", "Edge on Windows"
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
                    + "Version/18.0 Mobile/15E148 Safari/604.1", "Safari on iPhone"
            ),
            (
                "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 "
                    + "Mobile Safari/537.36", "Chrome on Android"
            ),
            ("Mozilla/5.0 (X11; Linux x86_64; rv:131.0) Gecko/20100101 Firefox/131.0", "Firefox on Linux"),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 "
                    + "Safari/605.1.15", "Safari on Mac"
            ),
            ("curl/8.5.0", "curl"),
            ("<script>alert(1)</script>", "Unknown device"),
            ("", "Unknown device"),
        ])
    func deviceLabels(userAgent: String, label: String) {
        #expect(DeviceLabel.make(from: userAgent) == label)
        #expect(reasons { () throws(DomainError) in try DeviceLabel.check(userAgent) } == [])
    }

    @Test("An endless user agent is refused, and never searched")
    func endlessUserAgent() {
        let endless = String(repeating: "x", count: 4_000_000) + " Firefox/1 Linux"
        #expect(DeviceLabel.make(from: endless) == DeviceLabel.unknown)
        #expect(
            reasons { () throws(DomainError) in try DeviceLabel.check(endless) } == ["USER_AGENT_TOO_LONG"])
    }
}
