/// How answers lie in the output that they are written to.
package enum ReplyFraming: Sendable {
    /// As ttrpc's frames, ready to be sent.
    case ttrpc
    /// As records, for a face that puts them into frames of its own.
    case records
}

/// One answer as a face finds it in its output. Sixteen bytes stand before its payload:
///
///     +----------------+----------------+---------+---------+-------------+----------------+
///     |  length  u32   |   stream  u32  |  kind   |  2 × 0  |  not        |  length  u32   |
///     |  native        |   native       |  u8     |         |  compressed |  big endian    |
///     +----------------+----------------+---------+---------+-------------+----------------+
///
/// The last five are gRPC's prefix of a message: it and the payload can go out as they lie.
package struct ReplyRecord {
    package static let headBytes = 16
    /// Of gRPC's prefix: a flag that tells whether the message is compressed, and its length.
    package static let prefixBytes = 5

    package let stream: UInt32
    /// The payload is a serialized google.rpc.Status, and no message.
    package let isFailure: Bool
    /// Where the payload lies in the output.
    package let payload: Range<Int>

    /// The message with its prefix.
    package var prefixed: Range<Int> { payload.lowerBound - ReplyRecord.prefixBytes..<payload.upperBound }

    /// The record that begins at `offset` of what replies wrote.
    @inline(__always)
    package init(in output: OutputBuffer, at offset: Int) {
        let head = unsafe UnsafeRawBufferPointer(rebasing: output.bytes[offset...])
        let count = Int(unsafe head.loadUnaligned(fromByteOffset: 0, as: UInt32.self))
        stream = unsafe head.loadUnaligned(fromByteOffset: 4, as: UInt32.self)
        isFailure = unsafe head[8] != 0
        payload = offset + ReplyRecord.headBytes..<offset + ReplyRecord.headBytes + count
    }

    @inline(__always)
    @unsafe
    static func storeHead(at start: UnsafeMutableRawPointer, stream: UInt32, isFailure: Bool, byteCount: Int) {
        let count = UInt32(truncatingIfNeeded: byteCount)
        unsafe start.storeBytes(of: count, as: UInt32.self)
        unsafe (start + 4).storeBytes(of: stream, as: UInt32.self)
        unsafe (start + 8).storeBytes(of: isFailure ? 1 : 0, as: UInt32.self)
        unsafe (start + 12).storeBytes(of: count.bigEndian, as: UInt32.self)
    }
}
