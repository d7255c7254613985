import Foundation
import Messages
import RPC
import TestSupport
import Testing

/// A caller's trace, in the log of what failed through the server's fault.
@Suite struct TraceTests {
    @Test func aTraceComesOutInTheLogOnBothFaces() async throws {
        let server = try ServerProcess()
        defer { server.discard() }
        let customer = try await Customer.signUp(on: server)
        let other = try await Customer.signUp(on: server)
        server.stop()
        try editStore(
            of: server,
            """
            UPDATE accounts SET profile = x'01' WHERE account_id = (SELECT min(account_id) FROM accounts)
            """)
        try server.start()
        let ctl = try RPCCtl(server)
        defer { ctl.discard() }
        for (face, digit) in [("ttrpc", "a"), ("grpc", "b")] {
            let trace = String(repeating: digit, count: 32)
            let traceparent = "00-\(trace)-\(String(repeating: "c", count: 16))-01"
            for account in [customer.accountID, other.accountID] {
                _ = try ctl.run([
                    "--face", face, "call", "-H", "traceparent: \(traceparent)", "AccountService/GetAccount", "-d",
                    "{\"account_id\": \"\(account)\"}",
                ])
            }
            try await eventually("the line of \(face)") { server.log.contains(trace) }
            let lines = server.log.split(separator: "\n").filter { $0.contains(trace) }
            // One of the two failed, and nothing that went well is logged.
            #expect(lines.count == 1 && lines[0].contains("a row can't be opened"), "\(lines)")
            #expect(lines[0].contains("traceparent=\(traceparent)") && lines[0].contains("GetAccount"), "\(lines)")
        }
    }
}
