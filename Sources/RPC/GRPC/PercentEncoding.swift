/// gRPC's encoding of `grpc-message`: UTF-8, of which all but printable ASCII without `%` is written as `%` and two digits.
package enum PercentEncoding {
    package static func encode(_ text: RawSpan, maximumBytes: Int) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(text.byteCount)
        for offset in 0..<text.byteCount {
            let byte = text.byte(at: offset)
            let isPlain = byte >= 0x20 && byte <= 0x7E && byte != UInt8(ascii: "%")
            guard out.count + (isPlain ? 1 : 3) <= maximumBytes else { break }
            if isPlain {
                out.append(byte)
            } else {
                out.append(UInt8(ascii: "%"))
                out.append(digit(byte >> 4))
                out.append(digit(byte & 0xF))
            }
        }
        return out
    }

    /// A `%` that no two digits follow stands for itself, as gRPC wants it.
    package static func decode(_ text: RawSpan) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(text.byteCount)
        var offset = 0
        while offset < text.byteCount {
            let byte = text.byte(at: offset)
            if byte == UInt8(ascii: "%"), offset + 2 < text.byteCount,
                let high = value(of: text.byte(at: offset + 1)), let low = value(of: text.byte(at: offset + 2))
            {
                out.append(high << 4 | low)
                offset += 3
            } else {
                out.append(byte)
                offset += 1
            }
        }
        return out
    }

    private static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        default: nil
        }
    }

    private static func digit(_ nibble: UInt8) -> UInt8 {
        nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "A") + nibble - 10
    }
}
