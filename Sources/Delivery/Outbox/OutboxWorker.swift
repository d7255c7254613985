import Dispatch
package import Domain
import Synchronization

/// Does what transactions promised: mails, purges, the destruction of data keys. One thread leases and commits; every lane
/// has threads of its own to do its jobs, so that a slow destination holds up nothing but itself.
package final class OutboxWorker: Sendable {
    private struct State {
        var isStarted = false
        var isStopping = false
    }

    private let state = Mutex(State())
    private let isWakePending = Atomic<Bool>(false)
    private let wakeUp = DispatchSemaphore(value: 0)
    private let running = DispatchGroup()
    private let queue = DispatchQueue(label: "accountd.outbox", qos: .utility)
    private let store: BlockingStore
    private let handlers: [any OutboxJobHandler]
    private let report: @Sendable (DeliveryEvent) -> Void
    /// For whoever else does what can't be taken back.
    package let timeGuard: TimeGuard

    /// Jobs of kinds that no handler does are left alone. `report` is called on the worker's threads.
    package init(
        store: any Store, environment: Environment, handlers: [any OutboxJobHandler],
        report: @escaping @Sendable (DeliveryEvent) -> Void
    ) {
        self.store = BlockingStore(store: store, environment: environment)
        self.handlers = handlers
        self.report = report
        timeGuard = TimeGuard(clock: environment.clock, report: report)
    }

    /// Begins with what was left, also what a crash left half done. From now on the store wakes it.
    package func start() {
        let isFirst = state.withLock { state in
            defer { state.isStarted = true }
            return !state.isStarted && !state.isStopping
        }
        guard isFirst else { return }
        store.store.whenPromised { [weak self] in self?.wake() }
        queue.async(group: running) { [self] in run() }
    }

    /// There may be new jobs. Cheap; may be called on any thread.
    package func wake() {
        guard !isWakePending.exchange(true, ordering: .acquiringAndReleasing) else { return }
        wakeUp.signal()
    }

    /// Returns once the jobs in hand are over and committed. The others keep till the next start. The store has to be open
    /// until then.
    package func stop() {
        state.withLock { $0.isStopping = true }
        wake()
        running.wait()
    }

    private var isStopping: Bool { state.withLock { $0.isStopping } }

    private func run() {
        let context = JobContext(
            store: store, report: report, isStopping: { [self] in isStopping },
            isTimeTrusted: { [timeGuard] in timeGuard.isTrusted() })
        var dispatcher = OutboxDispatcher(handlers, context, wake: { [self] in wake() })
        while !isStopping {
            _ = timeGuard.isTrusted()
            if dispatcher.round() { continue }
            // The store wakes it for new jobs, threads for those that are over; retries fall due by themselves.
            sleep()
        }
        while dispatcher.isDraining() { sleep() }
        dispatcher.end()
    }

    private func sleep() {
        _ = wakeUp.wait(timeout: .now() + .seconds(1))
        isWakePending.store(false, ordering: .releasing)
    }
}
