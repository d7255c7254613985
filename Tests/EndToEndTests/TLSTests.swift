import Foundation
import RPC
import RPCClient
import TestSupport
import Testing

/// The binary's TLS and its settings, before Python's `ssl` and OpenSSL's own client.
@Suite struct TLSTests {
    private static let calls = TestCertificates.root.appendingPathComponent("Tests/Interop/tls/calls.py")

    private let certificates: TestCertificates

    init() throws { certificates = try TestCertificates.shared.get() }

    private func server(_ arguments: [String] = []) throws -> ServerProcess {
        try ServerProcess(
            arguments: ["--tls-cert", certificates.certificate("server"), "--tls-key", certificates.key("server")]
                + arguments)
    }

    private func call(_ server: ServerProcess, _ arguments: [String] = [], authority: String = "ca") throws -> String {
        let port = try #require(server.address.split(separator: ":").last.map(String.init))
        let words = [Self.calls.path, port, certificates.certificate(authority)] + arguments
        return try runProgram(TestCertificates.python, words).output
    }

    private func shown(_ name: String) -> [String] { [certificates.certificate(name), certificates.key(name)] }

    @Test func pythonCallsOverTLSAndNothingOlderThan13IsSpoken() throws {
        let server = try server()
        defer { server.discard() }
        #expect(try call(server) == "version TLSv1.3 alpn None\nanswer 1 2 True\n")
        #expect(try call(server, ["--alpn", "ttrpc/1"]) == "version TLSv1.3 alpn ttrpc/1\nanswer 1 2 True\n")
        let page = try call(server, ["--alpn", "http/1.1", "--http", "/healthz"])
        #expect(page.hasPrefix("version TLSv1.3 alpn http/1.1\nhttp HTTP/1.1 200 OK") && page.contains("\r\n\r\nok\n"))
        #expect(try call(server, ["--tls12"]).hasPrefix("failed SSLError"))
        #expect(try call(server, authority: "other-ca").hasPrefix("failed SSLCertVerificationError"))
        #expect(server.log.contains("no TLS 1.3"))
    }

    @Test func opensslsOwnClientIsTaken() throws {
        let server = try server()
        defer { server.discard() }
        let openssl = URL(fileURLWithPath: "/usr/bin/openssl")
        let run = try runProgram(
            openssl,
            [
                "s_client", "-connect", server.address, "-CAfile", certificates.authority, "-alpn", "h2,ttrpc/1",
                "-tls1_3",
            ],
            input: "Q\n")
        #expect(run.output.contains("Verify return code: 0 (ok)"), "\(run.output)")
        #expect(run.output.contains("ALPN protocol: h2"))
        #expect(run.output.contains("TLS_AES_128_GCM_SHA256"))
    }

    @Test func clientsMustShowCertificatesWhereTheSettingSaysSo() throws {
        let server = try server(["--tls-client-ca", certificates.authority, "--tls-require-client-cert"])
        defer { server.discard() }
        #expect(try call(server, shown("client")).hasSuffix("answer 1 2 True\n"))
        for certificate in [[], shown("client-expired"), shown("client-other"), shown("client-purpose")] {
            let output = try call(server, certificate)
            #expect(output.contains("failed") && !output.contains("answer"), "\(certificate): \(output)")
        }
        for words in ["no client certificate", "client certificate expired", "client certificate not trusted"] {
            #expect(server.log.contains(words), "\(words)")
        }
        #expect(!server.log.contains("127.0.0.1:") || server.log.components(separatedBy: "127.0.0.1:").count == 2)
    }

    @Test func rpcctlCallsOverTLSAndSaysWhatIsWrong() throws {
        let server = try server(["--tls-client-ca", certificates.authority, "--tls-require-client-cert"])
        defer { server.discard() }
        let named = ProcessInfo.processInfo.environment["RPCCTL_BIN"] ?? ".build/release/rpcctl"
        let address = server.address.replacingOccurrences(of: "127.0.0.1", with: "localhost")
        func run(_ options: [String], authority: String = "ca") throws -> (status: Int32, output: String) {
            try runProgram(
                URL(fileURLWithPath: named),
                ["--ca", certificates.certificate(authority), "--address", address] + options + [
                    "--service-token", server.data.path + "/service-token", "call",
                    "NotificationsService/ListCategories",
                ])
        }
        let shown = ["--cert", certificates.certificate("client"), "--key", certificates.key("client")]
        let listed = try run(shown)
        #expect(listed.status == 0 && listed.output.contains("categories"), "\(listed.output)")
        let unknown = try run(shown, authority: "other-ca")
        #expect(unknown.status == 78 && unknown.output.contains("isn't trusted"), "\(unknown.output)")
        let nameless = try run([])
        #expect(nameless.status != 0 && !nameless.output.contains("categories"), "\(nameless.output)")
    }

