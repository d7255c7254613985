package import Foundation
import Synchronization

/// A real accountd on a data folder of its own, on a port of its own.
package final class ServerProcess: @unchecked Sendable {
    package let data: URL
    package private(set) var address = ""
    package private(set) var serviceToken = ""
    private var process = Process()
    private let logPipe = Pipe()
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

    package var pid: Int32 { process.processIdentifier }
    package var log: String { (try? String(contentsOf: logFile, encoding: .utf8)) ?? "" }
    package var mailFolder: MailFolder { MailFolder(folder: data.appendingPathComponent("mail")) }

    package func start(listen: String = "127.0.0.1:0") throws {
        process = Process()
        process.executableURL = Self.binary
        process.arguments =
            ["serve", "--listen", listen, "--data", data.path, "--argon2-memory-kib", "7168", "--argon2-passes", "5"]
            + arguments
        process.environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("ACCOUNTD_") }
        if !FileManager.default.fileExists(atPath: logFile.path) {
            _ = FileManager.default.createFile(atPath: logFile.path, contents: nil)
        }
        let log = try FileHandle(forWritingTo: logFile)
        try log.seekToEnd()
        process.standardError = log
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        var line = Data()
        while !line.contains(UInt8(ascii: "\n")) {
            let more = output.fileHandleForReading.availableData
            guard !more.isEmpty else { throw TestFailure("accountd did not start: \(self.log)") }
            line.append(more)
        }
        let words = String(decoding: line, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        guard let last = words.last else { throw TestFailure("accountd's ready line is empty") }
        address = String(last)
        serviceToken = try String(contentsOf: data.appendingPathComponent("service-token"), encoding: .utf8)
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }

    package func kill9() {
        guard process.isRunning else { return }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// SIGTERM, and waits. Answers the exit status.
    @discardableResult
    package func stop() -> Int32 {
        if process.isRunning {
            process.terminate()
            process.waitUntilExit()
        }
        return process.terminationStatus
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

/// Runs a program to its end; both its outputs together.
package func runProgram(
    _ program: URL, _ arguments: [String], environment: [String: String] = [:], input: String? = nil
) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    // Not a pipe: a server that another test starts at the same moment may inherit its end, and then it never closes.
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("output-\(UUID().uuidString)")
    _ = FileManager.default.createFile(atPath: file.path, contents: nil)
    defer { try? FileManager.default.removeItem(at: file) }
    let handle = try FileHandle(forWritingTo: file)
    process.standardOutput = handle
    process.standardError = handle
    let inputPipe = Pipe()
    process.standardInput = inputPipe
    try process.run()
    if let input { inputPipe.fileHandleForWriting.write(Data(input.utf8)) }
    try? inputPipe.fileHandleForWriting.close()
    process.waitUntilExit()
    try? handle.close()
    return (process.terminationStatus, String(decoding: try Data(contentsOf: file), as: UTF8.self))
}
