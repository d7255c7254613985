/// What an id names; its prefix says so to whoever reads it.
package protocol IdentifierKind: Sendable {
    static var prefix: StaticString { get }
}

/// 128 bits in the layout of RFC 9562.
package struct UUIDv7: Hashable, Sendable, Comparable {
    package let high: UInt64
    package let low: UInt64

    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// Version 7: 48 bits of Unix milliseconds, then 74 random bits (RFC 9562, 5.7).
    package init(at instant: Instant, randomHigh: UInt64, randomLow: UInt64) {
        let milliseconds = UInt64(clamping: instant.microseconds / 1_000) & 0xFFFF_FFFF_FFFF
        high = milliseconds << 16 | 0x7000 | randomHigh & 0x0FFF
        low = 0x8000_0000_0000_0000 | randomLow & 0x3FFF_FFFF_FFFF_FFFF
    }

    /// Version 7 with a counter in front of 62 random bits (RFC 9562, 6.2, method 1). `count`: 48 bits of Unix
    /// milliseconds, 12 of the counter.
    package init(count: UInt64, random: UInt64) {
        high = (count >> 12) << 16 | 0x7000 | count & 0x0FFF
        low = 0x8000_0000_0000_0000 | random & 0x3FFF_FFFF_FFFF_FFFF
    }

    /// The next count, with other random bits.
    package func successor(random: UInt64) -> UUIDv7 {
        let count = (high >> 16) << 12 | high & 0x0FFF
        return UUIDv7(count: count &+ 1, random: random)
    }

    package static func < (left: UUIDv7, right: UUIDv7) -> Bool {
        left.high == right.high ? left.low < right.low : left.high < right.high
    }

    /// 16 bytes, big endian.
    package var bytes: [UInt8] {
        unsafe [UInt8](unsafeUninitializedCapacity: 16) { buffer, count in
            for index in 0..<8 {
                unsafe buffer[index] = UInt8(truncatingIfNeeded: high >> (56 - 8 * UInt64(index)))
                unsafe buffer[8 + index] = UInt8(truncatingIfNeeded: low >> (56 - 8 * UInt64(index)))
            }
            count = 16
        }
    }

    /// Nil unless there are exactly 16 bytes.
    package init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 16 else { return nil }
        var high: UInt64 = 0
        var low: UInt64 = 0
        for (index, byte) in bytes.enumerated() {
            if index < 8 { high = high << 8 | UInt64(byte) } else { low = low << 8 | UInt64(byte) }
        }
        self.init(high: high, low: low)
    }

    /// `xxxxxxxx-xxxx-7xxx-yxxx-xxxxxxxxxxxx`, lower case, and nothing else.
    package init?(text: some StringProtocol) {
        var high: UInt64 = 0
        var low: UInt64 = 0
        var digits = 0
        var position = 0
        for byte in text.utf8 {
            if position == 8 || position == 13 || position == 18 || position == 23 {
                guard byte == UInt8(ascii: "-") else { return nil }
            } else {
                let value: UInt64
                switch byte {
                case UInt8(ascii: "0")...UInt8(ascii: "9"): value = UInt64(byte - UInt8(ascii: "0"))
                case UInt8(ascii: "a")...UInt8(ascii: "f"): value = UInt64(byte - UInt8(ascii: "a")) + 10
                default: return nil
                }
                if digits < 16 { high = high << 4 | value } else { low = low << 4 | value }
                digits += 1
            }
            position += 1
            guard position <= 36 else { return nil }
        }
        guard position == 36, high >> 12 & 0xF == 7, low >> 62 == 2 else { return nil }
        self.init(high: high, low: low)
    }

    package var text: String {
        unsafe String(unsafeUninitializedCapacity: 36) { buffer in
            let digits: StaticString = "0123456789abcdef"
            var out = 0
            for index in 0..<32 {
                if index == 8 || index == 12 || index == 16 || index == 20 {
                    unsafe buffer[out] = UInt8(ascii: "-")
                    out += 1
                }
                let word = index < 16 ? high : low
                let nibble = Int(word >> (60 - 4 * UInt64(index & 15)) & 0xF)
                unsafe buffer[out] = digits.utf8Start[nibble]
                out += 1
            }
            return 36
        }
    }
}

/// A typed id: `acc_018f…`. Two kinds never compare equal, so one can't be passed for another.
package struct Identifier<Kind: IdentifierKind>: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let uuid: UUIDv7

    package init(_ uuid: UUIDv7) { self.uuid = uuid }

    /// Nil unless the text is this kind's prefix and a UUIDv7.
    package init?(text: String) {
        let prefix = Kind.prefix.description
        guard text.hasPrefix(prefix), let uuid = UUIDv7(text: text.dropFirst(prefix.count)) else { return nil }
        self.uuid = uuid
    }

    package var text: String { Kind.prefix.description + uuid.text }
    package var description: String { text }

    package static func < (left: Self, right: Self) -> Bool { left.uuid < right.uuid }
}

package enum AccountKind: IdentifierKind { package static var prefix: StaticString { "acc_" } }
package enum SessionKind: IdentifierKind { package static var prefix: StaticString { "ses_" } }
package enum APIKeyKind: IdentifierKind { package static var prefix: StaticString { "key_" } }
package enum DriverSessionKind: IdentifierKind { package static var prefix: StaticString { "drv_" } }
package enum BrowserProfileKind: IdentifierKind { package static var prefix: StaticString { "prf_" } }
package enum RecordingKind: IdentifierKind { package static var prefix: StaticString { "rec_" } }
package enum InvoiceKind: IdentifierKind { package static var prefix: StaticString { "inv_" } }
package enum EmailKind: IdentifierKind { package static var prefix: StaticString { "eml_" } }
package enum ActivityKindTag: IdentifierKind { package static var prefix: StaticString { "act_" } }
package enum WebhookEndpointKind: IdentifierKind { package static var prefix: StaticString { "whe_" } }
package enum WebhookDeliveryKind: IdentifierKind { package static var prefix: StaticString { "whd_" } }

package typealias AccountID = Identifier<AccountKind>
package typealias SessionID = Identifier<SessionKind>
package typealias APIKeyID = Identifier<APIKeyKind>
package typealias DriverSessionID = Identifier<DriverSessionKind>
package typealias BrowserProfileID = Identifier<BrowserProfileKind>
package typealias RecordingID = Identifier<RecordingKind>
package typealias InvoiceID = Identifier<InvoiceKind>
package typealias EmailID = Identifier<EmailKind>
package typealias ActivityID = Identifier<ActivityKindTag>
package typealias WebhookEndpointID = Identifier<WebhookEndpointKind>
package typealias WebhookDeliveryID = Identifier<WebhookDeliveryKind>
