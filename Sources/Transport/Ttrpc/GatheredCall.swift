import RPC

/// The requests of one read that are run together. Kept by the shard, so that none is made for a wake-up.
struct CallGroup {
    static let capacity = CallBatch.capacity

    let calls: UnsafeMutablePointer<BatchedCall>
    /// What is to be done with each.
    let tasks: UnsafeMutablePointer<Task>

    enum Task: Equatable {
        /// Index in the method table.
        case run(Int)
        case refuse(Refusal)
    }

    init() {
        calls = .allocate(capacity: CallGroup.capacity)
        tasks = .allocate(capacity: CallGroup.capacity)
    }

    /// Their elements own nothing: there is nothing to take apart.
    func free() {
        calls.deallocate()
        tasks.deallocate()
    }
}

/// Why a request is not run.
enum Refusal {
    case evenStream, badRequest, metadataTooLong, draining, unknownMethod, deadlineExceeded

    var status: Status {
        switch self {
        case .evenStream: .evenStream
        case .badRequest: .badRequest
        case .metadataTooLong: .metadataTooLong
        case .draining: .draining
        case .unknownMethod: .unknownMethod
        case .deadlineExceeded: .deadlineExceeded
        }
    }
}

extension Status {
    static let evenStream = Status(.invalidArgument, "A client's stream ids are odd.", reason: "STREAM_ID_EVEN")
    static let streamInUse = Status(
        .invalidArgument, "This stream id's call is still running.", reason: "STREAM_ID_IN_USE")
    static let badRequest = Status(
        .invalidArgument, "The frame's bytes are no ttrpc Request.", reason: "REQUEST_MALFORMED")
    static let metadataTooLong = Status(.resourceExhausted, "Send less metadata.", reason: "METADATA_TOO_LONG")
    static let draining = Status(
        .unavailable, "The server is about to stop; ask another, or this address again shortly.", reason: "DRAINING",
        retryDelayMs: 500)
    static let unknownMethod = Status(.unimplemented, "There is no such service or method.", reason: "METHOD_UNKNOWN")
    static let notOverTtrpc = Status(
        .unimplemented, "This method takes a stream of messages; call it over gRPC.", reason: "METHOD_UNKNOWN")
    static let deadlineExceeded = Status(
        .deadlineExceeded, "The deadline passed before the answer was there.", reason: "DEADLINE_EXCEEDED")
    static let tooManyCalls = Status(
        .resourceExhausted, "Too many calls run on this connection; wait for some of them.", reason: "TOO_MANY_CALLS",
        retryDelayMs: 50)
    static let frameTooLong = Status(.resourceExhausted, "A frame carries at most 4 MiB.", reason: "FRAME_TOO_LONG")
    static let shortOfMemory = Status(
        .resourceExhausted, "Too many long requests at once; try again shortly.", reason: "OVERLOADED",
        retryDelayMs: 200)
}
