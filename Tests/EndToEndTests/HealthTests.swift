import Foundation
import Messages
import RPC
import RPCClient
import TestSupport
import Testing

@Suite struct HealthTests {
    private func client(_ server: ServerProcess) throws -> Client { try server.client() }

    @Test func everyServiceIsServed() async throws {
        let server = try SuiteServer.hostile.get()
        let client = try client(server)
        let services = Set(Messages.Method.allCases.map(\.description.service))
        for service in services.union([""]) {
            let answer: HealthCheckResponse = try await client.call(
                .healthCheck, HealthCheckRequest(service: service), options: CallOptions())
            #expect(answer.status == .serving)
        }
        try await expectStatus(.notFound) {
            try await client.bytes(.healthCheck, HealthCheckRequest(service: "account.v1.NoService"), CallOptions())
        }
        let list: HealthListResponse = try await client.call(.healthList, HealthListRequest(), options: CallOptions())
        #expect(Set(list.statuses.map(\.key)) == services.union([""]))
        #expect(list.statuses.allSatisfy { $0.value?.status == .serving })
    }

    @Test func aWatchIsToldOfTheEnd() async throws {
        let server = try ServerProcess()
        defer { server.discard() }
        let client = try client(server)
        let stream: ServerStream<HealthCheckResponse> = try client.stream(
            .healthWatch, HealthCheckRequest(service: "account.v1.AccountService"))
        var told: [ServingStatus] = []
        do {
            for try await message in stream {
                told.append(message.status)
                if told.count == 1 { kill(server.pid, SIGTERM) }
            }
            Issue.record("the stream ended without a status")
        } catch {
            #expect(error.code == .unavailable && error.reason == "DRAINING")
        }
        #expect(told == [.serving, .notServing])
        #expect(server.stop() == 0)
    }

    @Test func aWatchOfAnUnknownServiceSaysSoAndStays() async throws {
        let server = try SuiteServer.hostile.get()
        let client = try client(server)
        let stream: ServerStream<HealthCheckResponse> = try client.stream(
            .healthWatch, HealthCheckRequest(service: "nothing.v1.Nothing"),
            options: CallOptions(deadline: .seconds(30)))
        for try await message in stream {
            #expect(message.status == .serviceUnknown)
            return
        }
        Issue.record("the stream ended")
    }
}
