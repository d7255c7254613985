import ArgumentParser
import Foundation
import LoadGenerator
import RPCClient

extension Spacing: ExpressibleByArgument {}

/// What is called, for whom, and over how many connections.
struct ScenarioOptions: ParsableArguments {
    @Argument(help: "The scenario, a JSON file.") var scenario: String
    @OptionGroup var server: ServerOptions
    @Option(help: "Connections.") var connections = 8
    @Option(help: "Calls in flight on each connection: always in a closed loop, at most in an open one.")
    var inFlight: Int?
    @Option(help: "Threads that make the load; connections and calls are spread over them.") var threads = 1
    @Option(help: "Seconds at the beginning that are in no figure.") var warmUp = 1.0
    @Option(help: "Seconds that answers are waited for at the end.") var grace = 10.0
    @Option(help: "Deadline that each call tells the server, in milliseconds; 0: none.") var deadlineMs = 0
    @Option(help: "How far calls of an open loop lie from each other: uniform or poisson.") var spacing = Spacing
        .uniform
    @Option(help: "For the same random values again.") var seed: UInt64?
    @Option(
        help:
            "The server's process, where it runs on this machine: its CPU and memory are watched. (default: who listens at a loopback --addr)"
    )
    var serverPid: Int32?

    @Option(help: "Customers to make before the run. (default: as the scenario says)") var accounts: Int?
    @Option(help: "The server's data folder: its mail has the new customers' links.") var data = "./data"
    @Option(help: "Customers of “rpcload accounts” or accountd-seed instead.") var accountsFile: String?
    @Option(help: "Their sessions, a token a line, as accountd-seed writes them.") var tokens: String?

    func validate() throws {
        guard (1...100_000).contains(connections) else { throw ValidationError("--connections is 1 to 100000") }
        guard (1...256).contains(threads), threads <= connections else {
            throw ValidationError("--threads is 1 to 256, and no more than --connections")
        }
        guard inFlight.map({ (1...1_000_000).contains($0) }) ?? true else {
            throw ValidationError("--in-flight is 1 to 1000000")
        }
        guard (0...86_400).contains(warmUp), (0...86_400).contains(grace) else {
            throw ValidationError("--warm-up and --grace are seconds, up to a day")
        }
        guard (0...3_600_000).contains(deadlineMs) else { throw ValidationError("--deadline-ms is up to an hour") }
    }

    /// The customers that the scenario needs: read, or made now.
    func customers(_ scenario: Scenario) throws -> [LoadAccount] {
        if accountsFile != nil || tokens != nil { return try AccountFile.read(accountsFile, sessions: tokens) }
        let count = accounts ?? scenario.accounts
        guard scenario.needsAccounts, count > 0 else { return [] }
        return try server.signUp(count, data: data)
    }
}

extension ServerOptions {
    /// Makes customers over the wire. Waits until they are there.
    func signUp(_ count: Int, data: String) throws -> [LoadAccount] {
        guard let endpoint = Endpoint(addr) else { throw ValidationError("--addr takes HOST:PORT, not \(addr)") }
        var options = ClientOptions()
        options.tls = try tlsClient(["ttrpc/1"])
        if let token = try serviceTokenText { options.metadata = [.serviceAuthorization(token)] }
        let client = Client(endpoint, options: options)
        defer { client.close() }
        let signUps = SignUps(client: client, data: data)
        let bar = ProgressBar(total: count, what: "accounts")
        return try Blocking.wait { try await signUps.make(count) { bar.show($0) } }
    }
}
