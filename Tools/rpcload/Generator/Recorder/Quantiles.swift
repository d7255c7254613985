internal import Histogram

/// A histogram's figures. Nil where nothing was recorded.
extension Series {
    /// From when calls were due; `percentile` 0 to 100, the answer in nanoseconds.
    package func responseNs(_ percentile: Double) -> UInt64? { response.quantile(percentile) }
    package var responseMeanNs: Double? { response.totalCount > 0 ? response.mean : nil }
    package func serviceNs(_ percentile: Double) -> UInt64? { service.quantile(percentile) }
}

extension Histogram where Count == UInt64 {
    func quantile(_ percentile: Double) -> UInt64? { totalCount > 0 ? valueAtPercentile(percentile) : nil }
}
