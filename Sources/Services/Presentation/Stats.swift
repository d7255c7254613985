import Domain
import Load
import Messages
import RPC

extension Stats {
    init(_ methods: [MethodReading], _ parts: PartsReading, _ outbox: [OutboxDepth], now: Instant) {
        self.init(
            takenAt: Timestamp(now), startedAt: Timestamp(parts.startedAt),
            methods: methods.filter(\.wasCalled).map(MethodStats.init),
            queues: parts.queues.map(QueueStats.init), store: StoreStats(parts),
            outbox: outbox.map { depth in
                OutboxLaneStats(
                    lane: "\(depth.lane)", waiting: depth.count,
                    age: DurationMessage(TimeSpan(microseconds: max(0, (now - depth.oldest).microseconds))))
            },
            connections: parts.connections.map { face in
                ConnectionStats(
                    face: face.face, open: face.open, accepted: face.accepted, overTls: face.isSecured)
            }, process: ProcessStats(parts.process))
    }
}

extension MethodStats {
    fileprivate init(_ reading: MethodReading) {
        let codes = StatusCode.allCases.compactMap { code -> CodeCount? in
            let count = reading.codes[Int(code.rawValue)]
            return count > 0 ? CodeCount(code: "\(code)", count: count) : nil
        }
        self.init(
            service: reading.name.service, method: reading.name.method,
            calls: reading.calls, inFlight: reading.inFlight, shed: reading.shed, codes: codes,
            latency: TimeStats(reading.times), queueTime: TimeStats(reading.queueTimes))
    }
}

extension TimeStats {
    fileprivate init(_ reading: HistogramReading) {
        self.init(
            count: reading.count, sum: DurationMessage(nanoseconds: reading.sum),
            p50: DurationMessage(nanoseconds: reading.quantile(0.5)),
            p99: DurationMessage(nanoseconds: reading.quantile(0.99)))
    }
}

extension QueueStats {
    fileprivate init(_ reading: QueueReading) {
        self.init(
            queue: reading.queue, priority: reading.line, waiting: reading.waiting, shed: reading.shed,
            queueTime: TimeStats(reading.times))
    }
}

extension StoreStats {
    fileprivate init(_ parts: PartsReading) {
        self.init(
            commits: parts.commitTimes?.count ?? 0, changes: parts.commitSizes?.sum ?? 0,
            commitTime: parts.commitTimes.map(TimeStats.init))
    }
}

extension ProcessStats {
    fileprivate init(_ reading: ProcessReading) {
        self.init(
            cpuTime: DurationMessage(reading.cpuTime), residentBytes: reading.residentBytes, threads: reading.threads,
            openDescriptors: reading.openDescriptors, descriptorLimit: reading.descriptorLimit)
    }
}

extension DurationMessage {
    init(nanoseconds: Int64) {
        self.init(
            seconds: nanoseconds / 1_000_000_000, nanos: Int32(truncatingIfNeeded: nanoseconds % 1_000_000_000))
    }

    init(_ span: TimeSpan) {
        self.init(
            seconds: span.microseconds / 1_000_000,
            nanos: Int32(truncatingIfNeeded: span.microseconds % 1_000_000 * 1_000))
    }
}
