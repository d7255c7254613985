import Delivery
import Domain
import Glibc
import Load
import Transport

/// Everything an operator can set. Later wins: default, file, environment, flag.
struct Settings: Sendable {
    var listen = "127.0.0.1:7443"
    var production = false
    var plaintext = "loopback"
    var tlsCertificate = ""
    var tlsKey = ""
    var tlsClientCA = ""
    var tlsRequireClientCertificate = false
    var pages = "all"
    var data = "./data"
    var keys = ""
    var publicURL = ""
    var services = ""
    var mailFrom = "Account settings <no-reply@localhost>"
    var smtpURL = ""
    var smtpCA = ""
    var s3URL = ""
    var s3Bucket = ""
    var s3Region = "us-east-1"
    var s3AccessKey = ""
    var s3SecretKey = ""
    var s3Addressing = "auto"
    var s3CA = ""
    var webhookAllow = ""
    var webhookCA = ""
    var shards = 1
    var coalesceMicroseconds = 100
    var readers = 2
    var hashThreads = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    var hashQueue = 256
    var hashTargetMs = 2_000
    var queueTargetMs = 50
    var queueIntervalMs = 100
    var argon2MemoryKiB = 19_456
    var argon2Passes = 2
    var sessionIdleHours = 7 * 24
    var sessionAbsoluteHours = 30 * 24
    var passwordMinimum = 15
    var passwordMinimumWithTwoFactor = 8
    var maxConnections = 16_384
    var maxCallsPerConnection = 1_024
    var minPingIntervalSeconds = 10
    var maxConnectionAgeSeconds = 0
    var connectionAgeGraceSeconds = 60
    var idleTimeoutSeconds = 0
    var silenceSeconds = 10
    var partialFrameTimeoutSeconds = 30
    var drainSeconds = 10
    var watchHeartbeatSeconds = 10
    var logLevel = "info"

    var policy: Policy {
        var policy = Policy()
        policy.sessionIdle = .hours(Int64(sessionIdleHours))
        policy.sessionAbsolute = .hours(Int64(sessionAbsoluteHours))
        policy.passwordMinimum = passwordMinimum
        policy.passwordMinimumWithTwoFactor = passwordMinimumWithTwoFactor
        policy.webhookAllow = AddressRange.list(webhookAllow) ?? []
        policy.publicURL = publicURL.isEmpty ? "http://\(listen)" : publicURL
        return policy
    }
}

extension Settings {
    var hashRules: QueueRules {
        let target = Int64(hashTargetMs) * 1_000_000
        return QueueRules(limit: hashQueue, target: target, interval: target * 2, share: 2 * hashThreads)
    }
}

/// One line for the operator: which setting, and what it takes.
struct SettingsError: Error { let message: String }

/// A setting's one declaration: `--help`, the flag, `ACCOUNTD_…` and the file's key all come from it.
struct Setting: Sendable {
    let name: String
    let placeholder: String
    let help: String
    let assign: @Sendable (inout Settings, String) -> Bool
    let show: @Sendable (Settings) -> String
    /// Not taken from a command line, which every user of the machine can read, and never shown.
    var isSecret = false
    /// On or off; its flag alone is on.
    var isSwitch = false

    var flag: String { "--\(name)" }
    var variable: String {
        "ACCOUNTD_" + String(name.map { $0 == "-" ? "_" : Character($0.uppercased()) })
    }

    func apply(_ value: String, to settings: inout Settings, from source: String) throws(SettingsError) {
        guard assign(&settings, value) else {
            throw SettingsError(message: "\(source): \(name) takes \(placeholder): \(help)")
        }
    }

    static func text(
        _ name: String, _ path: any WritableKeyPath<Settings, String> & Sendable, _ placeholder: String, _ help: String,
        _ isRight: @escaping @Sendable (String) -> Bool = { !$0.isEmpty }
    ) -> Setting {
        Setting(
            name: name, placeholder: placeholder, help: help,
            assign: { settings, value in
                guard isRight(value) else { return false }
                settings[keyPath: path] = value
                return true
            }, show: { $0[keyPath: path] })
    }

