package import Load
import Messages
import RPC

/// What became of one method's calls. Counting takes no lock and allocates nothing.
package final class MethodMeter: Sendable {
    let name: MethodName
    private let codes = Cells(count: StatusCode.allCases.count)
    private let times = Histogram.times()
    private let queueTimes = Histogram.times()
    private let others = Cells(count: 2)

    private enum Other {
        static let inFlight = 0
        static let shed = 1
    }

    init(_ name: MethodName) { self.name = name }

    func began() { others.add(1, at: Other.inFlight) }

    /// Time that a call spent before its work was begun.
    func waited(_ nanoseconds: Int64) { queueTimes.observe(nanoseconds) }

    func ended(_ code: StatusCode, after nanoseconds: Int64, shed: Bool) {
        others.add(-1, at: Other.inFlight)
        codes.add(at: Int(code.rawValue))
        times.observe(nanoseconds)
        if shed { others.add(1, at: Other.shed) }
    }

    /// Calls that were answered together, `failed` of them not with OK.
    @inline(__always)
    func answered(_ calls: Int, failed: Int, in nanoseconds: Int64) {
        codes.add(Int64(calls - failed), at: Int(StatusCode.ok.rawValue))
        times.observe(nanoseconds, times: Int64(calls))
    }

    /// Refused before it was begun, since there was more work than time.
    func turnedAway(_ code: StatusCode) {
        codes.add(at: Int(code.rawValue))
        times.observe(0)
        others.add(1, at: Other.shed)
    }

    /// One of those that failed.
    func failed(_ code: StatusCode) { codes.add(at: Int(code.rawValue)) }

    package var reading: MethodReading {
        MethodReading(
            name: name, codes: codes.all, inFlight: others[Other.inFlight], shed: others[Other.shed],
            times: times.reading, queueTimes: queueTimes.reading)
    }
}

/// A method as it is called: the contract's, and those that every gRPC server has.
package struct MethodName: Sendable, Hashable {
    /// "account.v1.AccountService".
    package let service: String
    /// "SignUp".
    package let method: String
}

extension MethodName {
    init(_ method: Method) { self.init(service: method.description.service, method: method.description.method) }
}

/// One method's calls, at one moment.
package struct MethodReading: Sendable {
    package let name: MethodName
    /// Calls that ended, by their status code's number.
    package let codes: [Int64]
    package let inFlight: Int64
    /// Turned away because there was more work than time.
    package let shed: Int64
    package let times: HistogramReading
    package let queueTimes: HistogramReading

    package var calls: Int64 { codes.reduce(0, &+) }
}
