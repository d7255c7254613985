import Dispatch
import Glibc
import Synchronization

/// At most so many threads of a lane's own, made when they are first needed: what blocks here blocks nothing else.
final class JobThreads: Sendable {
    private struct State {
        var waiting: [@Sendable () -> Void] = []
        var idle = 0
        var threads = 0
    }

    private let state = Mutex(State())
    private let available = DispatchSemaphore(value: 0)
    private let limit: Int

    init(limit: Int) { self.limit = max(1, limit) }

    /// Runs in the order of calls, as threads are free. False when there is no thread and none could be made.
    func submit(_ work: @escaping @Sendable () -> Void) -> Bool {
        let needsThread = state.withLock { state in
            state.waiting.append(work)
            guard state.idle < state.waiting.count, state.threads < limit else { return false }
            state.threads += 1
            return true
        }
        if needsThread, !startThread() {
            let isAlone = state.withLock { state in
                state.threads -= 1
                if state.threads == 0 { state.waiting.removeAll() }
                return state.threads == 0
            }
            if isAlone { return false }
        }
        available.signal()
        return true
    }

    /// The threads end once nothing waits any more.
    func stop() {
        let count = state.withLock { $0.threads }
        for _ in 0..<count { available.signal() }
    }

    private func run() {
        while true {
            state.withLock { $0.idle += 1 }
            available.wait()
            let work = state.withLock { state in
                state.idle -= 1
                return state.waiting.isEmpty ? nil : state.waiting.removeFirst()
            }
            guard let work else { return }
            work()
        }
    }

    private func startThread() -> Bool {
        var thread = pthread_t()
        let box = Unmanaged.passRetained(self)
        let started = pthread_create(
            &thread, nil,
            { argument in
                guard let argument else { return nil }
                Unmanaged<JobThreads>.fromOpaque(argument).takeRetainedValue().run()
                return nil
            }, box.toOpaque())
        if started == 0 { pthread_detach(thread) } else { box.release() }
        return started == 0
    }
}
