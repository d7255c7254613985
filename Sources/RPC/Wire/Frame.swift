/// Types of ttrpc frames (PROTOCOL.md), and two of accountd's: not 4 and 5, which a proposal to ttrpc takes.
package enum FrameType {
    package static let request: UInt8 = 1
    package static let response: UInt8 = 2
    package static let data: UInt8 = 3
    /// Nobody waits for the call of that stream id any more.
    package static let cancel: UInt8 = 0x10
    /// Is answered by one of the same data.
    package static let ping: UInt8 = 0x11

    package static let maximumPingBytes = 8
}

/// Flags of ttrpc frames.
package enum FrameFlag {
    /// The sender sends no more on this stream.
    package static let remoteClosed: UInt8 = 1
    /// The sender may send more: a stream's request without its data.
    package static let remoteOpen: UInt8 = 2
    /// A Data frame that holds none, not even an empty message.
    package static let noData: UInt8 = 4
    /// A ping that answers one.
    package static let answer: UInt8 = 1
}

/// The ten bytes before every ttrpc frame's data: `u32 length, u32 stream id, u8 type, u8 flags`, big endian.
package struct FrameHeader: Equatable, Sendable {
    package static let byteCount = 10
    /// The most data that a frame may carry: ttrpc's 4 MiB.
    package static let maximumLength = 4 << 20

    /// Bytes of data that follow.
    package var length: UInt32
    package var stream: UInt32
    package var type: UInt8
    package var flags: UInt8

    package init(length: UInt32, stream: UInt32, type: UInt8, flags: UInt8) {
        self.length = length
        self.stream = stream
        self.type = type
        self.flags = flags
    }

    /// The header that begins at `offset`; there must be ten bytes.
    @inline(__always)
    package init(reading bytes: RawSpan, at offset: Int) {
        length = bytes.uint32(at: offset)
        stream = bytes.uint32(at: offset + 4)
        type = bytes.byte(at: offset + 8)
        flags = bytes.byte(at: offset + 9)
    }

    package var bytes: [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(FrameHeader.byteCount)
        for word in [length, stream] {
            for shift in [24, 16, 8, 0] as [UInt32] { out.append(UInt8(truncatingIfNeeded: word >> shift)) }
        }
        return out + [type, flags]
    }

    /// A whole frame.
    package static func frame(stream: UInt32, type: UInt8, flags: UInt8 = 0, _ data: [UInt8]) -> [UInt8] {
        FrameHeader(length: UInt32(truncatingIfNeeded: data.count), stream: stream, type: type, flags: flags).bytes
            + data
    }
}
