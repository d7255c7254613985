import Messages

/// The request types as the .proto files declare them, read out of the descriptors that the program carries.
struct Schema: Sendable {
    struct Field: Sendable, Hashable {
        enum Kind: Sendable, Hashable {
            case string
            case bytes
            /// Integers, booleans and enums.
            case varint
            case message(String)
        }

        let name: String
        let number: Int
        let isRepeated: Bool
        let kind: Kind
    }

    static let shared = Schema(DescriptorSet.bytes)

    private var messages: [String: [Field]] = [:]

    /// Empty for a type that there isn't.
    subscript(_ message: String) -> [Field] { messages[message] ?? [] }

    /// Whether a path of a BadRequest, as in `variables[2].name`, leads to a field of the message.
    func has(_ path: String, in message: String) -> Bool {
        var type = message
        let segments = path.split(separator: ".", omittingEmptySubsequences: false)
        for (index, segment) in segments.enumerated() {
            let parts = segment.split(separator: "[", maxSplits: 1)
            guard let name = parts.first, let field = self[type].first(where: { $0.name == name }) else { return false }
            if parts.count == 2 {
                guard field.isRepeated, parts[1].hasSuffix("]"), Int(parts[1].dropLast()) != nil else { return false }
            }
            if case .message(let inner) = field.kind {
                type = inner
            } else if index + 1 < segments.count {
                return false
            }
        }
        return true
    }

    // descriptor.proto: FileDescriptorSet.file = 1; FileDescriptorProto.package = 2, message_type = 4;
    // DescriptorProto.name = 1, field = 2, nested_type = 3.
    private init(_ bytes: [UInt8]) {
        for file in Wire.fields(of: bytes) where file.number == 1 {
            let fields = Wire.fields(of: file.bytes)
            let package = fields.first { $0.number == 2 }?.text ?? ""
            for message in fields where message.number == 4 { add(message.bytes, in: package) }
        }
    }

    private mutating func add(_ bytes: [UInt8], in scope: String) {
        let fields = Wire.fields(of: bytes)
        let name = scope + "." + (fields.first { $0.number == 1 }?.text ?? "")
        messages[name] = fields.filter { $0.number == 2 }.map { Field($0.bytes) }
        for nested in fields where nested.number == 3 { add(nested.bytes, in: name) }
    }
}

extension Schema.Field {
    // FieldDescriptorProto: name = 1, number = 3, label = 4 (3: repeated), type = 5 (9: string, 11: message, 12: bytes),
    // type_name = 6.
    fileprivate init(_ bytes: [UInt8]) {
        let fields = Wire.fields(of: bytes)
        func varint(_ number: Int) -> UInt64 { fields.first { $0.number == number }?.varint ?? 0 }
        name = fields.first { $0.number == 1 }?.text ?? ""
        number = Int(varint(3))
        isRepeated = varint(4) == 3
        switch varint(5) {
        case 9: kind = .string
        case 11: kind = .message(String((fields.first { $0.number == 6 }?.text ?? "").drop { $0 == "." }))
        case 12: kind = .bytes
        default: kind = .varint
        }
    }
}

/// protobuf's wire format, as much as tests need to write what nobody should.
enum Wire {
    struct Field {
        let number: Int
        var varint: UInt64 = 0
        var bytes: [UInt8] = []
        /// From its tag to its end.
        var raw: [UInt8] = []
        var text: String { String(decoding: bytes, as: UTF8.self) }
    }

    /// Top-level fields of well-formed bytes: varints and length-delimited ones.
    static func fields(of bytes: [UInt8]) -> [Field] {
        var fields: [Field] = []
        var position = 0
        func varint() -> UInt64 {
            var value: UInt64 = 0
            var shift: UInt64 = 0
            while position < bytes.count {
                let byte = bytes[position]
                position += 1
                value |= UInt64(byte & 0x7F) << shift
                shift += 7
                if byte < 0x80 || shift > 63 { break }
            }
            return value
        }
        while position < bytes.count {
            let start = position
            let tag = varint()
            var field = Field(number: Int(tag >> 3))
            if tag & 7 == 0 {
                field.varint = varint()
            } else {
                let length = Int(clamping: varint())
                let end = position + min(length, bytes.count - position)
                field.bytes = Array(bytes[position..<end])
                position = end
            }
            field.raw = Array(bytes[start..<position])
            fields.append(field)
        }
        return fields
    }

    static func varint(_ value: UInt64) -> [UInt8] {
        var value = value
        var bytes: [UInt8] = []
        while value >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: value) | 0x80)
            value >>= 7
        }
        return bytes + [UInt8(value)]
    }

    static func tag(_ number: Int, _ type: UInt64) -> [UInt8] { varint(UInt64(number) << 3 | type) }

    static func delimited(_ number: Int, _ bytes: [UInt8]) -> [UInt8] {
        tag(number, 2) + varint(UInt64(bytes.count)) + bytes
    }

    /// By doubling: millions of them are made.
    static func repeated(_ unit: [UInt8], count: Int) -> [UInt8] {
        var bytes = unit
        while bytes.count < unit.count * count { bytes += bytes }
        return Array(bytes.prefix(unit.count * count))
    }

    static func without(_ number: Int, _ message: [UInt8]) -> [UInt8] {
        fields(of: message).filter { $0.number != number }.flatMap(\.raw)
    }
}
