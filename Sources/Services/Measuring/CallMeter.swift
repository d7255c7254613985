package import Load
import Messages
import RPC

/// All methods' meters, and the clock they are read by.
package struct CallMeter: Sendable {
    let clock: TimeSource
    private let methods: [MethodMeter]

    package init(clock: @escaping TimeSource = Monotonic.system) {
        self.clock = clock
        methods = (Method.allCases.map(MethodName.init) + Reflection.names).map(MethodMeter.init)
    }

    /// Found once, when the table is made: not for a call.
    func meter(_ name: MethodName) -> MethodMeter { methods.first { $0.name == name } ?? MethodMeter(name) }

    package var readings: [MethodReading] { methods.map(\.reading) }

    /// The same handler, its calls counted. A batched one counts its batches itself.
    func measured(_ handler: Handler, _ name: MethodName) -> Handler {
        let meter = meter(name)
        switch handler {
        case .batched: return handler
        case .inline(let run):
            return .inline { [clock] call, reply in
                let began = clock()
                run(call, &reply)
                meter.answered(1, failed: reply.failure == nil ? 0 : 1, in: clock() - began)
                if let code = reply.failure { meter.failed(code) }
            }
        case .streaming(let run):
            return .streaming { [clock] call, messages, responder in
                run(call, messages, MeteredCall(responder, meter, deadline: call.deadline, clock))
            }
        case .deferred(let run):
            return .deferred { [clock] call, responder in
                run(call, MeteredCall(responder, meter, deadline: call.deadline, clock))
            }
        case .gated(let gate, let run):
            return .gated {
                guard let refusal = gate() else { return nil }
                meter.turnedAway(refusal.code)
                return refusal
            } _: { [clock] call, responder in
                run(call, MeteredCall(responder, meter, deadline: call.deadline, clock))
            }
        }
    }
}
