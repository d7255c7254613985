extension Message {
    /// Reads a message. Any bytes at all are safe: they give a message or a failure, within the arena's budget.
    package static func decode(_ bytes: UnsafeRawBufferPointer, arena: Arena) throws(DecodeFailure) -> Self {
        try Self(reading: try arena.unpack(bytes, as: wire))
    }

    package static func decode(_ bytes: RawSpan, arena: Arena) throws(DecodeFailure) -> Self {
        try bytes.withUnsafeBytes { buffer throws(DecodeFailure) in try decode(buffer, arena: arena) }
    }

    package static func decode(_ bytes: [UInt8], arena: Arena) throws(DecodeFailure) -> Self {
        try decode(bytes.span.bytes, arena: arena)
    }

    /// For tools and tests: reads in an arena of its own.
    package static func decode(_ bytes: [UInt8]) throws(DecodeFailure) -> Self {
        try decode(bytes, arena: Arena())
    }
}
