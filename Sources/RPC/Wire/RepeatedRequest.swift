/// What the Request before was like. A client says the same service, method and metadata call after call: a Request that differs
/// from the one before it in its payload and its time-out only need not be taken apart again.
///
/// Good for one read: it points into that read's bytes, and compares, so that nothing is taken on trust.
package struct RepeatedRequest: Sendable {
    /// Where it lies in the bytes.
    private var start = 0
    /// Its service and method, before the payload's tag; 0: there is none to compare with.
    private var headCount = 0
    /// Its metadata, behind the payload and the time-out.
    private var tailStart = 0
    private var tailCount = 0
    private var parts = CallParts()

    package init() {}

    /// A Request like the one before.
    package struct Match {
        package let parts: CallParts
        package let timeoutNanoseconds: Int64
    }

    /// Remembers the Request that lies in `range` of the bytes; one whose fields aren't in order only takes the place of the one before.
    @inline(__always)
    package mutating func remember(_ envelope: borrowing RequestEnvelope, _ parts: CallParts, at range: Range<Int>) {
        guard envelope.isInOrder else { return forget() }
        start = range.lowerBound
        headCount = envelope.headCount
        tailStart = range.lowerBound + envelope.tailOffset
        tailCount = range.upperBound - tailStart
        self.parts = parts
    }

    package mutating func forget() { headCount = 0 }

    /// The Request in `range` of the bytes, where it is like the one before. The range must lie within.
    @inline(__always)
    package func match(_ bytes: RawSpan, _ range: Range<Int>) -> Match? {
        guard headCount > 0, range.count > headCount + 2,
            bytes.isEqual(at: range.lowerBound, to: bytes, at: start, count: headCount)
        else { return nil }
        var position = range.lowerBound + headCount
        guard bytes.byte(at: position) == FieldTag.payload else { return nil }
        var length = Int(bytes.byte(at: position + 1))
        position += 2
        if length >= 0x80 {
            guard position < range.upperBound, bytes.byte(at: position) < 0x80 else { return nil }
            length = length & 0x7F | Int(bytes.byte(at: position)) << 7
            position += 1
        }
        guard length <= range.upperBound - position else { return nil }
        let payload = position..<position + length
        position += length
        var timeout: UInt64 = 0
        if position < range.upperBound, bytes.byte(at: position) == FieldTag.timeout {
            guard let end = bytes.varint(at: position + 1, before: range.upperBound, into: &timeout) else { return nil }
            position = end
        }
        guard range.upperBound - position == tailCount,
            bytes.isEqual(at: position, to: bytes, at: tailStart, count: tailCount)
        else { return nil }
        return Match(
            parts: parts.moved(by: position - tailStart, payload: payload),
            timeoutNanoseconds: Int64(bitPattern: timeout))
    }
}

/// Tags of one byte: a field's number and its wire type.
private enum FieldTag {
    static var payload: UInt8 { 3 << 3 | 2 }
    static var timeout: UInt8 { 4 << 3 }
}

extension RawSpan {
    /// Reads a varint of at most ten bytes; says where it ends, or nil where it does not before `end`.
    @inline(__always)
    fileprivate func varint(at start: Int, before end: Int, into value: inout UInt64) -> Int? {
        var position = start
        var shift: UInt64 = 0
        while position < end, shift < 64 {
            let byte = byte(at: position)
            position += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return position }
            shift += 7
        }
        return nil
    }
}
