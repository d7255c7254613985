import RPC
import Synchronization

/// Calls of one face that were refused before their method was asked.
package struct RefusedCallsReading: Sendable, Equatable {
    /// "ttrpc", "http2".
    package let face: String
    /// "unknown_method", "deadline_passed", …: one of a few.
    package let why: String
    /// Since the start.
    package let count: Int
}

/// Why a call is refused before its method is asked. Nothing of it is a client's to choose.
enum RefusedCall: String, CaseIterable {
    case unknownMethod = "unknown_method"
    case deadlinePassed = "deadline_passed"
    case tooManyCalls = "too_many_calls"
    case tooLarge = "too_large"
    case overloaded
    case draining
    case malformed

    init(_ status: Status) {
        switch status.reason {
        case "METHOD_UNKNOWN": self = .unknownMethod
        case "DEADLINE_EXCEEDED": self = .deadlinePassed
        case "TOO_MANY_CALLS": self = .tooManyCalls
        case "FRAME_TOO_LONG", "METADATA_TOO_LONG": self = .tooLarge
        case "OVERLOADED": self = .overloaded
        case "DRAINING": self = .draining
        default: self = .malformed
        }
    }
}

/// What is refused on the connections of all shards.
final class RefusedCalls: Sendable {
    private static let faces: [FaceCounts.Kind] = [.ttrpc, .http2]

    private let counts = Mutex([[RefusedCall: Int]](repeating: [:], count: FaceCounts.Kind.allCases.count))

    func note(_ why: RefusedCall, on face: FaceCounts.Kind) {
        counts.withLock { $0[face.rawValue][why, default: 0] += 1 }
    }

    var readings: [RefusedCallsReading] {
        let counts = counts.withLock { $0 }
        return Self.faces.flatMap { face in
            RefusedCall.allCases.map { why in
                RefusedCallsReading(
                    face: "\(face)", why: why.rawValue, count: counts[face.rawValue][why] ?? 0)
            }
        }
    }
}
