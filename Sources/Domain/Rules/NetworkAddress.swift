/// An internet address, without a port.
package enum NetworkAddress: Hashable, Sendable {
    /// Host byte order: 127.0.0.1 is 0x7F000001.
    case v4(UInt32)
    case v6(high: UInt64, low: UInt64)

    /// 4 or 16 bytes in network order; nil for any other count.
    package init?(bytes: some Collection<UInt8>) {
        switch bytes.count {
        case 4: self = .v4(bytes.reduce(0) { $0 << 8 | UInt32($1) })
        case 16:
            self = .v6(
                high: bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) },
                low: bytes.dropFirst(8).reduce(0) { $0 << 8 | UInt64($1) })
        default: return nil
        }
    }

    /// Bits of an address, the first one highest.
    fileprivate var words: (high: UInt64, low: UInt64) {
        switch self {
        case .v4(let value): (UInt64(value) << 32, 0)
        case .v6(let high, let low): (high, low)
        }
    }
}

/// Addresses that begin with the same bits, as in `10.0.0.0/8` (RFC 4632, RFC 4291).
package struct AddressRange: Hashable, Sendable {
    private let base: NetworkAddress
    private let length: Int

    /// An address and, after a slash, how many of its bits count; without one, all do. Nil for anything else, also when bits
    /// after them are set: that is a slip of the pen.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first, let base = NetworkAddress(text: first) else { return nil }
        let bits = if case .v4 = base { 32 } else { 128 }
        var length = bits
        if parts.count == 2 {
            guard parts[1].utf8.allSatisfy({ $0 &- 48 < 10 }), let number = Int(parts[1]), number <= bits else {
                return nil
            }
            length = number
        }
        self.base = base
        self.length = length
        let mask = Self.mask(length)
        guard base.words.high & ~mask.high == 0, base.words.low & ~mask.low == 0 else { return nil }
    }

    package func contains(_ address: NetworkAddress) -> Bool {
        switch (base, address) {
        case (.v4, .v4), (.v6, .v6): break
        default: return false
        }
        let mask = Self.mask(length)
        return address.words.high & mask.high == base.words.high && address.words.low & mask.low == base.words.low
    }

    /// Ranges parted by commas or spaces; nil when one is malformed.
    package static func list(_ text: String) -> [AddressRange]? {
        var ranges: [AddressRange] = []
        for part in text.split(whereSeparator: { $0 == "," || $0 == " " }) {
            guard let range = AddressRange(part) else { return nil }
            ranges.append(range)
        }
        return ranges
    }

    private static func mask(_ length: Int) -> (high: UInt64, low: UInt64) {
        let high = length >= 64 ? UInt64.max : ~(UInt64.max >> UInt64(max(length, 0)))
        let low = length <= 64 ? 0 : length >= 128 ? UInt64.max : ~(UInt64.max >> UInt64(length - 64))
        return (high, low)
    }
}

extension NetworkAddress {
    /// What customers' webhooks may be sent to: public addresses, and those that a setting names. An address that carries
    /// another within it has to pass with both.
    package func isAllowed(besidesPublic allow: [AddressRange]) -> Bool {
        func passes(_ address: NetworkAddress) -> Bool {
            address.isPublic || allow.contains { $0.contains(address) }
        }
        return passes(self) && carried.allSatisfy(passes)
    }

    /// Globally reachable, by IANA's registries of special-purpose addresses. What they don't speak of is refused as well,
    /// where IPv6 has not been given out (everything but 2000::/3).
    package var isPublic: Bool {
        switch self {
        case .v4: !Self.closedIPv4.contains { $0.contains(self) }
        case .v6: Self.globalUnicast.contains(self) && !Self.closedIPv6.contains { $0.contains(self) }
        }
    }

    /// IPv4 addresses that translators and tunnels would take out of an IPv6 one.
    private var carried: [NetworkAddress] {
        guard case .v6(let high, let low) = self else { return [] }
        var found: [NetworkAddress] = []
        let last = NetworkAddress.v4(UInt32(truncatingIfNeeded: low))
        // :: and ::1 lie among the IPv4-compatible ones, and are none.
        let isOwn = high == 0 && low <= 1
        if !isOwn, Self.carriers.contains(where: { $0.contains(self) }) { found.append(last) }
        // 6to4 (RFC 3056): after the first 16 bits.
        if high >> 48 == 0x2002 { found.append(.v4(UInt32(truncatingIfNeeded: high >> 16))) }
        // Teredo (RFC 4380): the server, and the client with its bits turned over.
        if high >> 32 == 0x2001_0000 {
            found += [.v4(UInt32(truncatingIfNeeded: high)), .v4(~UInt32(truncatingIfNeeded: low))]
        }
        return found
    }

    private static func ranges(_ texts: [String]) -> [AddressRange] { texts.compactMap { AddressRange($0) } }

    private static let closedIPv4 = ranges([
        "0.0.0.0/8",  // this network: Linux takes 0.0.0.0 for itself
        "10.0.0.0/8",  // private
        "100.64.0.0/10",  // carrier-grade NAT; 100.100.100.200 is metadata
        "127.0.0.0/8",  // loopback
        "168.63.129.16/32",  // Azure's metadata and wire server
        "169.254.0.0/16",  // link-local; 169.254.169.254 is metadata
        "172.16.0.0/12",  // private
        "192.0.0.0/24",  // protocol assignments; 192.0.0.192 is metadata
        "192.0.2.0/24",  // documentation
        "192.88.99.0/24",  // 6to4 relays
        "192.168.0.0/16",  // private
        "198.18.0.0/15",  // benchmarks
        "198.51.100.0/24",  // documentation
        "203.0.113.0/24",  // documentation
        "224.0.0.0/4",  // multicast
        "240.0.0.0/4",  // reserved, and broadcast
    ])

    private static let globalUnicast = GlobalUnicast()

    private static let closedIPv6 = ranges([
        "2001::/23",  // protocol assignments: Teredo, benchmarks, ORCHID
        "2001:db8::/32",  // documentation
        "2002::/16",  // 6to4
        "3fff::/20",  // documentation
    ])

    /// Whose last 32 bits are an IPv4 address.
    private static let carriers = ranges([
        "::/96",  // IPv4-compatible
        "::ffff:0:0/96",  // IPv4-mapped
        "::ffff:0:0:0/96",  // IPv4-translated (RFC 2765)
        "64:ff9b::/96",  // NAT64 (RFC 6052)
        "64:ff9b:1::/48",  // NAT64, local (RFC 8215)
    ])
}

/// 2000::/3. Everything else (loopback, ::, mapped, NAT64, fc00::/7, fe80::/10, ff00::/8, what is not given out) is closed.
private struct GlobalUnicast {
    func contains(_ address: NetworkAddress) -> Bool {
        guard case .v6(let high, _) = address else { return false }
        return high >> 61 == 1
    }
}
