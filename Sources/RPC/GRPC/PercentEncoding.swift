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

    private static func digit(_ nibble: UInt8) -> UInt8 {
        nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "A") + nibble - 10
    }
}
