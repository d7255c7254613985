import Crypto
import Domain
import Foundation
import Platform
import TestSupport
import Testing

/// The activity's chain, checked by a verifier that was written from docs/protocol.md alone.
@Suite struct ActivityChainTests {
    private func record(_ rows: [RandomHistory.Row], _ account: AccountID, _ world: World) async throws {
        for row in rows {
            world.clock.set(world.clock.now() + row.step)
            try await world.change { work throws(DomainError) in
                try work.record(
                    row.kind, try work.look.vault(of: account), by: row.actor, named: row.actorName, row.details)
            }
        }
    }

    @Test(.enabled(if: Python.hasCryptography, "no Python with the package cryptography: Tools/test installs it"))
    func inRandomHistoriesEverySingleChangeIsFound() async throws {
        let world = try World()
        defer { world.discard() }
        let folder = URL(fileURLWithPath: world.folder).appendingPathComponent("histories")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let count = 200
        for seed in 0..<count {
            var history = RandomHistory(seed: UInt64(seed))
            let account = try await world.account()
            try await record((0...history.below(9)).map { _ in history.row() }, account, world)
            let earlier = try await world.export(account).joined()
            try await record((0...history.below(9)).map { _ in history.row() }, account, world)
            let now = try await world.export(account).joined()
            try Data(earlier).write(to: folder.appendingPathComponent("history-\(seed).earlier.json"))
            try Data(now).write(to: folder.appendingPathComponent("history-\(seed).json"))
        }
        let result = try runProgram(Python.program, [Python.script("activity_mutations.py"), folder.path])
        #expect(result.status == 0, "\(result.output)")
        let figures = result.output.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
        try #require(figures.count == 3, "\(result.output)")
        #expect(figures[0] == count && figures[1] > 10 * count / 2 && figures[2] > 100 * count)
        print("activity chain: \(figures[0]) histories, \(figures[1]) rows, \(figures[2]) changes, all found")
    }

