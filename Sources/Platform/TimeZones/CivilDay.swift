/// Days of the Gregorian calendar, numbered from 1970-01-01. An `Instant` reaches 292,000 years, where nothing here overflows.
enum CivilDay {
    static func floorDivide(_ value: Int64, _ divisor: Int64) -> Int64 {
        let quotient = value / divisor
        return value % divisor < 0 ? quotient - 1 : quotient
    }

    static func isLeap(_ year: Int64) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    /// 0 is Sunday. 1970 began on a Thursday.
    static func weekday(ofDay number: Int64) -> Int64 { number + 4 - 7 * floorDivide(number + 4, 7) }

    /// Counts from 1 March, so that the leap day is a year's last.
    static func number(year: Int64, month: Int, day: Int) -> Int64 {
        let shifted = month > 2 ? year : year - 1
        let months = Int64(month > 2 ? month - 3 : month + 9)
        let leapDays = floorDivide(shifted, 4) - floorDivide(shifted, 100) + floorDivide(shifted, 400)
        // 719,468 days from 1 March of year 0 to 1970.
        return shifted * 365 + leapDays + (153 * months + 2) / 5 + Int64(day) - 1 - 719_468
    }

    static func year(ofDay number: Int64) -> Int64 {
        // 146,097 days are 400 years, so this is off by one at most.
        var year = 1970 + floorDivide(number * 400, 146_097)
        while self.number(year: year, month: 1, day: 1) > number { year -= 1 }
        while self.number(year: year + 1, month: 1, day: 1) <= number { year += 1 }
        return year
    }
}
