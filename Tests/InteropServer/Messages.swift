import RPC

// The messages of grpc/testing/messages.proto, as far as the test service looks at them.

struct EchoStatus {
    var code: Int32 = 0
    var message = ""

    init(_ bytes: RawSpan) {
        var reader = WireReader(bytes)
        while let field = reader.next() {
            if field.number == 1 { code = Int32(truncatingIfNeeded: field.varint) }
            if field.number == 2 { message = String(decoding: field.bytes.copied, as: UTF8.self) }
        }
    }

    var status: Status { Status(StatusCode(rawValue: code) ?? .unknown, message) }
}

/// SimpleRequest, StreamingOutputCallRequest and StreamingInputCallRequest: their fields agree where they have the same numbers,
/// but for `response_parameters` and `expect_compressed` of the streams.
struct TestRequest {
    var responseSize = 0
    var parameters: [ResponseParameters] = []
    var payloadBytes = 0
    var responseCompressed = false
    var expectCompressed: Bool?
    var status: EchoStatus?

    enum Kind {
        case simple
        case output
        case input
    }

    init?(_ bytes: [UInt8], _ kind: Kind) {
        var reader = WireReader(bytes.span.bytes)
        while let field = reader.next() {
            switch (kind, field.number) {
            case (.simple, 2): responseSize = Int(Int32(truncatingIfNeeded: field.varint))
            case (.output, 2): parameters.append(ResponseParameters(field.bytes))
            case (.simple, 3), (.output, 3), (.input, 1): payloadBytes = TestRequest.bodyBytes(field.bytes)
            case (.simple, 6): responseCompressed = TestRequest.flag(field.bytes)
            case (.simple, 8), (.input, 2): expectCompressed = TestRequest.flag(field.bytes)
            case (.simple, 7), (.output, 7): status = EchoStatus(field.bytes)
            default: break
            }
        }
        if reader.failed { return nil }
    }

    private static func bodyBytes(_ payload: RawSpan) -> Int {
        var reader = WireReader(payload)
        var count = 0
        while let field = reader.next() { if field.number == 2 { count = field.bytes.byteCount } }
        return count
    }

    fileprivate static func flag(_ wrapper: RawSpan) -> Bool {
        var reader = WireReader(wrapper)
        var value = false
        while let field = reader.next() { if field.number == 1 { value = field.varint != 0 } }
        return value
    }
}

struct ResponseParameters {
    var size = 0
    var intervalUs = 0
    var compressed = false

    init(_ bytes: RawSpan) {
        var reader = WireReader(bytes)
        while let field = reader.next() {
            switch field.number {
            case 1: size = Int(Int32(truncatingIfNeeded: field.varint))
            case 2: intervalUs = Int(Int32(truncatingIfNeeded: field.varint))
            case 3: compressed = TestRequest.flag(field.bytes)
            default: break
            }
        }
    }
}

enum TestResponse {
    /// SimpleResponse and StreamingOutputCallResponse: a payload of so many zero bytes.
    static func payload(_ size: Int) -> [UInt8] {
        var payload = WireWriter(reservingCapacity: size + 8)
        payload.write(field: 2, bytes: [UInt8](repeating: 0, count: max(0, size)))
        var response = WireWriter(reservingCapacity: size + 16)
        response.write(field: 1, bytes: payload.bytes)
        return response.bytes
    }

    /// StreamingInputCallResponse.
    static func aggregated(_ size: Int) -> [UInt8] {
        var response = WireWriter()
        response.write(field: 1, varint: UInt64(size))
        return response.bytes
    }
}
