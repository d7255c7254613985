import ArgumentParser
import Messages

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Writes everything held on the signed-in account to standard output, as JSON.",
        discussion: """
            docs/export.md says what is in it. The session must have proved a factor within the last 10 minutes.

            Example: rpcctl export > account.json && rpcctl verify-activity account.json
            """)

    @OptionGroup var server: ServerOptions

    func run() throws {
        let request = ExportDataRequest()
        try server.caller().follow(.exportData, request, session: try server.sessionToken()) {
            (piece: ExportDataResponse) in Terminal.say(piece.chunk, terminator: "")
        }
        Terminal.say()
    }
}
