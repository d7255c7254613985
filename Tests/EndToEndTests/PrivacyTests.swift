import Foundation
import Messages
import RPC
import RPCClient
import TestSupport
import Testing

/// No caller's address anywhere, no secret in any log or file.
@Suite struct PrivacyTests {
    private static let caller = "127.0.0.77"

    @Test func noFileAndNoLogLineHoldsACallersAddress() async throws {
        let server = try ServerProcess(arguments: ["--log-level", "debug"])
        defer { server.discard() }
        let proxy = try PrivacyProxy(to: server.address, from: Self.caller)
        defer { proxy.close() }
        guard let endpoint = Endpoint(proxy.address) else { throw TestFailure("the proxy has no address") }
        var options = ClientOptions()
        options.maxAttempts = 1
        let client = Client(endpoint, options: options)
        _ = try await PrivacyJourney.run(on: server, client: client)
        #expect(proxy.seenSources == [Self.caller])
        try await garbage(to: proxy.address)
        client.close()
        try await Task.sleep(for: .milliseconds(300))
        let search = PrivacySearch(["address": Self.caller])
        #expect(search.finds(in: server.files) == [])
        #expect(!server.log.contains("4d00007f") && !server.log.contains("7f00004d"))
        #expect(try addressesInRows(of: server) == [])
        server.stop()
        #expect(search.finds(in: server.files) == [])
    }

    @Test func noSecretIsEverLoggedOrStored() async throws {
        let server = try ServerProcess(arguments: ["--log-level", "debug"])
        defer { server.discard() }
        let journey = try await PrivacyJourney.run(on: server)
        try await Task.sleep(for: .milliseconds(500))
        let log = Data(server.log.utf8)
        #expect(!log.isEmpty)
        #expect(PrivacySearch(journey.secrets).finds(in: log, named: "log") == [])
        #expect(PrivacySearch(journey.personal).finds(in: log, named: "log") == [])
        let logged = server.log.split(separator: "\n").filter { $0.contains("@") }
        #expect(logged == [])

        // Links are in the mails they were sent by, the service's token in its own file, and nowhere else.
        let stores = server.files.filter {
            !$0.path.contains("/mail/") && $0.lastPathComponent != "service-token" && !$0.path.contains("/bucket/")
        }
        #expect(stores.contains { $0.pathExtension == "sqlite" })
        #expect(PrivacySearch(journey.secrets).finds(in: stores) == [])
        #expect(PrivacySearch(journey.personal).finds(in: stores) == [])
    }

    @Test func theSearchFindsWhatIsThere() async throws {
        let search = PrivacySearch(["name": "Xanthippe Quellwasser"])
        let encoded = Data("before Xanthippe Quellwasser after".utf8).base64EncodedString()
        let forms = [
            "…Xanthippe Quellwasser…", "XANTHIPPE QUELLWASSER", "Xanthippe=\r\n Quellwas=\r\nser", encoded,
            "x" + encoded,
        ]
        for form in forms { #expect(search.finds(in: Data(form.utf8), named: "form") == ["form: name"]) }
        #expect(search.finds(in: Data("Xanthippe Quellwasse".utf8), named: "form") == [])
    }

    /// Neither a text column nor a blob: the four bytes, or the sixteen of the address mapped to IPv6.
    private func addressesInRows(of server: ServerProcess) throws -> [String] {
        let script = """
            import sqlite3, sys
            needles = [bytes([127, 0, 0, 77]), bytes(10) + b"\\xff\\xff" + bytes([127, 0, 0, 77]), b"127.0.0.77"]
            store = sqlite3.connect("file:" + sys.argv[1] + "?mode=ro", uri=True)
            for (table,) in store.execute("select name from sqlite_master where type = 'table'").fetchall():
                for row in store.execute(f'select * from "{table}"'):
                    for value in row:
                        value = value.encode() if isinstance(value, str) else value
                        # Sealed and hashed values hold any four bytes by chance; an address would stand by itself.
                        if isinstance(value, bytes) and (value in needles or b"127.0.0.77" in value):
                            print(table)
                        if value in (0x7F00004D, 0x4D00007F):
                            print(table)
            """
        let store = server.data.appendingPathComponent("accounts.sqlite").path
        let result = try runProgram(URL(fileURLWithPath: "/usr/bin/python3"), ["-c", script, store])
        guard result.status == 0 else { throw TestFailure(result.output) }
        return result.output.split(separator: "\n").map(String.init)
    }

    /// What is no ttrpc at all must not be logged with its sender either.
    private func garbage(to address: String) async throws {
        guard let endpoint = Endpoint(address) else { return }
        let handle = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(handle) }
        var target = sockaddr_in()
        target.sin_family = sa_family_t(AF_INET)
        target.sin_port = endpoint.port.bigEndian
        inet_pton(AF_INET, endpoint.host, &target.sin_addr)
        let status = withUnsafePointer(to: &target) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(handle, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        #expect(status == 0)
        let request = "GET / HTTP/1.1\r\nHost: example.com\r\n\r\n"
        #expect(send(handle, request, request.utf8.count, Int32(MSG_NOSIGNAL)) > 0)
        try await Task.sleep(for: .milliseconds(100))
    }
}
