import Foundation
import TestSupport
import Testing

/// `buf curl`, which is connect-go on Go's own HTTP/2, with the `.proto` files as its schema.
@Suite struct BufCurlTests {
    private let certificates: TestCertificates

    init() throws { certificates = try TestCertificates.shared.get() }

    private func call(
        _ method: String, _ body: String, as customer: Customer, isSecure: Bool = false
    ) throws -> (status: Int32, output: String) {
        let server = customer.server
        let root = TestCertificates.root
        let tool = TestCertificates.python.deletingLastPathComponent().appendingPathComponent("buf")
        let fields = [
            "service-authorization: Bearer \(server.serviceToken)", "authorization: Bearer \(customer.sessionToken)",
        ]
        let way = isSecure ? ["--cacert", certificates.authority] : ["--http2-prior-knowledge"]
        return try runProgram(
            tool,
            ["curl", "--schema", root.appendingPathComponent("proto").path, "--protocol", "grpc"] + way
                + fields.flatMap { ["-H", $0] }
                + ["-d", body, "\(isSecure ? "https" : "http")://\(server.address)/account.v1.\(method)"])
    }

    @Test func `buf curl gets answers, streams and errors, over plaintext and TLS`() async throws {
        let server = try ServerProcess(arguments: [
            "--tls-cert", certificates.certificate("server"), "--tls-key", certificates.key("server"),
        ])
        defer { server.discard() }
        let customer = try await Customer.signUp(on: server)
        for isSecure in [false, true] {
            let answered = try call(
                "SessionsService/ValidateSession", #"{"session_token":"\#(customer.sessionToken)"}"#, as: customer,
                isSecure: isSecure)
            #expect(answered.status == 0 && answered.output.contains(customer.accountID), "\(answered)")
            let streamed = try call("AccountService/ExportData", "{}", as: customer, isSecure: isSecure)
            #expect(streamed.status == 0 && streamed.output.contains(customer.email), "\(streamed)")
            let refused = try call(
                "SessionsService/ValidateSession", #"{"session_token":"ast_nobody"}"#, as: customer,
                isSecure: isSecure)
            // Its exit status is eight times the code.
            #expect(refused.status == 16 * 8 && refused.output.contains("unauthenticated"), "\(refused)")
            #expect(refused.output.contains("google.rpc.ErrorInfo"), "\(refused)")
        }
    }
}
