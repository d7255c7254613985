import FoundationEssentials

/// One `--field name=value`: puts a value into a request's JSON. `name` may be a path, `variables.name`; `@file` is a file's contents,
/// bytes as they are.
struct FieldAssignment {
    private let path: [String]
    private let value: String

    init(_ text: String) throws {
        guard let equals = text.firstIndex(of: "="), equals > text.startIndex else {
            throw ToolError("--field takes NAME=VALUE or NAME=@FILE, not “\(text)”")
        }
        path = text[..<equals].split(separator: ".").map(String.init)
        value = String(text[text.index(after: equals)...])
        guard !path.isEmpty else { throw ToolError("--field takes NAME=VALUE or NAME=@FILE, not “\(text)”") }
    }

    func put(into json: inout JSONValue, of message: String, _ schema: Schema) throws {
        try put(into: &json, path[...], message, schema)
    }

    private func put(
        into json: inout JSONValue, _ path: ArraySlice<String>, _ message: String, _ schema: Schema
    ) throws {
        guard case .object(var members) = json, let name = path.first else {
            throw ToolError("--field \(self.path.joined(separator: ".")): the JSON has something else there")
        }
        guard let field = schema.fields(of: message).first(where: { $0.name == name }) else {
            throw ToolError("\(message) has no field \"\(name)\"")
        }
        if path.count > 1 {
            guard field.kind == .message, field.count == .one else {
                throw ToolError("--field: \(name) holds no fields to be named one by one")
            }
            var inner = members[name] ?? .object([:])
            try put(into: &inner, path.dropFirst(), field.type, schema)
            members[name] = inner
        } else if field.count == .repeated {
            var elements: [JSONValue] = []
            if case .array(let before)? = members[name] { elements = before }
            members[name] = .array(elements + [try converted(field)])
        } else {
            members[name] = try converted(field)
        }
        json = .object(members)
    }

    private func converted(_ field: Schema.Field) throws -> JSONValue {
        var bytes = Array(value.utf8)
        if value.hasPrefix("@") {
            let file = String(value.dropFirst())
            guard let data = FileManager.default.contents(atPath: file) else { throw ToolError("can't read \(file)") }
            bytes = Array(data)
        }
        let text = String(decoding: bytes, as: UTF8.self)
        switch field.kind {
        case .bytes: return .text(Data(bytes).base64EncodedString())
        case .string, .enum: return .text(text)
        case .bool, .int, .float:
            // Numbers may stand in JSON as texts; a flag may not.
            let bare = text.trimmed
            return bare == "true" || bare == "false" ? .flag(bare == "true") : .text(bare)
        case .message:
            let json = Array(text.trimmed.utf8)
            if json.first == UInt8(ascii: "{") || json.first == UInt8(ascii: "[") {
                do throws(BrokenLog) {
                    return try JSONReader.value(of: json)
                } catch {
                    throw ToolError("--field \(field.name): \(error.description)")
                }
            }
            // Times, durations and masks are texts.
            return .text(text.trimmed)
        }
    }
}
