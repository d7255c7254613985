import ArgumentParser
import Glibc
import Messages
import RPC
import RPCClient

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Writes everything held on the signed-in account to standard output, as JSON.",
        discussion: """
            docs/export.md says what is in it. The session must have proved a factor within the last 10 minutes.

            Example: rpcctl export > account.json && rpcctl verify-activity account.json
            """)

    @OptionGroup var server: ServerOptions

    func run() async throws {
        var options = CallOptions()
        if let token = try server.sessionToken() { options.metadata = [.authorization(token)] }
        let client = try server.client()
        defer { client.close() }
        do throws(Status) {
            let pieces: ServerStream<ExportDataResponse> = try client.stream(
                .exportData, ExportDataRequest(), options: options)
            for try await piece in pieces { Terminal.say(piece.chunk, terminator: "") }
        } catch {
            throw CallFailure(status: error)
        }
        Terminal.say()
    }
}
