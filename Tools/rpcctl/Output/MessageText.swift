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
        let shown = people(message).filter { Self.isShown(value[$0.name], $0) }
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

    /// A table, its columns on the right left out where there is no room for them.
    private mutating func list(_ elements: [JSONValue], _ field: Schema.Field, _ indent: Int) {
        let space = String(repeating: " ", count: indent)
        var columns = leaves(of: field.type, [], depth: 0).filter { column in
            elements.contains { Self.isShown(column.value(in: $0), column.field) }
        }
        var omitted: [String] = schema.fields(of: field.type).filter { inner in
            inner.count == .repeated && isBlock(inner) && elements.contains { Self.isShown($0[inner.name], inner) }
        }.map(\.name)
        var rows = elements.map { element in columns.map { cell(of: element, $0) } }
        while columns.count > 1, TextTable.width(columns.map(\.name), rows) + indent > self.columns {
            omitted.insert(columns.removeLast().name, at: 0)
            rows = rows.map { Array($0.dropLast()) }
        }
        lines += TextTable.lines(columns.map(\.name), rows, style).map { space + $0 }
        guard !omitted.isEmpty else { return }
        let names = "left out: " + omitted.joined(separator: ", ") + "; -o json shows all"
        let isShort = indent + names.count <= self.columns
        lines.append(
            space + style.faint(isShort ? names : "\(omitted.count) columns are left out; -o json shows all"))
    }

    private func cell(of element: JSONValue, _ column: Column) -> String {
        guard let value = column.value(in: element), value != .null else { return "" }
        if column.field.type == "google.protobuf.Timestamp", case .text(let utc) = value {
            return LocalTime.text(utc, format: "%Y-%m-%d %H:%M") ?? PlainText.of(utc)
        }
        return MessageText(schema, Style(isColoured: false), columns: 0).scalar(value, column.field)
    }

    private struct Column {
        let path: [String]
        let field: Schema.Field

        var name: String { path.joined(separator: ".") }

        func value(in element: JSONValue) -> JSONValue? {
            path.reduce(Optional(element)) { value, name in value?[name] }
        }
    }

    /// Fields that have one value, those of messages within it too.
    private func leaves(of message: String, _ path: [String], depth: Int) -> [Column] {
        people(message).flatMap { field -> [Column] in
            guard isBlock(field) else { return [Column(path: path + [field.name], field: field)] }
            return field.count == .one && depth < 3 ? leaves(of: field.type, path + [field.name], depth: depth + 1) : []
        }
    }

    /// Without times as text where the time is there itself: the tool has its own words for those.
    private func people(_ message: String) -> [Schema.Field] {
        let fields = schema.fields(of: message)
        let times = Set(fields.filter { $0.type == "google.protobuf.Timestamp" }.map(\.name))
        return fields.filter { field in
            !(field.kind == .string && field.name.hasSuffix("_text") && times.contains(field.name.dropLast(5) + "_at"))
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
        if case .text(let whole) = value, field.type == "google.protobuf.Duration" {
            return DurationText.of(whole) ?? text
        }
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
