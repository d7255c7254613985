import Domain
import Testing

@Suite("Passwords")
struct IdentityPasswordTests {
    private let own = OwnWords(email: "anna.keller@brightforge.example", displayName: "Anna Keller")

    private func reason(_ password: String, twoFactor: Bool = false, _ policy: Policy = Policy()) -> String? {
        PasswordRules.problem(with: password, field: "password", twoFactor: twoFactor, own: own, policy)?.reason
    }

    @Test("15 code points without two-factor, 8 with it")
    func minimum() {
        #expect(reason("vurm kelp ondat") == nil)
        #expect(reason("vurm kelp onda") == "PASSWORD_TOO_SHORT")
        #expect(reason("vurmkelp", twoFactor: true) == nil)
        #expect(reason("vurmkel", twoFactor: true) == "PASSWORD_TOO_SHORT")
        #expect(reason("") == "PASSWORD_TOO_SHORT")
    }

    @Test("No setting goes below 8")
    func floor() {
        var policy = Policy()
        policy.passwordMinimum = 1
        policy.passwordMinimumWithTwoFactor = 1
        #expect(reason("vurmkel", policy) == "PASSWORD_TOO_SHORT")
        #expect(reason("vurmkel", twoFactor: true, policy) == "PASSWORD_TOO_SHORT")
        #expect(reason("vurmkelp", policy) == nil)
    }

    @Test("Code points are counted after NFC, not bytes and not what is typed")
    func codePoints() {
        // 14 code points in 26 bytes.
        let words = ["\u{43B}\u{435}\u{441}", "\u{442}\u{440}\u{43E}\u{43F}\u{430}", "\u{437}\u{432}\u{43E}\u{43D}"]
        let cyrillic = words.joined(separator: " ")
        #expect(cyrillic.unicodeScalars.count == 14)
        #expect(reason(cyrillic) == "PASSWORD_TOO_SHORT")
        #expect(reason(cyrillic + "\u{44B}") == nil)
        // Decomposed, one code point too many; composed, one too few.
        #expect(reason("vurm kelp onde\u{301}") == "PASSWORD_TOO_SHORT")
    }

    @Test("The same characters typed on two keyboards are the same password")
    func normalization() {
        let policy = Policy()
        #expect(
            PasswordRules.hashable("cafe\u{301} ondat vurm", policy)
                == PasswordRules.hashable("caf\u{E9} ondat vurm", policy))
    }

    @Test("Up to 1,024 bytes, and more are refused before any work")
    func maximum() {
        let unit = "vurm kelp ondat, "
        let long = String((String(repeating: unit, count: 80)).prefix(1_023))
        #expect(reason(long + "q") != "PASSWORD_TOO_LONG")
        #expect(reason(long + "qq") == "PASSWORD_TOO_LONG")
        #expect(reason(long + "\u{E9}") == "PASSWORD_TOO_LONG")
        #expect(reason(String(repeating: "x", count: 4_000_000)) == "PASSWORD_TOO_LONG")
        #expect(PasswordRules.hashable(long + "qq", Policy()) == nil)
    }

    @Test(
        "Any characters may be in it",
        arguments: [
            "\u{1F9C3}\u{1F9F6}\u{1FA81}\u{1F6F6}\u{1F9ED}\u{1FAB5}\u{1F9A4}\u{1F9A9}"
                + "\u{1F33C}\u{1F344}\u{1F9C2}\u{1F941}\u{1FA84}\u{1F9F2}\u{1FAB6}",
            "tab\there newline\nand nul\u{0}", "   vurm kelp ond   ",
        ])
    func anyCharacters(password: String) { #expect(reason(password) == nil) }

    @Test(
        "What guessers try early is refused",
        arguments: [
            "passwordpassword", "123456789012345", "qwertyuiopasdfgh", "aaaaaaaaaaaaaaaa", "abcabcabcabcabcabc",
            "P@ssw0rdP@ssw0rd", "Password12345678", "iloveyouiloveyou", "letmeinletmeinletmein",
        ])
    func common(password: String) { #expect(reason(password) == "PASSWORD_COMMON") }

    @Test(
        "What is made of the account's own words is refused",
        arguments: [
            "anna.keller@brightforge", "AnnaKeller brightforge", "brightforge-2026!", "accountd brightforge",
            "kelleranna kelleranna",
        ])
    func ownWords(password: String) { #expect(reason(password) == "PASSWORD_OWN_WORDS") }

    @Test("An own word among enough others is no harm")
    func ownWordAmongOthers() { #expect(reason("keller vurm kelp ondat rusk") == nil) }

    @Test("A refusal doesn't repeat the password")
    func noEcho() {
        let problem = PasswordRules.problem(
            with: "brightforge-2026!", field: "new_password", twoFactor: false, own: own, Policy())
        #expect(problem?.field == "new_password")
        #expect(problem?.description.contains("brightforge") == false)
    }

    @Test("A claimed password only has to be there and not be endless")
    func claimed() throws {
        let policy = Policy()
        #expect(try PasswordRules.claimed("x", field: "password", policy) == [UInt8(ascii: "x")])
        #expect(
            reasons { () throws(DomainError) in _ = try PasswordRules.claimed("", field: "password", policy) }
                == ["PASSWORD_REQUIRED"])
        let endless = String(repeating: "x", count: 1_025)
        #expect(
            reasons { () throws(DomainError) in _ = try PasswordRules.claimed(endless, field: "password", policy) }
                == ["PASSWORD_TOO_LONG"])
    }
}
