/// The five bytes before each gRPC message: whether it is compressed, and its length, big endian.
package struct MessagePrefix: Equatable, Sendable {
    package static let byteCount = 5
    /// The most bytes that a message may have, as it is sent and once it is decompressed: as much as a frame of ttrpc.
    package static let maximumLength = FrameHeader.maximumLength

    package let flags: UInt8
    package let length: UInt32

    package init(isCompressed: Bool, length: Int) {
        flags = isCompressed ? 1 : 0
        self.length = UInt32(truncatingIfNeeded: length)
    }

    /// The prefix that begins at `offset`; there must be five bytes.
    @inline(__always)
    package init(reading bytes: RawSpan, at offset: Int) {
        flags = bytes.byte(at: offset)
        length = bytes.uint32(at: offset + 1)
    }

    package var isCompressed: Bool { flags == 1 }
    /// Flags that no version of gRPC has are an error.
    package var isKnown: Bool { flags <= 1 }

    package var bytes: [UInt8] {
        [flags] + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: length >> ($0 as UInt32)) }
    }
}
