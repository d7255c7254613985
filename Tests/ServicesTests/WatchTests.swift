import Messages
import RPC
import TestSupport
import Testing

@testable import Domain
@testable import Services

@Suite struct WatchTests {
    private let it: WatchWorld

    init() throws { it = try WatchWorld() }

    @Test func oneCommitReachesEveryStreamOnce() async throws {
        defer { it.discard() }
        let account = try await it.world.account()
        var clients: [FakeClient] = []
        for _ in 0..<100 { clients.append(try await it.watchRevocations()) }
        #expect(it.hub.openStreams == 100)
        var expected: [String] = []
        for round in 1...20 { expected += try await it.revoke(round, of: account) }
        for client in clients {
            try await eventually("all of them") { try client.revocations().count >= expected.count }
            #expect(try client.revocations().map(\.id) == expected)
        }
    }

    @Test func clientsThatLeaveAreForgottenAtOnce() async throws {
        defer { it.discard() }
        let account = try await it.world.account()
        let session = try await it.session(of: account)
        for _ in 0..<50 {
            let clients = [try await it.watchRevocations(), try await it.watchActivity(session.token)]
            #expect(it.hub.openStreams == 2)
            for client in clients { client.leave() }
            // No event and no heartbeat was needed.
            #expect(it.hub.openStreams == 0)
        }
        // One that left before it was open, too.
        let gone = FakeClient()
        gone.leave()
        #expect(throws: Never.self) { try it.hub.openAndClose(gone) }
        #expect(it.hub.openStreams == 0)
    }

    @Test func aReaderThatIsBehindCatchesUpFromTheLog() async throws {
        defer { it.discard() }
        let account = try await it.world.account()
        let slow = try await it.watchRevocations()
        slow.read(false)
        var expected = try await it.revoke(1, of: account)
        try await eventually("the stream waits") { slow.isWaiting }
        // More than is kept in memory, and more than a message holds.
        for _ in 0..<12 { expected += try await it.revoke(500, of: account) }
        let quick = try await it.watchRevocations()
        expected += try await it.revoke(1, of: account)
        try await eventually("the quick one") { try quick.revocations().count == 1 }
        // Nothing is made for it while it doesn't read.
        #expect(slow.messageCount == 2)
        slow.read(true)
        try await eventually("the rest") { try slow.revocations().count >= expected.count }
        let messages = try slow.messages(as: WatchRevocationsResponse.self)
        #expect(messages.flatMap(\.revocations).map(\.id) == expected)
        #expect(messages.allSatisfy { $0.revocations.count <= WatchRevocations.mostAtOnce })
        #expect(messages.contains { !$0.caughtUp } && messages.last?.caughtUp == true)
        // Any message's cursor goes on behind it.
        for index in [0, 1, 3, messages.count - 2] {
            let told = messages[...index].flatMap(\.revocations).count
            let resumed = try await it.watchRevocations(messages[index].cursor)
            try await eventually("the rest") { try resumed.revocations().count >= expected.count - told }
            #expect(try resumed.revocations().map(\.id) == Array(expected[told...]))
        }
    }

    @Test func aReaderThatTakesNothingIsTold() async throws {
        defer { it.discard() }
        let account = try await it.world.account()
        let slow = try await it.watchRevocations()
        slow.read(false)
        try await it.revoke(1, of: account)
        try await eventually("the stream waits") { slow.isWaiting }
        it.hub.beat()
        #expect(slow.status == nil)
        // It took something in between: counted anew.
        slow.read(true)
        slow.read(false)
        try await it.revoke(1, of: account)
        try await eventually("the stream waits") { slow.isWaiting }
        it.hub.beat()
        #expect(slow.status == nil)
        it.hub.beat()
        #expect(slow.status?.code == .resourceExhausted && slow.status?.reason == "STREAM_TOO_SLOW")
        #expect(it.hub.openStreams == 0)
        let cursor = try #require(try slow.messages(as: WatchRevocationsResponse.self).last?.cursor)
        let rest = try await it.revoke(1, of: account)
        let resumed = try await it.watchRevocations(cursor)
        #expect(try resumed.revocations().map(\.id).suffix(1) == rest[...])
    }

    @Test func aHeartbeatIsAnEmptyMessage() async throws {
        defer { it.discard() }
        let account = try await it.world.account()
        let session = try await it.session(of: account)
        let revocations = try await it.watchRevocations()
        let activity = try await it.watchActivity(session.token)
        for beat in 1...3 {
            it.hub.beat()
            try await eventually("a heartbeat") { revocations.messageCount > beat && activity.messageCount > beat }
        }
        #expect(try revocations.messages(as: WatchRevocationsResponse.self).allSatisfy { $0.caughtUp })
        #expect(Set(try activity.messages(as: WatchActivityResponse.self).map(\.cursor)).count == 1)
    }

