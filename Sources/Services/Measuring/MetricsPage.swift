import Domain
import Load
import Messages
import RPC
import Synchronization

extension ServiceRuntime {
    /// The type of `metricsPage`, as HTTP names it.
    package static var metricsContentType: String { OpenMetricsText.contentType }

    /// What a Prometheus scrapes. Waits for nothing; the outbox's numbers are those of the look before. Made once a second at most:
    /// anybody may ask for it, and it costs what hundreds of calls do.
    package func metricsPage() -> [UInt8] {
        keptPage.page(at: calls.clock()) { makeMetricsPage() }
    }

    private func makeMetricsPage() -> [UInt8] {
        var text = OpenMetricsText()
        text.add(calls.readings.filter(\.wasCalled))
        let parts = parts()
        text.add(refused: parts.refusedCalls)
        text.add(queues: parts.queues)
        text.add(store: parts)
        text.add(outbox.depths(store), now: environment.clock.now())
        text.add(parts.connections)
        text.add(parts.process, startedAt: parts.startedAt)
        return text.bytes
    }
}

/// The page as it was made last.
final class KeptPage: Sendable {
    private static let goodFor: Int64 = 1_000_000_000

    private let kept = Mutex<(page: [UInt8], madeAt: Int64)?>(nil)

    func page(at now: Int64, _ make: () -> [UInt8]) -> [UInt8] {
        kept.withLock { kept in
            if let kept, now - kept.madeAt < Self.goodFor { return kept.page }
            let page = make()
            kept = (page, now)
            return page
        }
    }
}

extension MethodReading {
    var wasCalled: Bool { inFlight > 0 || codes.contains { $0 > 0 } }

    fileprivate var labels: [(String, String)] {
        [("service", name.service), ("method", name.method)]
    }
}

private let secondsOfNanoseconds = 1e-9

extension OpenMetricsText {
    fileprivate mutating func add(_ methods: [MethodReading]) {
        family("accountd_calls", .counter, "Calls that ended, by their status code.")
        for method in methods {
            for code in StatusCode.allCases {
                let count = method.codes[Int(code.rawValue)]
                if count > 0 || code == .ok { counter("accountd_calls", method.labels + [("code", "\(code)")], count) }
            }
        }
        family("accountd_calls_shed", .counter, "Calls turned away because there was more work than time.")
        for method in methods { counter("accountd_calls_shed", method.labels, method.shed) }
        family("accountd_calls_in_flight", .gauge, "Calls that are not answered yet.")
        for method in methods { gauge("accountd_calls_in_flight", method.labels, method.inFlight) }
        family(
            "accountd_call_duration_seconds", .histogram, unit: "seconds", "From a call's arrival to its answer.")
        for method in methods {
            histogram(
                "accountd_call_duration_seconds", method.labels, method.times, scale: secondsOfNanoseconds)
        }
        family(
            "accountd_call_queue_seconds", .histogram, unit: "seconds",
            "From a call's arrival to the beginning of its work.")
        for method in methods where method.queueTimes.count > 0 {
            histogram(
                "accountd_call_queue_seconds", method.labels, method.queueTimes, scale: secondsOfNanoseconds)
        }
    }

    fileprivate mutating func add(refused: [RefusedReading]) {
        family("accountd_calls_refused", .counter, "Calls that were refused before their method was asked, by why.")
        for reading in refused {
            counter("accountd_calls_refused", [("face", reading.face), ("why", reading.why)], reading.count)
        }
    }

    fileprivate mutating func add(queues: [QueueReading]) {
        family("accountd_queue_waiting", .gauge, "Work that waits.")
        for queue in queues { gauge("accountd_queue_waiting", queue.labels, queue.waiting) }
        family("accountd_queue_shed", .counter, "Work turned away, by why: no room, or the queue stands.")
        for queue in queues {
            for (why, count) in zip(QueueMeter.Refusal.allCases, queue.refused) {
                counter("accountd_queue_shed", queue.labels + [("why", "\(why)")], count)
            }
        }
        family("accountd_queue_seconds", .histogram, unit: "seconds", "How long work waited that was then done.")
        for queue in queues {
            histogram("accountd_queue_seconds", queue.labels, queue.times, scale: secondsOfNanoseconds)
        }
    }

    fileprivate mutating func add(store: PartsReading) {
        if let times = store.commitTimes {
            family(
                "accountd_store_commit_seconds", .histogram, unit: "seconds",
                "From the end of a batch's work until it is durable.")
            histogram("accountd_store_commit_seconds", [], times, scale: secondsOfNanoseconds)
        }
        if let sizes = store.commitSizes {
            family("accountd_store_commit_changes", .histogram, "Changes in one commit.")
            histogram("accountd_store_commit_changes", [], sizes, scale: 1)
        }
    }

    fileprivate mutating func add(_ outbox: [OutboxDepth], now: Instant) {
        family("accountd_outbox_waiting", .gauge, "Jobs of the outbox that wait.")
        for lane in OutboxLane.allCases {
            let depth = outbox.first { $0.lane == lane }
            gauge("accountd_outbox_waiting", [("lane", "\(lane)")], depth?.count ?? 0)
        }
        family("accountd_outbox_age_seconds", .gauge, unit: "seconds", "Age of the oldest job that waits.")
        for lane in OutboxLane.allCases {
            let depth = outbox.first { $0.lane == lane }
            let age = depth.map { max(0, (now - $0.oldest).microseconds) } ?? 0
            gauge("accountd_outbox_age_seconds", [("lane", "\(lane)")], seconds: Double(age) / 1e6)
        }
    }

    fileprivate mutating func add(_ connections: [ConnectionReading]) {
        family("accountd_connections", .gauge, "Connections that are open, by what is spoken on them.")
        for face in connections { gauge("accountd_connections", face.labels, face.open) }
        family("accountd_connections_accepted", .counter, "Connections that were taken.")
        for face in connections { counter("accountd_connections_accepted", face.labels, face.accepted) }
    }

    // Names that Prometheus' own client libraries use.
    fileprivate mutating func add(_ process: ProcessReading, startedAt: Instant) {
        family("process_cpu_seconds", .counter, unit: "seconds", "User and system time.")
        counter("process_cpu_seconds", [], seconds: Double(process.cpuTime.microseconds) / 1e6)
        family("process_resident_memory_bytes", .gauge, unit: "bytes", "Resident memory.")
        gauge("process_resident_memory_bytes", [], process.residentBytes)
        family("process_threads", .gauge, "Threads.")
        gauge("process_threads", [], process.threads)
        family("process_open_fds", .gauge, "Descriptors that are open.")
        gauge("process_open_fds", [], process.openDescriptors)
        family("process_max_fds", .gauge, "Descriptors that may be open.")
        gauge("process_max_fds", [], process.descriptorLimit)
        family("process_start_time_seconds", .gauge, unit: "seconds", "When the process started, since 1970.")
        gauge("process_start_time_seconds", [], seconds: Double(startedAt.microseconds) / 1e6)
    }
}

extension ConnectionReading {
    fileprivate var labels: [(String, String)] { [("face", face), ("tls", isSecured ? "true" : "false")] }
}

extension QueueReading {
    fileprivate var labels: [(String, String)] { [("queue", queue), ("priority", line)] }
}
