import Domain
import Testing

@Suite struct NamesTests {
    private func check(_ text: String, most: Int = 5, required: Bool = true) throws(DomainError) -> String {
        try Names.check(text, field: "name", maximumCodePoints: most, required: required)
    }

    @Test func whiteSpaceAtTheEndsIsNoPartOfAName() throws {
        #expect(try check(" \u{00A0}Zoë \u{3000}") == "Zoë")
        #expect(try check("A B") == "A B")
    }

    @Test func aNameIsKeptInNFCAndCountedInIt() throws {
        let composed = try check("e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}")
        #expect(Array(composed.unicodeScalars) == Array("\u{E9}\u{E9}\u{E9}\u{E9}\u{E9}".unicodeScalars))
    }

    @Test func theLimitIsInCodePoints() {
        #expect(reasons { () throws(DomainError) in _ = try check("12345") }.isEmpty)
        #expect(reasons { () throws(DomainError) in _ = try check("123456") } == ["TEXT_TOO_LONG"])
        #expect(reasons { () throws(DomainError) in _ = try check("😀😀😀😀😀") }.isEmpty)
        #expect(
            reasons { () throws(DomainError) in _ = try check(String(repeating: "x", count: 1_000_000)) }
                == ["TEXT_TOO_LONG"])
        #expect(
            reasons { () throws(DomainError) in _ = try check(String(repeating: " ", count: 1_000)) } == [
                "TEXT_TOO_LONG"
            ])
    }

    @Test(arguments: ["", "   ", "\u{200B}", "\u{200D}\u{2060}", "\u{FEFF}", "\u{00AD}"])
    func whatCannotBeSeenIsNoName(text: String) {
        #expect(reasons { () throws(DomainError) in _ = try check(text) } == ["TEXT_REQUIRED"])
        #expect(reasons { () throws(DomainError) in _ = try check(text, required: false) }.isEmpty)
    }

    @Test(arguments: [
        "a\nb", "a\rb", "a\tb", "a\u{0}b", "a\u{7F}b", "a\u{85}b", "a\u{2028}b", "a\u{2029}b", "a\u{202E}b",
        "a\u{202A}",
        "a\u{2066}b", "a\u{2069}b",
    ])
    func whatBreaksALineOrTurnsItAroundIsRefused(text: String) {
        #expect(reasons { () throws(DomainError) in _ = try check(text) } == ["TEXT_CHARACTERS"])
    }

    @Test(arguments: ["👩‍🚀", "نور", "דן", "王小明", "O'Br", "a\u{200F}b"]) func namesOfAllScriptsPass(text: String) {
        #expect(reasons { () throws(DomainError) in _ = try check(text) }.isEmpty)
    }

    @Test func theProblemNamesTheFieldAndNotTheText() {
        let problem = Names.problem("secret\n", field: "variables[2].name", maximumCodePoints: 50, required: true)
        #expect(problem == nil, "a line break at the end is white space")
        let inner = Names.problem("sec\nret", field: "variables[2].name", maximumCodePoints: 50, required: true)
        #expect(inner?.field == "variables[2].name")
        #expect(inner?.description.contains("sec") == false)
    }
}
