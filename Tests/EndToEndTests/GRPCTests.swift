import Foundation
import Glibc
import TestSupport
import Testing

/// Python's gRPC clients against this server, through stubs that they generate from the `.proto` files: grpcio, which is the C core's,
/// and grpclib on an HTTP/2 in pure Python.
@Suite struct GRPCTests {
    private static let proto = TestCertificates.root.appendingPathComponent("proto").path

    private let certificates: TestCertificates

    init() throws { certificates = try TestCertificates.shared.get() }

    private func run(_ script: String, _ arguments: [String]) throws {
        let file = TestCertificates.root.appendingPathComponent("Tests/Interop/grpc/\(script)")
        let (status, output) = try runProgram(TestCertificates.python, [file.path] + arguments)
        #expect(status == 0 && output.hasSuffix("passed\n"), "\(output)")
    }

    private func secureServer() throws -> ServerProcess {
        try ServerProcess(arguments: [
            "--tls-cert", certificates.certificate("server"), "--tls-key", certificates.key("server"), "--plaintext",
            "never",
        ])
    }

    /// What a script needs to know of a server.
    private func facts(_ server: ServerProcess) -> [String] {
        [server.serviceToken, server.mailFolder.folder.path, Self.proto]
    }

    private func hostAndPort(_ server: ServerProcess) -> [String] {
        server.address.split(separator: ":").map(String.init)
    }

    @Test func `the contract's story is the same over gRPC`() throws {
        let server = try ServerProcess()
        defer { server.discard() }
        try run("account_story.py", [server.address] + facts(server))
    }

    @Test func `and over TLS, where ALPN says h2`() throws {
        let server = try secureServer()
        defer { server.discard() }
        try run("account_story.py", [server.address] + facts(server) + [certificates.authority])
    }

    @Test func `every method of every service answers grpcio, from sign-up to deletion`() throws {
        let server = try ServerProcess(arguments: [
            "--public-url", "https://accounts.example.com", "--webhook-allow", "127.0.0.0/8", "--webhook-ca",
            certificates.authority,
        ])
        defer { server.discard() }
        try run(
            "every_method.py",
            [server.address] + facts(server) + [certificates.certificate("server"), certificates.key("server")])
    }

    @Test func `grpclib calls, streams, fails and is late as grpcio is`() throws {
        let server = try ServerProcess()
        defer { server.discard() }
        try run("grpclib_calls.py", hostAndPort(server) + facts(server))
    }

    @Test func `grpclib does so over TLS`() throws {
        let server = try secureServer()
        defer { server.discard() }
        try run("grpclib_calls.py", hostAndPort(server) + facts(server) + [certificates.authority])
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
