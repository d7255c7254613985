import Foundation
import TestSupport

/// The built rpcctl, with a folder for what it keeps that is its own.
struct RPCCtl {
    static var program: String {
        let named = ProcessInfo.processInfo.environment["RPCCTL_BIN"] ?? ".build/release/rpcctl"
        return URL(fileURLWithPath: named).path
    }

    struct Run {
        let status: Int32
        let output: String
        let errors: String

        /// Lines of JSON.
        func objects() throws -> [[String: Any]] {
            try output.split(separator: "\n").map { line in
                guard let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] else {
                    throw TestFailure("no object: \(line)")
                }
                return object
            }
        }

        /// One JSON object.
        func object() throws -> [String: Any] {
            guard let object = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any] else {
                throw TestFailure("no object: \(output)")
            }
            return object
        }

        /// What a failed call says as JSON.
        func failure() throws -> [String: Any] {
            let line = errors.split(separator: "\n").last.map(String.init) ?? ""
            guard let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] else {
                throw TestFailure("no object: \(errors)")
            }
            return object
        }
    }

    /// Put before the command.
    var options: [String] = []
    let folder: URL

    /// Calls `server` in the name of its own service, or nobody.
    init(_ server: ServerProcess? = nil) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("rpcctl-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        guard let server else { return }
        options = [
            "--addr", server.address, "--service-token", server.data.appendingPathComponent("service-token").path,
        ]
    }

    /// Nobody, calling nowhere, with what another one keeps.
    init(in folder: URL) { self.folder = folder }

    func discard() { try? FileManager.default.removeItem(at: folder) }

    func file(_ name: String) -> String { folder.appendingPathComponent(name).path }

    @discardableResult
    func write(_ text: String, to name: String) throws -> String {
        try text.write(toFile: file(name), atomically: true, encoding: .utf8)
        return file(name)
    }

    var environment: [String: String] {
        var environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("ACCOUNTD_") }
        environment["XDG_CONFIG_HOME"] = folder.appendingPathComponent("config").path
        environment["TZ"] = "Asia/Kathmandu"
        return environment
    }

    func callAsFunction(_ arguments: String..., input: String = "") throws -> Run { try run(arguments, input: input) }

    func run(_ arguments: [String], input: String = "") throws -> Run {
        signal(SIGPIPE, SIG_IGN)
        let files = ["in", "out", "err"].map { file("\(UUID().uuidString).\($0)") }
        defer { for file in files { try? FileManager.default.removeItem(atPath: file) } }
        try input.write(toFile: files[0], atomically: true, encoding: .utf8)
        let descriptors = [
            open(files[0], O_RDONLY | O_CLOEXEC), open(files[1], O_WRONLY | O_CREAT | O_CLOEXEC, 0o600),
            open(files[2], O_WRONLY | O_CREAT | O_CLOEXEC, 0o600),
        ]
        defer { for descriptor in descriptors { Glibc.close(descriptor) } }
        let process = try ChildProcess(
            Self.program, options + arguments, environment: environment, input: descriptors[0], output: descriptors[1],
            errors: descriptors[2])
        let status = process.waitUntilExit()
        return Run(
            status: status, output: try String(contentsOfFile: files[1], encoding: .utf8),
            errors: try String(contentsOfFile: files[2], encoding: .utf8))
    }
}
