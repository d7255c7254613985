import ArgumentParser
import FlyingFox
import FlyingSocks
import Foundation

struct UICommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ui", abstract: "Serves the Settings page on this machine, for a browser.",
        discussion: """
            The page calls accountd through this command: the service token stays here, the customer's session lies in a cookie \
            that no script reads. For links in mails to lead to it, start accountd with --public-url http://127.0.0.1:7480.
            """)

    @OptionGroup var server: ServerOptions
    @Option(help: "The port on 127.0.0.1; 0 takes a free one.") var port: UInt16 = 7480

    func run() async throws {
        let guarded = RequestGuard()
        let site = Site(gateway: try Gateway(server), requestGuard: guarded)
        // Its log would hold paths. A call ends before the timeout; a stream is no part of it.
        let configuration = try HTTPServer.Configuration(
            address: .inet(ip4: "127.0.0.1", port: port), timeout: 60, sharedRequestReplaySize: RequestBody.limit,
            logger: .disabled)
        let http = HTTPServer(config: configuration, handler: site)
        do {
            async let serving: Void = http.run()
            try await http.waitUntilListening()
            guard case .ip4(_, let actual)? = await http.listeningAddress else {
                throw ToolError("127.0.0.1:\(port) can't be listened on")
            }
            guarded.listens(on: actual)
            Terminal.say("rpcctl ui ready on http://127.0.0.1:\(actual)/")
            try await serving
        } catch let error as SocketError {
            throw ToolError("127.0.0.1:\(port) can't be served on: \(error.localizedDescription)")
        }
    }
}
