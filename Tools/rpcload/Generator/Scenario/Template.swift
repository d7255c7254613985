/// Text with `{{names}}` in it.
package struct Template: Sendable, Equatable {
    enum Part: Equatable {
        case literal(String)
        case name(String)
    }

    let parts: [Part]

    /// `{{` without its `}}` is no template.
    init(_ text: String) throws(LoadError) {
        var parts: [Part] = []
        var rest = text[...]
        while let open = rest.firstRange(of: "{{") {
            guard let close = rest[open.upperBound...].firstRange(of: "}}") else {
                throw LoadError("“{{” without “}}”")
            }
            if open.lowerBound > rest.startIndex { parts.append(.literal(String(rest[..<open.lowerBound]))) }
            let name = rest[open.upperBound..<close.lowerBound]
            parts.append(.name(String(name.drop { $0 == " " }.prefix { $0 != " " })))
            rest = rest[close.upperBound...]
        }
        if !rest.isEmpty { parts.append(.literal(String(rest))) }
        self.parts = parts
    }

    var names: [String] {
        parts.compactMap { if case .name(let name) = $0 { name } else { nil } }
    }

    /// As it is.
    func text(_ value: (String) -> String?) throws(LoadError) -> String { try fill { value($0) } }

    /// The template is JSON, the names stand within its strings.
    func json(_ value: (String) -> String?) throws(LoadError) -> String {
        try fill { value($0).map(JSONText.escaped) }
    }

    private func fill(_ value: (String) -> String?) throws(LoadError) -> String {
        var out = ""
        for part in parts {
            switch part {
            case .literal(let text): out += text
            case .name(let name):
                guard let value = value(name) else { throw LoadError("{{\(name)}} has no value") }
                out += value
            }
        }
        return out
    }
}

enum JSONText {
    static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) else {
            return text
        }
        var out = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }
}
