/// Writes the plaintext of sealed values: lengths as 32-bit big endian, text as UTF-8.
package struct ByteWriter {
    package private(set) var bytes: [UInt8] = []

    /// `version` comes first, so that a later layout can tell an earlier one.
    package init(version: UInt8) {
        bytes.reserveCapacity(256)
        bytes.append(version)
    }

    package mutating func write(_ value: UInt8) { bytes.append(value) }

    package mutating func write(_ value: Int64) {
        var shift: Int64 = 64
        while shift > 0 {
            shift -= 8
            bytes.append(UInt8(truncatingIfNeeded: value >> shift))
        }
    }

    package mutating func write(_ value: [UInt8]) {
        writeCount(value.count)
        bytes.append(contentsOf: value)
    }

    package mutating func write(_ value: String) {
        writeCount(value.utf8.count)
        bytes.append(contentsOf: value.utf8)
    }

    private mutating func writeCount(_ count: Int) {
        var shift = 32
        while shift > 0 {
            shift -= 8
            bytes.append(UInt8(truncatingIfNeeded: count >> shift))
        }
    }
}

/// Reads what `ByteWriter` wrote; throws `corrupted` instead of reading past the end.
package struct ByteReader {
    private let bytes: [UInt8]
    private var position = 0
    private let what: String

    /// `what` names the value in the error.
    package init(_ bytes: [UInt8], version: UInt8, what: String) throws(DomainError) {
        self.bytes = bytes
        self.what = what
        guard try readByte() == version else { throw .corrupted(what) }
    }

    package mutating func readByte() throws(DomainError) -> UInt8 {
        guard position < bytes.count else { throw .corrupted(what) }
        defer { position += 1 }
        return bytes[position]
    }

    package mutating func readInt64() throws(DomainError) -> Int64 {
        guard bytes.count - position >= 8 else { throw .corrupted(what) }
        var value: Int64 = 0
        for offset in 0..<8 { value = value << 8 | Int64(bytes[position + offset]) }
        position += 8
        return value
    }

    package mutating func readBytes() throws(DomainError) -> [UInt8] {
        Array(bytes[try readRange()])
    }

    package mutating func readText() throws(DomainError) -> String {
        let part = bytes[try readRange()]
        // Validating looks generic types up at run time, which costs more than the text does.
        if part.allSatisfy({ $0 < 0x80 }) { return String(decoding: part, as: UTF8.self) }
        guard let text = String(validating: part, as: UTF8.self) else { throw .corrupted(what) }
        return text
    }

    /// Where the next bytes lie.
    private mutating func readRange() throws(DomainError) -> Range<Int> {
        guard bytes.count - position >= 4 else { throw .corrupted(what) }
        var count = 0
        for offset in 0..<4 { count = count << 8 | Int(bytes[position + offset]) }
        position += 4
        guard count <= bytes.count - position else { throw .corrupted(what) }
        defer { position += count }
        return position..<position + count
    }

    package var isAtEnd: Bool { position == bytes.count }
}
