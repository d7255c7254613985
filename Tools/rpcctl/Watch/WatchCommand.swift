import ArgumentParser
import Messages

struct WatchCommand: ParsableCommand {
    enum Subject: String, ExpressibleByArgument, CaseIterable {
        case activity, revocations
    }

    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Prints what is new as it happens, until somebody ends it.",
        discussion: """
            activity is the signed-in account's; revocations are every account's, for a service with the scope \
            revocations.watch. As JSON it is one message a line, each with a cursor: --cursor goes on behind it. Empty messages \
            are heartbeats.

            Example: rpcctl watch revocations --cursor AQAA…
            """)

    @OptionGroup var server: ServerOptions
    @OptionGroup var output: OutputOptions
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
                (message: WatchActivityResponse) in
                message.activities.map { activity in
                    line(activity.occurredAt, activity.kind, activity.summary)
                }
            }
        case .revocations:
            try follow(.watchRevocations, WatchRevocationsRequest(cursor: cursor), caller, nil, schema) {
                (message: WatchRevocationsResponse) in
                message.revocations.map { revocation in
                    line(revocation.revokedAt, revocation.id, "of \(revocation.accountID)")
                }
            }
        }
    }

    private func follow<Answer: Message>(
        _ method: Messages.Method, _ request: some Message, _ caller: Caller, _ session: String?, _ schema: Schema,
        news: (Answer) -> [String]
    ) throws {
        var isFirst = true
        try caller.watch(method, request, session: session) { (message: Answer) in
            defer { isFirst = false }
            let news = news(message)
            guard !output.isText else {
                for line in news { Terminal.say(line) }
                return
            }
            // The first one's cursor is where it began.
            if isFirst || heartbeats || !news.isEmpty { show(message, schema) }
        }
    }

    /// For people.
    private func line(_ time: Timestamp?, _ what: String, _ more: String) -> String {
        let style = Style(output)
        let time = LocalTime.text(seconds: Int(time?.seconds ?? 0))
        return "\(style.time(time))  \(style.heading(PlainText.of(what)))  \(PlainText.of(more))"
    }

    private func show(_ message: some Message, _ schema: Schema) {
        let bytes = message.encodedBytes()
        let json = try? schema.json(bytes, of: type(of: message).fullName, pretty: false, complete: false)
        if let json { Terminal.say(json.trimmed) }
    }
}
