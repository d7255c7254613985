import FlyingFox
import Synchronization

/// Who may ask what. A browser runs other sites' pages beside this one, and those can send requests here:
/// - a name of theirs that leads to 127.0.0.1 shows in `Host`;
/// - a request of their own shows in `Sec-Fetch-Site` and `Origin`, which no script can set. The cookie's SameSite alone wouldn't do:
///   another port of this machine is the same site;
/// - what they send without being asked first, a form say, can carry neither JSON's content type nor a field of ours.
final class RequestGuard: Sendable {
    static let ownField = HTTPHeader("X-Accountd-UI")
    private static let fetchSite = HTTPHeader("Sec-Fetch-Site")
    private static let origin = HTTPHeader("Origin")

    private let port = Mutex<UInt16>(0)

    func listens(on port: UInt16) { self.port.withLock { $0 = port } }

    /// Two servers on one machine share their cookies but for the name.
    var cookieSuffix: String { "_\(port.withLock { $0 })" }

    /// Nil: go on.
    func refusal(of request: HTTPRequest) -> Refusal? {
        let host = request.headers[.host] ?? ""
        guard isLoopback(host) else { return .misdirected }
        guard request.target.path().hasPrefix("/api/") else { return nil }
        if let site = request.headers[Self.fetchSite], site != "same-origin" { return .foreign }
        guard request.method == .POST else { return nil }
        guard request.headers[Self.origin] == "http://" + host, request.headers[Self.ownField] == "1" else {
            return .foreign
        }
        let type = request.headers[.contentType]?.split(separator: ";").first ?? ""
        return type == "application/json" ? nil : .notJSON
    }

    private func isLoopback(_ host: String) -> Bool {
        let port = port.withLock { $0 }
        return ["127.0.0.1", "localhost", "[::1]"].contains { name in
            host == "\(name):\(port)" || (port == 80 && host == name)
        }
    }
}

/// An answer that has nothing to do with accountd.
enum Refusal {
    case misdirected, foreign, notJSON, tooLarge, notAllowed, unknownPath, wrongMethod, tooManyStreams, signedOut
    case notOneClick, emptyExport

    var failure: PageFailure {
        switch self {
        case .misdirected: PageFailure(421, "MISDIRECTED", "This page is served on this machine's own names only.")
        case .foreign: PageFailure(403, "FOREIGN_REQUEST", "Only this page itself may call here.")
        case .notJSON: PageFailure(415, "NOT_JSON", "Send application/json.")
        case .tooLarge: PageFailure(413, "REQUEST_TOO_LARGE", "Send less at once.")
        case .notAllowed: PageFailure(404, "METHOD_NOT_ALLOWED", "The page has no use for such a method.")
        case .unknownPath: PageFailure(404, "NOT_FOUND", "There is no such page.")
        case .wrongMethod: PageFailure(405, "WRONG_METHOD", "This address takes another HTTP method.")
        case .tooManyStreams: PageFailure(503, "TOO_MANY_STREAMS", "Too many pages are open; close some.")
        case .notOneClick: PageFailure(400, "NOT_ONE_CLICK", "Post List-Unsubscribe=One-Click, with the link’s token.")
        case .emptyExport: PageFailure(502, "ANSWER_MALFORMED", "The export came to nothing. Try again.")
        case .signedOut: PageFailure(401, "SESSION_INVALID", "Sign in.")
        }
    }
}
