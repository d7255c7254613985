import RPC
import TLS
import TestSupport
import Testing
import Transport

@testable import RPCClient

/// The client over TLS, with a server of ours.
@Suite(.timeLimit(.minutes(5))) struct SecureTests {
    private let certificates: TestCertificates

    init() throws { certificates = try TestCertificates.shared.get() }

    private func serve(_ certificate: String = "server", asksClients: Bool = false) throws -> (Server, Endpoint) {
        var files = TLSServerFiles(
            certificate: certificates.certificate(certificate), key: certificates.key(certificate))
        files.clientAuthorities = asksClients ? certificates.authority : nil
        files.requiresClientCertificate = asksClients
        var options = Transport.ServerOptions()
        options.tls = try TLSServer(files, protocols: Server.protocols)
        let table = MethodTable([
            MethodEntry(
                service: "test.v1.Echo", method: "Say",
                handler: .deferred { call, responder in responder.respond(call.payload) }),
            MethodEntry(
                service: "test.v1.Echo", method: "Watch", isServerStreaming: true,
                handler: .deferred { _, responder in
                    for number in 0..<200 {
                        _ = responder.send([UInt8](repeating: UInt8(number), count: 40_000))
                    }
                    responder.finish()
                }),
        ])
        let server = try Server(listen: ListenAddress(host: "127.0.0.1", port: 0), options: options, table: table)
        guard let endpoint = Endpoint("localhost:\(server.address.port)") else { throw SetupFailure() }
        return (server, endpoint)
    }

    private func client(
        _ endpoint: Endpoint, _ certificate: String? = nil, authority: String = "ca", attempts: Int = 1
    ) throws -> Client {
        var files = TLSClientFiles()
        files.authorities = certificates.certificate(authority)
        files.certificate = certificate.map(certificates.certificate)
        files.key = certificate.map(certificates.key)
        var options = ClientOptions.quick
        options.maxAttempts = attempts
        options.connectTimeoutMs = 20_000
        options.tls = try TLSClient(files, protocols: ["ttrpc/1"])
        return Client(endpoint, options: options)
    }

    @Test func callsOfEverySizeAndStreamsGoOverTLS() async throws {
        let (server, endpoint) = try serve()
        defer { server.stop(drainSeconds: 0) }
        let client = try client(endpoint)
        for count in [0, 1, 16_384, 70_000, 4_000_000] {
            let payload = [UInt8](repeating: 7, count: count)
            #expect(await client.echo(payload) == .success(payload))
        }
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<200 {
                group.addTask {
                    let payload = [UInt8](repeating: UInt8(number), count: 20_000)
                    #expect(await client.echo(payload) == .success(payload))
                }
            }
        }
        var count = 0
        for try await message in client.stream(service: "test.v1.Echo", method: "Watch", payload: []) {
            #expect(message == [UInt8](repeating: UInt8(count), count: 40_000))
            count += 1
        }
        #expect(count == 200)
    }

    @Test(arguments: [
        ("server", "other-ca", "isn't trusted"), ("server-expired", "ca", "expired"),
        ("server-elsewhere", "ca", "another name"),
    ]) func aServerThatCanNotBeTrustedIsNotCalled(certificate: String, authority: String, words: String) async throws {
        let (server, endpoint) = try serve(certificate)
        defer { server.stop(drainSeconds: 0) }
        let status = try await client(endpoint, authority: authority).echo().status
        #expect(status?.code == .unavailable)
        #expect(status?.message.contains(words) == true, "\(String(describing: status))")
    }

    @Test func aCertificateIsShownWhereTheServerAsksForOne() async throws {
        let (server, endpoint) = try serve(asksClients: true)
        defer { server.stop(drainSeconds: 0) }
        #expect(try await client(endpoint, "client").echo([1]) == .success([1]))
        let status = try await client(endpoint).echo([1]).status
        #expect(status?.code == .unavailable)
    }

    @Test func aServerWithoutTLSIsSaidToHaveNone() async throws {
        let server = try ScriptedServer { peer, _ in
            _ = peer.nextFrame()
            peer.send([0, 0, 0, 0, 0, 0, 0, 1, 2, 0])
        }
        defer { server.stop() }
        let status = try await client(server.endpoint).echo().status
        #expect(status?.code == .unavailable, "\(String(describing: status))")
    }
}
