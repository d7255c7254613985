import CMessages
import Glibc

@testable import Messages

/// A repeatable source of numbers: SplitMix64.
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// The wire format, written by hand: what the tests hold protobuf-c's own to.
enum Wire {
    static func varint(_ value: UInt64) -> [UInt8] {
        var rest = value
        var bytes: [UInt8] = []
        while rest > 0x7F {
            bytes.append(UInt8(truncatingIfNeeded: rest & 0x7F) | 0x80)
            rest >>= 7
        }
        return bytes + [UInt8(rest)]
    }

    static func field(_ number: UInt32, _ value: UInt64) -> [UInt8] {
        varint(UInt64(number) << 3) + varint(value)
    }

    static func field(_ number: UInt32, _ bytes: [UInt8]) -> [UInt8] {
        varint(UInt64(number) << 3 | 2) + varint(UInt64(bytes.count)) + bytes
    }
}

/// Walks protobuf-c's descriptors.
struct FieldShape {
    let name: String
    let number: UInt32
    let type: ProtobufCType
    let isRepeated: Bool
    let inner: UnsafePointer<ProtobufCMessageDescriptor>?

    static func all(of descriptor: UnsafePointer<ProtobufCMessageDescriptor>) -> [FieldShape] {
        (0..<Int(descriptor.pointee.n_fields)).map { index in
            let field = descriptor.pointee.fields[index]
            return FieldShape(
                name: String(cString: field.name), number: field.id, type: field.type,
                isRepeated: field.label == PROTOBUF_C_LABEL_REPEATED,
                inner: field.type == PROTOBUF_C_TYPE_MESSAGE
                    ? field.descriptor.assumingMemoryBound(to: ProtobufCMessageDescriptor.self) : nil)
        }
    }
}

/// Valid messages of any type, every field set now and then, in the one form that an encoder gives them.
struct WireBuilder {
    var numbers: SeededNumbers
    /// How often a field is set, in percent.
    var density: Int

    static let texts = [
        "a", "Ada Lovelace", "naïve Ωmega 東京 👩‍👩‍👧", String(repeating: "long ", count: 60), "\u{FEFF}\r\n\t",
    ]

    mutating func message(_ descriptor: UnsafePointer<ProtobufCMessageDescriptor>) -> [UInt8] {
        FieldShape.all(of: descriptor).flatMap { field in
            let count = field.isRepeated ? Int.random(in: 0...3, using: &numbers) : 1
            return Int.random(in: 0..<100, using: &numbers) < density
                ? (0..<count).flatMap { _ in value(of: field) } : []
        }
    }

    private mutating func value(of field: FieldShape) -> [UInt8] {
        switch field.type {
        case PROTOBUF_C_TYPE_BYTES:
            let text = WireBuilder.texts.randomElement(using: &numbers) ?? ""
            return Wire.field(field.number, Array(text.utf8))
        case PROTOBUF_C_TYPE_MESSAGE:
            return field.inner.map { Wire.field(field.number, message($0)) } ?? []
        case PROTOBUF_C_TYPE_BOOL:
            return Wire.field(field.number, 1)
        case PROTOBUF_C_TYPE_ENUM:
            return Wire.field(field.number, UInt64.random(in: 1...9, using: &numbers))
        case PROTOBUF_C_TYPE_INT32:
            let value = Int32.random(in: Int32.min...Int32.max, using: &numbers)
            return Wire.field(field.number, UInt64(bitPattern: Int64(value == 0 ? 1 : value)))
        default:
            let value = Int64.random(in: Int64.min...Int64.max, using: &numbers)
            return Wire.field(field.number, UInt64(bitPattern: value == 0 ? 1 : value))
        }
    }
}

/// The seed of this run: MESSAGES_SEED, else 1.
let runSeed: UInt64 = {
    let seed = getenv("MESSAGES_SEED").flatMap { UInt64(String(cString: $0)) } ?? 1
    print("MESSAGES_SEED=\(seed)")
    return seed
}()
