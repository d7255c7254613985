import Domain
import Testing

@testable import Delivery

@Suite struct HeaderFieldTests {
    @Test(arguments: [
        "\r\nBcc: eve@example.com", "\nBcc: eve@example.com", "\rBcc: eve@example.com", "\u{2028}Bcc: x", "\0Bcc: x",
    ])
    func noValueAddsAHeader(_ injected: String) throws {
        let variables = [MailContent.Variable("line", .text("a" + injected))]
        let message = try rendered(
            content("tips", name: "Eve\(injected)", variables), subject: "Hello\(injected)",
            from: "Settings\(injected) <no-reply@localhost>")
        let lines = headers(of: message).split(separator: "\r\n")
        #expect(!lines.contains { $0.hasPrefix("Bcc") })
        #expect(!message.contains("\0"))
        let mail = try #require(try ParsedMail.parse([message]).first)
        #expect(!mail.headerNames.contains("Bcc"))
        #expect(mail.defects == [])
    }

    @Test(arguments: [
        "a@b.example\r\nBcc: x@y.example", "a b@c.example", "a@b@c.example", "<a@b.example>", "a@b.example>", "", "a@",
        "a..b@c.example", "a,b@c.example",
    ])
    func anAddressThatAHeaderCantHoldIsRefused(_ address: String) throws {
        #expect(throws: DeliveryError.permanent("The address is not usable.")) {
            _ = try renderer().render(content("tips", address: address), subject: "x", id: sampleEmail, at: morning)
        }
    }

    @Test func aNonASCIIAddressIsWrittenAsUTF8() throws {
        #expect(try rendered(content("tips", address: "jürgen@example.com")).contains("<jürgen@example.com>\r\n"))
    }

    @Test func longSubjectsFoldBetweenWords() {
        let subject = Array(repeating: "word", count: 60).joined(separator: " ")
        let field = HeaderField.unstructured("Subject", subject)
        let lines = field.split(separator: "\r\n")
        #expect(lines.count > 3)
        #expect(lines.allSatisfy { $0.utf8.count <= 78 })
        #expect(lines.dropFirst().allSatisfy { $0.hasPrefix(" ") && !$0.hasPrefix("  ") })
        #expect(lines.joined() == "Subject: \(subject)")
    }

    @Test func encodedWordsStayWithinTheirLimits() {
        let field = HeaderField.unstructured("Subject", String(repeating: "Grüße 🎉 ", count: 30))
        for line in field.split(separator: "\r\n") {
            #expect(line.utf8.count <= 76)
            for word in line.split(separator: " ") where word != "Subject:" {
                #expect(word.utf8.count <= 75)
                #expect(word.hasPrefix("=?UTF-8?B?") && word.hasSuffix("?="))
            }
        }
    }

    @Test func displayNamesAreAtomsQuotedOrEncoded() {
        let field = { (name: String) in HeaderField.address("To", displayName: name, address: "a@b.example") }
        #expect(field("") == "To: a@b.example\r\n")
        #expect(field("Ada Lovelace") == "To: Ada Lovelace <a@b.example>\r\n")
        #expect(
            field("Dr. \"Ada\" \\ Lovelace, esq.") == "To: \"Dr. \\\"Ada\\\" \\\\ Lovelace, esq.\" <a@b.example>\r\n")
        #expect(field("Zoë") == "To: =?UTF-8?B?Wm/Dqw==?= <a@b.example>\r\n")
        // It would be read as an encoded-word.
        #expect(field("=?UTF-8?B?Wm/Dqw==?=").contains("=?UTF-8?B?PT9VVEYtOD9CP1dtL0Rxdz09Pz0=?="))
    }

    @Test func datesAreRFC5322() {
        #expect(MailDate.text(morning) == "Wed, 15 Apr 2026 07:00:00 +0000")
        #expect(MailDate.text(Instant(seconds: 0)) == "Thu, 01 Jan 1970 00:00:00 +0000")
        #expect(MailDate.text(Instant(seconds: -1)) == "Wed, 31 Dec 1969 23:59:59 +0000")
        #expect(MailDate.text(Instant(seconds: 951_782_400)) == "Tue, 29 Feb 2000 00:00:00 +0000")
    }

    @Test func aSenderIsReadAsItIsWritten() {
        #expect(MailSender("Account settings <no-reply@localhost>")?.displayName == "Account settings")
        #expect(MailSender("no-reply@localhost")?.displayName == "")
        #expect(MailSender("\"Acme, Inc.\" <a@b.example>")?.displayName == "Acme, Inc.")
        #expect(MailSender("nobody") == nil)
        #expect(MailSender("Nobody <>") == nil)
    }
}
