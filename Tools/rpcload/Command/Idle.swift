import ArgumentParser
import Foundation
import LoadGenerator
import RPC

struct Idle: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Opens connections, says so, and keeps them until its input ends.")
    @OptionGroup var server: ServerOptions
    @Option(help: "Connections.") var connections = 10_000

    func run() throws {
        let address = try server.address
        let tls = try server.tlsClient(["ttrpc/1"])
        // A first whole frame each: who says nothing at all is closed.
        let frame = OutputBuffer(capacity: 64)
        let links = try (0..<connections).map { _ in
            let link = try Link.connected(to: address, tls: tls)
            frame.append(FrameHeader.frame(stream: 1, type: FrameType.ping, []))
            guard try link.send(frame) else { throw LoadError("the server takes no bytes") }
            return link
        }
        FileHandle.standardOutput.write(Data("{\"connections\":\(links.count)}\n".utf8))
        while readLine() != nil {}
        withExtendedLifetime(links) {}
    }
}
