import Foundation
import TestSupport

/// accountd started by hand, with settings from wherever: for what a start says, and how it ends.
struct SettingsProcess {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("accountd-set-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    func discard() { try? FileManager.default.removeItem(at: folder) }

    var data: URL { folder.appendingPathComponent("data") }

    /// A file in the folder.
    func write(_ text: String, to name: String, mode: Int = 0o600) throws -> String {
        let file = folder.appendingPathComponent(name)
        try Data(text.utf8).write(to: file)
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file.path)
        return file.path
    }

    /// Runs to the end; both outputs together. For starts that must fail, and for other commands.
    func run(_ arguments: [String], environment: [String: String] = [:]) throws -> (status: Int32, output: String) {
        try runProgram(ServerProcess.binary, arguments, environment: environment)
    }

    /// The ready line of a start, which is then ended by SIGTERM; nil where the start failed.
    func readyLine(_ arguments: [String], environment: [String: String] = [:]) throws -> (line: String, log: String) {
        let inherited = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("ACCOUNTD_") }
        let (output, errors) = (try ChildPipe(), try ChildPipe())
        let process = try ChildProcess(
            ServerProcess.binary.path, arguments, environment: inherited.merging(environment) { $1 },
            input: STDIN_FILENO, output: output.writing, errors: errors.writing)
        close(output.writing)
        close(errors.writing)
        let line = output.readLine() ?? ""
        process.send(SIGTERM)
        var log: [String] = []
        while let next = errors.readLine() { log.append(next) }
        process.waitUntilExit()
        close(output.reading)
        close(errors.reading)
        return (line, log.joined(separator: "\n"))
    }

    static func mode(_ url: URL) -> Int {
        let attributes = try? FileManager.default.attributesOfItem(atPath: url.path)
        return (attributes?[.posixPermissions] as? NSNumber)?.intValue ?? -1
    }
}