    @Test func aDrainEndsAllAndRefusesMore() async throws {
        defer { it.discard() }
        let account = try await it.world.account()
        let session = try await it.session(of: account)
        let clients = [try await it.watchRevocations(), try await it.watchActivity(session.token)]
        it.hub.drain()
        let late = try await it.watchRevocations()
        for client in clients + [late] {
            #expect(client.status?.code == .unavailable && client.status?.reason == "DRAINING")
        }
        #expect(late.messageCount == 0 && it.hub.openStreams == 0)
    }

    @Test func anActivityWatchEndsWithItsSession() async throws {
        defer { it.discard() }
        let account = try await it.world.account()
        let short = try await it.session(of: account, lasting: .hours(1))
        let long = try await it.session(of: account)
        let revoked = try await it.session(of: account)
        let clients = [
            try await it.watchActivity(short.token), try await it.watchActivity(long.token),
            try await it.watchActivity(revoked.token),
        ]
        try await it.world.change { work throws(DomainError) in
            _ = try work.revokeSession(revoked.id, of: account)
        }
        try await eventually("the revoked one's end") { clients[2].status != nil }
        // Its time runs out: at the next heartbeat, or before anything more is told.
        it.world.clock.set(World.start + .hours(2))
        it.hub.beat()
        try await eventually("the short one's end") { clients[0].status != nil }
        try await eventually("the long one's heartbeat") { clients[1].messageCount >= 2 }
        for client in [clients[0], clients[2]] {
            #expect(client.status?.code == .unauthenticated && client.status?.reason == "SESSION_INVALID")
        }
        #expect(clients[1].status == nil)
        // Unused for too long, although its stream is open.
        it.world.clock.set(World.start + .days(8))
        try await it.world.change { work throws(DomainError) in
            try work.record(.profileUpdated, work.look.vault(of: account), by: .customer)
        }
        try await eventually("the long one's end") { clients[1].status?.reason == "SESSION_INVALID" }
        let told = try clients.flatMap { try $0.messages(as: WatchActivityResponse.self).flatMap(\.activities) }
        #expect(told.map(\.kind) == [])
    }

    @Test func activitiesComeInOrderAndOnceUnderLoad() async throws {
        defer { it.discard() }
        let account = try await it.world.account()
        let other = try await it.world.account()
        let session = try await it.session(of: account)
        let client = try await it.watchActivity(session.token)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for index in 0..<600 {
                group.addTask { [it] in
                    try await it.world.change { work throws(DomainError) in
                        let whose = index % 3 == 0 ? other : account
                        try work.record(.profileUpdated, work.look.vault(of: whose), by: .customer)
                    }
                }
            }
            try await group.waitForAll()
        }
        try await eventually("all of them") {
            try client.messages(as: WatchActivityResponse.self).flatMap(\.activities).count >= 400
        }
        let told = try client.messages(as: WatchActivityResponse.self).flatMap(\.activities)
        #expect(told.map(\.sequence) == Array(1...400))
    }

    @Test func aWebhookEndpointThatIsGoneIsToldOnce() async throws {
        defer { it.discard() }
        let account = try await it.world.account()
        let client = try await it.watchRevocations()
        let principal = it.world.principal(account)
        let endpoint = try await it.world.change { work throws(DomainError) in
            let id: WebhookEndpointID = work.newID()
            let vault = try work.look.vault(of: account)
            let content = WebhookEndpointContent(
                url: "https://hooks.invalid/x", description: "", secrets: [])
            let row = WebhookEndpointRecord(
                id: id, accountID: account, content: vault.seal(content.encoded, .webhookEndpoint, row: id.uuid),
                eventTypes: [], createdAt: work.now)
            try work.rows.insert(row)
            try work.disable(row)
            return id
        }
        try await it.world.change { work throws(DomainError) in
            _ = try DeleteWebhookEndpoint(endpointID: endpoint.text).perform(work, as: principal)
        }
        let last = try await it.revoke(1, of: account)
        try await eventually("the last") { try client.revocations().map(\.id).contains(last[0]) }
        #expect(try client.revocations().map(\.id) == [endpoint.text] + last)
        #expect(try client.revocations().first?.kind == .webhookEndpoint)
    }

    @Test func streamsAreBounded() throws {
        defer { it.discard() }
        let hub = WatchHub(limit: 2)
        let watch = QuietWatch()
        let first = try hub.open(watch, [.revocations])
        _ = try hub.open(watch, [.revocations])
        #expect(throws: Status.self) { try hub.open(watch, [.revocations]) }
        hub.close(first)
        hub.close(first)
        _ = try hub.open(watch, [.revocations])
        #expect(hub.openStreams == 2)
    }
}

private final class QuietWatch: OpenWatch {
    func wake() {}
    func beat() {}
    func end(_ status: Status) {}
}

extension WatchHub {
    fileprivate func openAndClose(_ client: FakeClient) throws {
        let ticket = try open(QuietWatch(), [.revocations])
        client.whenOver { self.close(ticket) }
    }
}
