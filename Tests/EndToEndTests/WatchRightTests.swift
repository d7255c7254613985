import Foundation
import Messages
import RPC
import RPCClient
import TLS
import TestSupport
import Testing

/// Watches of a real server end with what they were opened under.
@Suite struct WatchRightTests {
    private static let services = """
        cutter revocations.watch,support
        driver revocations.watch san=spiffe://test.example/driver

        """

    private func list() throws -> String {
        let list = FileManager.default.temporaryDirectory.appendingPathComponent("services-\(UUID().uuidString)")
        try Self.services.write(to: list, atomically: true, encoding: .utf8)
        return list.path
    }

    private func issue(_ server: ServerProcess, _ list: String, seconds: Int) throws -> CallOptions {
        let result = try server.run([
            "token", "--services", list, "--service", "cutter", "--ttl", String(seconds),
        ])
        guard result.status == 0 else { throw TestFailure(result.output) }
        let token = result.output.trimmingCharacters(in: .whitespacesAndNewlines)
        return CallOptions(metadata: [.serviceAuthorization(token)])
    }

    private func watch(
        _ server: ServerProcess, _ options: CallOptions, from cursor: String = "", over client: Client? = nil
    ) throws -> Watching<WatchRevocationsResponse> {
        try Watching(.watchRevocations, WatchRevocationsRequest(cursor: cursor), at: server, options, over: client)
    }

    @Test func atTheEndOfItsTokenAWatchEndsAndAnotherGoesOn() async throws {
        let list = try list()
        // No heartbeat comes meanwhile.
        let server = try ServerProcess(arguments: ["--services", list, "--watch-heartbeat-seconds", "3600"])
        defer { server.discard() }
        let customer = try await Customer.signUp(on: server)
        let ids = try await server.driverSessions(4, of: customer)
        let long = try issue(server, list, seconds: 3_600)
        let short = try issue(server, list, seconds: 5)
        let first = try watch(server, short)
        let stats: Watching<WatchStatsResponse> = try Watching(
            .watchStats, WatchStatsRequest(interval: DurationMessage(seconds: 3_600)), at: server, short)
        let other = try await watch(server, long).begun()
        defer { other.close() }
        try await first.wait("the first message") { !$0.isEmpty }
        try await server.end(ids[..<2], of: customer)
        for status in [try await first.waitForEnd(), try await stats.waitForEnd()] {
            #expect(status?.code == .unauthenticated && status?.reason == "SERVICE_TOKEN_EXPIRED")
        }
        try await server.end(ids[2...], of: customer)
        try await other.wait("all") { $0.flatMap(\.revocations).count >= 4 }
        let resumed = try watch(server, long, from: try #require(first.cursor))
        defer { resumed.close() }
        let told = first.revocations.map(\.id)
        try await resumed.wait("the rest") { $0.flatMap(\.revocations).count >= 4 - told.count }
        #expect(told + resumed.revocations.map(\.id) == ids && !other.isOver)
    }

    @Test func atTheEndOfItsCertificateAWatchEnds() async throws {
        let certificates = try TestCertificates.shared.get()
        let server = try ServerProcess(arguments: [
            "--services", try list(), "--watch-heartbeat-seconds", "3600", "--tls-cert",
            certificates.certificate("server"), "--tls-key", certificates.key("server"), "--tls-client-ca",
            certificates.authority,
        ])
        defer { server.discard() }
        func client(_ certificate: String) throws -> Client {
            var files = TLSClientFiles()
            files.authorities = certificates.authority
            files.certificate = certificates.certificate(certificate)
            files.key = certificates.key(certificate)
            let tls = try TLSClient(files, protocols: ["ttrpc/1"])
            return try server.client { $0.tls = tls }
        }
        let lasting = try client("client")
        let other = try await watch(server, CallOptions(), over: lasting).begun()
        defer { other.close() }
        try certificates.issueClient("client-short", seconds: 4)
        let short = try client("client-short")
        let watching = try watch(server, CallOptions(), over: short)
        let status = try await watching.waitForEnd()
        #expect(status?.code == .unauthenticated && status?.reason == "CERTIFICATE_EXPIRED")
        #expect(watching.answers.count == 1)
        // So does every call on its connection.
        try await expectStatus(.unauthenticated, reason: "CERTIFICATE_EXPIRED") {
            try await short.bytes(.listCategories, ListCategoriesRequest(), CallOptions())
        }
        _ = try await lasting.bytes(.listCategories, ListCategoriesRequest(), CallOptions())
        #expect(!other.isOver)
    }

    @Test func aKeyThatIsRemovedVoidsItsTokensAtOnce() async throws {
        let list = try list()
        let server = try ServerProcess(arguments: ["--services", list, "--watch-heartbeat-seconds", "1"])
        defer { server.discard() }
        let old = try issue(server, list, seconds: 900)
        let watching = try await watch(server, old).begun()
        #expect(try server.run(["token", "rotate"]).status == 0)
        let new = try issue(server, list, seconds: 900)
        try FileManager.default.removeItem(at: server.data.appendingPathComponent("keys/tokens-1.key"))
        let status = try await watching.waitForEnd()
        #expect(status?.code == .unauthenticated && status?.reason == "SERVICE_UNKNOWN")
        let client = try server.client()
        try await expectStatus(.unauthenticated, reason: "SERVICE_UNKNOWN") {
            try await client.bytes(.listCategories, ListCategoriesRequest(), old)
        }
        _ = try await client.bytes(.listCategories, ListCategoriesRequest(), new)
    }
}
