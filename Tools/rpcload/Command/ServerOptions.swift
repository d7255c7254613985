import ArgumentParser
import Foundation
import LoadGenerator
import TLS

extension FaceName: ExpressibleByArgument {}

/// Where the server is, and who calls.
struct ServerOptions: ParsableArguments {
    @Option(help: "The server, HOST:PORT.") var addr = "127.0.0.1:7443"
    @Option(help: "What to speak: ttrpc or grpc.") var face = FaceName.ttrpc
    @Option(help: "File with the service token.") var serviceToken: String?
    @Flag(help: "Speak TLS. The options below mean it too.") var tls = false
    @Option(name: [.customLong("tls-ca"), .customLong("ca")], help: "Authorities (PEM) of the server's certificate.")
    var tlsCa: String?
    @Option(help: "File with the certificate (PEM) that names the calling service.") var cert: String?
    @Option(help: "File with its key (PEM).") var key: String?

    var address: Address { get throws { try Address(addr) } }
    var isSecure: Bool { tls || tlsCa != nil || cert != nil }

    func target() throws -> LoadGenerator.Target {
        LoadGenerator.Target(address: try address, face: face, tls: try tlsClient(face.protocols))
    }

    /// nil: in the clear.
    func tlsClient(_ protocols: [String]) throws -> TLSClient? {
        guard isSecure else { return nil }
        var files = TLSClientFiles()
        files.authorities = tlsCa
        files.certificate = cert
        files.key = key ?? cert
        return try TLSClient(files, protocols: protocols)
    }

    var serviceTokenText: String? {
        get throws {
            try serviceToken.map {
                try String(contentsOfFile: $0, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)
            }
        }
    }

    func requests(timeoutMs: Int = 0) throws -> RequestSet {
        RequestSet(
            face: face, authority: try address.text, isSecure: isSecure, serviceToken: try serviceTokenText,
            timeoutNanoseconds: Int64(timeoutMs) * 1_000_000)
    }
}
