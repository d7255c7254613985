/// The rule at a TZif file's end, for all time after its last transition: `CET-1CEST,M3.5.0,M10.5.0/3`.
/// POSIX's TZ without a leading colon, and with RFC 9636's hours from -167 to 167.
struct PosixTimeZone: Sendable {
    private let standard: LocalTimeType
    private let daylight: Daylight?

    private struct Daylight: Sendable {
        let type: LocalTimeType
        let start: YearlyMoment
        let end: YearlyMoment
    }

    /// Nil when malformed, and when it names daylight time without saying when.
    init?(_ text: ArraySlice<UInt8>) {
        var parser = PosixTimeZoneParser(text)
        guard let standardName = parser.name(), let west = parser.time(hours: 24) else { return nil }
        standard = LocalTimeType(offset: -west, abbreviation: standardName)
        guard !parser.isAtEnd else {
            daylight = nil
            return
        }
        guard let name = parser.name() else { return nil }
        var offset = 3_600 - west
        if !parser.isNext(",") {
            guard let west = parser.time(hours: 24) else { return nil }
            offset = -west
        }
        guard let start = parser.moment(), let end = parser.moment(), parser.isAtEnd else { return nil }
        daylight = Daylight(type: LocalTimeType(offset: offset, abbreviation: name), start: start, end: end)
    }

    func type(at seconds: Int64) -> LocalTimeType {
        guard let daylight else { return standard }
        return isDaylight(daylight, at: seconds) ? daylight.type : standard
    }

    /// The latest change at or before that moment decides. Changes may fall into the year before or after their own, since a rule's
    /// hours reach a week. Where an end and a start coincide, daylight time lasts the whole year.
    private func isDaylight(_ daylight: Daylight, at seconds: Int64) -> Bool {
        let year = CivilDay.year(ofDay: CivilDay.floorDivide(seconds, 86_400))
        var latest = (time: Int64.min, isStart: false)
        for year in (year - 2)...(year + 1) {
            let start = daylight.start.seconds(inYear: year) - Int64(standard.offset)
            let end = daylight.end.seconds(inYear: year) - Int64(daylight.type.offset)
            if end <= seconds, end > latest.time { latest = (end, false) }
            if start <= seconds, start >= latest.time { latest = (start, true) }
        }
        return latest.isStart
    }
}

/// A local moment that comes once a year: a day, and seconds from its midnight.
struct YearlyMoment: Sendable {
    enum Day: Sendable {
        /// `J60`: 1 to 365, 29 February never counted.
        case julian(Int)
        /// `59`: 0 to 365, 29 February counted.
        case ordinal(Int)
        /// `M3.5.0`: month, week (5 is the last), weekday (0 is Sunday).
        case weekday(month: Int, week: Int, day: Int)
    }

    let day: Day
    let time: Int

    /// Local seconds since 1970-01-01T00:00 local.
    func seconds(inYear year: Int64) -> Int64 {
        let newYear = CivilDay.number(year: year, month: 1, day: 1)
        switch day {
        case .julian(let count):
            let leap = count >= 60 && CivilDay.isLeap(year) ? 1 : 0
            return (newYear + Int64(count - 1 + leap)) * 86_400 + Int64(time)
        case .ordinal(let count):
            return (newYear + Int64(count)) * 86_400 + Int64(time)
        case .weekday(let month, let week, let day):
            let number = Self.day(year: year, month: month, week: week, weekday: day)
            return number * 86_400 + Int64(time)
        }
    }

    private static func day(year: Int64, month: Int, week: Int, weekday: Int) -> Int64 {
        let first = CivilDay.number(year: year, month: month, day: 1)
        let toWeekday = (Int64(weekday) - CivilDay.weekday(ofDay: first) + 7) % 7
        var day = first + toWeekday + Int64(week - 1) * 7
        let next =
            month == 12
            ? CivilDay.number(year: year + 1, month: 1, day: 1)
            : CivilDay.number(year: year, month: month + 1, day: 1)
        if day >= next { day -= 7 }
        return day
    }
}
