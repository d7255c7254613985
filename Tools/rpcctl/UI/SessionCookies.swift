import FlyingFox

/// What becomes of a token that the browser keeps.
enum TokenChange {
    case keep
    case set(String)
    case clear
}

/// The customer's tokens, in cookies that no script reads and that are sent to `/api/` only.
struct SessionCookies {
    let suffix: String

    private var session: String { "accountd_session" + suffix }
    private var challenge: String { "accountd_challenge" + suffix }
    private static let sessionSeconds = 30 * 86_400
    private static let challengeSeconds = 300

    func session(of request: HTTPRequest) -> String? { value(session, request) }
    func challenge(of request: HTTPRequest) -> String? { value(challenge, request) }

    func apply(_ answer: Gateway.Answer, to headers: inout HTTPHeaders) {
        apply(answer.session, session, Self.sessionSeconds, &headers)
        apply(answer.challenge, challenge, Self.challengeSeconds, &headers)
    }

    private func apply(_ change: TokenChange, _ name: String, _ seconds: Int, _ headers: inout HTTPHeaders) {
        let attributes = "Path=/api; HttpOnly; SameSite=Strict"
        switch change {
        case .keep: break
        case .set(let token): headers.addValue("\(name)=\(token); Max-Age=\(seconds); \(attributes)", for: .setCookie)
        case .clear: headers.addValue("\(name)=; Max-Age=0; \(attributes)", for: .setCookie)
        }
    }

    private func value(_ name: String, _ request: HTTPRequest) -> String? {
        for pair in (request.headers[.cookie] ?? "").split(separator: ";") {
            let parts = pair.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, String(parts[0]).trimmed == name else { continue }
            let token = String(parts[1]).trimmed
            return token.utf8.count <= 256 && token.utf8.allSatisfy(isPlain) ? token : nil
        }
        return nil
    }

    private func isPlain(_ byte: UInt8) -> Bool { (0x21...0x7E).contains(byte) }
}
