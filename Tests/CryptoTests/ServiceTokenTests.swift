import Crypto
import Domain
import Glibc
import Synchronization
import Testing

private final class TurnedClock: Clock {
    private let microseconds = Atomic<Int64>(1_775_000_000_000_000)

    func now() -> Instant { Instant(microseconds: microseconds.load(ordering: .relaxed)) }
    func turn(seconds: Int64) { microseconds.wrappingAdd(seconds * 1_000_000, ordering: .relaxed) }
}

@Suite struct ServiceTokenTests {
    private let folder: TemporaryFolder
    private let clock = TurnedClock()

    init() throws { folder = try TemporaryFolder() }

    private func keys() throws -> ServiceTokenKeys {
        _ = try ServerKeys.loadOrCreate(folder: folder.path + "/keys")
        return try ServiceTokenKeys(folder: folder.path + "/keys", clock: clock)
    }

    private func token(_ service: String = "driver", scopes: [String] = ["sessions.validate"]) -> ServiceToken {
        let now = clock.now()
        return ServiceToken(service: service, scopes: scopes, issuedAt: now, expiresAt: now + .minutes(15))
    }

    @Test func whatIsIssuedIsReadAgain() throws {
        let keys = try keys()
        for token in [token(), token("støtte", scopes: []), token(scopes: ["a", "b.c"])] {
            let text = try #require(keys.issue(token))
            #expect(text.count <= 249)
            #expect(text.allSatisfy { $0 > 0x20 && $0 < 0x7F })
            #expect(keys.read(text) == token)
        }
    }

    @Test func noByteOfItCanBeChanged() throws {
        let keys = try keys()
        let text = try #require(keys.issue(token()))
        for index in text.indices {
            var changed = text
            changed[index] = changed[index] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
            #expect(keys.read(changed) == nil)
            #expect(keys.read(Array(text.prefix(index))) == nil)
        }
        #expect(keys.read(text + [UInt8(ascii: "A")]) == nil)
        #expect(keys.read(Array("sst_".utf8)) == nil)
        #expect(keys.read([UInt8](repeating: 0xFF, count: 200)) == nil)
    }

    @Test func anotherServersTokenIsNone() throws {
        let other = try TemporaryFolder()
        _ = try ServerKeys.loadOrCreate(folder: other.path + "/keys")
        let foreign = try ServiceTokenKeys(folder: other.path + "/keys", clock: clock)
        let text = try #require(foreign.issue(token()))
        #expect(try keys().read(text) == nil)
    }

    @Test func whatIsTooLongIsNotIssued() throws {
        let keys = try keys()
        #expect(keys.issue(token(scopes: (0..<12).map { "scope.number.\($0)" })) == nil)
        #expect(keys.issue(token(String(repeating: "x", count: 256))) == nil)
    }

    @Test func aKeyIsRotatedWithOverlap() throws {
        let running = try keys()
        let old = try #require(running.issue(token("old")))
        #expect(try ServiceTokenKeys.rotate(folder: folder.path + "/keys") == 2)
        let command = try ServiceTokenKeys(folder: folder.path + "/keys", clock: clock)
        let new = try #require(command.issue(token("new")))
        clock.turn(seconds: 2)
        // The running server was told of nothing.
        #expect(running.read(new)?.service == "new")
        #expect(running.read(old)?.service == "old")
        #expect(command.read(old)?.service == "old")
        // Its file gone, what it issued is worth nothing: to whoever runs after a second, to whoever starts at once.
        unlink(folder.path + "/keys/tokens-1.key")
        #expect(running.read(old)?.service == "old")
        clock.turn(seconds: 1)
        #expect(running.read(old) == nil)
        #expect(running.read(new)?.service == "new")
        let later = try ServiceTokenKeys(folder: folder.path + "/keys", clock: clock)
        #expect(later.read(old) == nil)
        #expect(later.read(new)?.service == "new")
    }

    /// What can't be read says nothing of the keys that are held.
    @Test func aFolderThatCanNotBeReadTakesNoKeyAway() throws {
        let running = try keys()
        let text = try #require(running.issue(token()))
        rename(folder.path + "/keys", folder.path + "/elsewhere")
        clock.turn(seconds: 2)
        #expect(running.read(text)?.service == "driver")
        rename(folder.path + "/elsewhere", folder.path + "/keys")
        unlink(folder.path + "/keys/tokens-1.key")
        clock.turn(seconds: 2)
        #expect(running.read(text) == nil)
    }

    @Test func theKeysAreTheOwnersOnly() throws {
        _ = try keys()
        let file = folder.path + "/keys/tokens-1.key"
        var status = stat()
        #expect(stat(file, &status) == 0 && status.st_mode & 0o777 == 0o400)
        chmod(file, 0o444)
        #expect(throws: CryptoError.self) { try keys() }
    }

    @Test func aTokenIsGoodForItsTimeOnly() {
        let token = token()
        let now = clock.now()
        #expect(token.standing(at: now) == .good)
        #expect(token.standing(at: now - .seconds(60)) == .good)
        #expect(token.standing(at: now - .seconds(61)) == .wrong)
        #expect(token.standing(at: now + .minutes(15) - .seconds(1)) == .good)
        #expect(token.standing(at: now + .minutes(15)) == .expired)
        let endless = ServiceToken(service: "driver", scopes: [], issuedAt: now, expiresAt: now + .hours(2))
        #expect(endless.standing(at: now) == .wrong)
    }
}
