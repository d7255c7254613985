import CNghttp2
import RPC

/// One stream: a request on its way in, an answer on its way out. It and its connection belong to one shard, whose thread never comes
/// back to a property while it changes it: checks of exclusive access are left out, which cost a tenth of a call. Streams are used again and again: `HTTP2Workspace` keeps them.
final class HTTP2Stream {
    @exclusivity(unchecked) var id: Int32 = 0
    /// Where it stands in its connection's list.
    @exclusivity(unchecked) var position = 0

    // MARK: The request

    /// The metadata that counts, and behind it, from `bodyStart`, the body as it came.
    let inbound = OutputBuffer(capacity: 512)
    @exclusivity(unchecked) var head = RequestHead()
    /// Its path, where no method has it.
    @exclusivity(unchecked) var pagePath: String?
    /// Why its call isn't run.
    @exclusivity(unchecked) var refusal: Status?
    /// For a method that reads it.
    @exclusivity(unchecked) var metadata = CallMetadata()
    @exclusivity(unchecked) var bodyStart = 0
    @exclusivity(unchecked) var deadline = Deadline.none
    /// When it was opened, monotonic nanoseconds.
    @exclusivity(unchecked) var opened: Int64 = 0
    /// Of its body, counted among what its shard gathers.
    @exclusivity(unchecked) var gatheredBytes = 0
    @exclusivity(unchecked) var wasCompressed = false
    /// Bytes of its body that the client may not send again yet: its messages wait for their handler.
    @exclusivity(unchecked) var heldBytes = 0
    @exclusivity(unchecked) var isRequestWhole = false
    /// Its handler has it, or it was refused.
    @exclusivity(unchecked) var isTaken = false
    /// It stands in its connection's `ready`.
    @exclusivity(unchecked) var isReady = false
    @exclusivity(unchecked) var inbox: MessageInbox?

    // MARK: The answer

    /// Of the workspace's answers, what is still to be sent; within this round.
    @exclusivity(unchecked) var answer = 0..<0
    /// What is still to be sent of it in later rounds.
    @exclusivity(unchecked) var waiting: PendingOutput?
    /// Costs of the messages in `waiting`, and where in all that was ever put there each ends.
    @exclusivity(unchecked) var costs: ArraySlice<(cost: Int, end: Int)> = []
    @exclusivity(unchecked) var putBytes = 0
    @exclusivity(unchecked) var sentBytes = 0
    /// When nghttp2 last took something of it, monotonic nanoseconds.
    @exclusivity(unchecked) var lastSent: Int64 = 0
    @exclusivity(unchecked) var call: DeferredCall?
    @exclusivity(unchecked) var trailers = Trailers.none
    /// Metadata that goes with them.
    @exclusivity(unchecked) var trailing = CallMetadata()
    @exclusivity(unchecked) var hasHeaders = false
    /// nghttp2 asked for more and there was none.
    @exclusivity(unchecked) var isDeferred = false
    @exclusivity(unchecked) var isClosed = false

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
        pagePath = nil
        refusal = nil
        if !metadata.entries.isEmpty { metadata = CallMetadata() }
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
        if !trailing.entries.isEmpty { trailing = CallMetadata() }
        hasHeaders = false
        isDeferred = false
        isClosed = false
    }
}

/// What a shard's HTTP/2 connections share, one at a time: streams to be used again, and room for the calls of one read.
final class HTTP2Workspace {
    @exclusivity(unchecked) private var free: ContiguousArray<HTTP2Stream> = []
    /// The parts of the calls that run together, one behind the other.
    let gathered = OutputBuffer(capacity: 16 << 10)
    /// What replies write: records.
    let answers = OutputBuffer(capacity: 16 << 10)
    let fields = ResponseFields()
    /// What nghttp2's sessions are made of.
    var memory: UnsafeMutablePointer<nghttp2_mem>? { accountd_blocks_mem(blocks) }
    private let blocks = accountd_blocks_new()

    deinit { accountd_blocks_free(blocks) }

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
