import Foundation
import Messages
import RPC
import RPCClient
import TestSupport
import Testing

/// nghttp2's own programs against this server: `h2load` and `nghttp`.
@Suite struct HTTP2ToolsTests {
    private static let path = "account.v1.SessionsService/ValidateSession"
    private static let calls = 4_000

    private let certificates: TestCertificates

    init() throws { certificates = try TestCertificates.shared.get() }

    private func server() throws -> ServerProcess {
        try ServerProcess(arguments: [
            "--tls-cert", certificates.certificate("server"), "--tls-key", certificates.key("server"),
        ])
    }

    /// Runs it with a body of one gRPC message, ValidateSession's of that token.
    private func run(_ tool: String, _ options: [String], at url: String, _ server: ServerProcess, session: String)
        throws -> String
    {
        let message = ValidateSessionRequest(sessionToken: session).encodedBytes()
        let size = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: message.count >> $0) }
        let body = FileManager.default.temporaryDirectory.appendingPathComponent("body-\(UUID().uuidString)")
        try Data([0] + size + message).write(to: body)
        defer { try? FileManager.default.removeItem(at: body) }
        let fields = [
            "content-type: application/grpc", "te: trailers", "service-authorization: Bearer \(server.serviceToken)",
        ]
        let (status, output) = try runProgram(
            URL(fileURLWithPath: "/usr/bin/\(tool)"),
            options + ["-d", body.path] + fields.flatMap { ["-H", $0] } + ["\(url)/\(Self.path)"])
        guard status == 0 else { throw TestFailure("\(tool) \(status): \(output)") }
        return output
    }

    /// "468000" out of "…, 457.03KB (468000) data".
    private func dataBytes(_ output: String) -> Int? {
        let line = output.split(separator: "\n").first { $0.hasPrefix("traffic:") }
        return line?.split(whereSeparator: { "()".contains($0) }).dropLast().last.flatMap { Int($0) }
    }

    @Test(arguments: ["http", "https"])
    func `h2load's calls all succeed, on 8 connections with 32 streams each`(_ scheme: String) async throws {
        let server = try server()
        defer { server.discard() }
        let customer = try await Customer.signUp(on: server)
        let output = try run(
            "h2load", ["-N", "60s", "-n", "\(Self.calls)", "-c", "8", "-m", "32"], at: "\(scheme)://\(server.address)",
            server,
            session: customer.sessionToken)
        let total = "\(Self.calls) total, \(Self.calls) started, \(Self.calls) done, \(Self.calls) succeeded"
        #expect(output.contains("requests: \(total), 0 failed, 0 errored, 0 timeout"), "\(output)")
        #expect(output.contains("status codes: \(Self.calls) 2xx, 0 3xx, 0 4xx, 0 5xx"), "\(output)")
        // gRPC's failures are 200 too, but bring no message: so every answer's ids must have come.
        let ids = customer.accountID.utf8.count + customer.session.id.utf8.count
        #expect((dataBytes(output) ?? 0) > Self.calls * ids, "\(output)")
        #expect(scheme == "http" || output.contains("TLS Protocol: TLSv1.3"), "\(output)")
        #expect(output.contains("Application protocol: h2"), "\(output)")
    }

    @Test(arguments: ["http", "https"])
    func `nghttp sees each answer's trailers`(_ scheme: String) async throws {
        let server = try server()
        defer { server.discard() }
        let customer = try await Customer.signUp(on: server)
        func statuses(_ session: String) throws -> [String] {
            let output = try run(
                "nghttp", ["-t", "60s", "-n", "-v", "-m", "500"], at: "\(scheme)://\(server.address)", server,
                session: session)
            return output.split(separator: "\n").compactMap { line in
                line.range(of: "grpc-status: ").map { String(line[$0.upperBound...]) }
            }
        }
        #expect(try statuses(customer.sessionToken) == Array(repeating: "0", count: 500))
        // And what fails is not taken for an answer.
        #expect(try statuses("ast_nobody") == Array(repeating: "16", count: 500))
    }
}
