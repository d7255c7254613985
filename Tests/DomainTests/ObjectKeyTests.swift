import Domain
import Testing

@Suite struct ObjectKeyTests {
    private let account = AccountID(UUIDv7(at: .utc(2026, 1, 1), randomHigh: 1, randomLow: 2))

    private func reason(_ key: String) -> String? { ObjectKeys.problem(key, of: account)?.reason }

    @Test(arguments: ["a.webm", "2026/04/15/rec 1.webm", "ü/日本.webm", ".hidden", "a.", "a.b.c", "x+y=&?#%2F"])
    func keysOfTheAccountPass(rest: String) {
        #expect(reason("\(account.text)/\(rest)") == nil)
    }

    @Test(arguments: [
        "", "/", "a//b", "/a", "a/", "..", "../a", "a/../b", "a/..", "a..b", ".", "./a", "a/./b", "a\\b", "a\u{0}b",
        "a\nb",
        "a\u{7F}", "a\u{85}b",
    ])
    func keysThatCouldReachElsewhereAreRefused(rest: String) {
        #expect(reason("\(account.text)/\(rest)") == "OBJECT_KEY_INVALID")
    }

    @Test func keysOfAnotherAccountAreRefused() {
        let other = AccountID(UUIDv7(at: .utc(2026, 1, 1), randomHigh: 1, randomLow: 3))
        for key in [
            "", "a", account.text, "/\(account.text)/a", "\(other.text)/a", "\(account.text)x/a", " \(account.text)/a",
        ] {
            #expect(reason(key) == "OBJECT_KEY_FOREIGN")
        }
    }

    @Test func aKeyHasAtMost1024Bytes() {
        let prefix = "\(account.text)/"
        let room = 1_024 - prefix.utf8.count
        #expect(reason(prefix + String(repeating: "a", count: room)) == nil)
        #expect(reason(prefix + String(repeating: "a", count: room + 1)) == "OBJECT_KEY_TOO_LONG")
    }
}
