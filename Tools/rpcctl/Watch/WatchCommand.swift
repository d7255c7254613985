import ArgumentParser
import Messages

struct WatchCommand: ParsableCommand {
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

    func run() throws {
        let schema = try Schema()
        let caller = try server.caller()
        switch subject {
        case .activity:
            let session = try server.sessionToken()
            try follow(.watchActivity, WatchActivityRequest(cursor: cursor), caller, session, schema) {
                (message: WatchActivityResponse) in message.activities.isEmpty
            }
        case .revocations:
            try follow(.watchRevocations, WatchRevocationsRequest(cursor: cursor), caller, nil, schema) {
                (message: WatchRevocationsResponse) in message.revocations.isEmpty
            }
        }
    }

    private func follow<Answer: Message>(
        _ method: Messages.Method, _ request: some Message, _ caller: Caller, _ session: String?, _ schema: Schema,
        isEmpty: (Answer) -> Bool
    ) throws {
        var isFirst = true
        try caller.follow(method, request, session: session) { (message: Answer) in
            // The first one's cursor is where it began.
            if isFirst || heartbeats || !isEmpty(message) { show(message, schema) }
            isFirst = false
        }
    }

    private func show(_ message: some Message, _ schema: Schema) {
        let bytes = message.encodedBytes()
        let json = try? schema.json(bytes, of: type(of: message).fullName, pretty: false, complete: false)
        if let json { Terminal.say(json.trimmed) }
    }
}
