/// Takes a TZ string apart, front to back.
struct PosixTimeZoneParser {
    private var rest: ArraySlice<UInt8>

    init(_ text: ArraySlice<UInt8>) { rest = text }

    var isAtEnd: Bool { rest.isEmpty }

    func isNext(_ character: Unicode.Scalar) -> Bool { rest.first == UInt8(ascii: character) }

    /// `CEST`, or `<+03>` with anything but letters in it.
    mutating func name() -> String? {
        if take("<") {
            guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return nil }
            defer { rest = rest[(end + 1)...] }
            return ZoneAbbreviation.text(rest[..<end])
        }
        let letters = rest.prefix(while: ZoneAbbreviation.isLetter)
        rest = rest.dropFirst(letters.count)
        return letters.count >= 3 ? ZoneAbbreviation.text(letters) : nil
    }

    /// `[+-]hh[:mm[:ss]]` in seconds.
    mutating func time(hours most: Int) -> Int? {
        let isNegative = take("-")
        if !isNegative { _ = take("+") }
        guard let hours = number(0...most) else { return nil }
        var seconds = hours * 3_600
        if take(":") {
            guard let minutes = number(0...59) else { return nil }
            seconds += minutes * 60
            if take(":") {
                guard let last = number(0...59) else { return nil }
                seconds += last
            }
        }
        return isNegative ? -seconds : seconds
    }

    /// `,date[/time]`; two in the morning when no time is given.
    mutating func moment() -> YearlyMoment? {
        guard take(","), let day = day() else { return nil }
        guard take("/") else { return YearlyMoment(day: day, time: 7_200) }
        return time(hours: 167).map { YearlyMoment(day: day, time: $0) }
    }

    private mutating func day() -> YearlyMoment.Day? {
        if take("J") { return number(1...365).map { .julian($0) } }
        guard take("M") else { return number(0...365).map { .ordinal($0) } }
        guard let month = number(1...12), take("."), let week = number(1...5), take("."), let day = number(0...6) else {
            return nil
        }
        return .weekday(month: month, week: week, day: day)
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard isNext(character) else { return false }
        rest = rest.dropFirst()
        return true
    }

    private mutating func number(_ range: ClosedRange<Int>) -> Int? {
        let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard (1...3).contains(digits.count) else { return nil }
        rest = rest.dropFirst(digits.count)
        let value = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        return range.contains(value) ? value : nil
    }
}
