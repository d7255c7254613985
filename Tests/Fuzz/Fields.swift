import RPC

@testable import Transport

/// Parsers that take a text or a message on its own.
enum Fields {
    static func http1(_ bytes: UnsafeRawBufferPointer) {
        let text = [UInt8](bytes)
        if let count = HTTP1Head.byteCount(bytes.bytes, from: 0) {
            hold(count <= bytes.count && count <= HTTP1Head.maximumBytes, "a head of \(count) bytes")
            _ = HTTP1Head(Array(text[..<(count - 2)]))
        }
        _ = HTTP1Head(text)
    }

    static func all(_ bytes: UnsafeRawBufferPointer) {
        let span = bytes.bytes
        if let timeout = GRPCTimeout.parse(span) { hold(timeout >= 0, "a timeout of \(timeout)") }
        _ = GRPCContentType.isSpoken(span)
        if let decoded = Base64.decode(span) {
            let again = Base64.encode(decoded)
            hold(Base64.decode(again.span.bytes) == decoded, "base64 of \(decoded)")
        }
        let escaped = PercentEncoding.encode(span, maximumBytes: 64)
        hold(escaped.count <= 64 && escaped.allSatisfy { $0 >= 0x20 && $0 < 0x7F }, "percent-encoded \(escaped)")
        if let status = Status(decoding: span) {
            hold(Status(decoding: status.encoded.span.bytes)?.encoded == status.encoded, "the status \(status)")
        }
        _ = ResponseEnvelope.decode(span)
        if let envelope = RequestEnvelope(reading: span) {
            hold(envelope.metadataBytes <= span.byteCount, "metadata of \(envelope.metadataBytes) bytes")
        }
    }
}
