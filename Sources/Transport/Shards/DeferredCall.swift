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
    private let room = Mutex(Room())

    /// A stream with less than this unsent has room. What it then sends comes on top, so a call holds about twice as much at most.
    static let roomBytes = 512 << 10

    private struct Room {
        /// Bytes of Data frames that the kernel has not taken yet.
        var unsent = 0
        var waiter: (@Sendable () -> Void)?
        var ending: (@Sendable () -> Void)?
    }

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
        let ended = state.compareExchange(
            expected: State.running, desired: State.over, ordering: .acquiringAndReleasing
        ).exchanged
        if ended, isServerStreaming {
            wake { _ in true }
            tellEnding { _ in }
        }
        return ended
    }

    func whenOver(_ body: @escaping @Sendable () -> Void) { tellEnding { $0.ending = body } }

    /// Whoever finds the call over takes what is to be called, so it is called once.
    private func tellEnding(_ change: (inout Room) -> Void) {
        let ending = room.withLock { room in
            change(&room)
            guard isOver else { return nil as (@Sendable () -> Void)? }
            defer { room.ending = nil }
            return room.ending
        }
        ending?()
    }

    func whenRoom(_ body: @escaping @Sendable () -> Void) {
        wake { room in
            room.waiter = body
            return room.unsent < Self.roomBytes || isOver
        }
    }

    /// The kernel has taken so many bytes of this call's Data frames.
    func noteSent(_ count: Int) {
        wake { room in
            room.unsent -= count
            return room.unsent < Self.roomBytes
        }
    }

    /// Calls the waiter where `decide` says that it need not wait any longer; not under the lock.
    private func wake(_ decide: (inout Room) -> Bool) {
        let waiter = room.withLock { room in
            guard decide(&room) else { return nil as (@Sendable () -> Void)? }
            defer { room.waiter = nil }
            return room.waiter
        }
        waiter?()
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
        let frame = FrameHeader.frame(stream: stream, type: FrameType.data, message)
        room.withLock { $0.unsent += frame.count }
        post(frame, ends: false)
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
