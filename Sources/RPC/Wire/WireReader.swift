/// How a field's value is laid out (protobuf's wire types).
package enum FieldType: UInt8 {
    case varint = 0
    case fixed64 = 1
    case bytes = 2
    case fixed32 = 5
}

/// One field, borrowed from the message it was read from.
package struct WireField: ~Escapable {
    package let number: UInt32
    package let type: FieldType
    /// Of a varint; 0 otherwise.
    package let varint: UInt64
    /// Of a length-delimited field; empty otherwise.
    package let bytes: RawSpan

    @_lifetime(copy bytes)
    @inline(__always)
    init(number: UInt32, type: FieldType, varint: UInt64, bytes: RawSpan) {
        self.number = number
        self.type = type
        self.varint = varint
        self.bytes = bytes
    }
}

/// Reads protobuf's wire format field by field, copying nothing. Any bytes are safe; what isn't wire format ends the reading
/// with `failed` set.
package struct WireReader: ~Escapable {
    private let span: RawSpan
    /// Where the next field begins.
    private(set) var position = 0
    package private(set) var failed = false

    @_lifetime(copy span)
    @inline(__always)
    package init(_ span: RawSpan) { self.span = span }

    /// The next field; nil at the end or at a failure.
    @_lifetime(copy self)
    @inline(__always)
    package mutating func next() -> WireField? {
        guard position < span.byteCount, let key = readVarint() else { return nil }
        let number = key >> 3
        guard number >= 1, number <= 0x1FFF_FFFF, let type = FieldType(rawValue: UInt8(truncatingIfNeeded: key & 7))
        else {
            failed = true
            return nil
        }
        var value: UInt64 = 0
        var count = 0
        switch type {
        case .varint:
            guard let varint = readVarint() else { return nil }
            value = varint
        case .bytes:
            guard let length = readVarint() else { return nil }
            guard length <= UInt64(span.byteCount - position) else {
                failed = true
                return nil
            }
            count = Int(truncatingIfNeeded: length)
        case .fixed64: count = 8
        case .fixed32: count = 4
        }
        guard count <= span.byteCount - position else {
            failed = true
            return nil
        }
        let start = position
        position += count
        return WireField(
            number: UInt32(truncatingIfNeeded: number), type: type, varint: value,
            bytes: type == .bytes ? span.extracting(start..<start + count) : span.extracting(start..<start))
    }

    @inline(__always)
    private mutating func readVarint() -> UInt64? {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while position < span.byteCount, shift < 64 {
            let byte = span.byte(at: position)
            position += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
        failed = true
        return nil
    }
}
