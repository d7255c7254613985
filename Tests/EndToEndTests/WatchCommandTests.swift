import Foundation
import Messages
import TestSupport
import Testing

/// What `rpcctl watch` prints.
@Suite(.serialized) struct WatchCommandTests {
    /// One running `rpcctl watch`, its lines read as they come.
    private struct Command {
        let process: ChildProcess
        let output: ChildPipe

        init(_ server: ServerProcess, _ arguments: [String]) throws {
            let named = ProcessInfo.processInfo.environment["RPCCTL_BIN"] ?? ".build/release/rpcctl"
            output = try ChildPipe()
            process = try ChildProcess(
                named,
                ["watch"] + arguments + [
                    "--address", server.address, "--service-token",
                    server.data.appendingPathComponent("service-token").path,
                ], environment: ProcessInfo.processInfo.environment, input: STDIN_FILENO, output: output.writing,
                errors: STDERR_FILENO)
            Glibc.close(output.writing)
        }

        func message() throws -> [String: Any] {
            let line = try #require(output.readLine(), "rpcctl ended: \(process.isRunning)")
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
            return try #require(object as? [String: Any])
        }

        func end() {
            process.send(SIGKILL)
            process.waitUntilExit()
            Glibc.close(output.reading)
        }
    }

    @Test func eachMessageIsALineThatCanBeResumedFrom() async throws {
        let server = try ServerProcess()
        defer { server.discard() }
        let customer = try await Customer.signUp(on: server)
        let ids = try await server.driverSessions(2, of: customer)
        let watching = try Command(server, ["revocations"])
        let start = try #require(try watching.message()["cursor"] as? String)
        try await server.end(ids, of: customer)
        var told: [String] = []
        while told.count < 2 {
            let rows = try #require(try watching.message()["revocations"] as? [[String: Any]])
            told += rows.compactMap { $0["id"] as? String }
        }
        #expect(told == ids)
        let resumed = try Command(server, ["revocations", "--cursor", start])
        defer { resumed.end() }
        let first = try #require(try resumed.message()["revocations"] as? [[String: Any]])
        #expect(first.first?["id"] as? String == ids[0])
        #expect(first.first?["kind"] as? String == "REVOCATION_KIND_DRIVER_SESSION")

        let token = server.data.deletingLastPathComponent().appendingPathComponent("token-\(UUID().uuidString)")
        try customer.sessionToken.write(to: token, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(at: token) }
        let activity = try Command(server, ["activity", "--token", token.path])
        #expect(try activity.message()["cursor"] is String)
        let _: UpdateProfileResponse = try await customer.call(
            .updateProfile, UpdateProfileRequest(displayName: "Noor"))
        let news = try #require(try activity.message()["activities"] as? [[String: Any]])
        #expect(news.map { $0["kind"] as? String } == ["profile.updated"])

        // 64 and UNAVAILABLE.
        #expect(server.stop() == 0)
        for command in [watching, activity] {
            #expect(command.process.waitUntilExit() == 78)
            Glibc.close(command.output.reading)
        }
    }
}
