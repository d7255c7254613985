/// Writes the plaintext of sealed values: lengths as 32-bit big endian, text as UTF-8.
package struct ByteWriter {
    package private(set) var bytes: [UInt8] = []

    /// `version` comes first, so that a later layout can tell an earlier one.
    package init(version: UInt8) { bytes.append(version) }

    package mutating func write(_ value: UInt8) { bytes.append(value) }

    package mutating func write(_ value: Int64) {
        for shift in stride(from: Int64(56), through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: value >> shift))
        }
    }

    package mutating func write(_ value: [UInt8]) {
        let count = UInt32(truncatingIfNeeded: value.count)
        for shift in [24, 16, 8, 0] as [UInt32] { bytes.append(UInt8(truncatingIfNeeded: count >> shift)) }
        bytes.append(contentsOf: value)
    }

    package mutating func write(_ value: String) { write(Array(value.utf8)) }
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
        var value: Int64 = 0
        for _ in 0..<8 { value = value << 8 | Int64(try readByte()) }
        return value
    }

    package mutating func readBytes() throws(DomainError) -> [UInt8] {
        var count = 0
        for _ in 0..<4 { count = count << 8 | Int(try readByte()) }
        guard count <= bytes.count - position else { throw .corrupted(what) }
        defer { position += count }
        return Array(bytes[position..<position + count])
    }

    package mutating func readText() throws(DomainError) -> String {
        guard let text = String(validating: try readBytes(), as: UTF8.self) else { throw .corrupted(what) }
        return text
    }

    package var isAtEnd: Bool { position == bytes.count }
}
