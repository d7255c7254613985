internal import Histogram

// What several threads recorded, as if it had been one.
extension Recorder {
    static func merged(_ recorders: [Recorder]) -> Recorder {
        guard let first = recorders.first else { return Recorder(series: []) }
        guard recorders.count > 1 else { return first }
        let merged = Recorder(
            series: first.series.map(\.name), counting: first.counting, phases: max(1, first.phases.count))
        for recorder in recorders { merged.add(recorder) }
        return merged
    }
}

extension Recorder.Second {
    mutating func add(_ other: Recorder.Second) {
        started += other.started
        succeeded += other.succeeded
        failed += other.failed
        response.add(other.response)
        lagMaxNs = max(lagMaxNs, other.lagMaxNs)
        probe.add(other.probe)
    }
}

extension Probe {
    /// Only one of the threads watches the server.
    fileprivate mutating func add(_ other: Probe) {
        serverCPU = serverCPU ?? other.serverCPU
        serverResidentBytes = serverResidentBytes ?? other.serverResidentBytes
        generatorCPU += other.generatorCPU
        generatorWait = max(generatorWait, other.generatorWait)
        seconds = max(seconds, other.seconds)
    }
}

extension Series {
    func add(_ other: Series) {
        response.add(other.response)
        service.add(other.service)
        if let times = other.failedResponse {
            if failedResponse == nil { failedResponse = .latency(.two) }
            failedResponse?.add(times)
        }
        succeeded += other.succeeded
        failed.merge(other.failed) { $0 + $1 }
        firstFailures.merge(other.firstFailures) { first, _ in first }
    }
}
