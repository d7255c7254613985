/// What may be looked up in the zone folder. Names come from requests, and become part of a path.
enum TimeZoneName {
    private static let longest = 64
    // Not names of zones: the machine's own choice, and copies that count leap seconds or repeat all others.
    private static let notZones: Set<String> = ["localtime", "posixrules", "posix", "right"]

    /// `Area/Location` of letters, digits, `_`, `+`, `-`: no dot, so no way up, and no empty part.
    static func isAcceptable(_ name: String) -> Bool {
        guard name.utf8.count <= longest, name.utf8.allSatisfy(isAcceptable) else { return false }
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        guard let first = parts.first, parts.allSatisfy({ !$0.isEmpty }) else { return false }
        return !notZones.contains(String(first))
    }

    private static func isAcceptable(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        case UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "/"): true
        default: false
        }
    }
}
