internal import CMessages

/// A message ready to be written: its size is known, and its bytes go straight to where they are wanted.
/// It lies in the arena that made it, and dies with the arena's `reset()`.
package struct EncodedMessage {
    private let message: UnsafePointer<ProtobufCMessage>
    /// How many bytes `pack` writes.
    package let sizeBytes: Int

    init(_ raw: UnsafeMutableRawPointer) {
        message = UnsafePointer(raw.assumingMemoryBound(to: ProtobufCMessage.self))
        sizeBytes = protobuf_c_message_get_packed_size(message)
    }

    /// Writes the message at the start of `output` and says how many bytes it took; nil, and nothing written, where it
    /// doesn't fit.
    package func pack(into output: UnsafeMutableRawBufferPointer) -> Int? {
        guard sizeBytes <= output.count else { return nil }
        guard sizeBytes > 0, let start = output.baseAddress else { return 0 }
        return protobuf_c_message_pack(message, start.assumingMemoryBound(to: UInt8.self))
    }

    /// Appends the message's bytes.
    package func pack(into output: inout [UInt8]) {
        let packed = [UInt8](unsafeUninitializedCapacity: sizeBytes) { buffer, count in
            count = pack(into: UnsafeMutableRawBufferPointer(buffer)) ?? 0
        }
        output.append(contentsOf: packed)
    }
}

/// Writes a message that is known to take at most `maximumBytes`, without counting them first. Nil, and nothing written, where
/// `output` has less room.
func packUncounted(
    _ raw: UnsafeMutableRawPointer, maximumBytes: Int, into output: UnsafeMutableRawBufferPointer
) -> Int? {
    guard maximumBytes <= output.count, let start = output.baseAddress else { return nil }
    let message = UnsafePointer(raw.assumingMemoryBound(to: ProtobufCMessage.self))
    return protobuf_c_message_pack(message, start.assumingMemoryBound(to: UInt8.self))
}

extension Message {
    /// Lays the message into the arena, ready to be written.
    package func encode(arena: Arena) -> EncodedMessage {
        EncodedMessage(arena.stage(self))
    }

    package func encodedBytes(arena: Arena) -> [UInt8] {
        var bytes: [UInt8] = []
        encode(arena: arena).pack(into: &bytes)
        return bytes
    }

    /// For tools and tests: writes from an arena of its own.
    package func encodedBytes() -> [UInt8] {
        encodedBytes(arena: Arena())
    }
}
