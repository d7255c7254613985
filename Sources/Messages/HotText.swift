internal import CMessages

/// Borrowed bytes as protobuf-c takes them. It only reads them; they must outlive the pack.
func borrowed(_ bytes: UnsafeRawBufferPointer) -> ProtobufCBinaryData {
    ProtobufCBinaryData(
        len: bytes.count,
        data: UnsafeMutablePointer(mutating: bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)))
}

/// A point in time as the wire has it, for the hot calls.
package struct HotTime: Sendable {
    /// Seconds since 1970-01-01 00:00 UTC.
    package var seconds: Int64
    /// 0 to 999,999,999.
    package var nanos: Int32

    package init(seconds: Int64, nanos: Int32) {
        self.seconds = seconds
        self.nanos = nanos
    }

    func stage(in arena: Arena) -> UnsafeMutablePointer<Google__Protobuf__Timestamp> {
        let time = arena.initialized(Timestamp.wire).assumingMemoryBound(to: Google__Protobuf__Timestamp.self)
        time.pointee.seconds = seconds
        time.pointee.nanos = nanos
        return time
    }
}
