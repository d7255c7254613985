import Glibc

/// Where the session tokens of “rpcctl sign-in” are kept, one a context: readable by their owner alone.
enum SessionFile {
    /// Of a context's name; empty where there is no context.
    static func path(_ context: String) -> String {
        PrivateFile.folder + (context.isEmpty ? "/session" : "/sessions/\(context)")
    }

    static func write(_ token: String, _ context: String) throws {
        try PrivateFile.write(Array((token + "\n").utf8), to: path(context))
    }

    static func remove(_ context: String) { unlink(path(context)) }
}
