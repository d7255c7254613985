import FoundationEssentials

/// The lines typed before, kept for the next time; without those that may hold a secret.
struct History {
    private static let maximumLines = 1_000
    private static let secrets = ["password", "secret", "token", "code", "authorization"]
    private static var path: String { PrivateFile.folder + "/history" }

    private(set) var lines: [String]

    init() {
        let kept = FileManager.default.contents(atPath: Self.path) ?? Data()
        lines = String(decoding: kept, as: UTF8.self).split(separator: "\n").suffix(Self.maximumLines).map(String.init)
    }

    mutating func add(_ line: String) {
        guard !line.trimmed.isEmpty, lines.last != line else { return }
        lines.append(line)
        if lines.count > Self.maximumLines { lines.removeFirst() }
    }

    func save() throws {
        let harmless = lines.filter { line in
            let line = line.lowercased()
            return !Self.secrets.contains { line.contains($0) }
        }
        try PrivateFile.write(Array((harmless.joined(separator: "\n") + "\n").utf8), to: Self.path)
    }
}
