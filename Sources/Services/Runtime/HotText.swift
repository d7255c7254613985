import Domain
import Messages

/// An id as text, made on the stack: four letters of prefix and the UUID's 36.
struct IDText {
    typealias Prefix = InlineArray<4, UInt8>

    static let account = prefix(AccountKind.self)
    static let session = prefix(SessionKind.self)
    static let apiKey = prefix(APIKeyKind.self)

    var bytes: InlineArray<40, UInt8>

    init(_ prefix: Prefix, _ uuid: UUIDv7) {
        bytes = InlineArray(repeating: UInt8(ascii: "-"))
        for index in prefix.indices { bytes[index] = prefix[index] }
        var position = prefix.count
        for digit in 0..<32 {
            // 8-4-4-4-12 digits; the dashes stand there already.
            if digit == 8 || digit == 12 || digit == 16 || digit == 20 { position += 1 }
            let word = digit < 16 ? uuid.high : uuid.low
            let nibble = UInt8(truncatingIfNeeded: word >> (60 - 4 * UInt64(digit & 15))) & 0xF
            bytes[position] = nibble + (nibble < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10)
            position += 1
        }
    }

    private static func prefix<Kind: IdentifierKind>(_ kind: Kind.Type) -> Prefix {
        var prefix = Prefix(repeating: UInt8(ascii: "_"))
        for (index, byte) in kind.prefix.description.utf8.enumerated() where index < prefix.count {
            prefix[index] = byte
        }
        return prefix
    }
}

extension HotTime {
    init(_ instant: Instant) {
        let remainder = instant.microseconds % 1_000_000
        let microseconds = remainder < 0 ? remainder + 1_000_000 : remainder
        self.init(seconds: instant.seconds, nanos: Int32(truncatingIfNeeded: microseconds * 1_000))
    }
}
