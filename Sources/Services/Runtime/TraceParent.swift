/// W3C Trace Context's `traceparent`, as it was sent. Nothing else is ever taken for one: it goes into the log.
package struct TraceParent: Sendable, Equatable, CustomStringConvertible {
    package let description: String

    /// `00-<32 hex digits>-<16 hex digits>-<2 hex digits>`, lower case, neither id all zeros; nil for anything else. Versions above 00 may
    /// say more behind these, which is left out; ff is none.
    init?(_ bytes: [UInt8]) {
        let length = 55
        guard bytes.count >= length, bytes.count == length || bytes[0..<2] != [0x30, 0x30] && bytes[length] == 0x2D
        else {
            return nil
        }
        let parts = bytes[..<length].split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.map(\.count) == [2, 32, 16, 2], parts.allSatisfy({ $0.allSatisfy(Self.isDigit) }),
            parts[0] != [0x66, 0x66], parts[1].contains(where: { $0 != 0x30 }), parts[2].contains(where: { $0 != 0x30 })
        else { return nil }
        description = String(decoding: bytes[..<length], as: UTF8.self)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte) }
}
