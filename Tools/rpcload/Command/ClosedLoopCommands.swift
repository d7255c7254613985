import ArgumentParser
import Foundation
import LoadGenerator
import Messages

/// What the closed loops over one method share: Tools/bench reads their one line of JSON.
struct ClosedLoopOptions: ParsableArguments {
    @OptionGroup var server: ServerOptions
    @Option(help: "Connections.") var connections = 8
    @Option(help: "Calls in flight on each connection.") var inFlight = 16
    @Option(help: "Calls in all.") var calls = 1_000_000
    @Option(help: "Stop after so many seconds.") var seconds = 60.0
    @Flag(help: .hidden) var latency = false

    func run(_ requests: RequestSet, _ method: Messages.Method, _ prepared: [PreparedRequest]) throws {
        guard !prepared.isEmpty else { throw ValidationError("nothing to send") }
        var options = EngineOptions(pacing: .closed(calls: calls, seconds: seconds), inFlight: inFlight)
        options.connections = connections
        let workload = Workload(method.description.method, prepared)
        let recorder = Recorder(series: workload.series)
        let prober = try Prober(server: nil)
        let engine = try Engine(
            target: try server.target(), workload: workload, recorder: recorder, options: options, prober: prober)
        try engine.run()
        withExtendedLifetime(requests) { print(engine, recorder, prober) }
    }

    private func print(_ engine: Engine, _ recorder: Recorder, _ prober: Prober) {
        let total = recorder.total
        let seconds = engine.measuredSeconds
        var fields: [String: Any] = [
            "calls": total.calls, "errors": total.failures, "seconds": seconds,
            "per_second": seconds > 0 ? Double(total.calls) / seconds : 0,
            "generator_cpu_seconds": prober.ownSeconds.cpu,
        ]
        if total.succeeded > 0 {
            fields["p50_us"] = Double(total.responseNs(50) ?? 0) / 1_000
            fields["p99_us"] = Double(total.responseNs(99) ?? 0) / 1_000
            fields["max_us"] = Double(total.responseNs(100) ?? 0) / 1_000
        }
        if let first = total.firstFailures.first { fields["first_error"] = first.value }
        printJSON(fields)
    }
}

func printJSON(_ fields: [String: Any]) {
    let data = (try? JSONSerialization.data(withJSONObject: fields, options: [.sortedKeys])) ?? Data()
    print(String(decoding: data, as: UTF8.self))
}

extension RequestSet {
    func keep(_ method: Messages.Method, _ message: some Message, session: String? = nil) throws -> PreparedRequest {
        let description = method.description
        return try keep(
            service: description.service, method: description.method, message: message.encodedBytes(), session: session)
    }
}

func lines(of file: String) throws -> [String] {
    try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").map(String.init)
}

struct Validate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "ValidateSession over the tokens of a file, in turn; one line of JSON.")
    @OptionGroup var loop: ClosedLoopOptions
    @Option(help: "File with a session token a line.") var tokens: String

    func run() throws {
        let requests = try loop.server.requests()
        let prepared = try lines(of: tokens).map { token in
            try requests.keep(.validateSession, ValidateSessionRequest(sessionToken: token))
        }
        try loop.run(requests, .validateSession, prepared)
    }
}

struct Mutate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "UpdateProfile: a new display name each, over the sessions of a file, in turn; one line of JSON.")
    @OptionGroup var loop: ClosedLoopOptions
    @Option(help: "File with a session token a line.") var tokens: String

    func run() throws {
        let requests = try loop.server.requests()
        try loop.run(requests, .updateProfile, try updates(requests, sessions: try lines(of: tokens)))
    }
}

/// Twice each with another name: every call changes the row.
func updates(_ requests: RequestSet, sessions: [String]) throws -> [PreparedRequest] {
    try (0..<2).flatMap { round in
        try sessions.map { session in
            try requests.keep(
                .updateProfile,
                UpdateProfileRequest(displayName: "Name \(round)", updateMask: FieldMask(paths: ["display_name"])),
                session: session)
        }
    }
}

struct SignIn: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "SignIn over the lines “email password” of a file, in turn; one line of JSON.")
    @OptionGroup var loop: ClosedLoopOptions
    @Option(help: "File with “email password” a line.") var accounts: String

    func run() throws {
        let requests = try loop.server.requests()
        let prepared = try lines(of: accounts).map { line in
            let words = line.split(separator: " ", maxSplits: 1).map(String.init)
            guard words.count == 2 else { throw LoadError("\(accounts): write “email password” on each line") }
            return try requests.keep(
                .signIn, SignInRequest(email: words[0], password: words[1], userAgent: "rpcload"))
        }
        try loop.run(requests, .signIn, prepared)
    }
}
