import Dispatch
package import Domain
import Synchronization

/// Does what transactions promised: mails, purges, the destruction of data keys. One thread does it all in order, so that
/// nothing of a deleted account can be written after it was removed.
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
    private let tools: OutboxTools

    /// `report` is called on the worker's thread.
    package init(
        store: any Store, environment: Environment, sender: MailSender, transport: any MailTransport,
        removal: any MailRemoval, objects: any ObjectStore, report: @escaping @Sendable (DeliveryEvent) -> Void
    ) {
        tools = OutboxTools(
            store: BlockingStore(store: store, environment: environment),
            renderer: MailRenderer(sender: sender, policy: environment.policy, time: environment.text),
            transport: transport, removal: removal, objects: objects, report: report)
    }

    /// Begins with what was left, also what a crash left half done. From now on the store wakes it.
    package func start() {
        let isFirst = state.withLock { state in
            defer { state.isStarted = true }
            return !state.isStarted && !state.isStopping
        }
        guard isFirst else { return }
        tools.store.store.whenPromised { [weak self] in self?.wake() }
        queue.async(group: running) { [self] in run() }
    }

    /// There may be new jobs. Cheap; may be called on any thread.
    package func wake() {
        guard !isWakePending.exchange(true, ordering: .acquiringAndReleasing) else { return }
        wakeUp.signal()
    }

    /// Returns once the job in hand is finished and the thread is done. The others keep till the next start. The store has to
    /// be open until then.
    package func stop() {
        state.withLock { $0.isStopping = true }
        wake()
        running.wait()
    }

    private var isStopping: Bool { state.withLock { $0.isStopping } }

    private func run() {
        var round = OutboxRound(tools: tools, isStopping: { [self] in isStopping })
        while !isStopping {
            if round.run() { continue }
            // The store wakes it for new jobs; retries fall due by themselves.
            _ = wakeUp.wait(timeout: .now() + .seconds(1))
            isWakePending.store(false, ordering: .releasing)
        }
    }
}

/// What the jobs are done with.
struct OutboxTools: Sendable {
    let store: BlockingStore
    let renderer: MailRenderer
    let transport: any MailTransport
    let removal: any MailRemoval
    let objects: any ObjectStore
    let report: @Sendable (DeliveryEvent) -> Void
}
