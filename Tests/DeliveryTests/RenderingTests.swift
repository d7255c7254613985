import Domain
import Testing

@testable import Delivery

@Suite struct RenderingTests {
    private static let link = "http://127.0.0.1:7443/verify-email#token=" + String(repeating: "aB3_-x", count: 40)

    /// Each of accountd's own, with all that operations put into any.
    private static let own = MailTemplate.allCases.map { template in
        content(
            template.rawValue, category: template.category,
            link: ["verification", "reset"].contains { template.rawValue.hasSuffix($0) } ? link : "",
            [
                .init("time", .time(morning)), .init("device", .text("Firefox on Linux")),
                .init("new_email", .text("new@example.com")),
            ])
    }

    private static let general = MailCategory.all.map { category in
        content(
            category.id,
            [
                .init("subject", .text("From us")), .init("message", .text("First line\nsecond line\n\nLast.")),
                .init("link", .text("https://example.com/?a=1&b=2")), .init("amount_due", .text("<b>12 €</b>")),
                .init("due_at", .time(morning)),
            ])
    }

    @Test func everyTemplateReadsAsMailElsewhere() throws {
        let contents = Self.own + Self.general
        let mails = try ParsedMail.parse(try contents.map { try rendered($0, subject: "Größe, “quoted” — and so on") })
        #expect(mails.count == contents.count)
        for (content, mail) in zip(contents, mails) {
            #expect(mail.defects == [], "\(content.template)")
            #expect(mail.parts == ["text/plain; utf-8", "text/html; utf-8"])
            #expect(mail.subject == "Größe, “quoted” — and so on")
            #expect(mail.from == [.init(displayName: "Account settings", address: "no-reply@localhost")])
            #expect(mail.to.map(\.address) == ["ada@example.com"])
            #expect(mail.date == "2026-04-15T07:00:00+00:00")
            #expect(
                Set(mail.headerNames) == [
                    "Date", "From", "To", "Subject", "Message-ID", "MIME-Version", "Auto-Submitted", "Content-Type",
                ])
            #expect(mail.headers.contains(["Message-ID", "<\(sampleEmail.text)@accountd>"]))
            #expect(mail.text.contains("2026-04-15 09:00 CEST"), "\(content.template)")
            #expect(mail.html.contains("2026-04-15 09:00 CEST"), "\(content.template)")
            #expect(!mail.text.contains("  "))
        }
    }

    @Test func aLinkStandsWholeOnALineOfItsOwn() throws {
        let linked = Self.own.filter { !$0.link.isEmpty }
        #expect(linked.count == 4)
        for mail in try ParsedMail.parse(try linked.map { try rendered($0) }) {
            #expect(mail.text.split(separator: "\n").contains { $0 == Self.link })
            #expect(mail.html.contains("<a href=\"\(Self.link)\">"))
        }
    }

    @Test func linesAreShortASCIIEndedByCRLF() throws {
        for content in Self.own + Self.general {
            let message = try rendered(content, subject: String(repeating: "ü", count: 200))
            for line in message.utf8.split(separator: 10, omittingEmptySubsequences: false).dropLast() {
                #expect(line.last == 13)
                #expect(line.count <= 79)
            }
            #expect(message.utf8.allSatisfy { $0 < 0x80 })
        }
    }

    @Test func valuesAreEscapedInHTML() throws {
        let variables: [MailContent.Variable] = [
            .init("message", .text("<script>alert('1')</script> & \"more\"")),
            .init("link", .text("javascript:alert(1)")),
        ]
        let mail = try #require(
            try ParsedMail.parse([try rendered(content("tips", name: "<i>Ada</i>", variables))]).first)
        #expect(!mail.html.contains("<script") && !mail.html.contains("<i>") && !mail.html.contains("href="))
        #expect(mail.html.contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;more&quot;"))
        #expect(mail.text.contains("<script>alert('1')</script> & \"more\""))
    }

    @Test func whatOthersSendKeepsItsParagraphs() throws {
        let mail = try #require(try ParsedMail.parse([try rendered(Self.general[3])]).first)
        #expect(mail.text.contains("\n\nFirst line\nsecond line\n\nLast.\n\n"))
        #expect(mail.text.contains("Amount due: <b>12 €</b>\nDue at: 2026-04-15 09:00 CEST"))
        #expect(!mail.text.contains("From us"))
    }

    @Test func anUnprovedAddressGetsNoStrangersWords() throws {
        let spam = content("signup_verification", name: "Win at http://evil.example", link: Self.link)
        let message = try rendered(spam)
        #expect(!message.contains("evil"))
        #expect(message.contains("\r\nTo: ada@example.com\r\n"))
    }

    @Test func textThatTurnsDirectionIsStraightened() {
        #expect(SingleLine.of(" a\u{202E}b\u{2066}c \t\r\n d\u{0} ") == "abc d")
    }

    @Test func theSameMailIsTheSameBytes() throws {
        #expect(try rendered(Self.general[0]) == rendered(Self.general[0]))
    }

    @Test func aTemplateThatThereIsntIsRefused() throws {
        #expect(throws: DeliveryError.permanent("The template is unknown.")) {
            _ = try renderer().render(content("nothing"), subject: "x", id: sampleEmail, at: morning)
        }
    }

    @Test func everyTemplateThatServicesMayNameIsThere() throws {
        for category in MailCategory.all {
            for template in category.templates {
                _ = try rendered(content(template, category: category.id))
            }
        }
    }
}
