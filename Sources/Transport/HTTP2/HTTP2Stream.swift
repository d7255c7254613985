import RPC

/// One stream: a request on its way in, an answer on its way out. Streams are used again and again: `HTTP2Workspace` keeps them.
final class HTTP2Stream {
    var id: Int32 = 0
    /// Where it stands in its connection's list.
    var position = 0

    // MARK: The request

    /// The metadata that counts, and behind it, from `bodyStart`, the body as it came.
    let inbound = OutputBuffer(capacity: 512)
    var head = RequestHead()
    var bodyStart = 0
    var deadline = Deadline.none
    /// When it was opened, monotonic nanoseconds.
    var opened: Int64 = 0
    /// Of its body, counted among what its shard gathers.
    var gatheredBytes = 0
    var wasCompressed = false
    /// Bytes of its body that the client may not send again yet: its messages wait for their handler.
    var heldBytes = 0
    var isRequestWhole = false
    /// Its handler has it, or it was refused.
    var isTaken = false
    /// It stands in its connection's `ready`.
    var isReady = false
    var inbox: MessageInbox?

    // MARK: The answer

    /// Of the workspace's answers, what is still to be sent; within this round.
    var answer = 0..<0
    /// What is still to be sent of it in later rounds.
    var waiting: PendingOutput?
    /// Costs of the messages in `waiting`, and where in all that was ever put there each ends.
    var costs: ArraySlice<(cost: Int, end: Int)> = []
    var putBytes = 0
    var sentBytes = 0
    /// When nghttp2 last took something of it, monotonic nanoseconds.
    var lastSent: Int64 = 0
    var call: DeferredCall?
    var trailers = Trailers.none
    /// Metadata that goes with them.
    var trailing = CallMetadata()
    var hasHeaders = false
    /// nghttp2 asked for more and there was none.
    var isDeferred = false
    var isClosed = false

    enum Trailers {
        /// More is to come.
        case none
        case success
        /// What was answered is no call.
        case unneeded
        /// A serialized google.rpc.Status.
        case failure([UInt8])
    }

    /// As new, but for the room that it holds.
    func reset() {
        inbound.removeAll()
        head = RequestHead()
        bodyStart = 0
        deadline = .none
        gatheredBytes = 0
        wasCompressed = false
        heldBytes = 0
        isRequestWhole = false
        isTaken = false
        isReady = false
        inbox = nil
        answer = 0..<0
        waiting = nil
        costs = []
        putBytes = 0
        sentBytes = 0
        call = nil
        trailers = .none
        trailing = CallMetadata()
        hasHeaders = false
        isDeferred = false
        isClosed = false
    }
}

/// What a shard's HTTP/2 connections share, one at a time: streams to be used again, and room for the calls of one read.
final class HTTP2Workspace {
    private var free: ContiguousArray<HTTP2Stream> = []
    /// The parts of the calls that run together, one behind the other.
    let gathered = OutputBuffer(capacity: 16 << 10)
    /// What replies write: records.
    let answers = OutputBuffer(capacity: 16 << 10)
    let fields = ResponseFields()

    private static let keptStreams = 1_024
    private static let keptBytes = 4 << 10

    func take() -> HTTP2Stream { free.popLast() ?? HTTP2Stream() }

    func giveBack(_ stream: HTTP2Stream) {
        // One that grew by a long request goes.
        guard free.count < Self.keptStreams, stream.inbound.roomBytes <= Self.keptBytes else { return }
        stream.reset()
        free.append(stream)
    }
}
