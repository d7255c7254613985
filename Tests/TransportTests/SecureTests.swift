import Foundation
import RPC
import Synchronization
import TLS
import TestSupport
import Testing

@testable import Transport

/// A server with a certificate, and clients for it.
struct SecureWorld {
    let certificates: TestCertificates
    let server: TestServer
    let keys: TLSServer

    /// `clients`: whether they are asked for certificates, and whether they must show one.
    init(
        certificate: String = "server", clients: (asked: Bool, must: Bool) = (false, false),
        _ change: (inout ServerOptions) -> Void = { _ in }
    ) throws {
        certificates = try TestCertificates.shared.get()
        var files = TLSServerFiles(
            certificate: certificates.certificate(certificate), key: certificates.key(certificate))
        files.clientAuthorities = clients.asked ? certificates.authority : nil
        files.requiresClientCertificate = clients.must
        keys = try TLSServer(files, protocols: Server.protocols)
        var options = ServerOptions()
        options.tls = keys
        change(&options)
        server = try TestServer(options: options)
    }

    func tls(_ certificate: String? = nil, authority: String = "ca", protocols: [String] = []) throws -> TLSClient {
        var files = TLSClientFiles()
        files.authorities = certificates.certificate(authority)
        files.certificate = certificate.map(certificates.certificate)
        files.key = certificate.map(certificates.key)
        return try TLSClient(files, protocols: protocols)
    }

    func client(
        _ certificate: String? = nil, authority: String = "ca", protocols: [String] = [], receiveBytes: Int32? = nil
    ) throws -> RawClient {
        let client = try server.client(receiveBytes: receiveBytes)
        try client.secure(try tls(certificate, authority: authority, protocols: protocols))
        return client
    }
}

/// Set once, by any thread.
final class Flag: Sendable {
    private let value = Atomic<Bool>(false)
    var isSet: Bool { value.load(ordering: .acquiring) }
    func set() { value.store(true, ordering: .releasing) }
}

/// A folder of copies.
private struct TemporaryFiles {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("tls-\(UUID().uuidString)")

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    func copy(_ file: String, as name: String) throws -> String {
        let target = folder.appendingPathComponent(name)
        try Data(contentsOf: URL(fileURLWithPath: file)).write(to: target)
        return target.path
    }
}

