import Dispatch
import Services

/// Has every open watch send something now and then, so that both sides find out when the other is gone.
final class Heartbeat {
    private let timer: any DispatchSourceTimer
    private let seconds: Int

    init(_ watches: WatchHub, everySeconds seconds: Int) {
        self.seconds = seconds
        timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "accountd.heartbeat"))
        timer.setEventHandler { watches.beat() }
    }

    func start() {
        timer.schedule(deadline: .now() + .seconds(seconds), repeating: .seconds(seconds), leeway: .milliseconds(100))
        timer.activate()
    }

    func stop() { timer.cancel() }
}
