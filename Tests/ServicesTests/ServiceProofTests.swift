import Crypto
import Domain
import Foundation
import Messages
import RPC
import Testing

@testable import Services

/// Who calls: by a token in a file, an issued one, a certificate, or two of these.
@Suite struct ServiceProofTests {
    private let world: World
    private let keys: ServiceTokenKeys
    private let registry: ServiceRegistry
    private static let fileToken = "svc_0123456789012345678901234567890123456789"

    init() throws {
        world = try World()
        keys = try ServiceTokenKeys(folder: world.folder + "/keys", clock: world.clock)
        let hash = world.environment.cryptography.keyedHash(.serviceToken, Array(Self.fileToken.utf8))
        registry = ServiceRegistry(
            [
                .init(
                    ServiceIdentity(
                        name: "driver", scopes: ["sessions.validate", "driver_sessions.write"], isSupport: false),
                    token: hash, certificateNames: ["spiffe://example.org/driver", "driver.example.org"]),
                .init(
                    ServiceIdentity(name: "support", scopes: [], isSupport: true),
                    certificateNames: ["support.example.org"]),
            ], issued: keys)
    }

    private func bearer(_ token: String) -> [UInt8] { Array("Bearer \(token)".utf8) }

    private func issued(
        _ service: String, _ scopes: [String] = [], life: TimeSpan = .minutes(15)
    ) throws -> [UInt8] {
        let now = world.clock.now()
        let token = ServiceToken(service: service, scopes: scopes, issuedAt: now, expiresAt: now + life)
        return Array("Bearer ".utf8) + (try #require(keys.issue(token)))
    }

    private func prove(
        _ token: [UInt8], _ names: [String] = [], until end: Instant = World.start + .days(30)
    ) throws(DomainError) -> ServiceRegistry.Proof? {
        try registry.prove(
            token: token, certificate: PeerCertificate(names: names, validUntilSeconds: end.seconds),
            at: world.clock.now(), world.environment.cryptography)
    }

    @Test func eachProofIsTheServices() throws {
        defer { world.discard() }
        #expect(try prove(bearer(Self.fileToken))?.identity.name == "driver")
        #expect(try prove(issued("driver"))?.identity.name == "driver")
        #expect(try prove([], ["x", "driver.example.org"])?.identity.name == "driver")
        #expect(try prove([], ["support.example.org"])?.identity.isSupport == true)
        #expect(try prove([]) == nil)
        #expect(try prove([], ["stranger.example.org"]) == nil)
        #expect(throws: DomainError.serviceUnknown) { try prove(issued("nobody")) }
        #expect(throws: DomainError.serviceUnknown) { try prove(bearer("svc_" + String(repeating: "0", count: 40))) }
    }

    @Test func anIssuedTokenMayCarryFewerScopesAndNeverMore() throws {
        defer { world.discard() }
        #expect(try prove(issued("driver"))?.identity.scopes == ["sessions.validate", "driver_sessions.write"])
        #expect(try prove(issued("driver", ["sessions.validate"]))?.identity.scopes == ["sessions.validate"])
        #expect(try prove(issued("driver", ["emails.send"]))?.identity.scopes == [])
        #expect(try prove(issued("driver", ["support"]))?.identity.isSupport == false)
        #expect(try prove(issued("support", ["support"]))?.identity.isSupport == true)
        #expect(try prove(issued("support", ["emails.send"]))?.identity.isSupport == false)
    }

    @Test func anIssuedTokenEnds() throws {
        defer { world.discard() }
        let token = try issued("driver")
        #expect(try prove(token)?.until == world.clock.now() + .minutes(15))
        world.clock.set(world.clock.now() + .minutes(15))
        #expect(throws: DomainError.serviceTokenExpired) { try prove(token) }
    }

    @Test func aCertificateEndsOnAConnectionThatIsOpen() throws {
        defer { world.discard() }
        let end = World.start + .minutes(5)
        #expect(try prove([], ["driver.example.org"], until: end)?.until == end)
        // Of a token and a certificate what ends first.
        #expect(try prove(issued("driver"), ["driver.example.org"], until: end)?.until == end)
        world.clock.set(end)
        #expect(throws: DomainError.certificateExpired) { try prove([], ["driver.example.org"], until: end) }
        #expect(throws: DomainError.certificateExpired) {
            try prove(issued("driver"), ["driver.example.org"], until: end)
        }
        // Nobody's proves nothing, run out or not.
        #expect(try prove(issued("driver"), ["stranger.example.org"], until: end)?.identity.name == "driver")
    }

    @Test func aTokenWhoseKeyIsGoneIsWorthNothing() throws {
        defer { world.discard() }
        let token = try issued("driver")
        #expect(try prove(token)?.identity.name == "driver")
        unlink(world.folder + "/keys/tokens-1.key")
        world.clock.set(world.clock.now() + .seconds(1))
        #expect(throws: DomainError.serviceUnknown) { try prove(token) }
    }

    @Test func aTokenAndACertificateHaveToAgree() throws {
        defer { world.discard() }
        #expect(try prove(issued("driver"), ["driver.example.org"])?.identity.name == "driver")
        #expect(throws: DomainError.serviceMismatch) { try prove(issued("driver"), ["support.example.org"]) }
        #expect(throws: DomainError.serviceMismatch) { try prove(bearer(Self.fileToken), ["support.example.org"]) }
        // A certificate that is nobody's proves nothing, and takes nothing away.
        #expect(try prove(issued("driver"), ["stranger.example.org"])?.identity.name == "driver")
        // A token that is wrong isn't saved by a certificate.
        #expect(throws: DomainError.serviceUnknown) { try prove(bearer("wrong"), ["driver.example.org"]) }
    }

    /// An issued token is looked at again once a second: its key may be gone. It ends with its time at the latest.
    @Test func aConnectionRemembersAProofForAWhile() throws {
        defer { world.discard() }
        let runtime = ServiceRuntime(
            store: world.store, environment: world.environment, hashPool: NoPool(), services: registry, report: { _ in }
        )
        let path = HotPath(runtime)
        let connection = ConnectionState(shardIndex: 0)
        let token = try issued("driver")
        let now = world.clock.now()
        #expect(!path.hasProved("sessions.validate", connection, at: now))
        #expect(path.prove(token.span.bytes, has: "sessions.validate", connection, at: now) == nil)
        #expect(path.hasProved("sessions.validate", connection, at: now))
        #expect(!path.hasProved("api_keys.verify", connection, at: now))
        #expect(path.hasProved("sessions.validate", connection, at: now + .milliseconds(999)))
        #expect(!path.hasProved("sessions.validate", connection, at: now + .seconds(1)))
        let last = now + .minutes(15) - .milliseconds(500)
        #expect(path.prove(token.span.bytes, has: "sessions.validate", connection, at: last) == nil)
        #expect(path.hasProved("sessions.validate", connection, at: last + .milliseconds(499)))
        let later = now + .minutes(15)
        #expect(!path.hasProved("sessions.validate", connection, at: later))
        #expect(
            path.prove(token.span.bytes, has: "sessions.validate", connection, at: later) == .serviceTokenExpired)
    }
}

extension TimeSpan {
    fileprivate static func milliseconds(_ count: Int64) -> TimeSpan { TimeSpan(microseconds: count * 1_000) }
}

private struct NoPool: HashPool {
    func refuses(as priority: Domain.Priority) -> Bool { false }
    func submit(
        as priority: Domain.Priority, _ work: @escaping @Sendable () -> Void, turnedAway: @escaping @Sendable () -> Void
    ) { turnedAway() }
}
