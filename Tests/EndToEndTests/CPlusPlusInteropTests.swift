import Foundation
import TestSupport
import Testing

/// gRPC's own C++ client, as Debian ships it, against this server, over plaintext and TLS. Building it takes its time: `Tools/test
/// --interop` asks for it.
@Suite(.enabled(if: CPlusPlusClient.isWanted, "Tools/test --interop builds it"))
struct CPlusPlusInteropTests {
    @Test func `gRPC's C++ client gets its answers, its streams, its statuses and its limits`() async throws {
        let program = try CPlusPlusClient.build()
        defer { try? FileManager.default.removeItem(at: program.deletingLastPathComponent()) }
        let certificates = try TestCertificates.shared.get()
        let server = try ServerProcess(arguments: [
            "--tls-cert", certificates.certificate("server"), "--tls-key", certificates.key("server"),
        ])
        defer { server.discard() }
        let customer = try await Customer.signUp(on: server)
        for authority in [[], [certificates.authority]] {
            let (status, output) = try runProgram(
                program,
                [server.address, server.serviceToken, customer.sessionToken, customer.accountID] + authority)
            #expect(status == 0, "\(output)")
            let lines = output.split(separator: "\n").map(String.init)
            for name in [
                "unary call", "a session is known", "an error is a status", "a status carries its reason",
                "an invalid argument", "a status names the bad field", "1,000 concurrent calls on one connection",
                "a deadline that has passed", "the connection outlives it", "a server stream",
                "a stream that goes on", "a stream cancelled", "the connection outlives that too",
                "oversized message",
            ] {
                #expect(lines.contains("ok " + name), "\(output)")
            }
            #expect(lines.last == "passed")
        }
    }
}

private enum CPlusPlusClient {
    static var isWanted: Bool { ProcessInfo.processInfo.environment["ACCOUNTD_INTEROP"] != nil }

    private static let services = ["account", "notifications", "sessions"]
    private static let details = ["error_details", "status"]

    /// The built program, in a folder of its own.
    static func build() throws -> URL {
        let root = TestCertificates.root
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("grpc-cpp-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let proto = root.appendingPathComponent("proto").path
        let files = services.map { "account/v1/\($0)" } + details.map { "google/rpc/\($0)" }
        try run(
            "protoc",
            [
                "-I\(proto)", "--cpp_out=\(folder.path)", "--grpc_out=\(folder.path)",
                "--plugin=protoc-gen-grpc=/usr/bin/grpc_cpp_plugin",
            ] + files.map { "\(proto)/\($0).proto" })
        let libraries = try run("pkg-config", ["--cflags", "--libs", "grpc++", "protobuf"])
        let program = folder.appendingPathComponent("client")
        let sources =
            [root.appendingPathComponent("Tests/Interop/grpc-cpp/client.cc").path]
            + files.map { "\(folder.path)/\($0).pb.cc" }
            + services.map { "\(folder.path)/account/v1/\($0).grpc.pb.cc" }
        try run(
            "g++",
            ["-std=c++17", "-Wall", "-I\(folder.path)", "-o", program.path] + sources
                + libraries.split(whereSeparator: \.isWhitespace).map(String.init))
        return program
    }

    @discardableResult
    private static func run(_ program: String, _ arguments: [String]) throws -> String {
        let (status, output) = try runProgram(URL(fileURLWithPath: "/usr/bin/\(program)"), arguments)
        guard status == 0 else { throw TestFailure("\(program) \(status): \(output)") }
        return output
    }
}
