import Domain

/// RFC 5322, 3.3: `Wed, 15 Apr 2026 07:00:00 +0000`.
enum MailDate {
    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    static func text(_ instant: Instant) -> String {
        let date = CivilDate(instant)
        // 1970-01-01 was a Thursday.
        let weekday = ((date.dayNumber + 4) % 7 + 7) % 7
        let second = (instant.seconds % 86_400 + 86_400) % 86_400
        let time = [second / 3_600, second / 60 % 60, second % 60].map(twoDigits).joined(separator: ":")
        let month = months[Int(date.month - 1)]
        return "\(weekdays[Int(weekday)]), \(twoDigits(date.day)) \(month) \(fourDigits(date.year)) \(time) +0000"
    }

    private static func twoDigits(_ value: Int64) -> String { (value < 10 ? "0" : "") + String(value) }

    private static func fourDigits(_ year: Int64) -> String {
        String(repeating: "0", count: max(0, 4 - String(year).count)) + String(year)
    }
}
