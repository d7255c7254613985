/// Durations as people read them: "262 µs", "1.5 ms", "21.7 s", "3 h 12 min".
enum DurationText {
    /// Of protobuf's JSON, "0.000262144s".
    static func of(_ json: String) -> String? {
        guard json.hasSuffix("s"), let seconds = Double(json.dropLast()) else { return nil }
        return of(nanoseconds: seconds * 1e9)
    }

    static func of(nanoseconds: Double) -> String {
        let magnitude = abs(nanoseconds)
        switch magnitude {
        case 0: return "0 s"
        case ..<1e3: return "\(rounded(nanoseconds)) ns"
        case ..<1e6: return "\(rounded(nanoseconds / 1e3)) µs"
        case ..<1e9: return "\(rounded(nanoseconds / 1e6)) ms"
        case ..<60e9: return "\(rounded(nanoseconds / 1e9)) s"
        default: return long(seconds: nanoseconds / 1e9)
        }
    }

    /// Three digits are enough.
    private static func rounded(_ number: Double) -> String {
        guard abs(number) < 99.95 else { return "\(Int(number.rounded()))" }
        let tenths = Int((number * 10).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(abs(tenths % 10))"
    }

    private static func long(seconds: Double) -> String {
        guard abs(seconds) < 1e12 else { return "\(seconds) s" }
        let whole = Int(seconds.rounded())
        let (days, hours, minutes) = (whole / 86_400, whole / 3_600 % 24, whole / 60 % 60)
        if days != 0 { return "\(days) d \(hours) h" }
        return hours != 0 ? "\(hours) h \(minutes) min" : "\(minutes) min \(whole % 60) s"
    }
}
