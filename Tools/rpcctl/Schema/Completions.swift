/// What a shell may offer behind what was typed.
enum Completions {
    static func methods(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
        (try? Schema().methods.map(\.shortName)) ?? []
    }

    /// Of the request of the method that stands on the line.
    static func fields(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
        guard let schema = try? Schema() else { return [] }
        let method = words.lazy.filter { $0.contains("/") || $0.contains(".") }.compactMap {
            try? schema.method(named: $0)
        }
        .first
        return method.map { schema.fields(of: $0.request).map { $0.name + "=" } } ?? []
    }

    static func contexts(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
        ((try? ContextFile.read())?.contexts.keys.sorted()) ?? []
    }
}
