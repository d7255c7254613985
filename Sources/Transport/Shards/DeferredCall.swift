import RPC
import Synchronization

/// A call whose answer comes from another thread.
final class DeferredCall: Sendable {
    private enum State {
        static let running: UInt8 = 0
        /// By its handler.
        static let ended: UInt8 = 1
        /// By its shard, while the handler may still be at work.
        static let cancelled: UInt8 = 2
    }

    let stream: UInt32
    let deadline: Deadline
    let isServerStreaming: Bool
    let connection: ConnectionID
    /// Of its request: what it holds while it runs.
    let payloadBytes: Int
    /// Where its messages come in, for a client's stream.
    let inbox: MessageInbox?
    private let mailbox: Mailbox
    private let state = Atomic<UInt8>(State.running)
    private let room = Mutex(Room())
    private let extras = Mutex(Extras())

    /// A stream with less than this unsent has room. What it then sends comes on top, so a call holds about twice as much at most.
    static let roomBytes = 512 << 10

    private struct Room {
        /// What its messages cost that the client has not been sent yet.
        var unsent = 0
        var waiter: (@Sendable () -> Void)?
        var ending: (@Sendable () -> Void)?
    }

    /// What goes with the answers of a face that carries it.
    struct Extras {
        var initial = CallMetadata()
        var trailing = CallMetadata()
        var compresses = false
    }

    init(
        stream: UInt32, deadline: Deadline, isServerStreaming: Bool, connection: ConnectionID, payloadBytes: Int,
        inbox: MessageInbox? = nil, mailbox: Mailbox
    ) {
        self.stream = stream
        self.deadline = deadline
        self.isServerStreaming = isServerStreaming
        self.connection = connection
        self.payloadBytes = payloadBytes
        self.inbox = inbox
        self.mailbox = mailbox
    }

    /// Whoever makes a call end is the only one who does.
    func end() -> Bool { leave(for: State.ended) }

    /// Nobody waits for its answer any more. False where it had ended.
    func cancel() -> Bool { leave(for: State.cancelled) }

    private func leave(for end: UInt8) -> Bool {
        let ended = state.compareExchange(
            expected: State.running, desired: end, ordering: .acquiringAndReleasing
        ).exchanged
        if ended {
            if isServerStreaming {
                wake { _ in true }
                tellEnding { _ in }
            }
            inbox?.close()
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

    /// The client has been sent messages of this cost.
    func noteSent(_ cost: Int) {
        wake { room in
            room.unsent -= cost
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

    var isOver: Bool { state.load(ordering: .acquiring) != State.running }

    var isCancelled: Bool { isOver || (deadline != .none && deadline.isPast(MonotonicClock.now)) }

    var answerExtras: Extras { extras.withLock { $0 } }

    func change(_ body: (inout Extras) -> Void) { extras.withLock { body(&$0) } }

    /// Ends it with its last answer, if it has not ended yet. What was given up because its time was over says so.
    func end(_ answer: Answer) {
        let isLate = deadline != .none && deadline.isPast(MonotonicClock.now)
        guard end() else { return }
        if case .failure = answer, isLate { return mailbox.post(.answer(self, .failure(.deadlineExceeded))) }
        mailbox.post(.answer(self, answer))
    }

    /// The same with an answer that its shard makes.
    func end(making payload: @escaping @Sendable () -> [UInt8], compressed: Bool) {
        guard end() else { return }
        mailbox.post(.answerToMake(self, payload, compressed: compressed))
    }

    func send(_ message: [UInt8]) -> Bool {
        guard !isCancelled else { return false }
        guard message.count <= FrameHeader.maximumLength else {
            end(.failure(Status(.resourceExhausted, "A message is longer than 4 MiB.", reason: "ANSWER_TOO_LONG")))
            return false
        }
        let compressed = extras.withLock { $0.compresses }
        room.withLock { $0.unsent += Answer.cost(of: message) }
        mailbox.post(.answer(self, .message(message, compressed: compressed)))
        return true
    }

    /// Its handler wants more than has come.
    func noteInboxEmpty() { mailbox.post(.inboxEmpty(self)) }

    /// Its handler has let go of it: it can't be answered any more.
    func noteReleased() {
        end(.failure(.unanswered))
        if state.load(ordering: .acquiring) == State.cancelled { mailbox.post(.released(connection)) }
    }
}

/// What a handler answers, as its shard gets it.
enum Answer: Sendable {
    /// A unary call's.
    case payload([UInt8], compressed: Bool)
    /// One of a stream's.
    case message([UInt8], compressed: Bool)
    /// A stream's end.
    case finished
    case failure(Status)

    var ends: Bool {
        if case .message = self { false } else { true }
    }

    /// What a message takes on its way, with about what goes around it.
    static func cost(of message: [UInt8]) -> Int { FrameHeader.byteCount + message.count }
}

/// A deferred call as its handler holds it. When the handler lets go of it, its work is over.
final class CallResponder: Responder, MessageSource {
    private let call: DeferredCall

    init(_ call: DeferredCall) { self.call = call }

    deinit { call.noteReleased() }

    var isCancelled: Bool { call.isCancelled }

    func respond(_ payload: [UInt8]) { call.end(.payload(payload, compressed: call.answerExtras.compresses)) }
    func respond(making payload: @escaping @Sendable () -> [UInt8]) {
        call.end(making: payload, compressed: call.answerExtras.compresses)
    }
    func fail(_ status: Status) { call.end(.failure(status)) }
    func finish() { call.end(.finished) }
    func send(_ message: [UInt8]) -> Bool { call.send(message) }
    func whenRoom(_ body: @escaping @Sendable () -> Void) { call.whenRoom(body) }
    func whenOver(_ body: @escaping @Sendable () -> Void) { call.whenOver(body) }

    func setMetadata(initial: CallMetadata, trailing: CallMetadata) {
        call.change { extras in
            extras.initial = initial
            extras.trailing = trailing
        }
    }

    func setCompression(_ isOn: Bool) { call.change { $0.compresses = isOn } }

    func next(_ body: @escaping @Sendable (StreamedMessage?) -> Void) {
        guard let inbox = call.inbox else { return body(nil) }
        if inbox.next(body) { call.noteInboxEmpty() }
    }
}
