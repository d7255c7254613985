import Domain

/// The Retry-After header (RFC 9110, 10.2.3).
enum RetryAfter {
    /// Seconds, or until a date; nil when it is neither, or over.
    static func span(_ text: String, now: Instant) -> TimeSpan? {
        if !text.isEmpty, text.utf8.allSatisfy({ $0 &- 48 < 10 }) {
            // Longer than any bound, whatever it says.
            return .seconds(Int64(text) ?? .max)
        }
        guard let date = date(text), date > now else { return nil }
        return date - now
    }

    /// `Sun, 06 Nov 1994 08:49:37 GMT`; the two older forms are no longer sent.
    private static func date(_ text: String) -> Instant? {
        let words = text.split(separator: " ")
        guard words.count == 6, words[0].hasSuffix(","), words[5] == "GMT", let day = number(words[1], 1...31),
            let month = months.firstIndex(of: String(words[2])), let year = number(words[3], 1970...9999)
        else { return nil }
        let time = words[4].split(separator: ":", omittingEmptySubsequences: false)
        guard time.count == 3, let hour = number(time[0], 0...23), let minute = number(time[1], 0...59),
            let second = number(time[2], 0...60)
        else { return nil }
        let date = CivilDate(year: year, month: Int64(month) + 1, day: day)
        return Instant(seconds: date.dayNumber * 86_400 + hour * 3_600 + minute * 60 + second)
    }

    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    private static func number(_ text: Substring, _ range: ClosedRange<Int64>) -> Int64? {
        guard text.utf8.allSatisfy({ $0 &- 48 < 10 }), let number = Int64(text), range.contains(number) else {
            return nil
        }
        return number
    }
}
