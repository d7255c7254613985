import Foundation
import Messages
import RPCClient
import TestSupport
import Testing

/// What `rpcctl ui` answers, and what it refuses.
@Suite(.serialized) struct SettingsPageTests {
    private func signedIn(_ page: SettingsPage) async throws -> (cookie: String, answer: SettingsPage.Answer, Customer)
    {
        let customer = try await Customer.signUp(on: page.server)
        let answer = try page.call(
            "SessionsService/SignIn", #"{"email":"\#(customer.email)","password":"\#(customer.password)"}"#)
        let cookie = try #require(answer.cookies.first?.split(separator: ";").first.map(String.init), "\(answer)")
        return (cookie, answer, customer)
    }

    @Test func everyAnswerForbidsWhatThePageDoesNotNeed() throws {
        let page = try SettingsPage()
        defer { page.discard() }
        for path in [
            "/", "/verify-email", "/reset-password", "/ui.js", "/settings.js", "/ui.css", "/nowhere", "/api/activity",
        ] {
            let answer = try page.ask(path)
            let policy = try #require(answer.field("content-security-policy"))
            for rule in [
                "default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'",
                "base-uri 'none'",
                "form-action 'none'",
            ] {
                #expect(
                    policy.split(separator: ";").contains { $0.trimmingCharacters(in: .whitespaces) == rule }, "\(path)"
                )
            }
            #expect(!policy.contains("unsafe") && !policy.contains("data:") && !policy.contains("http"))
            #expect(answer.field("x-content-type-options") == "nosniff")
            #expect(answer.field("x-frame-options") == "DENY")
            #expect(answer.field("referrer-policy") == "no-referrer")
            #expect(answer.field("cache-control") == "no-store")
            #expect(answer.field("access-control-allow-origin") == nil)
        }
        let html = try page.ask("/")
        #expect(html.status == 200)
        // What the policy would block isn't there either.
        for word in ["style=\"", "onclick", "<style", "http://", "https://"] { #expect(!html.body.contains(word)) }
        #expect(try page.ask("/nowhere").status == 404)
        #expect(try page.ask("/../../etc/passwd", fields: []).status == 404)
        #expect(try page.ask("/", method: "DELETE").status == 405)
    }

    @Test func theSessionIsInACookieThatNoScriptReads() async throws {
        let page = try SettingsPage()
        defer { page.discard() }
        let (cookie, answer, customer) = try await signedIn(page)
        #expect(answer.status == 200)
        let attributes = try #require(answer.cookies.first).split(separator: ";").map {
            $0.trimmingCharacters(in: .whitespaces)
        }
        #expect(attributes.contains("HttpOnly") && attributes.contains("SameSite=Strict"))
        #expect(attributes.contains("Path=/api"))
        let token = try #require(cookie.split(separator: "=", maxSplits: 1).last)
        #expect(token.count > 30 && !answer.body.contains(token))
        let account = try page.call("AccountService/GetAccount", fields: ["Cookie: \(cookie)"])
        #expect(account.status == 200 && account.body.contains(customer.email))

        let proven = try page.call(
            "SessionsService/StepUp", #"{"password":"\#(customer.password)"}"#, fields: ["Cookie: \(cookie)"])
        let next = try #require(proven.cookies.first?.split(separator: ";").first.map(String.init))
        let nextToken = try #require(next.split(separator: "=", maxSplits: 1).last)
        #expect(next != cookie && !proven.body.contains(nextToken))

        let out = try page.call("SessionsService/SignOut", fields: ["Cookie: \(next)"])
        #expect(out.status == 200 && out.cookies.contains { $0.contains("=;") && $0.contains("Max-Age=0") })
        #expect(try page.call("AccountService/GetAccount", fields: ["Cookie: \(next)"]).status == 401)
    }

    @Test func otherSitesRequestsAreRefused() async throws {
        let page = try SettingsPage()
        defer { page.discard() }
        let (cookie, _, customer) = try await signedIn(page)
        let change = #"{"display_name":"Mallory"}"#
        let with = "Cookie: \(cookie)"
        let type = "Content-Type: application/json"
        let own = "X-Accountd-UI: 1"
        let origin = "Origin: \(page.address)"
        let refused: [(fields: [String], status: Int)] = [
            ([with, type, own], 403),
            ([with, type, origin], 403),
            ([with, type, own, "Origin: https://evil.example"], 403),
            ([with, type, own, "Origin: null"], 403),
            // Another port of this machine is the same site, so the cookie is sent.
            ([with, type, own, "Origin: http://127.0.0.1:1"], 403),
            ([with, type, own, origin, "Sec-Fetch-Site: same-site"], 403),
            ([with, type, own, origin, "Sec-Fetch-Site: cross-site"], 403),
            ([with, own, origin, "Content-Type: text/plain"], 415),
            ([with, own, origin, "Content-Type: application/x-www-form-urlencoded"], 415),
        ]
        for (fields, status) in refused {
            let answer = try page.ask("/api/AccountService/UpdateProfile", fields: fields, body: change)
            #expect(answer.status == status, "\(fields.dropFirst())")
        }
        #expect(try page.ask("/api/activity", fields: [with, "Sec-Fetch-Site: cross-site"]).status == 403)
        #expect(try page.ask("/api/AccountService/UpdateProfile", fields: [with, own, origin]).status == 404)
        let asked = try page.ask(
            "/api/AccountService/UpdateProfile", fields: ["Origin: https://evil.example"], method: "OPTIONS")
        #expect(asked.status == 405 && asked.field("access-control-allow-origin") == nil)
        let account = try page.call("AccountService/GetAccount", fields: [with])
        #expect(account.body.contains(customer.email) && !account.body.contains("Mallory"))
    }

    @Test func onlyThisMachinesOwnNamesAreAnswered() throws {
        let page = try SettingsPage()
        defer { page.discard() }
        for name in ["127.0.0.1:\(page.port)", "localhost:\(page.port)", "[::1]:\(page.port)"] {
            #expect(try page.ask("/", fields: ["Host: \(name)"]).status == 200, "\(name)")
        }
        for name in [
            "evil.example", "evil.example:\(page.port)", "127.0.0.1", "127.0.0.1:1",
            "localhost.evil.example:\(page.port)", "0.0.0.0:\(page.port)",
        ] {
            #expect(try page.ask("/", fields: ["Host: \(name)"]).status == 421, "\(name)")
            let call = try page.ask(
                "/api/AccountService/SignUp",
                fields: [
                    "Host: \(name)", "Origin: http://\(name)", "Content-Type: application/json", "X-Accountd-UI: 1",
                ], body: "{}")
            #expect(call.status == 421, "\(name)")
        }
    }

    @Test func onlyWhatThePageNeedsIsCalled() async throws {
        let page = try SettingsPage()
        defer { page.discard() }
        let (cookie, _, customer) = try await signedIn(page)
        let cookies = ["Cookie: \(cookie)"]
        for method in [
            "SessionsService/ValidateSession", "SecurityService/ResetTwoFactor", "SecurityService/VerifyApiKey",
            "OperatorService/GetStats", "AccountService/RegisterInvoice", "account.v1.AccountService/GetAccount",
            "GetAccount", "Nothing/AtAll", "",
        ] {
            let answer = try page.call(method, fields: cookies)
            #expect(answer.status == 404 && answer.body.contains("METHOD_NOT_ALLOWED"), "\(method)")
        }
        // Without a session only what needs none; a session's account is the only one.
        #expect(try page.call("AccountService/GetAccount").status == 401)
        let other = try await Customer.signUp(on: page.server)
        let foreign = try page.call(
            "AccountService/GetAccount", #"{"account_id":"\#(other.accountID)"}"#, fields: cookies)
        #expect(!foreign.body.contains(other.email))
        #expect(
            try page.call("SessionsService/ListSessions", fields: ["Cookie: accountd_session_\(page.port)=ast_nobody"])
                .status == 401)
        let refused = try page.call(
            "AccountService/UpdateProfile", #"{"display_name":"\#(String(repeating: "x", count: 5_000))"}"#,
            fields: cookies)
        #expect(refused.status == 400 && refused.body.contains(#""field":"display_name""#))
        #expect(try page.call("AccountService/UpdateProfile", "no JSON", fields: cookies).status == 400)
        #expect(customer.email != other.email)
    }

    @Test func aLargeBodyIsRefusedAndNotTakenForAnotherRequest() throws {
        let page = try SettingsPage()
        defer { page.discard() }
        let small = String(repeating: " ", count: 65_000) + "{}"
        #expect(try page.call("AccountService/GetAccount", small).status == 401)
        for fields in [[], ["Transfer-Encoding: chunked"]] {
            let answer = try page.call(
                "AccountService/GetAccount", String(repeating: " ", count: 65_537), fields: fields)
            #expect(answer.status == 413, "\(fields)")
            #expect(answer.field("connection") == "close")
        }
        #expect(try page.ask("/").status == 200)
    }

    /// RFC 8058: what a mail program posts, which is no browser's request.
    @Test func aMailProgramUnsubscribes() async throws {
        // Mails offer it where the page is reached by https.
        let page = try SettingsPage(publicURL: "https://accounts.example.com")
        defer { page.discard() }
        let customer = try await Customer.signUp(on: page.server)
        let sent: SendEmailResponse = try await customer.client.call(
            .sendEmail, SendEmailRequest(accountID: customer.accountID, category: "tips"),
            options: page.server.asService())
        let name = "\(try #require(sent.email).id).eml"
        var mail: MailFolder.Mail?
        for _ in 0..<1_000 where mail == nil {
            mail = page.server.mailFolder.all.first { $0.name == name }
            try await Task.sleep(for: .milliseconds(10))
        }
        let headers = try #require(mail).headers.replacing("\r\n ", with: "")
        let start = try #require(headers.range(of: "/unsubscribe?token="), "\(headers)")
        let path = "/unsubscribe?token=" + headers[start.upperBound...].prefix { $0 != ">" }
        let form = "Content-Type: application/x-www-form-urlencoded"
        #expect(try page.ask(path, fields: [form], body: "List-Unsubscribe=Maybe").status == 400)
        #expect(try page.ask("/unsubscribe", fields: [form], body: "List-Unsubscribe=One-Click").status == 400)
        let answer = try page.ask(path, fields: [form], body: "List-Unsubscribe=One-Click")
        #expect(answer.status == 200 && answer.body == "Unsubscribed.\n", "\(answer)")
        let preferences: GetPreferencesResponse = try await customer.call(
            .getPreferences, GetPreferencesRequest())
        let tips = try #require(preferences.preferences.first { $0.category == "tips" })
        #expect(!tips.enabled)
    }

    /// Sign up to deletion, by clicking. Needs Debian's chromium and chromium-driver.
    @Test func aCustomersLifeInABrowser() async throws {
        let page = try SettingsPage()
        defer { page.discard() }
        try await browse(page, [page.server.data.appendingPathComponent("mail").path])
    }

    @Test func aChangeAsksForAFreshProof() async throws {
        let page = try SettingsPage()
        defer { page.discard() }
        let (cookie, _, customer) = try await signedIn(page)
        page.server.stop()
        // An hour ago.
        try editStore(of: page.server, "UPDATE sessions SET authenticated_at = authenticated_at - 3600000000")
        try page.server.start(listen: page.server.address)
        let refused = try page.call("SecurityService/EnrollTotp", fields: ["Cookie: \(cookie)"])
        #expect(refused.body.contains("STEP_UP_REQUIRED"), "\(refused)")
        try await browse(page, ["--prove", cookie, customer.password])
    }

    private func browse(_ page: SettingsPage, _ arguments: [String]) async throws {
        let script = TestCertificates.root.appendingPathComponent("Tests/Browser/settings_page.py").path
        let result = try await runProgramAside(
            URL(fileURLWithPath: "/usr/bin/timeout"),
            ["-k", "10", "540", TestCertificates.python.path, script, page.address] + arguments, seconds: 600)
        #expect(result.status == 0 && result.output.contains("settings page: ok"), "\(result.status): \(result.output)")
    }
}
