import FoundationEssentials
import RPC

/// A failure with every detail that came with it, for people and for programs.
struct StatusText: Sendable {
    private let code: String
    private let message: String
    private let details: [JSONValue]

    private static let errorInfo = "type.googleapis.com/google.rpc.ErrorInfo"

    /// `encoded`: the serialized google.rpc.Status of the server's, empty where there is none.
    init(_ status: Status, encoded: [UInt8], _ schema: Schema?) {
        code = "\(status.code)"
        message = status.message
        let known = [try? Schema.errorDetails(), schema].compactMap { $0 }
        // A reason without the server's own words is this tool's.
        var details: [JSONValue] =
            !encoded.isEmpty || status.reason.isEmpty
            ? []
            : [.object(["@type": .text(Self.errorInfo), "domain": .text("rpcctl"), "reason": .text(status.reason)])]
        var reader = WireReader(encoded.span.bytes)
        while let field = reader.next() {
            if field.number == 3, field.type == .bytes { details.append(Self.detail(field.bytes.copied, known)) }
        }
        self.details = details
    }

    /// A google.protobuf.Any; its bytes as they are where nobody knows the type.
    private static func detail(_ any: [UInt8], _ schemas: [Schema]) -> JSONValue {
        var type = ""
        var value: [UInt8] = []
        var reader = WireReader(any.span.bytes)
        while let field = reader.next() {
            guard field.type == .bytes else { continue }
            if field.number == 1 { type = String(decoding: field.bytes.copied, as: UTF8.self) }
            if field.number == 2 { value = field.bytes.copied }
        }
        let name = String(type[(type.lastIndex(of: "/").map { type.index(after: $0) } ?? type.startIndex)...])
        for schema in schemas {
            guard let json = try? schema.json(value, of: name, pretty: false, complete: false),
                case .object(var members)? = try? JSONReader.value(of: Array(json.utf8))
            else { continue }
            members["@type"] = .text(type)
            return .object(members)
        }
        return .object(["@type": .text(type), "value": .text(Data(value).base64EncodedString())])
    }

    var json: String {
        JSONWriter.text(
            .object(["code": .text(code), "message": .text(message), "details": .array(details)]))
    }

    func text(_ style: Style) -> String {
        var lines = ["rpcctl: " + style.failure(code + reason) + ": " + PlainText.of(message)]
        for case .object(let members) in details { lines += Self.lines(members, style) }
        return lines.joined(separator: "\n")
    }

    /// The first reason, which stands beside the code.
    private var reason: String {
        for detail in details {
            if case .text(let reason)? = detail["reason"], Self.name(of: detail) == "ErrorInfo" {
                return " (\(PlainText.of(reason)))"
            }
        }
        return ""
    }

    private static func name(of detail: JSONValue) -> String {
        guard case .text(let type)? = detail["@type"] else { return "" }
        return String(type.split(separator: ".").last ?? "")
    }

    private static func lines(_ detail: [String: JSONValue], _ style: Style) -> [String] {
        switch name(of: .object(detail)) {
        case "BadRequest": return violations(detail["field_violations"], "field", style)
        case "QuotaFailure", "PreconditionFailure": return violations(detail["violations"], "subject", style)
        case "RetryInfo":
            guard case .text(let delay)? = detail["retry_delay"] else { return [] }
            return ["  try again in \(delay.hasSuffix("s") ? delay.dropLast() + " s" : delay)"]
        case "ErrorInfo":
            guard case .object(let metadata)? = detail["metadata"] else { return [] }
            return metadata.sorted { $0.key < $1.key }.map { "  \(style.name($0.key)): \(plain($0.value))" }
        default:
            var rest = detail
            rest["@type"] = nil
            return ["  \(style.name(name(of: .object(detail)))): \(PlainText.of(JSONWriter.text(.object(rest))))"]
        }
    }

    private static func violations(_ list: JSONValue?, _ subject: String, _ style: Style) -> [String] {
        guard case .array(let violations)? = list else { return [] }
        return violations.map { violation in
            let reason = violation["reason"] ?? violation["type"]
            let behind = reason.map { " (\(plain($0)))" } ?? ""
            return "  \(style.name(plain(violation[subject]))): \(plain(violation["description"]))\(behind)"
        }
    }

    private static func plain(_ value: JSONValue?) -> String {
        guard case .text(let text)? = value else { return value.map(JSONWriter.text) ?? "" }
        return PlainText.of(text)
    }
}
