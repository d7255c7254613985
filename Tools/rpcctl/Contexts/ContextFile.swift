import FoundationEssentials
import Glibc

/// A server by name: where it is, how it is spoken to, and who calls.
struct Context: Codable, Equatable {
    var addr: String
    var face: String?
    var tls: Bool?
    var ca: String?
    var cert: String?
    var key: String?
    var serviceToken: String?
    /// Its types are asked for: a server of others.
    var reflect: Bool?

    enum CodingKeys: String, CodingKey {
        case addr, face, tls, ca, cert, key, reflect
        case serviceToken = "service_token"
    }
}

/// All contexts, and which of them is in use.
struct Contexts: Codable {
    var current: String?
    var contexts: [String: Context] = [:]
}

/// Where they are kept: readable by their owner alone, like the sessions' tokens beside them.
enum ContextFile {
    static var path: String { PrivateFile.folder + "/contexts.json" }

    static func read() throws -> Contexts {
        guard let data = FileManager.default.contents(atPath: path) else { return Contexts() }
        do {
            return try JSONDecoder().decode(Contexts.self, from: data)
        } catch {
            throw ToolError("\(path) can't be read: it is no file of contexts")
        }
    }

    static func write(_ contexts: Contexts) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(contexts) else { throw ToolError("the contexts can't be written") }
        try PrivateFile.write(Array(data) + [UInt8(ascii: "\n")], to: path)
    }
}

/// Files of the tool's own that nobody else may read.
enum PrivateFile {
    static var folder: String {
        let environment = ProcessInfo.processInfo.environment
        if let config = environment["XDG_CONFIG_HOME"], config.hasPrefix("/") { return config + "/accountd" }
        return (environment["HOME"] ?? ".") + "/.config/accountd"
    }

    /// Written beside and renamed: what it holds is never in a file that others may read.
    static func write(_ bytes: [UInt8], to path: String) throws {
        let parent = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
        do {
            let attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o700]
            try FileManager.default.createDirectory(
                atPath: parent, withIntermediateDirectories: true, attributes: attributes)
        } catch {
            throw ToolError("can't make the folder \(parent)")
        }
        let temporary = path + ".new"
        unlink(temporary)
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw ToolError("can't write \(temporary): \(String(cString: strerror(errno)))") }
        let count = Glibc.write(descriptor, bytes, bytes.count)
        close(descriptor)
        guard count == bytes.count, rename(temporary, path) == 0 else {
            unlink(temporary)
            throw ToolError("can't write \(path)")
        }
    }
}
