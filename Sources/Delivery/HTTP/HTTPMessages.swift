import Domain

/// A request as it goes out. Header names and values are ours or checked: no CR, LF or NUL (`perform` refuses them).
struct HTTPRequest: Sendable {
    var method: String
    /// Absolute, percent-encoded.
    var url: String
    var headers: [(name: String, value: String)] = []
    /// Sent as it is with POST and PUT; other methods have none.
    var body: [UInt8] = []
    /// For connecting, sending and the whole answer together.
    var timeout = TimeSpan.seconds(30)
    /// Of the answer's body at most so many bytes are taken; what is beyond is cut (`HTTPAnswer.isCut`).
    var maximumAnswerBytes = 1 << 20
    /// Asked about once a second; true ends the request.
    var isAbandoned: (@Sendable () -> Bool)?
    /// Signs the request as AWS Signature Version 4 says; nil: no signature.
    var signature: AWSSignature?
}

/// What libcurl's CURLOPT_AWS_SIGV4 signs with.
struct AWSSignature: Sendable {
    let accessKey: String
    let secretKey: String
    let region: String
    /// "s3".
    let service: String
}

struct HTTPAnswer: Sendable {
    let status: Int
    /// Names in lower case; of several headers with one name the last.
    let headers: [String: String]
    let body: [UInt8]
    /// There was more than the request wanted.
    let isCut: Bool
}

/// Why there is no answer. The words are stable and name no address.
enum HTTPFailure: Error, Sendable, Equatable {
    /// The address that the name resolved to is not allowed: nothing was connected to.
    case addressRefused
    /// The other side's certificate doesn't hold.
    case certificate(String)
    case timedOut
    /// The request was abandoned by whoever made it.
    case abandoned
    /// Unreachable, closed midway, no HTTP.
    case broken(String)
    /// Not even tried: the URL or a header can't be sent, or libcurl isn't installed.
    case unusable(String)

    var words: String {
        switch self {
        case .addressRefused: "The address is not allowed."
        case .certificate(let words): "The certificate doesn't hold: \(words)."
        case .timedOut: "No answer in time."
        case .abandoned: "The request was abandoned."
        case .broken(let words): "The connection failed: \(words)."
        case .unusable(let words): words
        }
    }
}

/// An address that is about to be connected to: 4 bytes of IPv4 or 16 of IPv6, in network order.
struct PeerAddress: Sendable, Equatable {
    let bytes: [UInt8]
    let port: UInt16
}
