import Foundation
import TestSupport

/// SeaweedFS with versions on, and a proxy in front of it that spoils answers.
final class FaultyBucket {
    private struct Ports: Decodable {
        let server: Int
        let proxy: Int
    }

    let folder: URL
    private let ports: Ports
    private let process: ChildProcess
    /// The script, and its server, end with it.
    private let input: ChildPipe

    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private static var weed: String {
        ProcessInfo.processInfo.environment["ACCOUNTD_WEED"] ?? root.appendingPathComponent(".venv/bin/weed").path
    }
    static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: weed) }

    init(seed: UInt64, share: Double) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("weed-\(UUID().uuidString)")
        let output = try ChildPipe()
        input = try ChildPipe()
        process = try ChildProcess(
            Self.root.appendingPathComponent(".venv/bin/python3").path,
            [
                Self.root.appendingPathComponent("Tests/Interop/s3/world.py").path, Self.weed, folder.path, "\(seed)",
                "\(share)",
            ], environment: ProcessInfo.processInfo.environment, input: input.reading, output: output.writing,
            errors: STDERR_FILENO)
        close(input.reading)
        close(output.writing)
        guard let line = output.readLine() else { throw TestFailure("SeaweedFS did not start") }
        close(output.reading)
        ports = try JSONDecoder().decode(Ports.self, from: Data(line.utf8))
    }

    func discard() {
        close(input.writing)
        process.waitUntilExit()
        try? FileManager.default.removeItem(at: folder)
    }

    /// Of an accountd that purges through the proxy.
    var arguments: [String] {
        [
            "--s3-url", "http://127.0.0.1:\(ports.proxy)", "--s3-bucket", "recordings", "--s3-region", "us-east-1",
            "--s3-access-key", "test", "--config", folder.appendingPathComponent("accountd.conf").path,
        ]
    }

    /// The secret is no flag.
    func writeSecret() throws {
        let file = folder.appendingPathComponent("accountd.conf").path
        let isMade = FileManager.default.createFile(
            atPath: file, contents: Data("s3-secret-key = not-asked-for\n".utf8), attributes: [.posixPermissions: 0o600]
        )
        guard isMade else { throw TestFailure("\(file) can't be written") }
    }

    func put(_ key: String) throws { _ = try curl(["-X", "PUT", "--data-binary", "x", url(key)]) }

    /// Keys of versions and of delete markers, behind the proxy's back.
    func keys(under prefix: String) throws -> [String] {
        try curl([url("?versions&prefix=\(prefix)")]).components(separatedBy: "<Key>").dropFirst()
            .map { $0.components(separatedBy: "</Key>")[0] }
    }

    private func url(_ rest: String) -> String { "http://127.0.0.1:\(ports.server)/recordings/\(rest)" }

    private func curl(_ arguments: [String]) throws -> String {
        let done = try runProgram(
            URL(fileURLWithPath: "/usr/bin/env"), ["curl", "-sS", "-f", "--max-time", "30"] + arguments)
        guard done.status == 0 else { throw TestFailure("curl \(arguments.joined(separator: " ")): \(done.output)") }
        return done.output
    }
}