extension TransportTests {
    @Suite struct SecureTests {
        @Test(arguments: [[], ["ttrpc/1"], ["unknown", "ttrpc/1"]])
        func `calls and streams go over TLS, with and without ALPN, beside plain ones`(protocols: [String]) throws {
            let world = try SecureWorld()
            let plain = try world.server.client()
            let client = try world.client(protocols: protocols)
            try client.send(request(1, "Echo", [1, 2, 3]) + request(3, "Elsewhere", [4]))
            let answers = [try client.nextFrame(), try client.nextFrame()].sorted { $0.stream < $1.stream }
            #expect(answers.map(\.payload) == [[1, 2, 3], [4]])
            try client.send(request(5, "Count", Array("300".utf8), flags: FrameFlag.remoteClosed))
            for index in 0..<300 { #expect(try client.nextFrame().data == Array(String(index).utf8)) }
            #expect(try client.nextFrame().flags == 5)
            try plain.send(request(1, "Echo", [9]))
            #expect(try plain.nextFrame().payload == [9])
            client.endWriting()
            #expect(try client.isClosedByServer())
        }

        @Test func `records may trickle in byte by byte`() throws {
            let world = try SecureWorld()
            let client = try world.server.client()
            client.drips = true
            try client.secure(try world.tls())
            try client.send(request(1, "Echo", [7]))
            #expect(try client.nextFrame().payload == [7])
        }

        @Test(arguments: [16 << 10, 64 << 10, 1 << 20, FrameHeader.maximumLength])
        func `a long frame and its long answer go over TLS`(bytes: Int) throws {
            let world = try SecureWorld()
            let client = try world.client()
            try client.send(request(1, "Echo", frameBytes: bytes) + request(3, "Echo", [3]))
            #expect(try client.nextFrame().payload?.count ?? 0 > bytes - 60)
            #expect(try client.nextFrame().payload == [3])
        }

        @Test func `a slow reader gets all of a big answer, and nobody waits for it`() throws {
            let world = try SecureWorld()
            let slow = try world.client(receiveBytes: 8_192)
            // In one write: nothing more is read of a client that doesn't take what it is answered.
            try slow.send(([1, 3, 5] as [UInt32]).flatMap { request($0, "Large", Array("4000000".utf8)) })
            try eventually("all run") { world.server.probe.runs == 3 }
            let other = try world.client()
            for stream in 0..<50 as Range<UInt32> {
                try other.send(request(2 * stream + 1, "Echo", [1]))
                #expect(try other.nextFrame().payload == [1])
            }
            for _ in 0..<3 {
                #expect(try slow.nextFrame().payload == [UInt8](repeating: 0x7A, count: 4_000_000))
            }
            try slow.send(request(7, "Echo", [7]))
            #expect(try slow.nextFrame().payload == [7])
        }

        @Test func `a stream learns that its messages were taken`() throws {
            let world = try SecureWorld()
            let client = try world.client(receiveBytes: 8_192)
            try client.send(request(1, "Watch", flags: FrameFlag.remoteClosed))
            try world.server.probe.waitForHeld(1)
            let responder = world.server.probe.held[0]
            let room = Flag()
            for _ in 0..<12 { _ = responder.send([UInt8](repeating: 1, count: 1 << 20)) }
            responder.whenRoom { room.set() }
            usleep(100_000)
            #expect(!room.isSet)
            for _ in 0..<12 { #expect(try client.nextFrame().data.count == 1 << 20) }
            try eventually("room") { room.isSet }
        }

        @Test func `a client's verified certificate names it to the methods`() throws {
            let world = try SecureWorld(clients: (asked: true, must: false))
            let named = try world.client("client")
            try named.send(request(1, "Peers"))
            #expect(
                try named.nextFrame().payload == Array("spiffe://test.example/driver driver.test.example".utf8))
            let nameless = try world.client()
            try nameless.send(request(1, "Peers"))
            #expect(try nameless.nextFrame().payload == [])
        }

        @Test(arguments: [
            (nil, "certificateMissing"), ("client-expired", "certificateExpired"),
            ("client-other", "certificateUntrusted"), ("client-purpose", "certificateUntrusted"),
        ]) func `a certificate that doesn't hold closes the connection, and nothing is decoded`(
            certificate: String?, why: String
        ) throws {
            let world = try SecureWorld(clients: (asked: true, must: true))
            // In TLS 1.3 a client is through before the server has seen its certificate.
            let client = try world.client(certificate)
            try? client.send(request(1, "Echo", [1]))
            #expect(throws: RawFailure.self) { try client.nextFrame() }
            try eventually("an event") {
                world.server.log.all == ["refused(Transport.RefusedConnection.tls(TLS.TLSFailure.\(why)), count: 1)"]
            }
            #expect(world.server.probe.runs == 0)
        }

        @Test func `a client refuses a server of another authority, an expired one, and one of another name`() throws {
            for (certificate, authority) in [
                ("server", "other-ca"), ("server-expired", "ca"), ("server-elsewhere", "ca"),
            ] {
                let world = try SecureWorld(certificate: certificate)
                #expect(throws: RawFailure.self, "\(certificate)") { try world.client(authority: authority) }
            }
        }

        @Test func `no protocol in common ends the handshake; one protocol agreed on and another spoken closes`() throws
        {
            let world = try SecureWorld()
            #expect(throws: RawFailure.self) { try world.client(protocols: ["smtp"]) }
            let liar = try world.client(protocols: ["h2"])
            try liar.send(request(1, "Echo", [1]))
            #expect(try liar.isClosedByServer())
            #expect(world.server.probe.runs == 0)
        }

        @Test func `garbage in records closes the connection, at any point, and no other`() throws {
            let world = try SecureWorld()
            let neighbour = try world.client()
            var random = Seeded()
            for round in 0..<60 {
                let client = try world.server.client()
                if round % 2 == 0 {
                    try client.secure(try world.tls())
                    try client.send(request(1, "Echo", [1]))
                    #expect(try client.nextFrame().payload == [1])
                }
                let garbage = random.bytes(upTo: 400)
                let count = UInt8(truncatingIfNeeded: garbage.count & 0x7F)
                let type: UInt8 = round % 2 == 0 ? [20, 21, 22, 23, 99].randomElement(using: &random) ?? 23 : 22
                try? client.sendPlainly([type, 3, 3, 0, count] + garbage + [UInt8](repeating: 0x16, count: 200))
                client.endWriting()
                do { while try client.frame() != nil {} } catch is RawFailure {}
            }
            try neighbour.send(request(1, "Echo", [5]))
            #expect(try neighbour.nextFrame().payload == [5])
            #expect(world.server.log.all.count < 20)
        }

        @Test func `TLS within TLS is not spoken`() throws {
            let world = try SecureWorld()
            let client = try world.client()
            try client.send([0x16, 0x03, 0x01, 0x02, 0x00])
            #expect(try client.isClosedByServer())
        }

        @Test func `without a certificate, TLS is refused with an event`() throws {
            let server = try TestServer()
            let client = try server.client()
            let world = try SecureWorld()
            #expect(throws: RawFailure.self) { try client.secure(try world.tls()) }
            #expect(server.log.all == ["refused(Transport.RefusedConnection.noTLSHere, count: 1)"])
        }

        @Test func `plain bytes are refused where only TLS is taken, from loopback too`() throws {
            let world = try SecureWorld { $0.plaintext = .never }
            let plain = try world.server.client()
            try plain.send(request(1, "Echo", [1]))
            #expect(try plain.isClosedByServer())
            #expect(world.server.probe.runs == 0)
            let client = try world.client()
            try client.send(request(1, "Echo", [1]))
            #expect(try client.nextFrame().payload == [1])
            #expect(world.server.log.all == ["refused(Transport.RefusedConnection.plaintext, count: 1)"])
        }

        @Test(arguments: [
            ("127.0.0.1", true), ("127.255.3.4", true), ("::1", true), ("::ffff:127.0.0.1", true), ("10.0.0.1", false),
            ("192.168.1.1", false), ("128.0.0.1", false), ("0.0.0.0", false), ("::", false), ("::2", false),
            ("fe80::1", false), ("2001:db8::1", false), ("::ffff:10.0.0.1", false), ("::127.0.0.1", false),
        ]) func `only this machine's own addresses are loopback`(address: String, isLoopback: Bool) throws {
            #expect(try ListenAddress(host: address, port: 0).isLoopback() == isLoopback)
        }

        @Test func `loopback may do without TLS where that is the setting`() throws {
            let world = try SecureWorld { $0.plaintext = .loopback }
            let plain = try world.server.client()
            try plain.send(request(1, "Echo", [1]))
            #expect(try plain.nextFrame().payload == [1])
        }

        @Test func `a new certificate holds for new connections, and leaves the old ones`() throws {
            let certificates = try TestCertificates.shared.get()
            let folder = try TemporaryFiles()
            defer { folder.remove() }
            let files = TLSServerFiles(
                certificate: try folder.copy(certificates.certificate("server-expired"), as: "now.pem"),
                key: try folder.copy(certificates.key("server-expired"), as: "now.key"))
            let keys = try TLSServer(files, protocols: Server.protocols)
            var options = ServerOptions()
            options.tls = keys
            let server = try TestServer(options: options)
            let world = try SecureWorld()
            #expect(throws: RawFailure.self) { try server.client().secure(try world.tls()) }
            _ = try folder.copy(certificates.certificate("server-renewed"), as: "now.pem")
            #expect(throws: TLSError.self) { try keys.reload() }
            _ = try folder.copy(certificates.key("server-renewed"), as: "now.key")
            try keys.reload()
            let client = try server.client()
            try client.secure(try world.tls())
            try keys.reload()
            try client.send(request(1, "Echo", [1]))
            #expect(try client.nextFrame().payload == [1])
        }
    }

