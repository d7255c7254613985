import Foundation
import Messages
import RPC
import RPCClient
import TestSupport
import Testing

/// Mails as another program reads them: whole, without defects, with nothing in them that a stranger put there.
@Suite struct MailsTests {
    private static let publicURL = "https://accounts.example.com/settings"
    private static let arguments = [
        "--public-url", publicURL, "--mail-from", "Browser \"Cloud\" Co <no-reply@example.com>",
    ]
    private static let headers = [
        "Auto-Submitted", "Content-Type", "Date", "From", "MIME-Version", "Message-ID", "Subject", "To",
    ]

    @Test func everyMailOfAJourneyIsWellFormed() async throws {
        let server = try ServerProcess(arguments: Self.arguments)
        defer { server.discard() }
        let journey = try await PrivacyJourney.run(on: server)
        let _: DisableTotpResponse = try await journey.customer.call(.disableTotp, DisableTotpRequest())
        _ = try await server.mailFolder.wait(to: journey.secondAddress, subject: "Two-factor authentication is off")
        let (leaving, reset) = (
            "Two-factor authentication is about to be turned off", "Two-factor authentication stays on"
        )
        let forgetful = try await Customer.signUp(on: server)
        _ = try await forgetful.enableTwoFactor()
        let _: ResetTwoFactorResponse = try await forgetful.client.call(
            .resetTwoFactor, ResetTwoFactorRequest(email: forgetful.email), options: server.asService())
        let cancelLink = try await server.mailFolder.token(to: forgetful.email, subject: leaving)
        let _: CancelTwoFactorResetResponse = try await forgetful.client.call(
            .cancelTwoFactorReset, CancelTwoFactorResetRequest(token: cancelLink), options: server.asService())
        _ = try await server.mailFolder.wait(to: forgetful.email, subject: reset)
        let mails = try ReadMail.all(in: server.mailFolder.folder)
        for mail in mails { check(mail) }
        let subjects = Set(mails.map(\.subject))
        let expected: Set = [
            "Verify your email address", "You already have an account", "Verify your new email address",
            "Your email address is about to change", "Your email address was changed", "Set a new password",
            "Your password was changed", "Two-factor authentication is on", "Two-factor authentication is off",
            "You have new recovery codes", "A recovery code was used", "New sign-in to your account",
            "A new API key was made", "Your payment did not go through", "What is new",
            "Your identity was confirmed again", leaving, reset,
        ]
        #expect(subjects == expected)
        // One that was turned off is not sent.
        #expect(!mails.contains { $0.text.contains("get more out of") })
        // The old address and the new one are both told of the change.
        #expect(
            Set(mails.filter { $0.subject == "Your email address was changed" }.flatMap(\.to)).contains(
                journey.firstAddress))
        let secrets = journey.secrets.merging(["cancelling link": cancelLink]) { $1 }
        for (secret, page) in [
            ("sign-up link", "verify-email"), ("change link", "verify-email"), ("reset link", "reset-password"),
            ("cancelling link", "cancel-two-factor-reset"),
        ] {
            let link = "\(Self.publicURL)/\(page)#token=\(secrets[secret] ?? "?")"
            let carrying = mails.filter { $0.text.contains(link) }
            #expect(carrying.count == 1, "\(secret)")
            for mail in carrying {
                #expect(mail.text.split(whereSeparator: \.isNewline).contains { $0 == link }, "on a line of its own")
                #expect(mail.html.contains("href=\"\(link)\""))
            }
        }
    }

    @Test func timesAreWrittenInTheAccountsZone() async throws {
        let server = try ServerProcess(arguments: Self.arguments)
        defer { server.discard() }
        let cases = [
            ("Asia/Kathmandu", "2026-04-15 14:45 +0545"), ("America/New_York", "2026-04-15 05:00 EDT"),
            ("Europe/Zurich", "2026-04-15 11:00 CEST"), ("UTC", "2026-04-15 09:00 UTC"),
            ("Pacific/Kiritimati", "2026-04-15 23:00 +14"),
        ]
        for (zone, text) in cases {
            let customer = try await Customer.signUp(on: server, timeZone: zone)
            let id = try await send(
                to: customer, "billing_failure",
                [
                    EmailVariable(name: "charged_at", time: Timestamp(seconds: 1_776_243_600))
                ])
            let mail = try await read(id, server)
            #expect(mail.text.contains("Charged at: \(text)"), "\(mail.text)")
            #expect(mail.html.contains(text))
        }
    }

    @Test(arguments: [
        "Robin\r\nBcc: evil@example.com", "Robin\nBcc: evil@example.com", "Robin\rX: y", "Robin\u{0}", "Robin\u{2028}x",
        "Robin\u{202E}moc.live", "Robin\u{2066}x\u{2069}", "\u{200B}\u{200B}", "   ", "Robin\u{85}Bcc: x",
    ])
    func aNameThatCouldBreakAHeaderIsRefused(name: String) async throws {
        let server = try ServerProcess()
        defer { server.discard() }
        let client = try server.client()
        let address = Customer.freshAddress()
        try await expectStatus(.invalidArgument) {
            try await client.call(
                .signUp, SignUpRequest(email: address, password: Customer.firstPassword, displayName: name),
                as: SignUpResponse.self, options: server.asService())
        }
        let customer = try await Customer.signUp(on: server)
        try await expectStatus(.invalidArgument) {
            try await customer.call(
                .updateProfile, UpdateProfileRequest(displayName: name, updateMask: FieldMask(paths: ["display_name"])),
                as: UpdateProfileResponse.self)
        }
    }

    @Test func hostileNamesAreReadAsTheyWereTyped() async throws {
        let server = try ServerProcess(arguments: Self.arguments)
        defer { server.discard() }
        let customer = try await Customer.signUp(on: server)
        let names = [
            "Eve\" <evil@example.com>, \"x", "Bcc: evil@example.com", "evil@example.com", "a, b; c: d (comment) \\ e",
            "=?utf-8?q?=0D=0ABcc=3A_evil=40example.com?=", "👩‍👩‍👧‍👦 Zoë 🇨🇭", "שלום עולם", "مرحبا", "Ωmega ✓ ﬁ",
            "<script>alert(1)</script>", "=", ".", "--=_x", "Robin O. Vale",
            String(repeating: "Very long name ", count: 6) + "end", String(repeating: "ü", count: 100),
            String(repeating: "x", count: 100), "John \"Johnny\" O'Neil", "\"", "\\",
        ]
        for name in names {
            let _: UpdateProfileResponse = try await customer.call(
                .updateProfile, UpdateProfileRequest(displayName: name))
            let id = try await send(to: customer, "support_reply", [EmailVariable(name: "ticket", value: name)])
            let mail = try await read(id, server)
            check(mail)
            #expect(mail.to == [customer.email], "\(name)")
            #expect(mail.recipientName == name.precomposedStringWithCanonicalMapping)
            #expect(
                mail.text.hasPrefix("Hello \(name.precomposedStringWithCanonicalMapping),"), "\(mail.text.prefix(200))")
            #expect(!mail.html.contains("<script"))
        }
    }

    @Test func hostileVariablesStayWhatTheyAre() async throws {
        let server = try ServerProcess(arguments: Self.arguments)
        defer { server.discard() }
        let customer = try await Customer.signUp(on: server)
        let values = [
            "one\r\nBcc: evil@example.com", "two\r\n\r\n--=_x\r\nContent-Type: text/html\r\n\r\n<b>x</b>",
            ".\r\n.\r\nQUIT",
            "<a href=\"https://evil.example\">x</a>", "\u{202E}gnp.exe", "a=3Db =E2=80", "From here",
            String(repeating: "long ", count: 800),
        ]
        for value in values {
            let id = try await send(
                to: customer, "support_reply",
                [
                    EmailVariable(name: "ticket", value: value), EmailVariable(name: "message", value: value),
                    EmailVariable(name: "link", value: "javascript:alert(1)"),
                ])
            let mail = try await read(id, server)
            check(mail)
            #expect(mail.to == [customer.email])
            #expect(!mail.html.contains("<a href=\"https://evil.example\"") && !mail.html.contains("<b>"))
            #expect(!mail.html.contains("href=\"javascript"))
        }
        try await expectStatus(.invalidArgument) {
            try await send(
                to: customer, "support_reply",
                [
                    EmailVariable(name: "subject", value: "Hello\r\nBcc: evil@example.com")
                ])
        }
        let subject = "Réponse: \"=?utf-8?q?x?=\" 🙂 " + String(repeating: "wörter ", count: 20)
        let id = try await send(to: customer, "support_reply", [EmailVariable(name: "subject", value: subject)])
        let mail = try await read(id, server)
        check(mail)
        #expect(mail.subject == subject.trimmingCharacters(in: .whitespaces) || mail.subject == subject)
    }

    private func check(_ mail: ReadMail) {
        #expect(mail.defects == [], "\(mail.file): \(mail.subject)")
        #expect(mail.headers.filter { !$0.hasPrefix("List-") }.sorted() == Self.headers)
        let oneClick = mail.subject == "What is new" ? ["List-Unsubscribe", "List-Unsubscribe-Post"] : []
        #expect(mail.headers.filter { $0.hasPrefix("List-") } == oneClick)
        #expect(mail.from == ["no-reply@example.com"] && mail.to.count == 1)
        #expect(mail.parts.map(\.type) == ["text/plain", "text/html"])
        #expect(!mail.text.isEmpty && mail.html.hasPrefix("<!DOCTYPE html>"))
        #expect(mail.longestLine <= 998 && !mail.hasBareLineEnds)
        let id = URL(fileURLWithPath: mail.file).deletingPathExtension().lastPathComponent
        #expect(mail.messageID.hasPrefix("<\(id)@"))
    }

    private func send(to customer: Customer, _ category: String, _ variables: [EmailVariable]) async throws -> String {
        let sent: SendEmailResponse = try await customer.client.call(
            .sendEmail,
            SendEmailRequest(
                accountID: customer.accountID, category: category, template: category, variables: variables),
            options: customer.server.asService())
        return try #require(sent.email?.id)
    }

    private func read(_ id: String, _ server: ServerProcess) async throws -> ReadMail {
        let file = server.mailFolder.folder.appendingPathComponent("\(id).eml")
        for _ in 0..<1_000 where !FileManager.default.fileExists(atPath: file.path) {
            try await Task.sleep(for: .milliseconds(10))
        }
        return try #require(
            try ReadMail.all(in: server.mailFolder.folder).first { $0.file.hasSuffix("/\(id).eml") })
    }
}
