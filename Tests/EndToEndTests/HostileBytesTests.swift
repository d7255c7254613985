import Foundation
import Messages
import RPC
import RPCClient
import TestSupport
import Testing

/// Payloads that are no request, to every method.
@Suite(.serialized)
struct HostileBytesTests {
    private static let seed =
        ProcessInfo.processInfo.environment["ACCOUNTD_SEED"].flatMap { UInt64($0) } ?? UInt64.random(in: 1...1 << 32)
    private static let mebibyte = 1 << 20
    let server: ServerProcess
    let client: Client

    init() throws {
        server = try SuiteServer.hostile.get()
        client = try server.client { $0.maxAttempts = 2 }
    }

    @Test(arguments: Messages.Method.allCases)
    func aBrokenPayloadIsAnswered(_ method: Messages.Method) async throws {
        let before = try residentBytes(of: server)
        let hostile = try await Hostile(method, on: server, client)
        try await truncated(hostile)
        try await random(hostile)
        try await wrongWireTypes(hostile)
        try await badText(hostile)
        try await nested(hostile)
        try await hostile.readBack()
        #expect(try residentBytes(of: server) - before < 200 << 20)
    }

    @Test(arguments: Messages.Method.allCases)
    func aHugePayloadIsAnswered(_ method: Messages.Method) async throws {
        let before = try residentBytes(of: server)
        let hostile = try await Hostile(method, on: server, client)
        let room = 4 * Self.mebibyte - 2_048
        let fields = Schema.shared[method.description.requestName]
        try await hostile.send([UInt8](repeating: 0, count: room), "4 MiB of zeros")
        // Fields that the type does not have are skipped, however many.
        try await hostile.send(
            hostile.base + Wire.delimited(900, [UInt8](repeating: 0x61, count: room - 2_048)), "one unknown field")
        let unknown = Wire.repeated(Wire.tag(901, 0) + [1], count: room / 4)
        try await hostile.send(unknown, "a million unknown fields")
        for field in fields where field.isRepeated || field.kind == .string {
            let long = Wire.delimited(field.number, [UInt8](repeating: 0x61, count: room - 16))
            try await hostile.send(long, "\(field.name) of 4 MiB")
            let many = Wire.repeated(Wire.delimited(field.number, []), count: room / 3)
            try await hostile.send(many, "\(field.name) a million times")
        }
        let over = await client.call(
            service: method.description.service, method: method.description.method,
            payload: [UInt8](repeating: 0x61, count: 4 * Self.mebibyte), options: hostile.customer.options())
        guard case .failure(let status) = over else { throw TestFailure("4 MiB and the frame around it were taken") }
        #expect(status.code == .resourceExhausted)
        try await hostile.readBack()
        #expect(try residentBytes(of: server) - before < 200 << 20)
    }

    private func truncated(_ hostile: Hostile) async throws {
        let whole = hostile.base + Wire.delimited(15, Array("request".utf8))
        for count in 0..<whole.count {
            // Each prefix under its own name, where it has one at all: they are not repeats of each other.
            try await hostile.send(Array(whole.prefix(count)), "the first \(count) bytes")
        }
    }

    private func random(_ hostile: Hostile) async throws {
        var generator = SeededBytes(seed: Self.seed)
        print("\(hostile.method): seed \(Self.seed)")
        for _ in 0..<60 {
            let payload = generator.bytes(generator.below(300))
            try await hostile.send(payload, "random bytes, seed \(Self.seed)")
            var flipped = hostile.base
            for _ in 0..<4 where !flipped.isEmpty {
                flipped[generator.below(flipped.count)] = UInt8(truncatingIfNeeded: generator.next())
            }
            try await hostile.send(flipped, "flipped bytes, seed \(Self.seed)")
        }
    }

    private func wrongWireTypes(_ hostile: Hostile) async throws {
        let bodies: [(UInt64, [UInt8])] = [
            (0, Wire.varint(.max)), (1, [UInt8](repeating: 0xFF, count: 8)), (2, [3, 0xFF, 0xFF, 0xFF]), (3, []),
            (4, []), (5, [0xFF, 0xFF, 0xFF, 0xFF]), (6, [1]), (7, [1]),
        ]
        for field in Schema.shared[hostile.method.description.requestName] {
            for (type, body) in bodies {
                try await hostile.send(
                    hostile.base + Wire.tag(field.number, type) + body, "\(field.name) as wire type \(type)")
            }
        }
        for broken in [
            [0x00], [0x07], [0x80], [UInt8](repeating: 0xFF, count: 11), Wire.tag(1 << 28, 0) + [1],
            Wire.tag(1, 2) + Wire.varint(.max), Wire.tag(1, 2) + Wire.varint(1 << 31), Wire.tag(1, 2) + [0x05, 0x61],
        ] {
            try await hostile.send(hostile.base + broken, "a broken field \(broken)")
        }
    }

    private func badText(_ hostile: Hostile) async throws {
        let bad: [[UInt8]] = [
            [0x61, 0x00, 0x62], [0x00], [0xFF, 0xFE], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
            [0xE2, 0x82],
        ]
        for path in Hostile.strings(in: hostile.method.description.requestName) {
            for value in bad {
                let status = try await hostile.send(
                    hostile.base + Hostile.encode(path, value), "\(Hostile.name(path)) is \(value)")
                // A token is hashed as it comes: one that is no text is one that nobody has.
                let isToken = [.validateSession, .verifyApiKey].contains(hostile.method)
                let due: Set<StatusCode> = isToken ? [.invalidArgument, .unauthenticated] : [.invalidArgument]
                #expect(
                    status.map { due.contains($0.code) } == true, "\(hostile.method), \(Hostile.name(path)): \(value)")
            }
        }
    }

    /// protobuf nests as deep as it likes; nothing here may follow it down.
    private func nested(_ hostile: Hostile) async throws {
        for (what, payload) in Self.nestings { try await hostile.send(payload, what) }
    }

    private static let nestings: [(String, [UInt8])] = {
        let depth = 100_000
        return [1, 3, 4, 900].flatMap { number in
            // From the inside out, written backwards so that it takes linear time.
            var reversed: [UInt8] = []
            for _ in 0..<depth {
                reversed += Wire.varint(UInt64(reversed.count)).reversed()
                reversed += Wire.tag(number, 2).reversed()
            }
            return [
                ("groups in groups", Wire.repeated(Wire.tag(number, 3), count: depth)),
                ("messages in messages", Array(reversed.reversed())),
            ]
        }
    }()
}
