import Foundation
import TestSupport
import Testing

/// rpcload against the real server.
@Suite(.serialized) struct LoadTests {
    private static let scenarios = TestCertificates.root.appendingPathComponent("Tools/rpcload/scenarios")
    private let certificates: TestCertificates

    init() throws { certificates = try TestCertificates.shared.get() }

    private struct Finished: @unchecked Sendable {
        let status: Int32
        let output: String
        /// JSON, which nobody changes.
        let report: [String: Any]

        func series(_ name: String) throws -> [String: Any] {
            let all = try #require(report["series"] as? [[String: Any]])
            return try #require(all.first { $0["name"] as? String == name }, "\(name)")
        }
    }

    private func server() throws -> ServerProcess {
        try ServerProcess(
            arguments: ["--tls-cert", certificates.certificate("server"), "--tls-key", certificates.key("server")])
    }

    /// The certificate's name is localhost.
    private func rpcload(_ command: [String], _ server: ServerProcess) throws -> (status: Int32, output: String) {
        let named = ProcessInfo.processInfo.environment["RPCLOAD_BIN"] ?? ".build/release/rpcload"
        let address = server.address.replacingOccurrences(of: "127.0.0.1", with: "localhost")
        return try runProgram(
            URL(fileURLWithPath: named),
            command + ["--addr", address, "--service-token", server.data.path + "/service-token"])
    }

    private func run(_ scenario: String, _ server: ServerProcess, _ options: [String]) throws -> Finished {
        let json = server.data.appendingPathComponent("report-\(UUID().uuidString).json")
        let finished = try rpcload(
            ["run", Self.scenarios.appendingPathComponent(scenario).path, "--quiet", "--json", json.path] + options,
            server)
        let data = (try? Data(contentsOf: json)) ?? Data("{}".utf8)
        let report = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
        return Finished(status: finished.status, output: finished.output, report: report)
    }

    @Test func everyFaceIsLoadedInTheClearAndOverTLS() throws {
        let server = try server()
        defer { server.discard() }
        let accounts = server.data.appendingPathComponent("accounts").path
        let made = try rpcload(["accounts", "--count", "3", "--data", server.data.path, "--out", accounts], server)
        #expect(made.status == 0 && made.output.contains("3/3 accounts"), "\(made.output)")
        for face in ["ttrpc", "grpc"] {
            for tls in [[], ["--ca", certificates.authority]] {
                let finished = try run(
                    "settings-page.json", server,
                    [
                        "--face", face, "--accounts-file", accounts, "--connections", "2", "--in-flight", "4",
                        "--calls", "1000", "--warm-up", "0", "--server-pid", "\(server.pid)",
                    ] + tls)
                #expect(finished.status == 0, "\(finished.output)")
                let total = try #require(finished.report["total"] as? [String: Any], "\(finished.output)")
                #expect(total["calls"] as? Int == 1_000, "\(face) \(tls): \(finished.output)")
                #expect(total["errors"] as? Int == 0, "\(face) \(tls): \(finished.output)")
                // The mix's weights.
                for (name, calls) in [("validate", 900), ("account", 50), ("activity", 30), ("rename", 20)] {
                    #expect(try finished.series(name)["calls"] as? Int == calls, "\(face) \(tls)")
                }
                let process = try #require(finished.report["serverProcess"] as? [String: Any])
                #expect((process["peakResidentBytes"] as? Int ?? 0) > 0)
            }
        }
    }

