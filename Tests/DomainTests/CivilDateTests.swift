import Domain
import Testing

@Suite struct CivilDateTests {
    @Test func everyDayOfTheYears1To9999IsTheOneAfterTheDayBefore() {
        var number: Int64 = -719_162
        var wrong: [CivilDate] = []
        for year in 1...9_999 as ClosedRange<Int64> {
            let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
            for (month, days) in zip(1..., [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as [Int64]) {
                for day in 1...days {
                    let date = CivilDate(year: year, month: Int64(month), day: day)
                    if CivilDate(dayNumber: number) != date || date.dayNumber != number { wrong.append(date) }
                    number += 1
                }
            }
        }
        #expect(wrong.isEmpty)
        #expect(CivilDate(dayNumber: 0) == CivilDate(year: 1970, month: 1, day: 1))
        #expect(number == CivilDate(year: 10_000, month: 1, day: 1).dayNumber)
    }

    @Test func aDayLastsUntilItsLastMicrosecond() {
        let midnight = Instant.utc(1969, 12, 31)
        #expect(CivilDate(midnight) == CivilDate(year: 1969, month: 12, day: 31))
        #expect(CivilDate(midnight - TimeSpan(microseconds: 1)) == CivilDate(year: 1969, month: 12, day: 30))
        #expect(CivilDate(Instant(microseconds: -1)) == CivilDate(year: 1969, month: 12, day: 31))
        #expect(CivilDate(Instant(microseconds: 0)) == CivilDate(year: 1970, month: 1, day: 1))
    }

    @Test func theEndsOfTimeAreDaysToo() {
        #expect(CivilDate(Instant(microseconds: .max)).year == 294_247)
        #expect(CivilDate(Instant(microseconds: .min)).year == -290_308)
    }

    @Test func textHasFourDigitsOfAYear() {
        #expect(CivilDate(year: 33, month: 4, day: 3).text == "0033-04-03")
        #expect(CivilDate(year: 2026, month: 12, day: 31).text == "2026-12-31")
    }

    @Test func datesAreOrderedAsTheyFollow() {
        let days = [(2025, 12, 31), (2026, 1, 1), (2026, 1, 2), (2026, 2, 1)].map {
            CivilDate(year: $0.0, month: $0.1, day: $0.2)
        }
        #expect(days.reversed().sorted() == days)
    }
}
