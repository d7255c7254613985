import Foundation
import Messages
import RPCClient
import TestSupport
import Testing

/// The settings of the bucket: the secret stays one, and what is wrong with the rest is said while accounts are served.
@Suite struct BucketSettingsTests {
    private static let secret = "A-secret-that-no-output-may-hold"

    private func file(_ process: SettingsProcess, _ more: String = "") throws -> String {
        try process.write(
            """
            s3-url = http://127.0.0.1:9
            s3-bucket = recordings
            s3-access-key = test
            s3-secret-key = \(Self.secret)
            \(more)
            """, to: "accountd.conf")
    }

    @Test func theSecretIsNoFlagAndNeverShown() throws {
        let process = try SettingsProcess()
        defer { process.discard() }
        let flag = try process.run(["serve", "--data", process.data.path, "--s3-secret-key", Self.secret])
        #expect(flag.status == 2)
        #expect(flag.output.contains("ACCOUNTD_S3_SECRET_KEY"))
        #expect(!flag.output.contains(Self.secret))
        let help = try process.run(["--help"], environment: ["ACCOUNTD_S3_SECRET_KEY": Self.secret])
        #expect(help.output.contains("ACCOUNTD_S3_SECRET_KEY\n"))
        #expect(!help.output.contains("--s3-secret-key"))
        #expect(!help.output.contains(Self.secret))
        let wrong = try process.run(
            ["serve", "--data", process.data.path], environment: ["ACCOUNTD_S3_SECRET_KEY": "\(Self.secret) "])
        #expect(wrong.status == 2)
        #expect(!wrong.output.contains(Self.secret))
    }

    @Test(arguments: ["s3-bucket", "s3-access-key", "s3-secret-key"])
    func aSettingThatIsMissingBesideTheEndpointStopsTheStart(_ name: String) throws {
        let process = try SettingsProcess()
        defer { process.discard() }
        var settings = [
            "ACCOUNTD_S3_URL": "http://127.0.0.1:9", "ACCOUNTD_S3_BUCKET": "recordings",
            "ACCOUNTD_S3_ACCESS_KEY": "test",
            "ACCOUNTD_S3_SECRET_KEY": Self.secret,
        ]
        settings["ACCOUNTD_" + name.uppercased().replacingOccurrences(of: "-", with: "_")] = nil
        let start = try process.run(
            ["serve", "--listen", "127.0.0.1:0", "--data", process.data.path], environment: settings)
        #expect(start.status == 1)
        #expect(start.output.contains(name))
        #expect(!start.output.contains(Self.secret))
    }

    @Test func anUnreachableBucketIsNamedInTheLogAndAccountsAreServed() async throws {
        let process = try SettingsProcess()
        defer { process.discard() }
        let server = try ServerProcess(arguments: ["--config", try file(process)])
        defer { server.discard() }
        _ = try await PrivacyJourney.run(on: server)
        for _ in 0..<100 where !server.log.contains("s3-url") { try await Task.sleep(for: .milliseconds(100)) }
        let line = server.log.split(separator: "\n").first { $0.contains("the bucket can't be used") }
        #expect(line?.contains("s3-url") == true)
        #expect(!server.log.contains(Self.secret))
        for file in server.files {
            #expect(try Data(contentsOf: file).range(of: Data(Self.secret.utf8)) == nil, "\(file.lastPathComponent)")
        }
    }
}
