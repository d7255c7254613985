import ArgumentParser
import CLinux
import Foundation
import Glibc
import Messages
import RPC
import TLS

@main
struct RPCLoad: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rpcload",
        abstract: "Puts load on an accountd, and says in one line of JSON what came back.",
        subcommands: [Validate.self, Mutate.self, SignIn.self, Overload.self, Idle.self])
}

struct Target: ParsableArguments {
    @Option(help: "The server, HOST:PORT.") var addr = "127.0.0.1:7443"
    @Option(help: "File with the service token.") var serviceToken: String?
    @Option(help: "Connections.") var connections = 8
    @Option(help: "Calls in flight on each connection.") var inFlight = 16
    @Option(help: "Calls in all.") var calls = 1_000_000
    @Option(help: "Stop after so many seconds.") var seconds = 60.0
    @Option(help: "Speak TLS with a server of these authorities (PEM).") var tlsCa: String?
    @Flag(help: "Measure each call's latency.") var latency = false

    func metadata(session: String? = nil) throws -> [(name: String, value: String)] {
        var metadata: [(name: String, value: String)] = []
        if let serviceToken {
            let token = try String(contentsOfFile: serviceToken, encoding: .utf8)
            metadata.append(
                ("service-authorization", "Bearer " + token.trimmingCharacters(in: .whitespacesAndNewlines)))
        }
        if let session { metadata.append(("authorization", "Bearer " + session)) }
        return metadata
    }

    func run(_ bodies: [[UInt8]]) throws {
        guard !bodies.isEmpty else { throw ValidationError("nothing to send") }
        let loop = ClosedLoop(bodies: bodies, calls: calls, seconds: seconds, measuresLatency: latency)
        let tls = try tlsCa.map(tlsClient)
        Report(try loop.run(address: Address(addr), tls: tls, connections: connections, inFlight: inFlight)).print()
    }
}

/// One line of JSON: what a script reads.
struct Report {
    private let result: ClosedLoop.Result

    init(_ result: ClosedLoop.Result) { self.result = result }

    func print() {
        var fields: [String: Any] = [
            "calls": result.calls, "errors": result.errors, "seconds": result.seconds,
            "per_second": result.seconds > 0 ? Double(result.calls) / result.seconds : 0,
        ]
        let sorted = result.latencies.sorted()
        if !sorted.isEmpty {
            for (name, quantile) in [("p50_us", 0.5), ("p99_us", 0.99), ("max_us", 1.0)] {
                let index = min(sorted.count - 1, Int(Double(sorted.count) * quantile))
                fields[name] = Double(sorted[index]) / 1_000
            }
        }
        if !result.firstError.isEmpty { fields["first_error"] = String(decoding: result.firstError, as: UTF8.self) }
        let data = (try? JSONSerialization.data(withJSONObject: fields, options: [.sortedKeys])) ?? Data()
        Swift.print(String(decoding: data, as: UTF8.self))
    }
}

struct Validate: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "ValidateSession over the tokens of a file, in turn.")
    @OptionGroup var target: Target
    @Option(help: "File with a session token a line.") var tokens: String

    func run() throws {
        let metadata = try target.metadata()
        let bodies = try lines(of: tokens).map { token in
            envelope(.validateSession, ValidateSessionRequest(sessionToken: token), metadata)
        }
        try target.run(bodies)
    }
}

struct Mutate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "UpdateProfile: a new display name each, over the sessions of a file, in turn.")
    @OptionGroup var target: Target
    @Option(help: "File with a session token a line.") var tokens: String

    func run() throws {
        let sessions = try lines(of: tokens)
        // Twice each with another name: every call changes the row.
        let bodies = try (0..<2).flatMap { round in
            try sessions.map { session in
                envelope(
                    .updateProfile,
                    UpdateProfileRequest(displayName: "Name \(round)", updateMask: FieldMask(paths: ["display_name"])),
                    try target.metadata(session: session))
            }
        }
        try target.run(bodies)
    }
}

struct SignIn: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "SignIn over the lines “email password” of a file, in turn.")
    @OptionGroup var target: Target
    @Option(help: "File with “email password” a line.") var accounts: String

    func run() throws {
        let metadata = try target.metadata()
        let bodies = try lines(of: accounts).map { line in
            let words = line.split(separator: " ", maxSplits: 1).map(String.init)
            guard words.count == 2 else { throw LoadError("\(accounts): write “email password” on each line") }
            return envelope(
                .signIn, SignInRequest(email: words[0], password: words[1], userAgent: "rpcload"), metadata)
        }
        try target.run(bodies)
    }
}

struct Idle: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Opens connections, says so, and keeps them until its input ends.")
    @Option(help: "The server, HOST:PORT.") var addr = "127.0.0.1:7443"
    @Option(help: "Connections.") var connections = 10_000
    @Option(help: "Speak TLS with a server of these authorities (PEM).") var tlsCa: String?

    func run() throws {
        let address = try Address(addr)
        let tls = try tlsCa.map(tlsClient)
        // A first whole frame each: who says nothing at all is closed.
        let frame = FrameHeader.frame(stream: 1, type: FrameType.ping, [])
        var secured: [Secured] = []
        let descriptors = try (0..<connections).map { _ in
            let descriptor = try address.connect()
            if let tls {
                let session = try Secured(tls, descriptor, host: address.host)
                try frame.withUnsafeBytes(session.send)
                secured.append(session)
            } else if send(descriptor, frame, frame.count, Int32(MSG_NOSIGNAL)) != frame.count {
                throw LoadError("the server closed the connection")
            }
            return descriptor
        }
        FileHandle.standardOutput.write(Data("{\"connections\":\(descriptors.count)}\n".utf8))
        while readLine() != nil {}
        for descriptor in descriptors { close(descriptor) }
    }
}

private func tlsClient(_ authorities: String) throws -> TLSClient {
    var files = TLSClientFiles()
    files.authorities = authorities
    return try TLSClient(files, protocols: ["ttrpc/1"])
}

private func lines(of file: String) throws -> [String] {
    try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").map(String.init)
}
