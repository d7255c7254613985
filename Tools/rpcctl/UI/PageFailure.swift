import FlyingFox
import Foundation
import RPC

/// A failure as the page reads it: JSON, with the HTTP status that fits.
struct PageFailure: Encodable {
    struct Field: Encodable {
        let field: String
        let reason: String
        let description: String
    }

    let httpStatus: Int
    let reason: String
    let message: String
    var fields: [Field] = []
    var retryDelayMs: Int64?

    enum CodingKeys: String, CodingKey {
        case reason, message, fields
        case retryDelayMs = "retry_delay_ms"
    }

    init(_ httpStatus: Int, _ reason: String, _ message: String) {
        self.httpStatus = httpStatus
        self.reason = reason
        self.message = message
    }

    init(_ status: Status) {
        self.init(Self.httpStatus(of: status.code), status.reason, status.message)
        fields = status.fieldViolations.map {
            Field(field: $0.field, reason: $0.reason, description: $0.description)
        }
        retryDelayMs = status.retryDelayMs
    }

    var json: Data { (try? JSONEncoder().encode(self)) ?? Data("{}".utf8) }

    private static func httpStatus(of code: StatusCode) -> Int {
        switch code {
        case .invalidArgument, .outOfRange: 400
        case .unauthenticated: 401
        case .permissionDenied: 403
        case .notFound: 404
        case .alreadyExists, .failedPrecondition, .aborted: 409
        case .resourceExhausted: 429
        case .unavailable: 503
        case .deadlineExceeded: 504
        default: 500
        }
    }
}
