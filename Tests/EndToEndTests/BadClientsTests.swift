import Foundation
import TestSupport
import Testing

/// Clients that mean harm (`Tests/Interop/hostile`), one kind after the other, against one server. Each is sent away or refused, a
/// call beside it is answered all along, and what it cost comes back.
@Suite(.serialized) struct BadClientsTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private static var python: URL {
        let named = ProcessInfo.processInfo.environment["ACCOUNTD_PYTHON"]
        return named.map { URL(fileURLWithPath: $0) } ?? root.appendingPathComponent(".venv/bin/python")
    }

    static let cases = [
        "rapid_reset", "continuation_flood", "hpack_nonsense", "settings_flood", "ping_flood", "window_overflow",
        "zero_window", "data_nowhere", "frames_of_no_size", "slowloris", "half_open", "connect_and_reset", "ids_reused",
        "tls_garbage", "frames_at_random",
    ]

    @Test func `a bad client is sent away, the others are answered, and nothing is left of it`() throws {
        let certificates = try TestCertificates.shared.get()
        let server = try ServerProcess(
            arguments: [
                "--tls-cert", certificates.certificate("server"), "--tls-key", certificates.key("server"),
                "--silence-seconds", "3",
            ])
        defer { server.discard() }
        // What memory a first round makes the server keep is no leak.
        try run(["connect_and_reset", "rapid_reset", "tls_garbage"], against: server)
        let memory = try residentBytes(of: server)
        for name in Self.cases {
            let descriptors = try descriptorCount(of: server)
            try run([name], against: server)
            try eventually("\(name): the descriptors come back") {
                try descriptorCount(of: server) <= descriptors + 8
            }
            let grown = try residentBytes(of: server) - memory
            #expect(grown < 64 << 20, "\(name): \(grown >> 20) MiB more")
        }
        let lines = server.log.split(separator: "\n").count
        // A line a second for each reason, and no more: not one for each connection.
        #expect(lines < 1_000, "\(lines) lines: \(server.log.prefix(2_000))")
        #expect(server.stop() == 0)
    }

    private func run(_ names: [String], against server: ServerProcess) throws {
        let script = Self.root.appendingPathComponent("Tests/Interop/hostile/bad_clients.py")
        let token = server.data.appendingPathComponent("service-token")
        let (status, output) = try runProgram(Self.python, [script.path, server.address, token.path] + names)
        print(output)
        #expect(status == 0 && output.hasSuffix("passed\n"), "\(names): \(output)")
    }

    private func descriptorCount(of server: ServerProcess) throws -> Int {
        try FileManager.default.contentsOfDirectory(atPath: "/proc/\(server.pid)/fd").count
    }

    private func eventually(_ what: String, _ condition: () throws -> Bool) throws {
        let until = Date().addingTimeInterval(60)
        while try !condition() {
            guard Date() < until else { throw TestFailure("not in time: \(what)") }
            usleep(50_000)
        }
    }
}