    /// Set-up over the wire, then visits whose later steps use what the first was told: were it not, they would be refused.
    @Test func customersVisitWithTheirOwnSessions() throws {
        let server = try server()
        defer { server.discard() }
        for face in ["ttrpc", "grpc"] {
            let finished = try run(
                "visit.json", server,
                [
                    "--face", face, "--data", server.data.path, "--accounts", "2", "--connections", "1", "--in-flight",
                    "2", "--calls", "6", "--warm-up", "0",
                ])
            #expect(finished.status == 0, "\(finished.output)")
            for name in ["visit", "visit › SignIn", "visit › UpdateProfile", "visit › SignOut"] {
                let series = try finished.series(name)
                #expect(
                    series["succeeded"] as? Int == 6 && series["errors"] as? Int == 0, "\(face): \(finished.output)")
            }
        }
    }

    /// Streams and pauses: what the first stream's messages say, the second goes on from.
    @Test func customersWatchAndThinkBetween() throws {
        let server = try server()
        defer { server.discard() }
        for face in ["ttrpc", "grpc"] {
            let finished = try run(
                "settings-visit.json", server,
                [
                    "--face", face, "--data", server.data.path, "--accounts", "2", "--connections", "2", "--in-flight",
                    "2", "--calls", "6", "--warm-up", "0", "--threads", "2",
                ])
            #expect(finished.status == 0, "\(finished.output)")
            let total = try #require(finished.report["total"] as? [String: Any], "\(finished.output)")
            #expect(total["calls"] as? Int == 24 && total["errors"] as? Int == 0, "\(face): \(finished.output)")
            for name in [
                "visit", "visit › watch", "visit › watch › first message", "visit › change", "visit › watch on",
                "visit › watch on › first message",
            ] {
                let series = try finished.series(name)
                #expect(series["succeeded"] as? Int == 6, "\(face) \(name): \(finished.output)")
            }
        }
    }

    /// Until so many connections of a face are open.
    private func waitForConnections(_ count: Int, _ face: String, _ server: ServerProcess) async throws {
        for _ in 0..<300 {
            let (_, page) = try runProgram(
                URL(fileURLWithPath: "/usr/bin/curl"), ["-sS", "http://\(server.address)/metrics"])
            let open = page.split(separator: "\n").filter {
                $0.hasPrefix("accountd_connections{") && $0.contains("face=\"\(face)\"")
            }.compactMap { $0.split(separator: " ").last.flatMap { Int($0) } }
            if open.reduce(0, +) >= count { return }
            try await Task.sleep(for: .milliseconds(200))
        }
        throw TestFailure("\(count) connections of \(face) were not opened")
    }

    /// What was under way when it went is lost; what was due while it was away is made up for.
    @Test(arguments: ["ttrpc", "grpc"])
    func aServerMayGoAndComeBack(_ face: String) async throws {
        let server = try server()
        defer { server.discard() }
        let accounts = server.data.appendingPathComponent("accounts").path
        let made = try rpcload(["accounts", "--count", "3", "--data", server.data.path, "--out", accounts], server)
        #expect(made.status == 0, "\(made.output)")
        let options = [
            "--face", face, "--accounts-file", accounts, "--connections", "4", "--threads", "2", "--rate", "200",
            "--seconds", "6", "--warm-up", "0", "--grace", "60",
        ]
        let running = Task.detached { try run("validate.json", server, options) }
        try await waitForConnections(4, face == "grpc" ? "http2" : face, server)
        server.kill9()
        try await Task.sleep(for: .seconds(1))
        try server.start(listen: server.address)
        let finished = try await running.value
        #expect(finished.status == 0, "\(finished.output)")
        let total = try #require(finished.report["total"] as? [String: Any], "\(finished.output)")
        #expect(total["calls"] as? Int == 1_200, "\(finished.output)")
        let codes = try #require(total["codes"] as? [String: Int])
        #expect(Set(codes.keys).isSubset(of: ["CONNECTION_LOST"]), "\(finished.output)")
        let generator = try #require(finished.report["generator"] as? [String: Any])
        #expect((generator["connectionsLost"] as? Int ?? 0) >= 4, "\(finished.output)")
        let timeline = try #require(finished.report["timeline"] as? [[String: Any]])
        #expect(timeline.suffix(2).contains { ($0["succeeded"] as? Int ?? 0) > 100 }, "\(finished.output)")
    }

    @Test func anOpenLoopKeepsItsRateAndFilesAreWritten() throws {
        let server = try server()
        defer { server.discard() }
        let files = ["csv", "hgrm", "html"].map { server.data.appendingPathComponent("out.\($0)").path }
        let finished = try run(
            "validate.json", server,
            [
                "--data", server.data.path, "--accounts", "1", "--rate", "100x1,200x1", "--warm-up", "0.5", "--csv",
                files[0], "--hgrm", files[1], "--html", files[2], "--slo", "errors<0.1%,p99<60s",
            ])
        #expect(finished.status == 0, "\(finished.output)")
        let phases = try #require(finished.report["phases"] as? [[String: Any]])
        #expect(phases.map { $0["calls"] as? Int } == [100, 200])
        for file in files { #expect((try? String(contentsOfFile: file, encoding: .utf8))?.isEmpty == false, "\(file)") }
    }

    @Test func theExitStatusTellsOfAMissedObjective() throws {
        let server = try server()
        defer { server.discard() }
        let options = ["--data", server.data.path, "--accounts", "1", "--calls", "20", "--warm-up", "0"]
        let missed = try run("validate.json", server, options + ["--slo", "p50<1ns"])
        #expect(missed.status == 2 && missed.output.contains("MISSED p50<1ns"), "\(missed.output)")
        let wrong = try run("validate.json", server, options + ["--slo", "nobody/p99<5ms"])
        #expect(wrong.status == 1 && wrong.output.contains("there is no “nobody”"), "\(wrong.output)")
        let absent = try run("absent.json", server, options)
        #expect(absent.status == 1 && absent.output.contains("absent.json can't be read"), "\(absent.output)")
    }

    @Test func theSearchFindsARate() throws {
        let server = try server()
        defer { server.discard() }
        let finished = try rpcload(
            [
                "search", Self.scenarios.appendingPathComponent("validate.json").path, "--data", server.data.path,
                "--accounts", "1", "--slo", "errors<1%", "--from", "50", "--to", "100", "--seconds", "0.5", "--warm-up",
                "0",
            ], server)
        #expect(finished.status == 0 && finished.output.contains("100/s keeps errors<1%"), "\(finished.output)")
    }
}
