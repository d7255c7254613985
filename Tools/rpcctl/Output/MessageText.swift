/// A message for people: names and values under each other, lists as tables, times in the local zone. Empty fields are left out.
struct MessageText {
    private let schema: Schema
    private let style: Style
    private let columns: Int
    private var lines: [String] = []

    init(_ schema: Schema, _ style: Style, columns: Int) {
        self.schema = schema
        self.style = style
        self.columns = columns
    }

    /// Of a message's JSON with all its fields.
    static func of(
        _ json: String, _ message: String, _ schema: Schema, _ style: Style, columns: Int
    ) throws -> String {
        let value: JSONValue
        do throws(BrokenLog) {
            value = try JSONReader.value(of: Array(json.utf8))
        } catch {
            throw ToolError("the answer's JSON doesn't parse: \(error.description)")
        }
        var text = MessageText(schema, style, columns: columns)
        text.add(value, of: message, indent: 0)
        return text.lines.isEmpty ? style.faint("(empty)") : text.lines.joined(separator: "\n")
    }

    private mutating func add(_ value: JSONValue, of message: String, indent: Int) {
        let shown = schema.fields(of: message).filter { Self.isShown(value[$0.name], $0) }
        let width = shown.filter { !isBlock($0) }.map(\.name.count).max() ?? 0
        for field in shown {
            guard let member = value[field.name] else { continue }
            add(member, field, width, indent)
        }
    }

    private mutating func add(_ value: JSONValue, _ field: Schema.Field, _ width: Int, _ indent: Int) {
        let space = String(repeating: " ", count: indent)
        guard isBlock(field) else {
            let padding = String(repeating: " ", count: width - field.name.count)
            lines.append(space + style.name(field.name) + padding + "  " + scalar(value, field))
            return
        }
        if case .array(let elements) = value {
            lines.append(space + style.heading("\(field.name) (\(elements.count))"))
            list(elements, field, indent + 2)
        } else {
            lines.append(space + style.heading(field.name))
            add(value, of: field.type, indent: indent + 2)
        }
    }

    /// As a table where that fits, else one under the other.
    private mutating func list(_ elements: [JSONValue], _ field: Schema.Field, _ indent: Int) {
        let space = String(repeating: " ", count: indent)
        let fields = schema.fields(of: field.type).filter { inner in
            elements.contains { Self.isShown($0[inner.name], inner) }
        }
        let rows = elements.map { element in
            fields.map { element[$0.name].map(plain) ?? "" }
        }
        let headings = fields.map(\.name)
        if !fields.contains(where: isBlock), TextTable.width(headings, rows) + indent <= columns {
            lines += TextTable.lines(headings, rows, style).map { space + $0 }
            return
        }
        for (number, element) in elements.enumerated() {
            if number > 0 { lines.append("") }
            add(element, of: field.type, indent: indent)
        }

        func plain(_ value: JSONValue) -> String {
            MessageText(schema, Style(isColoured: false), columns: 0).cell(value)
        }
    }

    /// A message's fields stand under its name; times, durations and masks are values like others.
    private func isBlock(_ field: Schema.Field) -> Bool {
        field.kind == .message && field.count != .map && !field.type.hasPrefix("google.protobuf.")
    }

    private static func isShown(_ value: JSONValue?, _ field: Schema.Field) -> Bool {
        switch value {
        case nil, .null, .text(""), .array([]): false
        case .object(let members): !members.isEmpty || field.kind == .message && field.count == .one
        case .text(let text): field.kind != .enum || text != field.values.first
        default: true
        }
    }

    private func scalar(_ value: JSONValue, _ field: Schema.Field) -> String {
        let text = cell(value)
        if case .text(let whole) = value, field.type == "google.protobuf.Timestamp", LocalTime.text(whole) != nil {
            return style.time(text)
        }
        return text
    }

    private func cell(_ value: JSONValue) -> String {
        switch value {
        case .text(let text): LocalTime.text(text) ?? PlainText.of(text)
        case .array(let elements): elements.map(cell).joined(separator: ", ")
        case .flag(let flag): flag ? "yes" : "no"
        default: PlainText.of(JSONWriter.text(value))
        }
    }
}
