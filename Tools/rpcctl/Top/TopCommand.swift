import ArgumentParser
import Glibc
import Messages
import RPCClient

struct TopCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "top", abstract: "Shows calls, errors, latency, queues and commits as they happen; q ends it.",
        discussion: """
            Asks OperatorService/WatchStats, as a service with the scope “support”. Rates and means are of the last interval; \
            percentiles are of all since the server's start. Methods are sorted by their calls; e sorts by errors, l by latency, \
            c by calls again.
            """)

    @OptionGroup var server: ServerOptions
    @OptionGroup var output: OutputOptions
    @Option(help: "Seconds from one view to the next: 0.1 to 3600.") var interval = 1.0
    @Option(name: [.customShort("n"), .customLong("count")], help: "End after so many views. (default: with q)")
    var count: Int?

    func validate() throws {
        guard interval >= 0.1, interval <= 3_600 else { throw ValidationError("--interval is 0.1 to 3600 seconds.") }
        if let count, count < 1 { throw ValidationError("--count is 1 or more.") }
    }

    func run() throws {
        let nanoseconds = Int64(interval * 1e9)
        let request = WatchStatsRequest(
            interval: DurationMessage(
                seconds: nanoseconds / 1_000_000_000, nanos: Int32(nanoseconds % 1_000_000_000)))
        let caller = try server.caller()
        let screen = output.isText ? FullScreen() : nil
        if let screen {
            caller.connection.attention.append(STDIN_FILENO)
            caller.connection.isInterrupted = {
                screen.readKeys()
                return screen.isLeft || Interruption.isDue
            }
        }
        screen?.begin()
        defer { screen?.end() }
        let schema = try Schema()
        var before: Stats?
        var views = 0
        do {
            try caller.watch(.watchStats, request) { (message: WatchStatsResponse) in
                guard let stats = message.stats else { return }
                // A first one has no interval behind it.
                if before != nil || !output.isText {
                    try show(stats, before, "\(caller.endpoint)", screen, schema)
                    views += 1
                }
                before = stats
                if views == count ?? .max { throw Enough() }
            }
        } catch is Enough {
            return
        }
    }

    private struct Enough: Error {}

    private func show(
        _ stats: Stats, _ before: Stats?, _ endpoint: String, _ screen: FullScreen?, _ schema: Schema
    ) throws {
        guard output.isText else {
            let json = try schema.json(
                stats.encodedBytes(), of: Stats.fullName, pretty: false, complete: false)
            return Terminal.say(json.trimmed)
        }
        let size = TerminalSize.now
        let order = screen?.order ?? .calls
        let view = TopView(stats, before, endpoint: endpoint, order: order, style: Style(output))
        let lines =
            screen == nil
            ? view.lines(columns: .max, rows: .max) : view.lines(columns: size.columns, rows: size.rows)
        if let screen { screen.show(lines) } else { Terminal.say(lines.joined(separator: "\n") + "\n") }
    }
}
