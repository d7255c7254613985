import Domain
import Testing

@Suite struct TimesTests {
    private let environment = Environment.plain()

    @Test func utcAndAnUnknownZoneReadTheSame() {
        let instant = Instant.utc(2026, 4, 15, 9)
        #expect(environment.text(instant, in: "UTC") == "2026-04-15 09:00 UTC")
        #expect(environment.text(instant, in: "Nowhere/At_All") == "2026-04-15 09:00 UTC")
        #expect(environment.text(instant, in: "") == "2026-04-15 09:00 UTC")
    }

    @Test func anHourIsMissingWhenSummerTimeBegins() {
        let change = Instant.utc(2026, 3, 29, 1)
        let before = change - TimeSpan(microseconds: 1)
        #expect(environment.text(before, in: "Europe/Berlin") == "2026-03-29 01:59 CET")
        #expect(environment.text(change, in: "Europe/Berlin") == "2026-03-29 03:00 CEST")
    }

    @Test func theHourThatComesTwiceIsToldApartByItsAbbreviation() {
        #expect(environment.text(.utc(2026, 10, 25, 0, 30), in: "Europe/Berlin") == "2026-10-25 02:30 CEST")
        #expect(environment.text(.utc(2026, 10, 25, 1, 30), in: "Europe/Berlin") == "2026-10-25 02:30 CET")
    }

    @Test func aZoneMayBeOnAnotherDay() {
        #expect(environment.text(.utc(2026, 12, 31, 23, 30), in: "Europe/Berlin") == "2027-01-01 00:30 CET")
        #expect(environment.text(.utc(2024, 3, 1, 2, 59), in: "America/Sao_Paulo") == "2024-02-29 23:59 -03")
        #expect(environment.text(.utc(2026, 1, 1, 18, 15), in: "Asia/Kathmandu") == "2026-01-02 00:00 +0545")
    }

    @Test func theEndsOfTimeAreWrittenWithoutATrap() {
        for instant in [Instant(microseconds: .max), Instant(microseconds: .min)] {
            #expect(environment.text(instant, in: "Asia/Kathmandu").hasSuffix("+0545"))
            #expect(instant.rfc3339.hasSuffix("Z"))
        }
    }

    @Test func secondsAreCutOffAndNotRounded() {
        #expect(environment.text(.utc(2026, 4, 15, 8, 59, 59), in: "UTC") == "2026-04-15 08:59 UTC")
    }

    @Test func rfc3339KeepsTheMicrosecondAlsoBefore1970() {
        #expect(Instant(microseconds: 1_234_567).rfc3339 == "1970-01-01T00:00:01.234567Z")
        #expect(Instant(microseconds: -1).rfc3339 == "1969-12-31T23:59:59.999999Z")
        #expect(Instant.utc(2026, 4, 15, 9, 8, 7).rfc3339 == "2026-04-15T09:08:07.000000Z")
    }
}