    @Suite struct SilenceTests {
        @Test func `whoever doesn't show in time what it is is closed, byte by byte or not at all`() throws {
            let world = try SecureWorld { $0.silenceSeconds = 1 }
            let silent = try world.server.client()
            let handshaking = try world.server.client()
            try handshaking.send([0x16, 0x03, 0x01, 0x02, 0x00, 0x01])
            let empty = try world.client(protocols: ["ttrpc/1"])
            let begun = try world.server.client()
            try begun.send(Array(request(1, "Echo", [1]).dropLast()))
            let settled = try world.client()
            try settled.send(request(1, "Echo", [1]))
            #expect(try settled.nextFrame().payload == [1])
            try settled.send(Array(request(3, "Echo", [3]).dropLast()))
            for client in [silent, handshaking, empty, begun] { #expect(try client.isClosedByServer()) }
            try settled.send([3])
            #expect(try settled.nextFrame().payload == [3])
            #expect(world.server.log.all.contains { $0.contains("RefusedConnection.silent") })
        }

        @Test func `a frame that comes byte by byte for too long closes the connection`() throws {
            let server = try TestServer { $0.partialFrameTimeoutSeconds = 1 }
            let client = try server.client()
            try client.send(request(1, "Echo", [1]))
            #expect(try client.nextFrame().payload == [1])
            let frame = request(3, "Echo", [UInt8](repeating: 3, count: 4_000))
            #expect(throws: RawFailure.self) {
                for byte in frame {
                    try client.send([byte])
                    usleep(20_000)
                }
            }
        }
    }
}
