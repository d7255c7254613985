/// Base64 of RFC 4648, section 4, as metadata named `-bin` has it.
package enum Base64 {
    /// Without padding, as gRPC prefers it.
    package static func encode(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity((bytes.count * 4 + 2) / 3)
        var bits: UInt32 = 0
        var held: UInt32 = 0
        for byte in bytes {
            bits = (bits << 8 | UInt32(byte)) & 0xFFFF
            held += 8
            while held >= 6 {
                held -= 6
                out.append(letter(bits >> held & 0x3F))
            }
        }
        if held > 0 { out.append(letter(bits << (6 - held) & 0x3F)) }
        return out
    }

    /// With or without padding; nil for what is no base64.
    package static func decode(_ text: RawSpan) -> [UInt8]? {
        var count = text.byteCount
        let padded = count
        while count > 0, padded - count < 2, text.byte(at: count - 1) == UInt8(ascii: "=") { count -= 1 }
        guard count % 4 != 1, padded == count || padded % 4 == 0 else { return nil }
        var out: [UInt8] = []
        out.reserveCapacity(count * 3 / 4)
        var bits: UInt32 = 0
        var held: UInt32 = 0
        for offset in 0..<count {
            guard let value = value(of: text.byte(at: offset)) else { return nil }
            bits = (bits << 6 | value) & 0xFFFF
            held += 6
            if held >= 8 {
                held -= 8
                out.append(UInt8(truncatingIfNeeded: bits >> held))
            }
        }
        return out
    }

    private static func letter(_ value: UInt32) -> UInt8 {
        let value = UInt8(truncatingIfNeeded: value)
        switch value {
        case 0..<26: return UInt8(ascii: "A") + value
        case 26..<52: return UInt8(ascii: "a") + value - 26
        case 52..<62: return UInt8(ascii: "0") + value - 52
        case 62: return UInt8(ascii: "+")
        default: return UInt8(ascii: "/")
        }
    }

    private static func value(of letter: UInt8) -> UInt32? {
        switch letter {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(letter - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(letter - UInt8(ascii: "a")) + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(letter - UInt8(ascii: "0")) + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