    @Test func rowsFollowEachOtherAndTheHeadIsSigned() async throws {
        let world = try World()
        defer { world.discard() }
        let account = try await world.account()
        let other = try await world.account()
        var history = RandomHistory(seed: 7)
        for _ in 0..<20 {
            try await record([history.row()], account, world)
            try await record([history.row()], other, world)
        }
        let (rows, head) = try await world.look { look throws(DomainError) in
            (
                try look.rows.chainedActivities(of: account, after: nil, limit: 100),
                try look.signedHead(of: account)
            )
        }
        #expect(rows.compactMap(\.link?.sequence) == Array(1...20))
        var previous = ActivityChain.firstPreviousHash
        for row in rows {
            #expect(row.link?.previousHash == previous)
            previous = row.link?.hash ?? []
        }
        let signed = try #require(head)
        let record = signed.record
        #expect(
            record.hash == previous && record.count == 20 && record.at == rows.last?.at && record.chain.unchained == 0)
        #expect(ServerCryptography.verify(signed.signature, of: record.document, by: signed.publicKey))
        #expect(signed.publicKey == world.environment.cryptography.sign([]).publicKey)
    }

    @Test func aChangeThatFailsLeavesTheChainAsItWas() async throws {
        let world = try World()
        defer { world.discard() }
        let account = try await world.account()
        var history = RandomHistory(seed: 8)
        try await record((0..<3).map { _ in history.row() }, account, world)
        let before = try await world.look { look throws(DomainError) in try look.rows.activityHead(of: account) }
        await #expect(throws: DomainError.overloaded) {
            try await world.change { work throws(DomainError) in
                try work.record(.profileUpdated, try work.look.vault(of: account), by: .customer)
                throw .overloaded
            }
        }
        let after = try await world.look { look throws(DomainError) in try look.rows.activityHead(of: account) }
        #expect(before == after && after?.count == 3)
    }

    /// After a restart with an earlier clock new ids would be older than the rows that stand.
    @Test func rowsKeepTheirOrderWhenTheClockWasSetBackBetweenTwoStarts() async throws {
        let world = try World()
        defer { world.discard() }
        let account = try await world.account()
        var history = RandomHistory(seed: 10)
        try await record((0..<3).map { _ in history.row() }, account, world)
        world.clock.set(World.start - .days(400))
        let now = world.environment
        let restarted = Environment(
            clock: now.clock, random: SystemRandom(), cryptography: now.cryptography, passwords: now.passwords,
            timeZones: now.timeZones, qrCodes: now.qrCodes, policy: now.policy)
        for _ in 0..<3 {
            try await world.change(in: restarted) { work throws(DomainError) in
                try work.record(.profileUpdated, try work.look.vault(of: account), by: .customer)
            }
        }
        let rows = try await world.look { look throws(DomainError) in
            try look.rows.chainedActivities(of: account, after: nil, limit: 100)
        }
        #expect(rows.compactMap(\.link?.sequence) == Array(1...6))
        #expect(zip(rows, rows.dropFirst()).allSatisfy { $0.id.uuid < $1.id.uuid })
    }

    /// Rows of before have no hash; how many they are is signed, so that none is put among them later.
    @Test(.enabled(if: Python.hasCryptography, "no Python with the package cryptography: Tools/test installs it"))
    func rowsOfBeforeTheChainAreToldApart() async throws {
        let world = try World()
        defer { world.discard() }
        let account = try await world.account()
        for _ in 0..<3 {
            try await world.change { work throws(DomainError) in
                let id: ActivityID = work.newID()
                let vault = try work.look.vault(of: account)
                try work.rows.insert(
                    ActivityRecord(
                        id: id, accountID: account, kind: ActivityKind.profileUpdated.rawValue, at: work.now,
                        actor: .customer, actorName: "",
                        details: vault.seal(ActivityDetail.encode([]), .activityDetails, row: id.uuid)))
            }
        }
        let file = world.folder + "/unchained.json"
        let verify = { () async throws -> (status: Int32, output: String) in
            try Data(try await world.export(account).joined()).write(to: URL(fileURLWithPath: file))
            return try runProgram(Python.program, [Python.script("verify_activity.py"), file])
        }
        #expect(try await verify().output == "verified: 0 rows\n")
        var history = RandomHistory(seed: 9)
        try await record([history.row(), history.row()], account, world)
        #expect(try await verify().output == "verified: 2 rows\n")
        let head = try await world.look { look throws(DomainError) in try look.rows.activityHead(of: account) }
        #expect(head?.chain.unchained == 3)
        try await world.change { work throws(DomainError) in
            let id: ActivityID = work.newID()
            let details = try work.look.vault(of: account)
                .seal(ActivityDetail.encode([]), .activityDetails, row: id.uuid)
            try work.rows.insert(
                ActivityRecord(
                    id: id, accountID: account, kind: "forged", at: work.now, actor: .customer, actorName: "",
                    details: details))
        }
        #expect(try await verify().status == 1)
    }

    @Test func afterTheDeletionHashesStayAndContentsDoNot() async throws {
        let world = try World()
        defer { world.discard() }
        let account = try await world.account()
        var history = RandomHistory(seed: 10)
        try await record((0..<5).map { _ in history.row() }, account, world)
        let email = "c-\(account.uuid.text)@example.com"
        let principal = world.principal(account)
        try await world.change { work throws(DomainError) in
            _ = try DeleteAccount(confirmEmail: email).perform(work, as: principal)
            try work.rows.destroyDataKey(of: account)
        }
        let operators = Principal.support(ServiceIdentity(name: "support", scopes: [], isSupport: true))
        let listed = try await world.look { look throws(DomainError) in
            try ListActivity(
                accountID: account.text, kinds: [], since: nil, until: nil, pageSize: 0, pageToken: ""
            ).perform(look, as: operators)
        }
        let head = try #require(listed.head)
        #expect(listed.chainKey.isEmpty && head.record.count == 6 && listed.page.items.count == 6)
        #expect(listed.page.items.first?.link?.hash == head.record.hash)
        #expect(listed.page.items.allSatisfy { $0.details.isEmpty && $0.link != nil })
        #expect(ServerCryptography.verify(head.signature, of: head.record.document, by: head.publicKey))
        await #expect(throws: DomainError.self) {
            try await world.look { look throws(DomainError) in _ = try look.vault(of: account) }
        }
        await #expect(throws: DomainError.notFound("account")) { try await world.export(account) }
    }

    @Test func onlyTheOwnerGetsTheChainKey() async throws {
        let world = try World()
        defer { world.discard() }
        let account = try await world.account()
        var history = RandomHistory(seed: 11)
        try await record([history.row()], account, world)
        let list = ListActivity(
            accountID: account.text, kinds: [], since: nil, until: nil, pageSize: 0, pageToken: "")
        let operators = Principal.support(ServiceIdentity(name: "support", scopes: [], isSupport: true))
        let owner = world.principal(account)
        let (theirs, own) = try await world.look { look throws(DomainError) in
            (try list.perform(look, as: operators), try list.perform(look, as: owner))
        }
        #expect(theirs.chainKey.isEmpty && own.chainKey.count == 32 && theirs.head == own.head)
    }
}

enum Python {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The checkout's own, which Tools/test makes, or the system's.
    static var program: URL {
        let own = root.appendingPathComponent(".venv/bin/python3")
        return FileManager.default.isExecutableFile(atPath: own.path) ? own : URL(fileURLWithPath: "/usr/bin/python3")
    }

    static var hasCryptography: Bool {
        (try? runProgram(program, ["-c", "import cryptography"]).status) == 0
    }

    static func script(_ name: String) -> String { root.appendingPathComponent("Tests/Interop/\(name)").path }
}
