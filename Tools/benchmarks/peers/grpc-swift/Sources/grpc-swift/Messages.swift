import GRPCCore

// Written by hand, with less to do than swift-protobuf's: what is measured is gRPC.

struct Answer: Sendable {
    let bytes: [UInt8]

    /// A ValidateSessionResponse.
    static let constant = Answer(
        bytes: field(1, Array("acc_019a0000-0000-7000-8000-000000000001".utf8))
            + field(2, Array("ses_019a0000-0000-7000-8000-000000000002".utf8))
            + field(3, [0x08] + varint(1_776_243_600) + [0x10] + varint(5_000))
            + field(4, [0x08] + varint(1_776_848_400)) + [0x28, 1])

    private static func field(_ number: UInt8, _ content: [UInt8]) -> [UInt8] {
        [number << 3 | 2] + varint(UInt64(content.count)) + content
    }

    private static func varint(_ value: UInt64) -> [UInt8] {
        var (rest, out): (UInt64, [UInt8]) = (value, [])
        while rest >= 0x80 {
            out.append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        return out + [UInt8(rest)]
    }
}

struct AnswerSerializer: MessageSerializer {
    func serialize<Bytes: GRPCContiguousBytes>(_ message: Answer) throws -> Bytes { Bytes(message.bytes) }
}

/// A ValidateSessionRequest's token.
struct TokenDeserializer: MessageDeserializer {
    func deserialize<Bytes: GRPCContiguousBytes>(_ serializedMessageBytes: Bytes) throws -> String {
        try serializedMessageBytes.withUnsafeBytes { bytes in
            guard bytes.count > 2, bytes[0] == 0x0A, Int(bytes[1]) == bytes.count - 2 else {
                throw RPCError(code: .invalidArgument, message: "no ValidateSessionRequest")
            }
            return String(decoding: bytes[2...], as: UTF8.self)
        }
    }
}
