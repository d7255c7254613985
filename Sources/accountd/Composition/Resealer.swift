import Crypto
import Dispatch
import Domain
import SQLiteStore
import Synchronization

/// Runs a `Resealing` on a store, transaction by transaction, and leaves the writer half of its time for others.
final class Resealer: Sendable {
    enum End: Sendable {
        case done
        case stuck(values: Int)
        case failed(DomainError)
    }

    private let store: SQLiteStore
    private let cryptography: ServerCryptography
    private let clock: any Clock
    private let queue: DispatchQueue
    private let isStopped = Atomic<Bool>(false)

    init(_ store: SQLiteStore, _ cryptography: ServerCryptography, _ clock: any Clock, on queue: DispatchQueue) {
        self.store = store
        self.cryptography = cryptography
        self.clock = clock
        self.queue = queue
    }

    /// The step under way is still made; nothing comes after it, no end either.
    func stop() { isStopped.store(true, ordering: .relaxed) }

    /// `progress` gets the number of values that name an older generation, `end` comes last; both on the queue.
    func run(progress: @escaping @Sendable (Int) -> Void, end: @escaping @Sendable (End) -> Void) {
        let resealing = Resealing(cryptography, clock)
        write(
            { rows throws(DomainError) in (resealing, try resealing.begin(rows)) }, after: .now(), progress, end)
    }

    private typealias Step = @Sendable (any Transaction) throws(DomainError) -> (Resealing, Resealing.Progress)

    private func write(
        _ step: @escaping Step, after: DispatchTime, _ progress: @escaping @Sendable (Int) -> Void,
        _ end: @escaping @Sendable (End) -> Void
    ) {
        queue.asyncAfter(deadline: after) { [self] in
            guard !isStopped.load(ordering: .relaxed) else { return }
            let start = DispatchTime.now()
            store.write(unless: { false }) { rows throws(DomainError) in
                .done(try step(rows))
            } then: { outcome in
                let took = DispatchTime.now().uptimeNanoseconds &- start.uptimeNanoseconds
                self.queue.async { self.goOn(outcome, took: .nanoseconds(Int(clamping: took)), progress, end) }
            }
        }
    }

    private func goOn(
        _ outcome: Outcome<(Resealing, Resealing.Progress)>, took: DispatchTimeInterval,
        _ progress: @escaping @Sendable (Int) -> Void, _ end: @escaping @Sendable (End) -> Void
    ) {
        guard !isStopped.load(ordering: .relaxed) else { return }
        switch outcome {
        case .committed((let resealing, .remaining(let left))):
            progress(left)
            let next: Step = { rows throws(DomainError) in
                var resealing = resealing
                let progress = try resealing.step(rows, left)
                return (resealing, progress)
            }
            write(next, after: .now() + took, progress, end)
        case .committed((_, .done)): end(.done)
        case .committed((_, .stuck(let values))): end(.stuck(values: values))
        case .refused(let error), .failed(let error): end(.failed(error))
        }
    }
}