    static func secret(
        _ name: String, _ path: any WritableKeyPath<Settings, String> & Sendable, _ help: String
    ) -> Setting {
        Setting(
            name: name, placeholder: "SECRET", help: "\(help); not as a flag",
            assign: { settings, value in
                guard !value.isEmpty, value.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return false }
                settings[keyPath: path] = value
                return true
            }, show: { _ in "" }, isSecret: true)
    }

    static func isSwitch(_ name: String) -> Bool { all.contains { $0.isSwitch && $0.name == name } }

    static func isOn(
        _ name: String, _ path: any WritableKeyPath<Settings, Bool> & Sendable, _ help: String
    ) -> Setting {
        Setting(
            name: name, placeholder: "true|false", help: "\(help); the flag alone: true",
            assign: { settings, value in
                guard let isOn = Bool(value) else { return false }
                settings[keyPath: path] = isOn
                return true
            }, show: { String($0[keyPath: path]) }, isSwitch: true)
    }

    static func number(
        _ name: String, _ path: any WritableKeyPath<Settings, Int> & Sendable, _ range: ClosedRange<Int>, _ help: String
    ) -> Setting {
        Setting(
            name: name, placeholder: "\(range.lowerBound)…\(range.upperBound)", help: help,
            assign: { settings, value in
                guard let number = Int(value), range.contains(number) else { return false }
                settings[keyPath: path] = number
                return true
            }, show: { String($0[keyPath: path]) })
    }

    static let all: [Setting] = [
        .text("listen", \.listen, "HOST:PORT", "address to serve on; port 0 takes a free one") { isAddress($0) },
        .isOn("production", \.production, "refuses settings under which secrets cross a network in the clear"),
        .text(
            "plaintext", \.plaintext, "never|loopback|anywhere",
            "who may connect without TLS; in production not anywhere"
        ) { Plaintext(rawValue: $0) != nil },
        .text(
            "tls-cert", \.tlsCertificate, "FILE", "certificate chain (PEM) to speak TLS 1.3 with; read anew on SIGHUP"),
        .text("tls-key", \.tlsKey, "FILE", "its key (PEM), readable by the server's user only"),
        .text("tls-client-ca", \.tlsClientCA, "FILE", "authorities (PEM) that clients' certificates may come from"),
        .isOn("tls-require-client-cert", \.tlsRequireClientCertificate, "whether clients over TLS must show one"),
        .text(
            "pages", \.pages, "all|health|none",
            "which pages GET answers, to anybody who may connect: /healthz, and /metrics with all"
        ) { ["all", "health", "none"].contains($0) },
        .text("data", \.data, "FOLDER", "where accounts, keys and mail are kept; made 0700 at the first start"),
        .text(
            "keys", \.keys, "FOLDER",
            "where the server's own keys are kept, 0400 in a folder 0700; default: the data folder's keys/"),
        .text("public-url", \.publicURL, "URL", "what links in mails start with; default: the address served on") {
            ($0.hasPrefix("https://") || $0.hasPrefix("http://")) && !$0.hasSuffix("/")
                && !$0.utf8.contains { $0 <= 0x20 }
        },
        .text("services", \.services, "FILE", "calling services: lines of NAME SCOPE,SCOPE [TOKEN-FILE] [san=NAME]…"),
        .text("mail-from", \.mailFrom, "NAME <ADDRESS>", "sender of mails") { value in
            value.contains("@") && !value.utf8.contains { $0 < 0x20 }
        },
        .text(
            "smtp-url", \.smtpURL, "URL",
            "mail server, smtp:// (STARTTLS) or smtps://USER:PASSWORD@HOST:PORT; default: the data folder's mail/"),
        .text("smtp-ca", \.smtpCA, "FILE", "certificates that the mail server's may come from; default: the system's"),
        .text(
            "s3-url", \.s3URL, "URL", "endpoint of the bucket with the recordings; default: the data folder's bucket/"
        ) {
            S3Location.isEndpoint($0)
        },
        .text("s3-bucket", \.s3Bucket, "NAME", "the bucket") { S3Location.isBucket($0) },
        .text("s3-region", \.s3Region, "REGION", "its region; auto with Cloudflare R2") { value in
            (1...64).contains(value.utf8.count)
                && value.utf8.allSatisfy {
                    $0 == UInt8(ascii: "-") || Character(Unicode.Scalar($0)).isLetter
                        || Character(Unicode.Scalar($0)).isNumber
                }
        },
        .text("s3-access-key", \.s3AccessKey, "ID", "the access key's id") { value in
            !value.isEmpty && value.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ":") }
        },
        .secret("s3-secret-key", \.s3SecretKey, "the access key's secret"),
        .text(
            "s3-addressing", \.s3Addressing, "auto|path|virtual",
            "whether the bucket is named in the path or in the host; auto: in the host with AWS"
        ) { $0 == "auto" || S3Location.Addressing(rawValue: $0) != nil },
        .text("s3-ca", \.s3CA, "FILE", "certificates (PEM) that the endpoint's may come from; default: the system's"),
        .text(
            "webhook-allow", \.webhookAllow, "RANGE,RANGE",
            "address ranges that webhooks may reach besides public ones, as in 10.1.0.0/16"
        ) { AddressRange.list($0)?.isEmpty == false },
        .text("webhook-ca", \.webhookCA, "FILE", "certificates (PEM) that webhooks trust instead of the system's"),
        .number("shards", \.shards, 1...64, "event loops"),
        .number(
            "coalesce-us", \.coalesceMicroseconds, 0...1_000,
            "pause between reads under load, where that lets several calls come with one; 0: none"),
        .number("readers", \.readers, 1...16, "read-only connections to the store"),
        .number("hash-threads", \.hashThreads, 1...256, "threads that hash passwords; default: one a core"),
        .number("hash-queue", \.hashQueue, 1...65_536, "password hashes that may wait before sign-ins are refused"),
        .number(
            "hash-target-ms", \.hashTargetMs, 1...60_000,
            "under a lasting overload, sign-ins wait about so long for their hash, and others are refused"),
        .number(
            "queue-target-ms", \.queueTargetMs, 1...60_000,
            "under a lasting overload, calls wait about so long for the store, and others are refused"),
        .number(
            "queue-interval-ms", \.queueIntervalMs, 1...60_000,
            "waiting longer for less than this is a burst, no overload"),
        .number(
            "argon2-memory-kib", \.argon2MemoryKiB, 7_168...1_048_576, "Argon2id memory (OWASP: 19456 with 2 passes)"),
        .number("argon2-passes", \.argon2Passes, 1...64, "Argon2id passes"),
        .number("session-idle-hours", \.sessionIdleHours, 1...8_760, "a session unused for so long ends"),
        .number("session-absolute-hours", \.sessionAbsoluteHours, 1...8_760, "a session ends so long after sign-in"),
        .number("password-minimum", \.passwordMinimum, 8...64, "code points of a password without two-factor"),
        .number(
            "password-minimum-with-two-factor", \.passwordMinimumWithTwoFactor, 8...64,
            "code points of a password with two-factor"),
        .number("max-connections", \.maxConnections, 1...1_000_000, "connections; a further one is closed"),
        .number(
            "max-calls-per-connection", \.maxCallsPerConnection, 1...65_536,
            "calls in flight on one connection; a further one is refused"),
        .number(
            "min-ping-interval-seconds", \.minPingIntervalSeconds, 0...7_200,
            "HTTP/2: pings that come sooner, with no answer between them, end the connection"),
        .number(
            "max-connection-age-seconds", \.maxConnectionAgeSeconds, 0...31_536_000,
            "HTTP/2: a connection is ended after so long, give or take a tenth; 0: never"),
        .number(
            "connection-age-grace-seconds", \.connectionAgeGraceSeconds, 0...86_400,
            "HTTP/2: how long calls may run on a connection that has reached its age"),
        .number("idle-timeout-seconds", \.idleTimeoutSeconds, 0...86_400, "close a connection without calls; 0: never"),
        .number(
            "silence-seconds", \.silenceSeconds, 1...3_600,
            "close a connection that hasn't sent a first whole frame in so long, TLS's handshake included"),
        .number(
            "partial-frame-timeout-seconds", \.partialFrameTimeoutSeconds, 1...3_600,
            "close a connection that is silent for so long within a frame, or takes nothing while answers wait"),
        .number("drain-seconds", \.drainSeconds, 0...3_600, "on SIGTERM, how long running calls may finish"),
        .number(
            "watch-heartbeat-seconds", \.watchHeartbeatSeconds, 1...3_600,
            "how often an open watch gets a message; one that takes none for twice as long is ended"),
        .text("log-level", \.logLevel, "debug|info|warning|error", "least level that is logged") {
            ["debug", "info", "warning", "error"].contains($0)
        },
    ]

    private static func isAddress(_ value: String) -> Bool {
        guard let colon = value.lastIndex(of: ":"), colon != value.startIndex else { return false }
        return UInt16(value[value.index(after: colon)...]) != nil
    }
}

