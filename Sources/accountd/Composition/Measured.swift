import Crypto
import Domain
import Glibc
import Load
import Platform
import SQLiteStore
import Services
import Synchronization
import Transport

/// Reads what every part measured.
final class Measured: Sendable {
    let store: StoreMeters
    let hashes: QueueMeter
    private let startedAt = SystemClock().now()
    private let server = Mutex<Server?>(nil)

    init(store: StoreMeters, hashes: QueueMeter) {
        self.store = store
        self.hashes = hashes
    }

    /// From here on its connections are told, too.
    func serves(_ server: Server) { self.server.withLock { $0 = server } }

    var reading: PartsReading {
        var reading = PartsReading()
        reading.queues = store.writes.readings + store.reads.readings + hashes.readings
        reading.commitTimes = store.commitTimes.reading
        reading.commitSizes = store.commitSizes.reading
        let server = server.withLock { $0 }
        reading.connections = (server?.faces ?? []).map { face in
            ConnectionReading(
                face: face.face, isSecured: face.isSecured, open: Int64(face.open), accepted: Int64(face.accepted))
        }
        reading.refusedCalls = (server?.refusedCalls ?? []).map {
            RefusedReading(face: $0.face, why: $0.why, count: Int64($0.count))
        }
        reading.process = Process.reading
        reading.startedAt = startedAt
        return reading
    }
}

extension Process {
    static var reading: ProcessReading {
        var reading = ProcessReading()
        var usage = rusage()
        if getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 {
            let seconds = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
            let microseconds = usage.ru_utime.tv_usec + usage.ru_stime.tv_usec
            reading.cpuTime = TimeSpan(microseconds: Int64(seconds) * 1_000_000 + Int64(microseconds))
        }
        // Of /proc/self/stat behind the name: the 18th word is the number of threads, the 22nd that of resident pages.
        let words = Files.text("/proc/self/stat")?.split(separator: ")").last?.split(separator: " ") ?? []
        if words.count > 21 {
            reading.threads = Int64(words[17]) ?? 0
            reading.residentBytes = (Int64(words[21]) ?? 0) &* Int64(sysconf(Int32(_SC_PAGESIZE)))
        }
        reading.openDescriptors = openDescriptors
        var limit = rlimit()
        if getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 {
            reading.descriptorLimit = Int64(clamping: limit.rlim_cur)
        }
        return reading
    }

    private static var openDescriptors: Int64 {
        guard let folder = opendir("/proc/self/fd") else { return 0 }
        defer { closedir(folder) }
        var entries: Int64 = 0
        while readdir(folder) != nil { entries += 1 }
        // Without "." and "..", and the one that reads.
        return max(0, entries - 3)
    }
}
