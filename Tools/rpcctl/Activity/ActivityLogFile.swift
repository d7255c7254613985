import FoundationEssentials

/// Why a log isn't to be trusted; ends a line.
struct BrokenLog: Error {
    let description: String

    init(_ description: String) { self.description = description }
}

/// The activity of an export's document. Rows are read one after the other: however many there are, one is held.
struct ActivityLogFile {
    private let bytes: [UInt8]

    init(_ path: String) throws { bytes = try Self.read(path) }

    static func read(_ path: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else { throw ToolError("can't read \(path)") }
        return [UInt8](data)
    }

    /// Answers how many rows were verified.
    func verify(publicKeys: [String], earlier: [ActivityHeadOnFile]) throws(BrokenLog) -> Int64 {
        var verifier = ActivityVerifier(publicKeys: publicKeys, earlier: earlier)
        var reader = JSONReader(bytes)
        var found = false
        try reader.object { (reader, name) throws(BrokenLog) in
            guard name == "activity", !found else { return try reader.skip() }
            found = true
            try Self.readActivity(&reader, &verifier)
        }
        try reader.end()
        guard found else { throw BrokenLog("it has no member activity") }
        return try verifier.finish()
    }

    private static func readActivity(_ reader: inout JSONReader, _ verifier: inout ActivityVerifier) throws(BrokenLog) {
        var names: Set<String> = []
        try reader.object { (reader, name) throws(BrokenLog) in
            guard names.insert(name).inserted else { throw BrokenLog("\(name) stands there twice") }
            switch name {
            case "head": try verifier.take(head: try reader.value())
            case "chain_key": try verifier.take(chainKey: try reader.value())
            case "unchained":
                try reader.array { (reader) throws(BrokenLog) in
                    try reader.skip()
                    verifier.takeUnchained()
                }
            case "rows":
                try reader.array { (reader) throws(BrokenLog) in try verifier.take(row: try reader.value()) }
            default: try reader.skip()
            }
        }
        for name in ["head", "chain_key", "unchained", "rows"] where !names.contains(name) {
            throw BrokenLog("\(name) is missing")
        }
    }
}
