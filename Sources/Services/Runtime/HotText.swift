import Domain
import Messages

/// An id as text, made in registers: four letters of prefix and the UUID's 36, forty bytes in five words. The prefixes are
/// `acc_`, `ses_` and `key_` as numbers: a lazily made constant would cost a check each time.
struct IDText {
    static var account: UInt64 { 0x6163_635F }
    static var session: UInt64 { 0x7365_735F }
    static var apiKey: UInt64 { 0x6B65_795F }

    /// In memory's order.
    let words: InlineArray<5, UInt64>

    /// `prefix`: four letters, the first one highest.
    @inline(__always)
    init(_ prefix: UInt64, _ uuid: UUIDv7) {
        let dash = UInt64(UInt8(ascii: "-"))
        // Eight digits each: aaaaaaaa-bbbb-bbbb-cccc-ccccdddddddd.
        let a = Self.digits(uuid.high >> 32)
        let b = Self.digits(uuid.high & 0xFFFF_FFFF)
        let c = Self.digits(uuid.low >> 32)
        let d = Self.digits(uuid.low & 0xFFFF_FFFF)
        let second = a << 32 | dash << 24 | b >> 40
        let third = (b >> 32 & 0xFF) << 56 | dash << 48 | (b & 0xFFFF_FFFF) << 16 | dash << 8 | c >> 56
        let fourth = (c >> 32 & 0xFF_FFFF) << 40 | dash << 32 | c & 0xFFFF_FFFF
        words = [
            (prefix << 32 | a >> 32).bigEndian, second.bigEndian, third.bigEndian, fourth.bigEndian, d.bigEndian,
        ]
    }

    /// Eight hexadecimal digits as ASCII, the first one highest: nibbles are spread to bytes, then all made letters at once.
    @inline(__always)
    private static func digits(_ value: UInt64) -> UInt64 {
        var spread = (value | value << 16) & 0x0000_FFFF_0000_FFFF
        spread = (spread | spread << 8) & 0x00FF_00FF_00FF_00FF
        spread = (spread | spread << 4) & 0x0F0F_0F0F_0F0F_0F0F
        let letters = (spread &+ 0x0606_0606_0606_0606) >> 4 & 0x0101_0101_0101_0101
        return spread &+ 0x3030_3030_3030_3030 &+ letters &* UInt64(UInt8(ascii: "a") - UInt8(ascii: "0") - 10)
    }
}

extension HotTime {
    init(_ instant: Instant) {
        let remainder = instant.microseconds % 1_000_000
        let microseconds = remainder < 0 ? remainder + 1_000_000 : remainder
        self.init(seconds: instant.seconds, nanos: Int32(truncatingIfNeeded: microseconds * 1_000))
    }
}
