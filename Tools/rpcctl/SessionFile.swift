import FoundationEssentials
import Glibc

/// Where the session token of “rpcctl sign-in” is kept: readable by its owner alone.
enum SessionFile {
    private static var folder: String {
        let environment = ProcessInfo.processInfo.environment
        if let config = environment["XDG_CONFIG_HOME"], config.hasPrefix("/") { return config + "/accountd" }
        return (environment["HOME"] ?? ".") + "/.config/accountd"
    }

    static var path: String { folder + "/session" }

    /// Written beside and renamed: the token is never in a file that others may read.
    static func write(_ token: String) throws {
        do {
            let attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o700]
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: attributes)
        } catch {
            throw ToolError("can't make the folder \(folder)")
        }
        let temporary = path + ".new"
        unlink(temporary)
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw ToolError("can't write \(temporary): \(String(cString: strerror(errno)))") }
        let bytes = Array((token + "\n").utf8)
        let count = Glibc.write(descriptor, bytes, bytes.count)
        close(descriptor)
        guard count == bytes.count, rename(temporary, path) == 0 else {
            unlink(temporary)
            throw ToolError("can't write \(path)")
        }
    }

    static func remove() { unlink(path) }
}
