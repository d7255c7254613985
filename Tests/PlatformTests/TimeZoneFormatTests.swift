import Domain
import Foundation
import Testing

@testable import Platform

@Suite struct TimeZoneFormatTests {
    private func rule(_ text: String) -> PosixTimeZone? { PosixTimeZone(ArraySlice(text.utf8)) }

    private func offset(_ text: String, _ second: Int64) -> Int? { rule(text)?.type(at: second).offset }

    @Test(arguments: [
        "", "CE", "CET", "CET-", "CET-25", "CET-1CEST", "CET-1CEST,", "CET-1CEST,M3.5.0", "CET-1CEST,M13.5.0,M10.5.0",
        "CET-1CEST,M3.6.0,M10.5.0", "CET-1CEST,M3.5.7,M10.5.0", "CET-1CEST,M3.5.0,M10.5.0x", "CET-1CEST,J0,J365",
        "CET-1CEST,J1,J366", "CET-1CEST,366,1", "CET-1CEST,M3.5.0/168,M10.5.0", "CET-1:60", "CET-1:00:60", "<CET-1",
        "<>-1",
        "<+ 3>-3", "CET-1CEST,M3.5.0/,M10.5.0", "CET-0001",
    ])
    func malformedRuleIsRefused(text: String) {
        #expect(rule(text) == nil)
    }

    @Test func quotedNamesAndFractionsOfAnHour() {
        #expect(rule("<+0545>-5:45")?.type(at: 0) == LocalTimeType(offset: 20_700, abbreviation: "+0545"))
        #expect(rule("<-03>3")?.type(at: 0) == LocalTimeType(offset: -10_800, abbreviation: "-03"))
        #expect(offset("XYZ+1:02:03", 0) == -3_723)
    }

    // From here 2024 (leap) begins at 1,704,067,200 and 2025 at 1,735,689,600.
    @Test func julianDaysDontCountTheLeapDay() {
        // J60 is 1 March in every year.
        for march in [1_709_251_200, 1_740_787_200] as [Int64] {
            #expect(offset("AAA0BBB,J60/0,J300/0", march - 1) == 0)
            #expect(offset("AAA0BBB,J60/0,J300/0", march) == 3_600)
        }
    }

    @Test func ordinalDaysCountIt() {
        // Day 59 is 29 February in 2024, 1 March in 2025.
        for day in [1_709_164_800, 1_740_787_200] as [Int64] {
            #expect(offset("AAA0BBB,59/0,300/0", day - 1) == 0)
            #expect(offset("AAA0BBB,59/0,300/0", day) == 3_600)
        }
    }

    @Test func southernSummerLastsOverTheNewYear() {
        let sydney = "AEST-10AEDT,M10.1.0,M4.1.0/3"
        #expect(offset(sydney, 1_735_689_600) == 39_600)
        #expect(offset(sydney, 1_719_800_000) == 36_000)
    }

    @Test func hoursReachIntoOtherDays() {
        // Nuuk: 22:00 on the Saturday before March's last Sunday.
        let nuuk = "<-02>2<-01>,M3.5.0/-1,M10.5.0/0"
        #expect(offset(nuuk, 1_711_846_800 - 1) == -7_200)
        #expect(offset(nuuk, 1_711_846_800) == -3_600)
        // 167 hours after 31 December are in the next year.
        let late = "AAA0BBB,J365/167,J100/0"
        #expect(offset(late, 1_735_603_200 + 167 * 3_600 - 1) == 0)
        #expect(offset(late, 1_735_603_200 + 167 * 3_600) == 3_600)
    }

    @Test func daylightTimeMayLastAllYear() {
        for second in stride(from: Int64(1_704_067_200), to: 1_767_225_600, by: 43_200) {
            #expect(offset("XXX3EDT4,0/0,J365/23", second) == -14_400)
        }
    }

    @Test func everyCutAndEveryChangedByteOfAFileIsReadWithoutATrap() throws {
        let file = Array(try Data(contentsOf: URL(fileURLWithPath: "/usr/share/zoneinfo/Europe/Dublin")))
        #expect(TimeZoneFile(file) != nil)
        for count in 0..<file.count { #expect(TimeZoneFile(Array(file.prefix(count))) == nil) }
        for index in file.indices {
            for value in [0, 1, 0x7F, 0x80, 0xFF] as [UInt8] {
                var changed = file
                changed[index] = value
                guard let zone = TimeZoneFile(changed) else { continue }
                for second in [Int64.min / 1_000_000, 0, 1_774_746_000, 9_000_000_000_000] {
                    #expect(abs(zone.offset(at: Instant(seconds: second)).seconds) <= 93_600)
                }
            }
        }
    }

    @Test func filesThatCountLeapSecondsAreRefused() throws {
        let right = "/usr/share/zoneinfo/right/Europe/Berlin"
        guard let data = FileManager.default.contents(atPath: right) else { return }
        #expect(TimeZoneFile(Array(data)) == nil)
    }

    @Test func calendarAgreesWithFoundation() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
        for number in stride(from: Int64(-30_000), through: 60_000, by: 1) {
            let parts = calendar.dateComponents(
                [.year, .month, .day, .weekday], from: Date(timeIntervalSince1970: Double(number) * 86_400))
            let year = Int64(try #require(parts.year))
            #expect(CivilDay.year(ofDay: number) == year)
            #expect(CivilDay.weekday(ofDay: number) + 1 == Int64(try #require(parts.weekday)))
            let back = CivilDay.number(year: year, month: try #require(parts.month), day: try #require(parts.day))
            #expect(back == number)
        }
    }
}
