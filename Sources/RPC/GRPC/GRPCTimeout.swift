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
