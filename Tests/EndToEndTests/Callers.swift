import Foundation
import Messages
import RPC
import RPCClient
import TestSupport

/// A server that knows many services, each with one scope, or with all but one, and one operator's tool.
struct Callers {
    static let scopes = [
        "accounts.read", "deletions.read", "browser_profiles.write", "browser_profiles.read", "recordings.write",
        "recordings.read", "invoices.write", "invoices.read", "api_keys.verify", "sessions.validate",
        "driver_sessions.write", "driver_sessions.read", "emails.send", "webhooks.publish", "revocations.watch",
    ]

    let server: ServerProcess
    private let tokens: [String: String]

    static let shared = Result { try Callers() }

    private init() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("services-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var tokens: [String: String] = [:]
        var lines = ["# NAME SCOPES TOKEN-FILE"]
        func add(_ name: String, _ scopes: [String]) throws {
            let token = "svc_" + UUID().uuidString + UUID().uuidString
            let file = folder.appendingPathComponent(name)
            let isMade = FileManager.default.createFile(
                atPath: file.path, contents: Data((token + "\n").utf8), attributes: [.posixPermissions: 0o600])
            guard isMade else { throw TestFailure("\(file.path) can't be written") }
            tokens[name] = token
            lines.append("\(name) \(scopes.joined(separator: ",")) \(name)")
        }
        for scope in Self.scopes {
            try add("only-\(scope)", [scope])
            try add("but-\(scope)", Self.scopes.filter { $0 != scope })
        }
        try add("every", Self.scopes)
        try add("support", ["support"])
        let list = folder.appendingPathComponent("services")
        try lines.joined(separator: "\n").write(to: list, atomically: true, encoding: .utf8)
        self.tokens = tokens
        server = try SuiteServer.make(arguments: ["--services", list.path])
    }

    /// "only-emails.send", "but-emails.send", "every", "support".
    func service(_ name: String) throws -> Metadata {
        guard let token = tokens[name] else { throw TestFailure("no service \(name)") }
        return .serviceAuthorization(token)
    }
}

/// Changes rows of a stopped server's store: what else would take days, or hours.
func editStore(of server: ServerProcess, _ sql: String) throws {
    let script = """
        import sqlite3, sys
        store = sqlite3.connect(sys.argv[1])
        changed = store.execute(sys.argv[2]).rowcount
        store.commit()
        store.close()
        sys.exit(0 if changed > 0 else 3)
        """
    let result = try runProgram(
        URL(fileURLWithPath: "/usr/bin/env"),
        ["python3", "-c", script, server.data.appendingPathComponent("accounts.sqlite").path, sql])
    guard result.status == 0 else { throw TestFailure("python3 \(result.status): \(result.output)") }
}
