import Domain
import Foundation
import Messages
import RPC
import TestSupport
import Testing

@testable import Services

/// A stream ends with the right that it was opened under.
@Suite struct WatchRightTests {
    private let it: WatchWorld
    private var runtime: ServiceRuntime { it.runtime }

    init() throws { it = try WatchWorld() }

    private func pass(_ span: TimeSpan) { it.world.clock.set(it.world.clock.now() + span) }

    @Test func everyStreamEndsWhenItsTokenDoes() async throws {
        defer { it.discard() }
        let account = try await it.world.account()
        let session = try await it.session(of: account)
        let shown = try it.issued(for: .minutes(15))
        let clients = [
            try await it.watchRevocations(as: shown), try await it.watchActivity(session.token, as: shown),
            try await it.watchStats(everyMs: 3_600_000, as: shown),
        ]
        let others = [
            try await it.watchRevocations(), try await it.watchRevocations(as: it.issued(for: .minutes(16))),
        ]
        pass(.seconds(15 * 60 - 1))
        runtime.expiries.pass()
        #expect(clients.allSatisfy { $0.status == nil })
        pass(.seconds(1))
        // No event and no heartbeat was needed.
        runtime.expiries.pass()
        for client in clients {
            #expect(client.status?.code == .unauthenticated && client.status?.reason == "SERVICE_TOKEN_EXPIRED")
        }
        #expect(others.allSatisfy { $0.status == nil } && it.hub.openStreams == 2)
    }

    @Test func nothingIsToldAfterTheEndAndACursorLosesNothing() async throws {
        defer { it.discard() }
        let account = try await it.world.account()
        let client = try await it.watchRevocations(as: it.issued(for: .minutes(15)))
        let before = try await it.revoke(2, of: account)
        try await eventually("two") { try client.revocations().count >= 2 }
        // Before any timer has noticed.
        pass(.minutes(15))
        let after = try await it.revoke(3, of: account)
        try await eventually("the end") { client.status != nil }
        #expect(client.status?.reason == "SERVICE_TOKEN_EXPIRED")
        #expect(try client.revocations().map(\.id) == before)
        let cursor = try #require(try client.messages(as: WatchRevocationsResponse.self).last?.cursor)
        let late = try await it.watchRevocations(cursor, as: WatchWorld.Shown(token: "sst_none"))
        #expect(late.status?.code == .unauthenticated && late.messageCount == 0)
        let resumed = try await it.watchRevocations(cursor, as: it.issued(for: .minutes(15)))
        try await eventually("the rest") { try resumed.revocations().count >= 3 }
        #expect(try resumed.revocations().map(\.id) == after)
    }

    @Test func aStreamOfStatsTellsNothingAfterTheEnd() async throws {
        defer { it.discard() }
        let client = try await it.watchStats(everyMs: 100, as: it.issued(for: .minutes(15)))
        try await eventually("another") { client.messageCount >= 2 }
        pass(.minutes(15))
        try await eventually("the end") { client.status != nil }
        let last = try #require(try client.messages(as: WatchStatsResponse.self).last?.stats?.takenAt)
        #expect(Instant(seconds: last.seconds) < it.world.clock.now())
    }

    @Test func aStreamEndsWithItsCertificate() async throws {
        defer { it.discard() }
        let account = try await it.world.account()
        let quiet = try await it.watchRevocations(as: it.certified(for: .hours(1)))
        let told = try await it.watchRevocations(as: it.certified(for: .minutes(30)))
        pass(.minutes(30))
        let ids = try await it.revoke(1, of: account)
        try await eventually("the end") { told.status != nil }
        try await eventually("the event") { try quiet.revocations().map(\.id) == ids }
        pass(.minutes(30))
        runtime.expiries.pass()
        for client in [quiet, told] {
            #expect(client.status?.code == .unauthenticated && client.status?.reason == "CERTIFICATE_EXPIRED")
        }
        #expect(try told.revocations().isEmpty && it.hub.openStreams == 0)
    }

    @Test func aStreamEndsWhenTheKeyOfItsTokenIsGone() async throws {
        defer { it.discard() }
        let account = try await it.world.account()
        let shown = try it.issued(for: .minutes(15))
        let (first, second) = (try await it.watchRevocations(as: shown), try await it.watchRevocations(as: shown))
        unlink(it.world.folder + "/keys/tokens-1.key")
        second.read(false)
        pass(.seconds(1))
        it.hub.beat()
        try await eventually("the end") { first.status != nil }
        let ids = try await it.revoke(1, of: account)
        try await eventually("the other's end") { second.status != nil }
        for client in [first, second] {
            #expect(client.status?.code == .unauthenticated && client.status?.reason == "SERVICE_UNKNOWN")
            #expect(try !client.revocations().map(\.id).contains(ids[0]))
        }
    }

    @Test func whoLeavesBeforeIsForgotten() async throws {
        defer { it.discard() }
        let shown = try it.issued(for: .minutes(15))
        for _ in 0..<20 {
            let client = try await it.watchRevocations(as: shown)
            client.leave()
        }
        #expect(runtime.expiries.count == 0 && it.hub.openStreams == 0)
    }
}
