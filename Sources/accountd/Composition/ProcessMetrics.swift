import Glibc
import Transport

/// What the system says of the process, as OpenMetrics 1.0.
enum ProcessMetrics {
    static let contentType = "application/openmetrics-text; version=1.0.0; charset=utf-8"

    static var page: HTTPPage {
        var text = ""
        var usage = rusage()
        if getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 {
            let seconds = Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
            let microseconds = Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec)
            text += "# TYPE process_cpu_seconds counter\n# UNIT process_cpu_seconds seconds\n"
            text += "process_cpu_seconds_total \(seconds + microseconds / 1e6)\n"
        }
        // Of /proc/self/statm: the second word is the number of resident pages.
        let words = Files.text("/proc/self/statm")?.split(separator: " ") ?? []
        if words.count > 1, let pages = Int(words[1]) {
            text += "# TYPE process_resident_memory_bytes gauge\n# UNIT process_resident_memory_bytes bytes\n"
            text += "process_resident_memory_bytes \(pages &* sysconf(Int32(_SC_PAGESIZE)))\n"
        }
        return HTTPPage(contentType: contentType, body: Array((text + "# EOF\n").utf8))
    }
}
