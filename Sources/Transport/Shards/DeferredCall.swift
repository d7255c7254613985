import RPC
import Synchronization

/// A call whose answer comes from another thread.
final class DeferredCall: Responder {
    private enum State {
        static let running: UInt8 = 0
        static let over: UInt8 = 1
    }

    let stream: UInt32
    let deadline: Deadline
    let isServerStreaming: Bool
    let connection: ConnectionID
    /// Of its request: what it holds while it runs.
    let payloadBytes: Int
    private let mailbox: Mailbox
    private let state = Atomic<UInt8>(State.running)

    init(
        stream: UInt32, deadline: Deadline, isServerStreaming: Bool, connection: ConnectionID, payloadBytes: Int,
        mailbox: Mailbox
    ) {
        self.stream = stream
        self.deadline = deadline
        self.isServerStreaming = isServerStreaming
        self.connection = connection
        self.payloadBytes = payloadBytes
        self.mailbox = mailbox
    }

    /// Whoever makes a call end is the only one who does.
    func end() -> Bool {
        state.compareExchange(expected: State.running, desired: State.over, ordering: .acquiringAndReleasing).exchanged
    }

    var isOver: Bool { state.load(ordering: .acquiring) == State.over }

    var isCancelled: Bool { isOver || (deadline != .none && deadline.isPast(MonotonicClock.now)) }

    func respond(_ payload: [UInt8]) {
        guard end() else { return }
        post(ResponseEnvelope.frame(stream: stream, payload: payload), ends: true)
    }

    func fail(_ status: Status) {
        guard end() else { return }
        post(ResponseEnvelope.frame(stream: stream, status), ends: true)
    }

    func send(_ message: [UInt8]) -> Bool {
        guard !isCancelled else { return false }
        guard message.count <= FrameHeader.maximumLength else {
            fail(Status(.resourceExhausted, "A message is longer than a frame may be.", reason: "ANSWER_TOO_LONG"))
            return false
        }
        post(FrameHeader.frame(stream: stream, type: FrameType.data, message), ends: false)
        return true
    }

    func finish() {
        guard end() else { return }
        let flags = FrameFlag.remoteClosed | FrameFlag.noData
        post(FrameHeader.frame(stream: stream, type: FrameType.data, flags: flags, []), ends: true)
    }

    private func post(_ frame: [UInt8], ends: Bool) {
        mailbox.post(.frame(self, frame, ends: ends))
    }
}