extension Settings {
    /// Reads the file named by `--config` or `ACCOUNTD_CONFIG`, the environment, and the flags, in that order.
    static func load(
        flags: [(name: String, value: String)], environment: [String: String], readFile: (String) -> String?
    ) throws(SettingsError) -> (settings: Settings, warnings: [String]) {
        var settings = Settings()
        let file = flags.last { $0.name == "config" }?.value ?? environment["ACCOUNTD_CONFIG"]
        if let file { try settings.apply(file: file, readFile) }
        for setting in Setting.all {
            if let value = environment[setting.variable] {
                try setting.apply(value, to: &settings, from: "environment \(setting.variable)")
            }
        }
        for flag in flags where flag.name != "config" {
            guard let setting = Setting.all.first(where: { $0.name == flag.name }) else {
                throw SettingsError(message: "no setting --\(flag.name); accountd --help lists them")
            }
            guard !setting.isSecret else {
                throw SettingsError(
                    message: "flag --\(flag.name): others can read a command line; set \(setting.variable) or write it "
                        + "into the file of --config")
            }
            try setting.apply(flag.value, to: &settings, from: "flag --\(flag.name)")
        }
        let known = Set(Setting.all.map(\.variable) + ["ACCOUNTD_CONFIG", "ACCOUNTD_ADDR"])
        let unknown = environment.keys.filter { $0.hasPrefix("ACCOUNTD_") && !known.contains($0) }
        return (settings, unknown.sorted().map { "environment \($0) is no setting of accountd's and is ignored" })
    }

    /// `name = value` lines; `#` begins a comment line.
    private mutating func apply(file: String, _ readFile: (String) -> String?) throws(SettingsError) {
        guard let text = readFile(file) else { throw SettingsError(message: "config \(file) can't be read") }
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = line.trimmed
            guard !line.isEmpty, !line.hasPrefix("#") else { continue }
            let source = "config \(file), line \(index + 1)"
            guard let equals = line.firstIndex(of: "=") else {
                throw SettingsError(message: "\(source): write name = value")
            }
            let name = line[..<equals].trimmed
            guard let setting = Setting.all.first(where: { $0.name == name }) else {
                throw SettingsError(message: "\(source): no setting \(name)")
            }
            try setting.apply(String(line[line.index(after: equals)...].trimmed), to: &self, from: source)
        }
    }
}

extension Substring {
    fileprivate var trimmed: Substring {
        var text = self
        while let first = text.first, first.isWhitespace { text = text.dropFirst() }
        while let last = text.last, last.isWhitespace { text = text.dropLast() }
        return text
    }
}
