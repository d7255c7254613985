/// Where a client stands in its frames. nghttp2 tells of the end of those that it takes, and of those that it passes over nothing.
struct FrameWalk {
    /// Frames whose head has come; a header block is one, in however many frames.
    private(set) var frames = 0
    /// Of the frame's payload, or of the preface before the first frame, still to come.
    private var left = 24
    private var type: UInt8 = 0
    /// A header block goes on in the next frame.
    private var isBlockOpen = false
    /// Of a head that came in pieces: how many bytes, and the first five.
    private var headCount = 0
    private var head: UInt64 = 0

    private static let headBytes = 9
    private static let endHeaders: UInt8 = 4

    private enum Kind {
        static let data: UInt8 = 0
        static let headers: UInt8 = 1
        static let continuation: UInt8 = 9
    }

    /// Whether it has begun what it must finish in time: a frame, a header block. The bytes of a request have a limit of their own.
    var isMidway: Bool { isBlockOpen || headCount > 0 || left > 0 && type != Kind.data }

    @inline(__always)
    mutating func take(_ bytes: UnsafeRawBufferPointer) {
        var position = 0
        while position < bytes.count {
            if left > 0 {
                let passed = min(left, bytes.count - position)
                left -= passed
                position += passed
            } else if headCount == 0, bytes.count - position >= Self.headBytes {
                let length = Int(bytes[position]) << 16 | Int(bytes[position + 1]) << 8 | Int(bytes[position + 2])
                begin(length: length, bytes[position + 3], flags: bytes[position + 4])
                position += Self.headBytes
            } else {
                takeHead(bytes[position])
                position += 1
            }
        }
    }

    private mutating func takeHead(_ byte: UInt8) {
        if headCount < 5 { head = head << 8 | UInt64(byte) }
        headCount += 1
        guard headCount == Self.headBytes else { return }
        begin(
            length: Int(head >> 16 & 0xFF_FFFF), UInt8(truncatingIfNeeded: head >> 8),
            flags: UInt8(truncatingIfNeeded: head))
        headCount = 0
    }

    private mutating func begin(length: Int, _ type: UInt8, flags: UInt8) {
        if type != Kind.continuation { frames &+= 1 }
        left = length
        self.type = type
        isBlockOpen = (type == Kind.headers || type == Kind.continuation) && flags & Self.endHeaders == 0
    }
}
