/// Reads a file front to back; every step is nil past the end.
struct BigEndianReader {
    private let content: [UInt8]
    private var position = 0

    init(_ content: [UInt8]) { self.content = content }

    mutating func skip(_ count: Int) -> Bool {
        guard count >= 0, count <= content.count - position else { return false }
        position += count
        return true
    }

    mutating func bytes(_ count: Int) -> ArraySlice<UInt8>? {
        let start = position
        return skip(count) ? content[start..<position] : nil
    }

    mutating func byte() -> UInt8? { bytes(1)?.first }

    /// What stands before the next `terminator`, which is taken too.
    mutating func bytes(until terminator: UInt8) -> ArraySlice<UInt8>? {
        guard let end = content[position...].firstIndex(of: terminator) else { return nil }
        defer { position = end + 1 }
        return content[position..<end]
    }

    /// Two's complement of `size` bytes, 4 or 8.
    mutating func integer(size: Int) -> Int64? {
        guard let bytes = bytes(size) else { return nil }
        let bits = bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return size == 4 ? Int64(Int32(truncatingIfNeeded: bits)) : Int64(bitPattern: bits)
    }

    /// An unsigned 32-bit count.
    mutating func count() -> Int? {
        bytes(4).map { $0.reduce(0) { $0 << 8 | Int($1) } }
    }
}
