internal import Dispatch
internal import Foundation
internal import Synchronization

/// Engines that run at the same time, each on a thread of its own, and make one run.
package final class EngineGroup {
    package let engines: [Engine]
    /// Told once a second of all of them together, on whichever thread was the last.
    package var onSecond: @Sendable (Recorder.Second) -> Void = { _ in }
    package var isInterrupted: @Sendable () -> Bool = { false }

    package init(_ engines: [Engine]) { self.engines = engines }

    /// By all of them.
    package var recorded: Recorder { Recorder.merged(engines.map(\.recorder)) }

    /// An engine is one thread's alone, for as long as it runs.
    private struct Lent: @unchecked Sendable {
        let engine: Engine
    }

    package func run() throws(LoadError) {
        let progress = Progress(threads: engines.count, onSecond: onSecond)
        let done = DispatchGroup()
        let startNs = MonotonicClock.now
        for engine in engines {
            engine.onSecond = { [recorder = engine.recorder] in progress.note($0, number: recorder.seconds.count) }
            engine.isInterrupted = { [isInterrupted] in isInterrupted() || progress.failure != nil }
            let lent = Lent(engine: engine)
            done.enter()
            Thread.detachNewThread {
                do throws(LoadError) {
                    try lent.engine.run(from: startNs)
                } catch {
                    progress.fail(error)
                }
                done.leave()
            }
        }
        done.wait()
        if let failure = progress.failure { throw failure }
    }

    /// What all threads together have done.
    private final class Progress: Sendable {
        private let threads: Int
        private let onSecond: @Sendable (Recorder.Second) -> Void
        private let seconds = Mutex<[Int: (merged: Recorder.Second, count: Int)]>([:])
        private let firstFailure = Mutex<LoadError?>(nil)

        init(threads: Int, onSecond: @escaping @Sendable (Recorder.Second) -> Void) {
            self.threads = threads
            self.onSecond = onSecond
        }

        var failure: LoadError? { firstFailure.withLock { $0 } }

        func fail(_ error: LoadError) { firstFailure.withLock { if $0 == nil { $0 = error } } }

        /// A thread's second of that number is over.
        func note(_ second: Recorder.Second, number: Int) {
            let whole = seconds.withLock { seconds -> Recorder.Second? in
                var (merged, count) = seconds.removeValue(forKey: number) ?? (Recorder.Second(), 0)
                merged.add(second)
                count += 1
                if count == threads { return merged }
                seconds[number] = (merged, count)
                return nil
            }
            if let whole { onSecond(whole) }
        }
    }
}
