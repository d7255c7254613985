import Load
import RPC
import Synchronization

/// A call whose answer is counted on its way. One that nobody answers, since nobody waits for it any more, is counted when the
/// last who works on it lets go.
final class MeteredCall: Responder {
    private let responder: any Responder
    private let meter: MethodMeter
    private let deadline: Deadline
    private let clock: TimeSource
    private let began: Int64
    private let isCounted = Atomic<Bool>(false)
    private let hasBegun = Atomic<Bool>(false)

    init(_ responder: any Responder, _ meter: MethodMeter, deadline: Deadline, _ clock: @escaping TimeSource) {
        self.responder = responder
        self.meter = meter
        self.deadline = deadline
        self.clock = clock
        began = clock()
        meter.began()
    }

    deinit { count(.cancelled, shed: false) }

    /// Told when its work is begun: until then it waited. Counts once.
    func noteBegun() {
        guard !hasBegun.exchange(true, ordering: .relaxed) else { return }
        meter.waited(clock() - began)
    }

    func respond(_ payload: [UInt8]) {
        count(.ok, shed: false)
        responder.respond(payload)
    }

    func respond(making payload: @escaping @Sendable () -> [UInt8]) {
        count(.ok, shed: false)
        responder.respond(making: payload)
    }

    func fail(_ status: Status) {
        count(status.code, shed: status.reason == "OVERLOADED")
        responder.fail(status)
    }

    func send(_ message: [UInt8]) -> Bool { responder.send(message) }

    func whenRoom(_ body: @escaping @Sendable () -> Void) { responder.whenRoom(body) }

    func whenOver(_ body: @escaping @Sendable () -> Void) { responder.whenOver(body) }

    func finish() {
        count(.ok, shed: false)
        responder.finish()
    }

    var isCancelled: Bool { responder.isCancelled }

    func setMetadata(initial: CallMetadata, trailing: CallMetadata) {
        responder.setMetadata(initial: initial, trailing: trailing)
    }

    func setCompression(_ isOn: Bool) { responder.setCompression(isOn) }

    private func count(_ code: StatusCode, shed: Bool) {
        guard !isCounted.exchange(true, ordering: .relaxed) else { return }
        let now = clock()
        if deadline.isPast(now) {
            meter.ended(.deadlineExceeded, after: now - began, shed: false)
        } else {
            let isGone = responder.isCancelled
            meter.ended(isGone ? .cancelled : code, after: now - began, shed: shed && !isGone)
        }
    }
}
