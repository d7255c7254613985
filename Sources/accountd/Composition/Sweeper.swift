import Delivery
import Dispatch
import Domain

/// Now and then removes what no rule can need any more, a little at a time.
final class Sweeper {
    private let timer: any DispatchSourceTimer
    private static let everySeconds = 60
    private static let rowsATable = 2_000

    init(_ store: any Store, _ environment: Environment, _ timeGuard: TimeGuard) {
        timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "accountd.sweeper"))
        timer.setEventHandler {
            guard timeGuard.isTrusted() else { return }
            store.write(unless: { false }) { rows throws(DomainError) -> Verdict<Void> in
                try rows.sweep(now: environment.clock.now(), limit: Sweeper.rowsATable)
                return .done(())
            } then: { _ in
            }
        }
    }

    func start() {
        timer.schedule(deadline: .now() + .seconds(5), repeating: .seconds(Sweeper.everySeconds), leeway: .seconds(5))
        timer.activate()
    }

    func stop() { timer.cancel() }
}
