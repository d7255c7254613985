internal import CMessages

/// Out of Swift values, into protobuf-c's structs: everything they point to is laid into the arena. Generated code calls it.
extension Arena {
    func stage(text: String) -> ProtobufCBinaryData {
        var text = text
        return text.withUTF8 { stage(buffer: UnsafeRawBufferPointer($0)) }
    }

    func stage(bytes: [UInt8]) -> ProtobufCBinaryData {
        bytes.withUnsafeBytes { stage(buffer: $0) }
    }

    func stage(buffer: UnsafeRawBufferPointer) -> ProtobufCBinaryData {
        guard let start = buffer.baseAddress, !buffer.isEmpty else { return ProtobufCBinaryData(len: 0, data: nil) }
        let copy = allocate(buffer.count)
        copy.copyMemory(from: start, byteCount: buffer.count)
        return ProtobufCBinaryData(len: buffer.count, data: copy.assumingMemoryBound(to: UInt8.self))
    }

    func stage(texts: [String]) -> UnsafeMutablePointer<ProtobufCBinaryData>? {
        guard !texts.isEmpty else { return nil }
        let rows = allocate(texts.count * MemoryLayout<ProtobufCBinaryData>.stride)
            .bindMemory(to: ProtobufCBinaryData.self, capacity: texts.count)
        for (index, text) in texts.enumerated() {
            (rows + index).initialize(to: stage(text: text))
        }
        return rows
    }

    func stage<Inner: Message>(message: Inner?) -> UnsafeMutableRawPointer? {
        guard let message else { return nil }
        return stage(message)
    }

    /// An array of pointers, as protobuf-c keeps repeated messages.
    func stage<Inner: Message>(messages: [Inner]) -> UnsafeMutableRawPointer? {
        guard !messages.isEmpty else { return nil }
        let rows = allocate(messages.count * MemoryLayout<UnsafeMutableRawPointer?>.stride)
        for (index, message) in messages.enumerated() {
            rows.storeBytes(
                of: stage(message), toByteOffset: index * MemoryLayout<UnsafeMutableRawPointer?>.stride,
                as: UnsafeMutableRawPointer?.self)
        }
        return rows
    }

    /// The C struct of a message with everything it points to; alive until `reset()`.
    func stage<Whole: Message>(_ message: Whole) -> UnsafeMutableRawPointer {
        let raw = initialized(Whole.wire)
        message.fill(raw, in: self)
        return raw
    }

    /// A C struct with all fields empty.
    func initialized(_ type: WireType) -> UnsafeMutableRawPointer {
        let raw = allocate(type.descriptor.pointee.sizeof_message)
        protobuf_c_message_init(type.descriptor, raw)
        return raw
    }
}
