import Domain
import Foundation
import Platform
import TestSupport
import Testing

/// Every zone of the system, against Python's reading of the same files.
@Suite struct TimeZoneAgreementTests {
    private static let folder = "/usr/share/zoneinfo"

    // Walks each zone from 1900 to 2100 in steps of 19 days and narrows down every change that it meets to the second. Prints the
    // aliases of a zone beside it: `Z name alias…`, then `second offset abbreviation`.
    private static let script = """
        import collections, datetime, os, zoneinfo
        epoch = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)
        def at(zone, second):
            there = (epoch + datetime.timedelta(seconds=second)).astimezone(zone)
            return int(there.utcoffset().total_seconds()), there.tzname()
        names = collections.defaultdict(list)
        for name in sorted(zoneinfo.available_timezones() - {'localtime'}):
            names[open(os.path.join(zoneinfo.TZPATH[0], name), 'rb').read()].append(name)
        out = []
        for group in names.values():
            zone = zoneinfo.ZoneInfo(group[0])
            out.append('Z ' + ' '.join(group))
            before, last = None, None
            for second in range(-2208988800, 4102444800, 19 * 86400 + 3601):
                now = at(zone, second)
                if before is not None and now != last:
                    low, high = before, second
                    while high - low > 1:
                        middle = (low + high) // 2
                        if at(zone, middle) == last: low = middle
                        else: high = middle
                    for near in (low - 1, low, high, high + 1):
                        out.append('%d %d %s' % ((near,) + at(zone, near)))
                elif second % 8 == 0:
                    out.append('%d %d %s' % ((second,) + now))
                before, last = second, now
        print('\\n'.join(out))
        """

    private func reference() throws -> String {
        let python = try captureProgram(
            URL(fileURLWithPath: "/usr/bin/env"), ["python3", "-c", Self.script],
            environment: ["PYTHONTZPATH": Self.folder])
        try #require(python.status == 0)
        return String(decoding: python.output, as: UTF8.self)
    }

    @Test func everyZoneAgreesWithPythonAtEveryChange() throws {
        let zones = TZifTimeZones()
        var rules: [any TimeZoneRules] = []
        var names: Substring = ""
        var compared = 0
        var zoneCount = 0
        for line in try reference().utf8.split(separator: UInt8(ascii: "\n")) {
            let parts = line.split(separator: UInt8(ascii: " ")).map { Substring($0) }
            if parts.first == "Z" {
                names = Substring(line)
                rules = try parts.dropFirst().map { try #require(zones.zone(named: String($0)), "\($0)") }
                zoneCount += rules.count
                continue
            }
            let second = try #require(Int64(parts[0]))
            let offset = try #require(Int(parts[1]))
            for rule in rules {
                let ours = rule.offset(at: Instant(seconds: second))
                if ours.seconds != offset || ours.abbreviation != parts[2] {
                    Issue.record("\(names) at \(second): \(ours), Python says \(offset) \(parts[2])")
                    return
                }
            }
            compared += 1
        }
        #expect(zoneCount > 400)
        #expect(compared > 100_000)
    }
}
