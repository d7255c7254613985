/// A line of the shell, taken apart: words, quoted or not; and JSON, which begins at a brace and takes the rest.
struct ShellLine {
    let words: [String]
    let json: String?

    init(_ line: String) throws {
        var words: [String] = []
        var word: String?
        var quote: Character?
        var rest = Substring(line)
        while let character = rest.first {
            if quote == nil, word == nil, character == "{" { break }
            rest.removeFirst()
            if let open = quote {
                if character == open { quote = nil } else { word = (word ?? "") + String(character) }
            } else if character == "\"" || character == "'" {
                quote = character
                word = word ?? ""
            } else if character == "\\", let next = rest.popFirst() {
                word = (word ?? "") + String(next)
            } else if character.isWhitespace {
                if let whole = word { words.append(whole) }
                word = nil
            } else {
                word = (word ?? "") + String(character)
            }
        }
        guard quote == nil else { throw ToolError("a quote isn't closed") }
        if let whole = word { words.append(whole) }
        self.words = words
        json = rest.isEmpty ? nil : String(rest)
    }

    /// What “rpcctl” would be given; nil for an empty line. A method's name alone calls it, `name=value` are fields of its request.
    func arguments(_ schema: Schema, _ inherited: (String) -> [String]) -> [String]? {
        guard let first = words.first else { return nil }
        let rest = words.dropFirst()
        let isCall = first == "call" || (try? schema.method(named: first)) != nil
        guard isCall else { return [first] + inherited(first) + rest }
        var arguments = ["call"] + inherited("call")
        for word in first == "call" ? rest : words[...] {
            if !word.hasPrefix("-"), !word.hasPrefix("@"), let equals = word.firstIndex(of: "="),
                word[..<equals].allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." })
            {
                arguments += ["--field", word]
            } else {
                arguments.append(word)
            }
        }
        return arguments + (json.map { ["-d", $0] } ?? [])
    }
}

/// What may stand at the cursor of a shell's line.
struct ShellCompletions {
    static let commands = [
        "call", "completion", "context", "describe", "exit", "export", "help", "list", "sign-in", "sign-out",
        "template", "top", "tour", "verify-activity", "watch",
    ]

    let schema: Schema

    func callAsFunction(_ before: String) -> (word: Int, choices: [String]) {
        let words = before.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        let word = words.last ?? ""
        let earlier = words.dropLast().filter { !$0.isEmpty }
        return (word.count, matching(word, candidates(word, earlier)))
    }

    private func candidates(_ word: String, _ earlier: [String]) -> [String] {
        guard let first = earlier.first else { return Self.commands + methods }
        switch first {
        case "call", "template", "describe": if earlier.count == 1 { return methods }
        case "watch": return earlier.count == 1 ? ["activity", "revocations"] : []
        case "context": return earlier.count == 1 ? ["add", "list", "remove", "use"] : Completions.contexts([], 0, "")
        default: break
        }
        guard let method = earlier.lazy.compactMap({ try? schema.method(named: $0) }).first else { return [] }
        let fields = schema.fields(of: method.request)
        guard let equals = word.firstIndex(of: "=") else { return fields.map { $0.name + "=" } }
        let name = word[..<equals]
        guard let field = fields.first(where: { $0.name == name }) else { return [] }
        let values = field.kind == .bool ? ["true", "false"] : field.values
        return values.map { "\(name)=\($0)" }
    }

    private var methods: [String] { schema.methods.map(\.shortName) + schema.methods.map(\.name) }

    /// A service's methods stand under its name.
    private func matching(_ word: String, _ candidates: [String]) -> [String] {
        var seen: Set<String> = []
        let found = candidates.filter { $0.hasPrefix(word) && seen.insert($0).inserted }
        return found.isEmpty
            ? candidates.filter { $0.lowercased().hasPrefix(word.lowercased()) && seen.insert($0).inserted } : found
    }
}
