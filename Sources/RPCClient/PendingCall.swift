internal import Dispatch
internal import RPC
internal import Synchronization

/// What is asked of the server, apart from when.
struct CallRequest: Sendable {
    let service: String
    let method: String
    let payload: [UInt8]
    let metadata: [Metadata]
    let isStream: Bool

    /// A Request frame's data.
    func encoded(timeoutNanoseconds: Int64, offersExtraFrames: Bool) -> [UInt8] {
        let offer = offersExtraFrames ? [RequestEnvelope.extraFramesOffer] : []
        return RequestEnvelope.encode(
            service: service, method: method, payload: payload, timeoutNanoseconds: timeoutNanoseconds,
            metadata: metadata.map { ($0.name, $0.value) } + offer)
    }
}

/// Who waits for a call.
enum CallSink: Sendable {
    case nobody
    case continuation(CheckedContinuation<Result<[UInt8], Status>, Never>)
    case thread(BlockedThread)
    case stream(AsyncThrowingStream<[UInt8], any Error>.Continuation)
}

/// One call from its start to its end, over all its tries. What changes in it belongs to the client's thread alone, once it
/// was handed over; only `isCancelled` is anybody's.
final class PendingCall: @unchecked Sendable {
    let request: CallRequest
    let deadline: Deadline
    let isRepeatable: Bool
    let isCancelled = Atomic<Bool>(false)
    var sink = CallSink.nobody

    /// Tries begun, those that found no server included.
    var attempts = 0
    /// Taken on by the client's thread, and not ended.
    var isOpen = false
    var isDone = false
    /// Messages of its stream that were handed on.
    var messages = 0
    /// Where its frame begins among all bytes given to `connection`.
    var frameStart: Int64 = 0
    var stream: UInt32 = 0
    weak var connection: Connection?
    /// When `TimerHeap` brings it up, and where in there it is; -1: nowhere.
    var wakeAt = Int64.max
    var heapIndex = -1

    init(request: CallRequest, deadline: Deadline, isRepeatable: Bool) {
        self.request = request
        self.deadline = deadline
        self.isRepeatable = isRepeatable
    }

    /// Tells who waits. The first end counts.
    func finish(_ result: Result<[UInt8], Status>) {
        guard !isDone else { return }
        isDone = true
        switch sink {
        case .nobody: break
        case .continuation(let continuation): continuation.resume(returning: result)
        case .thread(let thread): thread.wake(result)
        case .stream(let continuation):
            switch result {
            case .success: continuation.finish()
            case .failure(let status): continuation.finish(throwing: status)
            }
        }
        sink = .nobody
    }
}

/// A thread that waits for one answer.
final class BlockedThread: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)
    private let answer = Mutex<Result<[UInt8], Status>>(.failure(.closed))

    func wake(_ result: Result<[UInt8], Status>) {
        answer.withLock { $0 = result }
        semaphore.signal()
    }

    func wait() -> Result<[UInt8], Status> {
        semaphore.wait()
        return answer.withLock { $0 }
    }
}
