package import Histogram

package typealias LatencyHistogram = Histogram<UInt64>

extension Histogram where Count == UInt64 {
    /// Nanoseconds up to an hour; what took longer counts as an hour.
    static func latency(_ digits: SignificantDigits = .three) -> LatencyHistogram {
        LatencyHistogram(
            lowestDiscernibleValue: 64, highestTrackableValue: longestNs, numberOfSignificantValueDigits: digits)
    }

    static var longestNs: UInt64 { 3_600_000_000_000 }
}

/// What became of one kind of call. Failures are a series of their own: a refusal that comes fast makes no server fast.
package final class Series {
    package let name: String
    /// From when the call was due to its answer, and from when it was sent.
    @exclusivity(unchecked) package internal(set) var response: LatencyHistogram
    @exclusivity(unchecked) package internal(set) var service: LatencyHistogram
    /// Of failures, from when they were due.
    @exclusivity(unchecked) package internal(set) var failedResponse: LatencyHistogram?
    @exclusivity(unchecked) package internal(set) var succeeded = 0
    /// By code.
    @exclusivity(unchecked) package internal(set) var failed: [Int32: Int] = [:]
    @exclusivity(unchecked) package internal(set) var firstFailures: [Int32: String] = [:]
    private let digits: SignificantDigits
    private let measuresService: Bool

    init(_ name: String, digits: SignificantDigits = .three, measuresService: Bool = true) {
        self.name = name
        self.digits = digits
        self.measuresService = measuresService
        response = .latency(digits)
        service = .latency(measuresService ? digits : .one)
    }

    package var failures: Int { failed.values.reduce(0, +) }
    package var calls: Int { succeeded + failures }

    @inline(__always)
    func succeed(responseNs: UInt64, serviceNs: UInt64) {
        succeeded += 1
        _ = response.record(min(responseNs, LatencyHistogram.longestNs))
        if measuresService { _ = service.record(min(serviceNs, LatencyHistogram.longestNs)) }
    }

    /// Answers whether it is the first of the code: then it wants a description.
    func fail(_ code: Int32, responseNs: UInt64) -> Bool {
        failed[code, default: 0] += 1
        if failedResponse == nil { failedResponse = .latency(.two) }
        _ = failedResponse?.record(min(responseNs, LatencyHistogram.longestNs))
        return firstFailures[code] == nil
    }

    func describe(_ code: Int32, _ text: String) { firstFailures[code] = String(text.prefix(500)) }
}
