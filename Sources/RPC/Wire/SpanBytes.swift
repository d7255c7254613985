extension RawSpan {
    /// Bounds are checked.
    @inline(__always)
    package func byte(at offset: Int) -> UInt8 {
        unsafe unsafeLoad(fromByteOffset: offset, as: UInt8.self)
    }

    /// Big endian, as frames have it. Bounds are checked.
    @inline(__always)
    package func uint32(at offset: Int) -> UInt32 {
        UInt32(bigEndian: unsafe unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }

    /// A copy that may outlive what it was read from.
    package var copied: [UInt8] {
        unsafe withUnsafeBytes { unsafe [UInt8]($0) }
    }

    /// Whether both hold the same bytes. How long it takes depends on their length only.
    @inline(__always)
    package func isEqual(to other: RawSpan) -> Bool {
        byteCount == other.byteCount && isEqual(at: 0, to: other, at: 0, count: byteCount)
    }

    /// Whether `count` bytes from `start` on are those of `other` from `otherStart` on. How long it takes depends on `count`
    /// only. Both ranges must lie within.
    @inline(__always)
    package func isEqual(at start: Int, to other: RawSpan, at otherStart: Int, count: Int) -> Bool {
        precondition(start >= 0 && otherStart >= 0 && count >= 0)
        precondition(count <= byteCount - start && count <= other.byteCount - otherStart)
        var difference: UInt64 = 0
        var offset = 0
        guard count >= 8 else {
            while offset < count {
                difference |= UInt64(byte(at: start + offset) ^ other.byte(at: otherStart + offset))
                offset += 1
            }
            return difference == 0
        }
        // The last word may look at bytes of the one before it again.
        let last = count - 8
        while offset < last {
            difference |= unsafe word(start &+ offset) ^ other.word(otherStart &+ offset)
            offset &+= 8
        }
        difference |= unsafe word(start &+ last) ^ other.word(otherStart &+ last)
        return difference == 0
    }

    /// The bounds are the caller's to check.
    @inline(__always)
    @unsafe
    private func word(_ offset: Int) -> UInt64 {
        unsafe unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self)
    }

    @inline(__always)
    package func isEqual(to other: [UInt8]) -> Bool { unsafe isEqual(to: other.span.bytes) }

    /// Whether these are the letters of an ASCII literal.
    @inline(__always)
    package func isEqual(to literal: StaticString) -> Bool {
        guard byteCount == literal.utf8CodeUnitCount else { return false }
        let start = unsafe UnsafeRawPointer(literal.utf8Start)
        var difference: UInt64 = 0
        var offset = 0
        while offset + 8 <= byteCount {
            let left = unsafe unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
            let right = unsafe start.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            difference |= left ^ right
            offset += 8
        }
        while offset < byteCount {
            difference |= UInt64(byte(at: offset) ^ (unsafe start.load(fromByteOffset: offset, as: UInt8.self)))
            offset += 1
        }
        return difference == 0
    }
}
