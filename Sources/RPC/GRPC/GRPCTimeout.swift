/// gRPC's `grpc-timeout`: one to eight digits and a unit of H, M, S, m, u or n.
package enum GRPCTimeout {
    /// In nanoseconds; nil for text that is none.
    package static func parse(_ text: RawSpan) -> Int64? {
        let digits = text.byteCount - 1
        guard digits >= 1, digits <= 8, let unit = nanoseconds(of: text.byte(at: digits)) else { return nil }
        var value: Int64 = 0
        for offset in 0..<digits {
            let digit = text.byte(at: offset) &- UInt8(ascii: "0")
            guard digit <= 9 else { return nil }
            value = value * 10 + Int64(digit)
        }
        // At most 10^8 hours, 3.6 × 10^20 nanoseconds: more than an Int64 holds.
        let (product, overflow) = value.multipliedReportingOverflow(by: unit)
        return overflow ? .max : product
    }

    private static let units: [(letter: UInt8, nanoseconds: Int64)] = [
        (UInt8(ascii: "n"), 1), (UInt8(ascii: "u"), 1_000), (UInt8(ascii: "m"), 1_000_000),
        (UInt8(ascii: "S"), 1_000_000_000), (UInt8(ascii: "M"), 60_000_000_000), (UInt8(ascii: "H"), 3_600_000_000_000),
    ]

    /// Rounded up by at most a hundredth, to three digits and zeros: then calls that were given the same time mostly send the same
    /// text, which HPACK keeps. What isn't above 0 is `0n`.
    package static func encode(_ nanoseconds: Int64) -> [UInt8] {
        guard nanoseconds > 0 else { return Array("0n".utf8) }
        for unit in units {
            let count = nanoseconds / unit.nanoseconds + (nanoseconds % unit.nanoseconds > 0 ? 1 : 0)
            guard count < 100_000 || unit.letter == UInt8(ascii: "H") else { continue }
            let step: Int64 = count < 1_000 ? 1 : count < 10_000 ? 10 : 100
            return Array("\((count + step - 1) / step * step)".utf8) + [unit.letter]
        }
        return []
    }

    private static func nanoseconds(of unit: UInt8) -> Int64? {
        switch unit {
        case UInt8(ascii: "n"): 1
        case UInt8(ascii: "u"): 1_000
        case UInt8(ascii: "m"): 1_000_000
        case UInt8(ascii: "S"): 1_000_000_000
        case UInt8(ascii: "M"): 60_000_000_000
        case UInt8(ascii: "H"): 3_600_000_000_000
        default: nil
        }
    }
}

extension Deadline {
    /// From gRPC's timeout: 0 has passed already.
    package init(grpcTimeout nanoseconds: Int64, now: Int64) {
        let (sum, overflow) = now.addingReportingOverflow(max(0, nanoseconds))
        self.init(nanoseconds: overflow ? .max : sum)
    }
}
