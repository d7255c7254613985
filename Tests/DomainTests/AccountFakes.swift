import Domain

private struct FixedClock: Clock {
    let instant: Instant
    func now() -> Instant { instant }
}

/// Germany's rules as they are in 2026, Nepal's quarter of an hour, and UTC.
private struct ThreeZones: TimeZones {
    struct Berlin: TimeZoneRules {
        func offset(at instant: Instant) -> (seconds: Int, abbreviation: String) {
            let summer = Instant.utc(2026, 3, 29, 1)..<Instant.utc(2026, 10, 25, 1)
            return summer.contains(instant) ? (7_200, "CEST") : (3_600, "CET")
        }
    }

    struct Fixed: TimeZoneRules {
        let seconds: Int
        let abbreviation: String
        func offset(at instant: Instant) -> (seconds: Int, abbreviation: String) { (seconds, abbreviation) }
    }

    func zone(named identifier: String) -> (any TimeZoneRules)? {
        switch identifier {
        case "UTC": Fixed(seconds: 0, abbreviation: "UTC")
        case "Europe/Berlin": Berlin()
        case "Asia/Kathmandu": Fixed(seconds: 20_700, abbreviation: "+0545")
        case "America/Sao_Paulo": Fixed(seconds: -10_800, abbreviation: "-03")
        default: nil
        }
    }
}

extension Environment {
    static func plain(now: Instant = .utc(2026, 4, 15, 9)) -> Environment {
        Environment(
            clock: FixedClock(instant: now), random: CountingRandom(), cryptography: PlainCryptography(),
            passwords: PlainHasher(), timeZones: ThreeZones(), qrCodes: NoQRCodes(), policy: Policy())
    }
}

extension Instant {
    static func utc(
        _ year: Int64, _ month: Int64, _ day: Int64, _ hour: Int64 = 0, _ minute: Int64 = 0, _ second: Int64 = 0
    ) -> Instant {
        CivilDate(year: year, month: month, day: day).start + .seconds(hour * 3_600 + minute * 60 + second)
    }
}
