import Domain
import Testing

@Suite("Email addresses")
struct IdentityAddressTests {
    private func reason(_ text: String) -> String? { EmailAddress.problem(with: text)?.reason }

    @Test(
        "Ordinary addresses are taken",
        arguments: [
            "name@example.com", "first.last+tag@sub.example.co", "a@b.io", "o'brien@example.org",
            "x_y-z@xn--bcher-kva.example",
            "!#$%&'*+-/=?^_`{|}~@example.com", "1@2.c3",
        ])
    func ordinary(text: String) { #expect(reason(text) == nil) }

    @Test(
        "What is no mailbox is refused",
        arguments: [
            "name", "@example.com", "name@", "a@b@example.com", "name@localhost", "name@127.0.0.1", "name@[127.0.0.1]",
            ".name@example.com", "name.@example.com", "na..me@example.com", "na me@example.com", "name@-example.com",
            "name@example-.com", "name@example..com", "name@example.com.", "\"quoted\"@example.com",
            "name@exa_mple.com",
            "name@example.com\r\nBcc: other@example.com", "Name <name@example.com>", "name@example.com,b@example.com",
            "name\u{0}@example.com",
        ])
    func refused(text: String) { #expect(reason(text) == "EMAIL_INVALID") }

    /// Under some language's rules or by their looks, all of these would be "admin" or "kim".
    @Test(
        "Letters that fold to ASCII elsewhere name nobody here",
        arguments: [
            "adm\u{131}n@example.com", "ADM\u{130}N@EXAMPLE.COM", "admi\u{307}n@example.com", "\u{212A}im@example.com",
            "\u{17F}am@example.com", "\u{FF41}dmin@example.com", "\u{430}dmin@example.com", "ad\u{200B}min@example.com",
            "admin@ex\u{131}mple.com", "admin@example\u{3002}com", "of\u{FB01}ce@example.com",
        ])
    func lookalikes(text: String) { #expect(reason(text) == "EMAIL_NOT_ASCII") }

    @Test("Two spellings of one mailbox are one account; what was typed is kept")
    func canonical() throws {
        let typed = try EmailAddress(parsing: "First.I@Example.COM")
        let other = try EmailAddress(parsing: "first.i@example.com")
        #expect(typed.text == "First.I@Example.COM")
        #expect(typed.canonical == other.canonical)
        let cryptography = PlainCryptography()
        #expect(typed.hash(cryptography) == other.hash(cryptography))
        let dotless = try EmailAddress(parsing: "firsti@example.com")
        #expect(dotless.hash(cryptography) != other.hash(cryptography))
    }

    @Test("Lengths are those of RFC 5321, and an endless text costs nothing")
    func lengths() {
        let local = String(repeating: "a", count: 64)
        let domain = [63, 63, 57].map { String(repeating: "b", count: $0) }.joined(separator: ".") + ".com"
        #expect("\(local)@\(domain)".utf8.count == 254)
        #expect(reason("\(local)@\(domain)") == nil)
        #expect(reason("\(local)@b\(domain)") == "EMAIL_TOO_LONG")
        #expect(reason("\(local)a@example.com") == "EMAIL_INVALID")
        #expect(reason("name@\(String(repeating: "b", count: 64)).com") == "EMAIL_INVALID")
        #expect(reason(String(repeating: "a@", count: 2_000_000)) == "EMAIL_TOO_LONG")
        #expect(reason("") == "EMAIL_REQUIRED")
    }

    @Test("A refusal names the request's field")
    func field() {
        #expect(EmailAddress.problem(with: "x", field: "new_email")?.field == "new_email")
    }
}
