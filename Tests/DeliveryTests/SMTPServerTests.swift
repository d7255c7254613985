import CCurl
import Domain
import Testing

@testable import Delivery

@Suite struct SMTPServerTests {
    @Test func aURLNamesServerUserAndPassword() throws {
        let server = try #require(SMTPServer("smtp://mail%40er:p%3Aw%2F@mx.example.com:2525"))
        #expect(!server.isImplicitTLS && server.host == "mx.example.com" && server.port == 2_525)
        #expect(server.user == "mail@er" && server.password == "p:w/")
        let plain = try #require(SMTPServer("SMTPS://[::1]/"))
        #expect(plain.isImplicitTLS && plain.host == "[::1]" && plain.port == 465 && plain.user.isEmpty)
        #expect(SMTPServer("smtp://localhost")?.port == 587)
        #expect(SMTPServer("smtp://user@localhost")?.password == "")
    }

    @Test(arguments: [
        "", "smtp:", "smtp://", "http://localhost", "smtp://:25", "smtp://a:0", "smtp://a:70000", "smtp://a:x",
        "smtp://a/b", "smtp://a?b", "smtp://a b", "smtp://u%4@a", "smtp://u%zz@a", "smtp://u%0a@a", "smtp://%ff@a",
        "smtp://:p@a", "smtp://a\r\nQUIT", "smtp://[::1", "smtp://ü",
    ])
    func anythingElseIsRefused(_ url: String) { #expect(SMTPServer(url) == nil) }

    @Test func onlyAnAnswerAboutTheMailItselfIsForGood() throws {
        try #require(accountd_curl_load())
        func end(_ code: CURLcode, _ reply: Int, whole: Bool = false) -> DeliveryError? {
            SMTPReply.failure(code, reply: reply, isWhole: whole)
        }
        #expect(end(CURLE_OK, 250, whole: true) == nil)
        #expect(end(CURLE_SEND_ERROR, 550) == .permanent("rejected"))
        #expect(end(CURLE_WEIRD_SERVER_REPLY, 554, whole: true) == .permanent("rejected"))
        // A greeting of 554, a session that isn't signed in, a password that is wrong.
        for error in [
            end(CURLE_WEIRD_SERVER_REPLY, 554), end(CURLE_SEND_ERROR, 530), end(CURLE_LOGIN_DENIED, 535),
            end(CURLE_SEND_ERROR, 451), end(CURLE_WEIRD_SERVER_REPLY, 451, whole: true), end(CURLE_RECV_ERROR, 354),
            end(CURLE_USE_SSL_FAILED, 250), end(CURLE_OPERATION_TIMEDOUT, 250, whole: true),
        ] {
            guard case .temporary = error else {
                Issue.record("\(String(describing: error))")
                continue
            }
        }
        #expect(end(CURLE_ABORTED_BY_CALLBACK, 0) == .stopped)
    }
}
