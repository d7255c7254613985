import CCurl
import Domain
import Synchronization

/// What holds for every request of an exchange.
struct HTTPOptions: Sendable {
    /// A file of certificates to trust instead of the system's; nil: the system's.
    var certificateAuthorities: String?
    /// Whether `http://` may be asked too.
    var allowsPlain = false
    /// Whether connections are used again. Not where each one's address has to be checked anew.
    var keepsConnections = true
    var connectTimeout = TimeSpan.seconds(10)
    /// Asked for each address just before it is connected to; false refuses it. Nil: every address is allowed.
    var isAllowed: (@Sendable (PeerAddress) -> Bool)?
    var userAgent = "accountd"
}

/// HTTP/1.1 by libcurl: bounded in time and size, no redirects, no proxy and no credentials from the environment. Any number of
/// threads may call it; each call blocks its own.
final class HTTPExchange: Sendable {
    /// Handles that no call uses; connections live in them.
    private let idle = Mutex<[HTTPHandle]>([])
    private let options: HTTPOptions
    private static let mostIdle = 16

    init(_ options: HTTPOptions = HTTPOptions()) { self.options = options }

    /// Any status is an answer.
    func perform(_ request: HTTPRequest) throws(HTTPFailure) -> HTTPAnswer {
        guard accountd_curl_load() else { throw .unusable("libcurl (libcurl.so.4) is not installed.") }
        guard let handle = idle.withLock({ $0.popLast() }) ?? HTTPHandle() else { throw .unusable("Out of memory.") }
        defer {
            idle.withLock { if $0.count < Self.mostIdle { $0.append(handle) } }
        }
        return try handle.perform(request, options)
    }
}
