package import Foundation
import Synchronization

/// A real accountd on a data folder of its own, on a port of its own.
package final class ServerProcess: @unchecked Sendable {
    package let data: URL
    package private(set) var address = ""
    package private(set) var serviceToken = ""
    private var process: ChildProcess?
    private let arguments: [String]
    private let logFile: URL

    /// The binary under test: `ACCOUNTD_BIN`, or the release build beside the tests.
    package static var binary: URL {
        let named = ProcessInfo.processInfo.environment["ACCOUNTD_BIN"] ?? ".build/release/accountd"
        return URL(fileURLWithPath: named)
    }

    /// Starts at once. Argon2id runs at its smallest permitted cost: tests sign in a lot.
    package init(data: URL? = nil, arguments: [String] = []) throws {
        let base = FileManager.default.temporaryDirectory.appendingPathComponent("accountd-test-\(UUID().uuidString)")
        self.data = data ?? base
        logFile = self.data.deletingLastPathComponent().appendingPathComponent(self.data.lastPathComponent + ".log")
        self.arguments = arguments
        try start()
    }

    package var pid: Int32 { process?.pid ?? -1 }
    package var log: String { (try? String(contentsOf: logFile, encoding: .utf8)) ?? "" }
    package var mailFolder: MailFolder { MailFolder(folder: data.appendingPathComponent("mail")) }

    package func start(listen: String = "127.0.0.1:0") throws {
        let log = open(logFile.path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard log >= 0 else { throw TestFailure("\(logFile.path) can't be opened") }
        defer { close(log) }
        let output = try ChildPipe()
        defer { close(output.reading) }
        process = try ChildProcess(
            Self.binary.path,
            ["serve", "--listen", listen, "--data", data.path, "--argon2-memory-kib", "7168", "--argon2-passes", "5"]
                + arguments,
            environment: ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("ACCOUNTD_") },
            input: STDIN_FILENO, output: output.writing, errors: log)
        close(output.writing)
        guard let line = output.readLine() else { throw TestFailure("accountd did not start: \(self.log)") }
        let words = line.split(whereSeparator: \.isWhitespace)
        guard let last = words.last else { throw TestFailure("accountd's ready line is empty") }
        address = String(last)
        serviceToken = try String(contentsOf: data.appendingPathComponent("service-token"), encoding: .utf8)
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }

    package func kill9() {
        process?.send(SIGKILL)
        process?.waitUntilExit()
    }

    /// SIGTERM, and waits. Answers the exit status.
    @discardableResult
    package func stop() -> Int32 {
        process?.send(SIGTERM)
        return process?.waitUntilExit() ?? -1
    }

    /// Stops it and removes what it wrote.
    package func discard() {
        kill9()
        try? FileManager.default.removeItem(at: data)
        try? FileManager.default.removeItem(at: logFile)
    }

    /// Runs another command of the binary on the same folder.
    package func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
        try runProgram(Self.binary, arguments + ["--data", data.path])
    }

    /// Every file that the server wrote, its log included.
    package var files: [URL] {
        let inside = FileManager.default.enumerator(at: data, includingPropertiesForKeys: nil)?.allObjects ?? []
        let regular = inside.compactMap { $0 as? URL }.filter { url in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) && !isFolder.boolValue
        }
        return regular + [logFile]
    }
}

package struct TestFailure: Error, CustomStringConvertible {
    package let description: String
    package init(_ description: String) { self.description = description }
}