    @Test func aNewCertificateIsReadOnSIGHUP() throws {
        let settings = try SettingsProcess()
        defer { settings.discard() }
        func copy(_ name: String) throws {
            for (from, to) in [(certificates.certificate(name), "now.pem"), (certificates.key(name), "now.key")] {
                _ = try settings.write(String(contentsOfFile: from, encoding: .utf8), to: to)
            }
        }
        try copy("server-expired")
        let files = ["now.pem", "now.key"].map { settings.folder.appendingPathComponent($0).path }
        let server = try ServerProcess(arguments: ["--tls-cert", files[0], "--tls-key", files[1]])
        defer { server.discard() }
        #expect(try call(server).hasPrefix("failed SSLCertVerificationError"))
        try copy("server-renewed")
        kill(server.pid, SIGHUP)
        let until = Date().addingTimeInterval(30)
        while !server.log.contains("certificates read anew"), Date() < until { usleep(20_000) }
        #expect(try call(server).hasSuffix("answer 1 2 True\n"))
    }

    @Test func plaintextIsRefusedWhereOnlyTLSIsTaken() async throws {
        let server = try server(["--plaintext", "never", "--production"])
        defer { server.discard() }
        let plain = try await server.client().call(
            service: "account.v1.NotificationsService", method: "ListCategories", payload: [],
            options: CallOptions(deadline: .seconds(20)))
        guard case .failure(let status) = plain else { throw TestFailure("plaintext was taken") }
        #expect(status.code == .unavailable, "\(status)")
        #expect(try call(server).hasSuffix("answer 1 2 True\n"))
        #expect(server.log.contains("no TLS"))
    }

    @Test func whatWouldLeaveSecretsReadableDoesNotStart() throws {
        let settings = try SettingsProcess()
        defer { settings.discard() }
        let own = ["--tls-cert", certificates.certificate("server"), "--tls-key"]
        let key = try String(contentsOfFile: certificates.key("server"), encoding: .utf8)
        let open = try settings.write(key, to: "open.key", mode: 0o644)
        let garbage = try settings.write("no key\n", to: "garbage.key")
        let everywhere = ["--listen", "0.0.0.0:0"]
        let refused: [([String], String)] = [
            (everywhere, "tls-cert"), (everywhere + ["--production"], "tls-cert"),
            (["--listen", "[::]:0"], "tls-cert"),
            (["--production", "--plaintext", "anywhere"], "plaintext"), (["--plaintext", "never"], "tls-cert"),
            (["--tls-key", certificates.key("server")], "tls-cert"),
            (["--tls-cert", certificates.certificate("server")], "tls-key"),
            (["--tls-client-ca", certificates.authority], "tls-cert"),
            (own + [certificates.key("server"), "--tls-require-client-cert"], "tls-client-ca"),
            (own + [open], "open.key"), (own + [garbage], "garbage.key"), (own + ["/absent.key"], "absent.key"),
            (own + [certificates.key("client")], "client.key"),
        ]
        for (arguments, words) in refused {
            let run = try settings.run(["--listen", "127.0.0.1:0", "--data", settings.data.path] + arguments)
            #expect(run.status == 1 && run.output.contains(words), "\(arguments): \(run.output)")
            #expect(!FileManager.default.fileExists(atPath: settings.data.path), "a refused start leaves nothing")
        }
        let taken = [
            everywhere + ["--plaintext", "anywhere"], ["--production"],
            everywhere + own + [certificates.key("server"), "--production", "true"],
        ]
        for arguments in taken {
            let line = try settings.readyLine(["--listen", "127.0.0.1:0", "--data", settings.data.path] + arguments)
                .line
            #expect(line.hasPrefix("accountd ready on "), "\(arguments)")
        }
    }
}
