import Foundation
import Messages
import RPCClient
import TestSupport
import Testing

/// What an operator sets, what a start refuses, and what the files look like.
@Suite struct SettingsTests {
    private static let names = [
        "listen", "data", "keys", "public-url", "services", "mail-from", "smtp-url", "smtp-ca", "shards", "readers",
        "hash-threads", "hash-queue", "hash-target-ms", "queue-target-ms", "queue-interval-ms",
        "argon2-memory-kib", "argon2-passes", "session-idle-hours", "session-absolute-hours", "password-minimum",
        "password-minimum-with-two-factor", "max-connections", "max-calls-per-connection", "idle-timeout-seconds",
        "min-ping-interval-seconds", "max-connection-age-seconds", "connection-age-grace-seconds",
        "drain-seconds", "log-level",
        "production", "plaintext", "tls-cert", "tls-key", "tls-client-ca", "tls-require-client-cert", "silence-seconds",
        "pages",
        "s3-url", "s3-bucket", "s3-region", "s3-access-key", "s3-addressing", "s3-ca", "webhook-allow", "webhook-ca",
        "watch-heartbeat-seconds", "coalesce-us", "partial-frame-timeout-seconds",
    ]

    @Test func helpListsEverySettingWithItsVariableAndDefault() throws {
        let process = try SettingsProcess()
        defer { process.discard() }
        let help = try process.run(["--help"])
        #expect(help.status == 0)
        for name in Self.names {
            #expect(help.output.contains("--\(name) "))
            #expect(
                help.output.contains("ACCOUNTD_" + name.uppercased().replacingOccurrences(of: "-", with: "_") + "\n"))
        }
        // Nothing more than those above: a new setting has to be tested too.
        let flags = help.output.split(separator: "\n").filter { $0.hasPrefix("  --") }
        #expect(flags.count == Self.names.count)
        for standard in ["[127.0.0.1:7443]", "[./data]", "[19456]", "[168]", "[720]", "[15]", "[info]"] {
            #expect(help.output.contains(standard))
        }
        for command in ["migrate", "check", "outbox", "backup FILE"] {
            #expect(help.output.contains("accountd \(command)"))
        }
    }

    @Test(arguments: [
        ("listen", "nowhere"), ("listen", "127.0.0.1:70000"), ("listen", ":7443"), ("public-url", "ftp://example.com"),
        ("public-url", "https://example.com/"), ("mail-from", "nobody"), ("shards", "0"), ("shards", "many"),
        ("readers", "17"), ("hash-threads", "0"), ("hash-queue", "0"), ("hash-target-ms", "0"),
        ("queue-target-ms", "0"),
        ("queue-interval-ms", "60001"), ("argon2-memory-kib", "1024"),
        ("argon2-passes", "0"), ("session-idle-hours", "0"), ("session-absolute-hours", "9000"),
        ("password-minimum", "7"), ("password-minimum-with-two-factor", "7"), ("max-connections", "0"),
        ("max-calls-per-connection", "-1"), ("idle-timeout-seconds", "x"), ("drain-seconds", "-1"),
        ("log-level", "loud"), ("data", ""), ("services", ""), ("smtp-url", ""), ("smtp-ca", ""),
        ("s3-url", "s3.example.com"), ("s3-url", "https://user:secret@s3.example.com"),
        ("s3-url", "https://s3.example.com/bucket"), ("s3-bucket", "Not A Bucket"), ("s3-bucket", "a/b"),
        ("webhook-allow", "10.0.0.1/8"), ("webhook-allow", "everything"), ("webhook-ca", ""),
        ("production", "yes"), ("plaintext", "sometimes"), ("tls-cert", ""), ("tls-key", ""), ("tls-client-ca", ""),
        ("tls-require-client-cert", "1"), ("silence-seconds", "0"), ("partial-frame-timeout-seconds", "0"),
        ("pages", "some"),
        ("s3-region", "a b"), ("s3-addressing", "sideways"), ("s3-access-key", "a:b"),
    ])
    func aWrongValueStopsTheStartWithItsName(name: String, value: String) throws {
        let process = try SettingsProcess()
        defer { process.discard() }
        let variable = "ACCOUNTD_" + name.uppercased().replacingOccurrences(of: "-", with: "_")
        let file = try process.write("# a comment\n\n\(name) = \(value)\n", to: "accountd.conf")
        let flag = try process.run(["serve", "--data", process.data.path, "--\(name)=\(value)"])
        #expect(flag.status == 2 && flag.output.contains("--\(name)"), "\(flag.output)")
        let environment = try process.run(["serve", "--data", process.data.path], environment: [variable: value])
        #expect(environment.status == 2 && environment.output.contains(variable), "\(environment.output)")
        let config = try process.run(["serve", "--data", process.data.path, "--config", file])
        #expect(config.status == 2 && config.output.contains("line 3"), "\(config.output)")
        #expect(config.output.contains(name))
        #expect(!FileManager.default.fileExists(atPath: process.data.path), "a refused start leaves nothing")
    }

    @Test func unknownWordsAreRefused() throws {
        let process = try SettingsProcess()
        defer { process.discard() }
        let unknown = try process.write("no-such-thing = 1\n", to: "unknown.conf")
        let malformed = try process.write("listen\n", to: "malformed.conf")
        let cases: [([String], String)] = [
            (["--no-such-thing", "1"], "--no-such-thing"), (["--shards"], "--shards"), (["dance"], "dance"),
            (["backup"], "backup"), (["serve", "now"], "serve now"), (["--config", unknown], "no-such-thing"),
            (["--config", malformed], "line 1"), (["--config", process.folder.path + "/absent"], "absent"),
        ]
        for (arguments, words) in cases {
            let run = try process.run(arguments)
            #expect(run.status == 2 && run.output.contains(words), "\(arguments): \(run.output)")
        }
        let started = try process.readyLine(
            ["--data", process.data.path, "--listen", "127.0.0.1:0"], environment: ["ACCOUNTD_NONSENSE": "1"])
        #expect(started.line.hasPrefix("accountd ready on ") && started.log.contains("ACCOUNTD_NONSENSE"))
    }

    @Test func aFlagWinsOverTheEnvironmentAndThatOverTheFile() throws {
        let process = try SettingsProcess()
        defer { process.discard() }
        let data = ["--data", process.data.path]
        let file = try process.write("listen = 127.0.0.11:0\n  shards=2  \n", to: "accountd.conf")
        let environment = ["ACCOUNTD_LISTEN": "127.0.0.12:0"]
        let fromFile = try process.readyLine(data + ["--config", file]).line
        #expect(fromFile.hasPrefix("accountd ready on 127.0.0.11:"))
        let byVariable = try process.readyLine(data, environment: ["ACCOUNTD_CONFIG": file]).line
        #expect(byVariable.hasPrefix("accountd ready on 127.0.0.11:"))
        let fromEnvironment = try process.readyLine(data + ["--config", file], environment: environment).line
        #expect(fromEnvironment.hasPrefix("accountd ready on 127.0.0.12:"))
        let fromFlag = try process.readyLine(
            data + ["--config", file, "--listen=127.0.0.13:0"], environment: environment
        ).line
        #expect(fromFlag.hasPrefix("accountd ready on 127.0.0.13:"))
        let lastFlag = try process.readyLine(data + ["--listen", "127.0.0.14:0", "--listen", "127.0.0.15:0"]).line
        #expect(lastFlag.hasPrefix("accountd ready on 127.0.0.15:"))
    }

    @Test func anAddressInUseStopsTheStart() throws {
        let server = try ServerProcess()
        defer { server.discard() }
        let process = try SettingsProcess()
        defer { process.discard() }
        let second = try process.run(["--listen", server.address, "--data", process.data.path])
        #expect(second.status == 1 && second.output.contains(server.address), "\(second.output)")
    }

    @Test func oneDataFolderHasOneServer() async throws {
        let server = try ServerProcess()
        defer { server.discard() }
        let second = try server.run(["serve", "--listen", "127.0.0.1:0"])
        #expect(second.status == 1 && second.output.contains(server.data.path), "\(second.output)")
        let migrate = try server.run(["migrate"])
        #expect(migrate.status == 1, "\(migrate.output)")
        // The first one is none the worse.
        let _: ListCategoriesResponse = try await server.client().call(
            .listCategories, ListCategoriesRequest(), options: server.asService())
    }

    @Test func onlyTheOwnerCanReadWhatTheServerWrites() async throws {
        let server = try ServerProcess()
        defer { server.discard() }
        _ = try await PrivacyJourney.run(on: server)
        let folders = ["", "keys", "mail", "bucket"].map { server.data.appendingPathComponent($0) }
        for folder in folders { #expect(SettingsProcess.mode(folder) == 0o700, "\(folder.lastPathComponent)") }
        for file in server.files where file.path.hasPrefix(server.data.path + "/") && !file.path.contains("/bucket/") {
            let expected = file.path.contains("/keys/") ? 0o400 : 0o600
            #expect(SettingsProcess.mode(file) == expected, "\(file.lastPathComponent)")
        }
    }

    @Test(arguments: [
        ("", 0o755), ("keys", 0o750), ("mail", 0o755), ("keys/wrapping-1.key", 0o444), ("keys/sealing-1.key", 0o600),
        ("service-token", 0o644),
    ])
    func whatOthersCanReadIsRefused(path: String, mode: Int) throws {
        let process = try SettingsProcess()
        defer { process.discard() }
        let arguments = ["--data", process.data.path, "--listen", "127.0.0.1:0"]
        #expect(try process.readyLine(arguments).line.hasPrefix("accountd ready on "))
        let opened = process.data.appendingPathComponent(path)
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: opened.path)
        let refused = try process.run(arguments)
        #expect(refused.status == 1 && refused.output.contains(opened.lastPathComponent), "\(refused.output)")
    }

    @Test func aMissingKeyIsNeverReplaced() throws {
        let process = try SettingsProcess()
        defer { process.discard() }
        let arguments = ["--data", process.data.path, "--listen", "127.0.0.1:0"]
        #expect(try process.readyLine(arguments).line.hasPrefix("accountd ready on "))
        let key = process.data.appendingPathComponent("keys/wrapping-1.key")
        try FileManager.default.removeItem(at: key)
        let refused = try process.run(arguments)
        #expect(refused.status == 1 && refused.output.contains("wrapping-1.key"), "\(refused.output)")
        #expect(!FileManager.default.fileExists(atPath: key.path))
    }

    @Test func theServicesListIsHeldToItsForm() throws {
        let process = try SettingsProcess()
        defer { process.discard() }
        _ = try process.write(String(repeating: "t", count: 40), to: "token")
        _ = try process.write(String(repeating: "u", count: 40), to: "open-token", mode: 0o644)
        _ = try process.write("short", to: "short-token")
        let cases = [
            ("dashboard no.such.scope token\n", "no.such.scope"), ("dashboard\n", "line 1"),
            ("dashboard accounts.read token token\n", "line 1"), ("dashboard accounts.read san=\n", "line 1"),
            ("a accounts.read san=x.example\nb accounts.read san=X.example\n", "another service's"),
            ("dashboard accounts.read absent\n", "absent"), ("dashboard accounts.read open-token\n", "open-token"),
            ("dashboard accounts.read short-token\n", "short-token"),
            ("a accounts.read token\na accounts.read token\n", "line 2"),
        ]
        for (list, words) in cases {
            let file = try process.write(list, to: "services")
            let run = try process.run(
                ["--data", process.data.path, "--listen", "127.0.0.1:0", "--services", file])
            #expect(run.status == 1 && run.output.contains(words), "\(list): \(run.output)")
        }
        let good = try process.write("# callers\n\ndashboard accounts.read,support token\n", to: "services")
        let line = try process.readyLine(
            ["--data", process.data.path, "--listen", "127.0.0.1:0", "--services", good]
        ).line
        #expect(line.hasPrefix("accountd ready on "))
    }

    @Test func migrateCheckAndBackupSayWhatTheyDid() async throws {
        let process = try SettingsProcess()
        defer { process.discard() }
        let data = ["--data", process.data.path]
        let absent = try process.run(["check"] + data)
        #expect(absent.status == 1 && !FileManager.default.fileExists(atPath: process.data.path), "\(absent.output)")
        let first = try process.run(["migrate"] + data)
        #expect(first.status == 0 && first.output.contains("schema 0 is now "), "\(first.output)")
        let second = try process.run(["migrate"] + data)
        #expect(second.status == 0 && !second.output.contains("schema 0"), "\(second.output)")
        let check = try process.run(["check"] + data)
        #expect(check.status == 0 && check.output.contains("the store is sound"), "\(check.output)")
        let copy = process.folder.appendingPathComponent("copy.sqlite")
        let backup = try process.run(["backup", copy.path] + data)
        #expect(backup.status == 0 && SettingsProcess.mode(copy) == 0o600, "\(backup.output)")
        let again = try process.run(["backup", copy.path] + data)
        #expect(again.status == 1, "an older backup is not overwritten")
        let left = try FileManager.default.contentsOfDirectory(atPath: process.folder.path).sorted()
        #expect(left == ["copy.sqlite", "data"])
    }

    @Test func checkFindsALostKeyAndABrokenFile() async throws {
        let server = try ServerProcess()
        defer { server.discard() }
        let customer = try await Customer.signUp(on: server)
        server.stop()
        #expect(try server.run(["check"]).status == 0)
        let keys = server.data.appendingPathComponent("keys.sqlite").path
        let lose = "import sqlite3,sys; s = sqlite3.connect(sys.argv[1]); s.execute('delete from keys'); s.commit()"
        _ = try runProgram(URL(fileURLWithPath: "/usr/bin/python3"), ["-c", lose, keys])
        let lost = try server.run(["check"])
        #expect(lost.status == 1 && lost.output.contains(customer.accountID), "\(lost.output)")
        let store = server.data.appendingPathComponent("accounts.sqlite")
        var bytes = try Data(contentsOf: store)
        for index in stride(from: 8_192, to: bytes.count, by: 64) { bytes[index] ^= 0xFF }
        try bytes.write(to: store)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: store.path)
        #expect(try server.run(["check"]).status == 1)
    }
}
