extension NetworkAddress {
    /// Four decimal numbers, or what RFC 4291, 2.2 allows; no zone, nothing around it.
    package init?(text: some StringProtocol) {
        guard text.utf8.count <= 45 else { return nil }
        if text.utf8.contains(UInt8(ascii: ":")) {
            guard let address = Self.v6(Array(text.utf8)) else { return nil }
            self = address
        } else {
            guard let value = Self.quad(Array(text.utf8)[...]) else { return nil }
            self = .v4(value)
        }
    }

    /// Every spelling that `inet_aton` takes: one to four numbers, each decimal, octal (`017`) or hexadecimal (`0x7f`), the
    /// last one filling what is left.
    package init?(looseIPv4 text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard (1...4).contains(parts.count) else { return nil }
        var value: UInt64 = 0
        for (index, part) in parts.enumerated() {
            guard let number = Self.looseNumber(part) else { return nil }
            let isLast = index == parts.count - 1
            let bits = isLast ? UInt64(8 * (5 - parts.count)) : 8
            guard number < 1 << bits else { return nil }
            value = value << bits | number
        }
        self = .v4(UInt32(truncatingIfNeeded: value))
    }

    private static func looseNumber(_ digits: some Collection<UInt8>) -> UInt64? {
        var digits = Array(digits)[...]
        var base: UInt64 = 10
        if digits.count > 1, digits.first == UInt8(ascii: "0") {
            digits = digits.dropFirst()
            base = 8
            if digits.first == UInt8(ascii: "x") || digits.first == UInt8(ascii: "X") {
                digits = digits.dropFirst()
                base = 16
            }
        }
        // "0x" alone is 0 to some.
        guard !digits.isEmpty || base == 16 else { return nil }
        var value: UInt64 = 0
        for byte in digits {
            guard let digit = hexDigit(byte), digit < base else { return nil }
            value = value * base + digit
            guard value <= UInt64(UInt32.max) else { return nil }
        }
        return value
    }

    private static func hexDigit(_ byte: UInt8) -> UInt64? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(byte - UInt8(ascii: "a")) + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt64(byte - UInt8(ascii: "A")) + 10
        default: nil
        }
    }

    private static func quad(_ text: ArraySlice<UInt8>) -> UInt32? {
        let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var value: UInt32 = 0
        for part in parts {
            // A zero in front would be octal to others.
            guard (1...3).contains(part.count), part.count == 1 || part.first != UInt8(ascii: "0"),
                part.allSatisfy({ $0 &- 48 < 10 })
            else { return nil }
            let number = part.reduce(UInt32(0)) { $0 * 10 + UInt32($1 - 48) }
            guard number <= 255 else { return nil }
            value = value << 8 | number
        }
        return value
    }

    private static func v6(_ text: [UInt8]) -> NetworkAddress? {
        let colon = UInt8(ascii: ":")
        guard let gap = text.indices.dropLast().first(where: { text[$0] == colon && text[$0 + 1] == colon }) else {
            guard let groups = groups(text[...]), groups.count == 8 else { return nil }
            return NetworkAddress(groups: groups)
        }
        guard let before = groups(text[..<gap]), let after = groups(text[(gap + 2)...]), before.count + after.count < 8
        else { return nil }
        // An IPv4 ending stands only at the very end.
        guard !text[..<gap].contains(UInt8(ascii: ".")) else { return nil }
        let zeros = [UInt16](repeating: 0, count: 8 - before.count - after.count)
        return NetworkAddress(groups: before + zeros + after)
    }

    private init(groups: [UInt16]) {
        self = .v6(
            high: groups.prefix(4).reduce(0) { $0 << 16 | UInt64($1) },
            low: groups.dropFirst(4).reduce(0) { $0 << 16 | UInt64($1) })
    }

    /// Groups of one to four hexadecimal digits; the last may be an IPv4 address, which counts for two.
    private static func groups(_ text: ArraySlice<UInt8>) -> [UInt16]? {
        guard !text.isEmpty else { return [] }
        let parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard parts.count <= 8 else { return nil }
        var groups: [UInt16] = []
        for (index, part) in parts.enumerated() {
            if index == parts.count - 1, part.contains(UInt8(ascii: ".")) {
                guard let value = quad(part) else { return nil }
                groups += [UInt16(truncatingIfNeeded: value >> 16), UInt16(truncatingIfNeeded: value)]
                continue
            }
            guard (1...4).contains(part.count) else { return nil }
            var value: UInt64 = 0
            for byte in part {
                guard let digit = hexDigit(byte) else { return nil }
                value = value << 4 | digit
            }
            groups.append(UInt16(truncatingIfNeeded: value))
        }
        return groups
    }
}
