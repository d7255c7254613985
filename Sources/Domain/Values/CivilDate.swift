/// A day of the proleptic Gregorian calendar.
package struct CivilDate: Hashable, Sendable, Comparable {
    package let year: Int64
    /// 1 to 12.
    package let month: Int64
    /// 1 to 31.
    package let day: Int64

    package init(year: Int64, month: Int64, day: Int64) {
        self.year = year
        self.month = month
        self.day = day
    }

    /// Counts from 1970-01-01. An `Instant` reaches 292,000 years, where nothing here overflows.
    package init(dayNumber: Int64) {
        // Eras of 400 years begin on 1 March, so that the leap day is a year's last; 719,468 days lie before 1970.
        let shifted = dayNumber + 719_468
        let era = shifted.dividedRoundingDown(by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// The day in UTC.
    package init(_ instant: Instant) { self.init(dayNumber: instant.seconds.dividedRoundingDown(by: 86_400)) }

    /// Days since 1970-01-01.
    package var dayNumber: Int64 {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted.dividedRoundingDown(by: 400)
        let yearOfEra = shifted - era * 400
        let monthFromMarch = month > 2 ? month - 3 : month + 9
        let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The day's first moment in UTC.
    package var start: Instant { Instant(seconds: dayNumber.multipliedSaturating(by: 86_400)) }

    package static func < (left: CivilDate, right: CivilDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    /// `2026-04-15`, as ISO 8601 has it.
    package var text: String { String(decoding: characters, as: UTF8.self) }

    var characters: [UInt8] {
        var characters: [UInt8] = []
        characters.reserveCapacity(32)
        characters.append(year, digits: 4)
        characters.append(UInt8(ascii: "-"))
        characters.append(month, digits: 2)
        characters.append(UInt8(ascii: "-"))
        characters.append(day, digits: 2)
        return characters
    }
}

extension Int64 {
    /// Like a clock: also below zero the remainder is not negative. `divisor` is positive.
    func dividedRoundingDown(by divisor: Int64) -> Int64 {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }

    /// With zeros in front, at least `width` digits.
    func padded(_ width: Int) -> String {
        var characters: [UInt8] = []
        characters.append(self, digits: width)
        return String(decoding: characters, as: UTF8.self)
    }
}

extension [UInt8] {
    /// In decimal, with zeros in front, at least so many digits.
    mutating func append(_ number: Int64, digits width: Int) {
        if number < 0 { append(UInt8(ascii: "-")) }
        let number = number.magnitude
        var power: UInt64 = 1
        for _ in 1..<Swift.max(1, width) { power &*= 10 }
        while number / power >= 10 { power &*= 10 }
        while power > 0 {
            append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / power % 10))
            power /= 10
        }
    }
}
