import Dispatch
import Glibc

/// SIGTERM and SIGINT, from the moment this is made. A second one ends the process at once.
final class StopSignals {
    private let arrived = DispatchSemaphore(value: 0)
    private let sources: [any DispatchSourceSignal]

    init() {
        let queue = DispatchQueue(label: "accountd.signals")
        sources = [SIGTERM, SIGINT].map { number in
            signal(number, SIG_IGN)
            return DispatchSource.makeSignalSource(signal: number, queue: queue)
        }
        for source in sources {
            source.setEventHandler { [arrived] in
                arrived.signal()
                signal(SIGTERM, SIG_DFL)
                signal(SIGINT, SIG_DFL)
            }
            source.activate()
        }
    }

    func wait() { arrived.wait() }
}
