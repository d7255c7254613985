internal import CLinux
internal import Foundation
internal import Glibc

/// What a second cost the server's process and the generator's own.
package struct Probe: Sendable {
    /// Shares of one core; nil: the server's process isn't known.
    package var serverCPU: Double?
    package var serverResidentBytes: Int?
    package var generatorCPU = 0.0
    /// Share of the second that the generator was ready to run and had no core.
    package var generatorWait = 0.0
    package var seconds = 0.0

    package init() {}
}

/// Reads /proc.
package final class Prober {
    private let pid: Int32?
    private var server: Double
    private var own: (cpu: Double, wait: Double)
    private var at = MonotonicClock.now
    /// Before the measured part began.
    private var serverAtStart = 0.0
    private var ownAtStart = (cpu: 0.0, wait: 0.0)
    package private(set) var serverPeakBytes = 0

    /// `server`: its process, where it runs on this machine.
    package init(server pid: Int32?) throws(LoadError) {
        self.pid = pid
        server = 0
        own = Self.ownSeconds()
        if let pid {
            guard let seconds = Self.cpuSeconds(of: pid) else { throw LoadError("there is no process \(pid) to watch") }
            server = seconds
        }
        begin()
    }

    /// The measured part begins.
    func begin() {
        serverAtStart = pid.flatMap(Self.cpuSeconds) ?? 0
        ownAtStart = Self.ownSeconds()
    }

    package var serverSeconds: Double? { pid.flatMap(Self.cpuSeconds).map { $0 - serverAtStart } }
    /// Of the thread that reads, up to when it last did.
    package var ownSeconds: (cpu: Double, wait: Double) {
        (own.cpu - ownAtStart.cpu, own.wait - ownAtStart.wait)
    }

    func read() -> Probe {
        let now = MonotonicClock.now
        var probe = Probe()
        probe.seconds = max(1e-9, Double(now - at) / 1e9)
        at = now
        let mine = Self.ownSeconds()
        probe.generatorCPU = (mine.cpu - own.cpu) / probe.seconds
        probe.generatorWait = (mine.wait - own.wait) / probe.seconds
        own = mine
        if let pid, let seconds = Self.cpuSeconds(of: pid) {
            probe.serverCPU = (seconds - server) / probe.seconds
            server = seconds
            probe.serverResidentBytes = Self.residentBytes(of: pid)
            serverPeakBytes = max(serverPeakBytes, probe.serverResidentBytes ?? 0)
        }
        return probe
    }

    /// User and system time; nil where there is no such process.
    private static func cpuSeconds(of pid: Int32) -> Double? {
        // What stands behind the program's name, which may hold anything.
        guard let text = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8),
            let end = text.lastIndex(of: ")")
        else { return nil }
        let fields = text[text.index(after: end)...].split(separator: " ")
        guard fields.count > 12, let user = Double(fields[11]), let system = Double(fields[12]) else { return nil }
        return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
    }

    private static func residentBytes(of pid: Int32) -> Int? {
        guard let text = try? String(contentsOfFile: "/proc/\(pid)/statm", encoding: .utf8) else { return nil }
        let fields = text.split(separator: " ")
        return fields.count > 1 ? Int(fields[1]).map { $0 * Int(sysconf(Int32(_SC_PAGESIZE))) } : nil
    }

    /// Of the generator's thread: time on a core, and time ready to run without one.
    private static func ownSeconds() -> (cpu: Double, wait: Double) {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        let text = (try? String(contentsOfFile: "/proc/thread-self/schedstat", encoding: .utf8)) ?? ""
        let fields = text.split(separator: " ")
        let wait = fields.count > 1 ? Double(fields[1]) ?? 0 : 0
        return (Double(time.tv_sec) + Double(time.tv_nsec) / 1e9, wait / 1e9)
    }
}
