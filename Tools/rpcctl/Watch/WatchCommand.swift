import ArgumentParser
import Messages
import RPC
import RPCClient

struct WatchCommand: AsyncParsableCommand {
    enum Subject: String, ExpressibleByArgument, CaseIterable {
        case activity, revocations
    }

    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Prints what is new as it happens, one message a line of JSON, until somebody ends it.",
        discussion: """
            activity is the signed-in account's; revocations are every account's, for a service with the scope \
            revocations.watch. Each line has a cursor: --cursor goes on behind it. Empty messages are heartbeats.

            Example: rpcctl watch revocations --cursor AQAA…
            """)

    @OptionGroup var server: ServerOptions
    @Argument(help: "activity or revocations") var subject: Subject
    @Option(help: "A cursor printed before. (default: from now on)") var cursor = ""
    @Flag(help: "Print heartbeats too.") var heartbeats = false

    func run() async throws {
        let schema = try Schema()
        let client = try server.client()
        defer { client.close() }
        switch subject {
        case .activity:
            var options = CallOptions()
            if let token = try server.sessionToken() { options.metadata = [.authorization(token)] }
            try await follow(.watchActivity, WatchActivityRequest(cursor: cursor), client, options, schema) {
                (message: WatchActivityResponse) in message.activities.isEmpty
            }
        case .revocations:
            try await follow(
                .watchRevocations, WatchRevocationsRequest(cursor: cursor), client, CallOptions(), schema
            ) { (message: WatchRevocationsResponse) in message.revocations.isEmpty }
        }
    }

    private func follow<Answer: Message>(
        _ method: Messages.Method, _ request: some Message, _ client: Client, _ options: CallOptions, _ schema: Schema,
        isEmpty: (Answer) -> Bool
    ) async throws {
        var isFirst = true
        do throws(Status) {
            let messages: ServerStream<Answer> = try client.stream(method, request, options: options)
            for try await message in messages {
                // The first one's cursor is where it began.
                if isFirst || heartbeats || !isEmpty(message) { show(message, schema) }
                isFirst = false
            }
        } catch {
            throw CallFailure(status: error)
        }
    }

    private func show(_ message: some Message, _ schema: Schema) {
        let bytes = message.encodedBytes()
        let json = try? schema.json(bytes, of: type(of: message).fullName, pretty: false, complete: false)
        if let json { Terminal.say(json.trimmed) }
    }
}
