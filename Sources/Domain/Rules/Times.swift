extension Environment {
    /// "2026-04-15 09:00 UTC": minutes, with the abbreviation that the zone has at that moment. An unknown zone is UTC.
    package func text(_ instant: Instant, in zone: String) -> String {
        let (offset, abbreviation) = timeZones.zone(named: zone)?.offset(at: instant) ?? (0, "UTC")
        let local = (instant + .seconds(Int64(offset))).seconds
        let day = local.dividedRoundingDown(by: 86_400)
        let minute = (local - day * 86_400) / 60
        var characters = CivilDate(dayNumber: day).characters
        characters.append(UInt8(ascii: " "))
        characters.append(minute / 60, digits: 2)
        characters.append(UInt8(ascii: ":"))
        characters.append(minute % 60, digits: 2)
        characters.append(UInt8(ascii: " "))
        characters.append(contentsOf: abbreviation.utf8)
        return String(decoding: characters, as: UTF8.self)
    }
}

extension Look {
    package func text(_ instant: Instant, in zone: String) -> String { environment.text(instant, in: zone) }
}

extension Instant {
    /// `2026-04-15T09:00:00.000000Z` (RFC 3339), to the microsecond.
    package var rfc3339: String {
        let seconds = seconds
        let day = seconds.dividedRoundingDown(by: 86_400)
        let second = seconds - day * 86_400
        let remainder = microseconds % 1_000_000
        let fraction = remainder < 0 ? remainder + 1_000_000 : remainder
        let time = [second / 3_600, second / 60 % 60, second % 60].map { $0.padded(2) }.joined(separator: ":")
        return "\(CivilDate(dayNumber: day).text)T\(time).\(fraction.padded(6))Z"
    }
}
