import CLinux
import Glibc
import Synchronization

/// Work for a shard from other threads. One eventfd in the shard's epoll set wakes it, once for many letters: a block on the
/// shard's queue would wait out the linger.
final class Mailbox: Sendable {
    enum Letter: Sendable {
        case answer(DeferredCall, Answer)
        /// A unary call's, which the shard makes.
        case answerToMake(DeferredCall, @Sendable () -> [UInt8], compressed: Bool)
        /// A call's handler has taken all messages that had come.
        case inboxEmpty(DeferredCall)
        /// The handler of a call that was cancelled is done.
        case released(ConnectionID)
        case adopt(descriptor: Int32)
        case drain
        case stop
    }

    /// Readable while letters wait. Open for as long as anybody can post: a call may end after its shard.
    let eventDescriptor: Int32
    private let letters = Mutex<[Letter]>([])

    init() throws(TransportError) {
        eventDescriptor = eventfd(0, Int32(EFD_NONBLOCK | EFD_CLOEXEC))
        guard eventDescriptor >= 0 else { throw Sockets.failure("an eventfd can't be made") }
    }

    deinit {
        if eventDescriptor >= 0 { close(eventDescriptor) }
        // Connections on their way to a shard that stopped before they came.
        letters.withLock { letters in
            for case .adopt(let descriptor) in letters { close(descriptor) }
        }
    }

    func post(_ letter: Letter) {
        let isFirst = letters.withLock { letters in
            letters.append(letter)
            return letters.count == 1
        }
        guard isFirst else { return }
        var one: UInt64 = 1
        _ = write(eventDescriptor, &one, 8)
    }

    /// Everything posted so far.
    func takeAll() -> [Letter] {
        var count: UInt64 = 0
        _ = read(eventDescriptor, &count, 8)
        return letters.withLock { letters in
            var taken: [Letter] = []
            swap(&taken, &letters)
            return taken
        }
    }
}

/// A place in a shard's table of connections, and which of its tenants is meant.
struct ConnectionID: Sendable, Equatable {
    let slot: UInt32
    let generation: UInt32

    init(slot: UInt32, generation: UInt32) {
        self.slot = slot
        self.generation = generation
    }

    @inline(__always)
    init(token: UInt64) {
        slot = UInt32(truncatingIfNeeded: token)
        generation = UInt32(truncatingIfNeeded: token >> 32)
    }

    var token: UInt64 { UInt64(generation) << 32 | UInt64(slot) }
}
