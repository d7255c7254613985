import Glibc

/// Times as people read them, in the zone of the machine that the tool runs on.
enum LocalTime {
    static let zoned = "%Y-%m-%d %H:%M:%S %Z"

    /// "2026-04-15 11:00:00 CEST" of "2026-04-15T09:00:00Z"; nil for what is no time.
    static func text(_ utc: String, format: String = zoned) -> String? {
        guard
            let parts = utc.wholeMatch(of: /(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?Z/)?.output,
            let year = Int32(parts.1), let month = Int32(parts.2), let day = Int32(parts.3), let hour = Int32(parts.4),
            let minute = Int32(parts.5), let second = Int32(parts.6)
        else { return nil }
        var time = tm()
        time.tm_year = year - 1_900
        time.tm_mon = month - 1
        time.tm_mday = day
        time.tm_hour = hour
        time.tm_min = minute
        time.tm_sec = second
        return text(seconds: timegm(&time), format: format)
    }

    static func text(seconds: Int, format: String = zoned) -> String {
        var seconds = seconds
        var local = tm()
        tzset()
        guard localtime_r(&seconds, &local) != nil else { return "" }
        var text = [CChar](repeating: 0, count: 64)
        let count = strftime(&text, text.count, format, &local)
        return String(decoding: text.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
