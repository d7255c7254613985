import Domain
import Foundation
import Testing

@Suite struct WebhookRulesTests {
    @Test(arguments: [
        "https://hooks.example.com", "https://hooks.example.com/", "HTTPS://Hooks.Example.com:8443/a/b?c=d%20e",
        "https://xn--bcher-kva.example/x", "https://8.8.8.8/", "https://[2606:4700:4700::1111]:65535/",
        "https://a_b.example.",
        "https://hooks.example.com?x=1",
    ])
    func anHttpsAddressIsTaken(_ url: String) { #expect(WebhookURL.problem(url, field: "url", allow: []) == nil) }

    @Test(arguments: [
        ("", "URL_NOT_HTTPS"), ("http://hooks.example.com/", "URL_NOT_HTTPS"), ("file:///etc/passwd", "URL_NOT_HTTPS"),
        ("https:/hooks.example.com", "URL_NOT_HTTPS"), ("https://", "URL_INVALID"), ("https:///x", "URL_INVALID"),
        ("https://user:pw@hooks.example.com/", "URL_USERINFO"), ("https://8.8.8.8@127.0.0.1/", "URL_USERINFO"),
        ("https://hooks.example.com/#x", "URL_FRAGMENT"), ("https://hooks.example.com#@x", "URL_FRAGMENT"),
        ("https://a\\@127.0.0.1/", "URL_INVALID"), ("https://a b/", "URL_INVALID"),
        ("https://bücher.example/", "URL_INVALID"),
        ("https://a\r\nx: y/", "URL_INVALID"), ("https://a:0/", "URL_INVALID"), ("https://a:65536/", "URL_INVALID"),
        ("https://a:/", "URL_INVALID"), ("https://a:443:1/", "URL_INVALID"), ("https://a..b/", "URL_INVALID"),
        ("https://-a.example/", "URL_INVALID"), ("https://a%2eb/", "URL_INVALID"), ("https://[::1/", "URL_INVALID"),
        ("https://[1.2.3.4]/", "URL_INVALID"), ("https://[fe80::1%25lo]/", "URL_INVALID"),
        ("https://1.2.3.4.5/", "URL_INVALID"),
        ("https://a.0x/", "URL_INVALID"), ("https://256.1.1.1/", "URL_INVALID"),
        ("https://127.0.0.1/", "URL_NOT_PUBLIC"), ("https://2130706433/", "URL_NOT_PUBLIC"),
        ("https://017700000001/", "URL_NOT_PUBLIC"), ("https://0x7f000001:443/", "URL_NOT_PUBLIC"),
        ("https://0177.0.0.1/", "URL_NOT_PUBLIC"), ("https://0x7F.1/", "URL_NOT_PUBLIC"),
        ("https://127.1./", "URL_NOT_PUBLIC"),
        ("https://[::1]/", "URL_NOT_PUBLIC"), ("https://[::ffff:127.0.0.1]/", "URL_NOT_PUBLIC"),
        ("https://0.0.0.0/", "URL_NOT_PUBLIC"),
        ("https://0/", "URL_NOT_PUBLIC"), ("https://169.254.169.254/latest/meta-data", "URL_NOT_PUBLIC"),
        ("https://[64:ff9b::7f00:1]/", "URL_NOT_PUBLIC"), ("https://localhost/", "URL_NOT_PUBLIC"),
        ("https://a.LOCALHOST./", "URL_NOT_PUBLIC"), ("https://[fd00:ec2::254]/", "URL_NOT_PUBLIC"),
    ])
    func anyOtherIsRefusedWithItsReason(_ url: String, _ reason: String) {
        #expect(WebhookURL.problem(url, field: "url", allow: [])?.reason == reason)
    }

    @Test func aUrlHasAtMost2048Bytes() {
        let base = "https://hooks.example.com/"
        let longest = base + String(repeating: "a", count: 2_048 - base.utf8.count)
        #expect(WebhookURL.problem(longest, field: "url", allow: []) == nil)
        #expect(WebhookURL.problem(longest + "a", field: "url", allow: [])?.reason == "URL_TOO_LONG")
    }

    @Test func whatASettingAllowsIsTaken() throws {
        let allow = try #require(AddressRange.list("127.0.0.0/8"))
        for url in ["https://127.0.0.1:8443/", "https://localhost:1/", "https://2130706433/"] {
            #expect(WebhookURL.problem(url, field: "url", allow: allow) == nil)
        }
        #expect(WebhookURL.problem("https://[::1]/", field: "url", allow: allow)?.reason == "URL_NOT_PUBLIC")
    }

    @Test(arguments: [
        "{}", "[]", "null", "true", "false", "0", "-0", "1.5e+10", "1E5", "\"\"",
        " {\"a\" : [1, {\"b\": \"\\u00e9\\n\"}] } \n",
        "\"\\ud83d\\ude00\"", "\"é\u{2028}\u{7F}\"", "{\"a\":1,\"a\":2}",
    ])
    func jsonIsJSON(_ text: String) { #expect(JSONText.isValid(text)) }

    @Test(arguments: [
        "", " ", "{", "}", "[1,]", "{,}", "{\"a\":}", "{\"a\"}", "{a:1}", "{'a':1}", "01", "1.", ".5", "+1", "-", "1e",
        "0x1", "NaN",
        "Infinity", "tru", "truex", "nullnull", "1 2", "\"", "\"\\x\"", "\"\\u12g4\"", "\"\\ud83d\"", "\"\\ude00\"",
        "\"\\ud83d\\n\"",
        "\"a\nb\"", "\"\u{0}\"", "\u{FEFF}{}", "{\"a\":1}}", "[1 2]", "{} // x", "{\"a\":1,}",
    ])
    func whatIsNotIsNot(_ text: String) { #expect(!JSONText.isValid(text)) }

    @Test func jsonIsAtMost64LevelsDeep() {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(JSONText.isValid(nested(64)))
        #expect(!JSONText.isValid(nested(65)))
        #expect(!JSONText.isValid(String(repeating: "{\"a\":[", count: 3_000)))
    }

    /// Held against another implementation, on texts that are JSON but for one byte.
    @Test func agreesWithFoundationOnDamagedTexts() {
        let base = Array("{\"a\":[1,-2.5e3,true,null,\"x\\u0041\\\\\"],\"b\":{\"c\":\"\"}}".utf8)
        for index in base.indices {
            for byte in Array("{}[]\",:\\ 0e-.tn".utf8) {
                var bytes = base
                bytes[index] = byte
                let text = String(decoding: bytes, as: UTF8.self)
                let isJSON =
                    (try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)) != nil
                #expect(JSONText.isValid(text) == isJSON, "\(text)")
            }
        }
    }

    @Test(arguments: ["a", "browser.session.ended", "a1_.", String(repeating: "a", count: 128)])
    func eventTypesAreTaken(_ type: String) { #expect(WebhookRules.isEventType(type)) }

    @Test(arguments: ["", "A", "1a", "_a", ".a", "a-b", "a b", "é", "a\n", String(repeating: "a", count: 129)])
    func otherEventTypesAreNot(_ type: String) { #expect(!WebhookRules.isEventType(type)) }

    @Test func triesComeWhenTheyShouldAndUpToATenthLater() throws {
        let seconds: [Int64] = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400]
        for (index, due) in seconds.enumerated() {
            var latest: Int64 = 0
            for byte in [UInt8(0), 128, 255] {
                let wait = try #require(
                    WebhookSchedule.wait(failed: Int64(index) + 1, retryAfter: nil, ByteRandom(byte: byte)))
                #expect(wait >= .seconds(due) && wait <= .seconds(due + due / 10 + 1))
                #expect(wait.microseconds >= latest)
                latest = wait.microseconds
            }
            #expect(latest > due * 1_000_000)
        }
        #expect(WebhookSchedule.wait(failed: 10, retryAfter: nil, ByteRandom(byte: 0)) == nil)
        #expect(WebhookSchedule.wait(failed: .max, retryAfter: .seconds(1), ByteRandom(byte: 0)) == nil)
    }

    @Test func retryAfterPutsOffButNotForEver() {
        let random = ByteRandom(byte: 0)
        #expect(WebhookSchedule.wait(failed: 1, retryAfter: .seconds(60), random) == .seconds(60))
        #expect(WebhookSchedule.wait(failed: 1, retryAfter: .seconds(1), random) == .seconds(5))
        #expect(WebhookSchedule.wait(failed: 1, retryAfter: .seconds(.max), random) == .hours(24))
        #expect(WebhookSchedule.wait(failed: 1, retryAfter: TimeSpan(microseconds: -1), random) == .seconds(5))
    }

    @Test func answersAreJudgedByTheirStatus() {
        let random = ByteRandom(byte: 0)
        func verdict(_ status: Int) -> WebhookVerdict { .of(WebhookAnswer(status: status), attempts: 0, random) }
        #expect([200, 201, 204, 299].map(verdict).allSatisfy { $0 == .succeeded })
        #expect(
            [0, 199, 301, 307, 400, 404, 429, 500, 503, 999].map(verdict).allSatisfy {
                $0 == .again(after: .seconds(5))
            })
        #expect(verdict(410) == .disabled)
        #expect(WebhookVerdict.of(WebhookAnswer(status: 500), attempts: 9, random) == .failed)
    }
}

private struct ByteRandom: Random {
    let byte: UInt8
    func bytes(_ count: Int) -> [UInt8] { [UInt8](repeating: byte, count: count) }
    func uuid(at now: Instant) -> UUIDv7 { UUIDv7(at: now, randomHigh: 0, randomLow: 0) }
}
