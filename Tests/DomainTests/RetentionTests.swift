import Domain
import Testing

@Suite struct RetentionTests {
    @Test func anInvoiceIsKeptThrough31DecemberOfTheTenthYear() {
        let end = Retention.end(issuedAt: .utc(2026, 4, 15, 9))
        #expect(end == .utc(2037, 1, 1))
        #expect(CivilDate(end - TimeSpan(microseconds: 1)) == CivilDate(year: 2036, month: 12, day: 31))
    }

    @Test func theYearOfIssueIsUTCs() {
        #expect(Retention.end(issuedAt: .utc(2026, 12, 31, 23, 59, 59)) == .utc(2037, 1, 1))
        #expect(Retention.end(issuedAt: .utc(2027, 1, 1) - TimeSpan(microseconds: 1)) == .utc(2037, 1, 1))
        #expect(Retention.end(issuedAt: .utc(2027, 1, 1)) == .utc(2038, 1, 1))
    }

    @Test func aLeapDayEndsLikeAnyOther() {
        #expect(Retention.end(issuedAt: .utc(2024, 2, 29)) == .utc(2035, 1, 1))
        #expect(Retention.end(issuedAt: .utc(2024, 12, 31)) == .utc(2035, 1, 1))
    }

    @Test func timesBefore1970AreYearsToo() {
        #expect(Retention.end(issuedAt: Instant(microseconds: -1)) == .utc(1980, 1, 1))
    }
}

@Suite struct PurgeDeadlineTests {
    @Test func fourteenDaysOverALeapDayAndAYearsEnd() {
        let within = Policy().purgeWithin
        #expect(Instant.utc(2028, 2, 20, 8) + within == .utc(2028, 3, 5, 8))
        #expect(Instant.utc(2027, 2, 20, 8) + within == .utc(2027, 3, 6, 8))
        #expect(Instant.utc(2028, 2, 29) + within == .utc(2028, 3, 14))
        #expect(Instant.utc(2026, 12, 31, 23, 59, 59) + within == .utc(2027, 1, 14, 23, 59, 59))
    }
}
