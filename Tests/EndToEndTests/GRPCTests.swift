import Foundation
import Glibc
import TestSupport
import Testing

/// Python's grpcio against this server, through stubs that it generates from the `.proto` files.
@Suite struct GRPCTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private static var python: URL {
        let named = ProcessInfo.processInfo.environment["ACCOUNTD_PYTHON"]
        return named.map { URL(fileURLWithPath: $0) } ?? root.appendingPathComponent(".venv/bin/python")
    }

    private func run(_ script: String, _ arguments: [String]) throws {
        let file = Self.root.appendingPathComponent("Tests/Interop/grpc/\(script)")
        let (status, output) = try runProgram(Self.python, [file.path] + arguments)
        #expect(status == 0 && output.hasSuffix("passed\n"), "\(output)")
    }

    @Test func `the contract's story is the same over gRPC`() throws {
        let server = try ServerProcess()
        defer { server.discard() }
        try run(
            "account_story.py",
            [
                server.address, server.serviceToken, server.mailFolder.folder.path,
                Self.root.appendingPathComponent("proto").path,
            ])
    }

    @Test func `gRPC's interoperability cases hold`() throws {
        let server = try InteropServer()
        defer { server.stop() }
        try run("interop_cases.py", [server.address])
    }
}

/// grpc.testing.TestService on this repository's transport.
private final class InteropServer {
    let address: String
    private let process: ChildProcess
    private let input: ChildPipe

    init() throws {
        let binary = ProcessInfo.processInfo.environment["INTEROP_SERVER_BIN"] ?? ".build/debug/interop-server"
        input = try ChildPipe()
        let output = try ChildPipe()
        defer { close(output.reading) }
        process = try ChildProcess(
            binary, ["127.0.0.1:0"], environment: ProcessInfo.processInfo.environment, input: input.reading,
            output: output.writing, errors: STDERR_FILENO)
        close(input.reading)
        close(output.writing)
        guard let line = output.readLine(), let last = line.split(separator: " ").last else {
            throw TestFailure("the interop server did not start")
        }
        address = String(last)
    }

    func stop() {
        close(input.writing)
        process.waitUntilExit()
    }
}
