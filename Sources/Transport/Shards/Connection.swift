import Glibc
import RPC
import TLS

/// One client's connection. Idle it holds no buffers.
final class Connection {
    let id: ConnectionID
    let descriptor: Int32
    let state: ConnectionState
    var face = Face.unknown
    /// What lies between the socket and the face, where the client began with TLS.
    var tls: TLSSession?
    /// The beginning of a frame whose rest has not come.
    var partial: [UInt8] = []
    /// When that frame began, in monotonic nanoseconds.
    var partialSince: Int64 = 0
    /// When a TLS record began whose rest has not come; 0: there is none.
    var recordSince: Int64 = 0
    /// A first frame has come whole.
    var isSettled = false
    /// Bytes still to come that are thrown away: of a frame too long.
    var skip = 0
    /// Answers that the kernel would not take yet.
    @exclusivity(unchecked) var pending: PendingOutput?
    /// Calls whose answers come later, by stream id.
    @exclusivity(unchecked) var calls: [UInt32: DeferredCall] = [:]
    /// Calls that nobody waits for any more while their handlers still work.
    var cancelledCalls = 0
    /// Answers from the mailbox that wait for the end of this round.
    var queued: [(call: DeferredCall, answer: Answer)] = []
    /// Bytes that the kernel took, ever.
    var sentBytes = 0
    /// Messages of streams that it did not take wholly yet, in their order, with what `sentBytes` is once it has.
    var unsentMessages: ArraySlice<UnsentMessage> = []
    /// Where it stands in the counts of faces.
    var counted: (kind: FaceCounts.Kind, isSecured: Bool)?
    /// The client speaks accountd's extra frames.
    var hasExtraFrames = false
    var cancels = CancelBudget()
    var isReading = true
    /// The client sends no more and its calls are cancelled; it is closed once it has what was answered before.
    var isEnding = false
    /// Set by a face that has said its last: it is closed once that is sent.
    var closesWhenSent = false
    var isClosed = false
    /// Monotonic nanoseconds of the last bytes in either direction.
    var lastActive: Int64

    init(id: ConnectionID, descriptor: Int32, shardIndex: Int, now: Int64) {
        self.id = id
        self.descriptor = descriptor
        state = ConnectionState(shardIndex: shardIndex)
        lastActive = now
    }
}

struct UnsentMessage {
    let call: DeferredCall
    let byteCount: Int
    var end: Int
}

extension Connection {
    /// Tells the streams what the kernel has taken of their messages.
    @inline(__always)
    func noteSent(_ count: Int) {
        sentBytes &+= count
        if !unsentMessages.isEmpty { tellStreams() }
    }

    /// What the output held became `count` bytes of records: the messages in it are sent once all of those are.
    func noteSecured(_ count: Int) {
        let begin = sentBytes &+ (pending?.count ?? 0)
        for index in unsentMessages.indices.reversed() {
            guard unsentMessages[index].end > begin else { return }
            unsentMessages[index].end = begin &+ count
        }
    }

    private func tellStreams() {
        while let first = unsentMessages.first, first.end <= sentBytes {
            unsentMessages.removeFirst()
            first.call.noteSent(first.byteCount)
        }
        if unsentMessages.isEmpty { unsentMessages = [] }
    }
}
