import Domain
import Foundation
import Testing

@testable import Platform

@Suite struct TimeZoneLookupTests {
    @Test(arguments: [
        "", "/", "/etc/passwd", "../../../etc/passwd", "Europe/../Europe/Berlin", "Europe//Berlin", "Europe/Berlin/",
        "Europe",
        "europe/berlin", "Europe/Berlin\u{0}", "Europe/Bérlin", "posixrules", "posix/Europe/Berlin",
        "right/Europe/Berlin",
        "localtime", "zone1970.tab", "zone.tab", "leapseconds", "tzdata.zi", "Mars/Olympus",
        "CET-1CEST,M3.5.0,M10.5.0/3",
        " UTC", String(repeating: "A", count: 65), String(repeating: "A/", count: 40_000),
    ])
    func whatIsNoZoneIsNotFound(name: String) {
        #expect(TZifTimeZones().zone(named: name) == nil)
    }

    @Test func utcIsThereWithoutTheSystemsZones() throws {
        let zones = TZifTimeZones(folder: "/nonexistent")
        let utc = try #require(zones.zone(named: "UTC"))
        #expect(utc.offset(at: Instant(seconds: 0)) == (0, "UTC"))
        #expect(zones.zone(named: "Europe/Berlin") == nil)
    }

    @Test func berlinChangesToTheSecond() throws {
        let berlin = try #require(TZifTimeZones().zone(named: "Europe/Berlin"))
        // 2026-03-29 01:00 UTC and 2026-10-25 01:00 UTC.
        #expect(berlin.offset(at: Instant(microseconds: 1_774_746_000_000_000 - 1)) == (3_600, "CET"))
        #expect(berlin.offset(at: Instant(seconds: 1_774_746_000)) == (7_200, "CEST"))
        #expect(berlin.offset(at: Instant(microseconds: 1_792_890_000_000_000 - 1)) == (7_200, "CEST"))
        #expect(berlin.offset(at: Instant(seconds: 1_792_890_000)) == (3_600, "CET"))
    }

    @Test func furthestInstantsAreAnswered() throws {
        for name in ["Europe/Berlin", "America/Nuuk", "Africa/Casablanca", "UTC"] {
            let zone = try #require(TZifTimeZones().zone(named: name))
            for microseconds in [Int64.min, .min + 1, -1, 0, .max - 1, .max] {
                #expect(abs(zone.offset(at: Instant(microseconds: microseconds)).seconds) < 93_600)
            }
        }
    }

    @Test func parallelLookupsAgree() async {
        let zones = TZifTimeZones()
        let names = ["Asia/Tokyo", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"]
        await withTaskGroup(of: Bool.self) { group in
            for index in 0..<16 {
                group.addTask {
                    (0..<200).allSatisfy { zones.zone(named: names[($0 + index) % names.count]) != nil }
                }
            }
            for await found in group { #expect(found) }
        }
    }
}
