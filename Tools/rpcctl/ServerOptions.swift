import ArgumentParser
import FoundationEssentials
import Messages
import RPC
import RPCClient
import TLS

/// Where the server is, and who calls.
struct ServerOptions: ParsableArguments {
    static let defaultServiceToken = "./data/service-token"

    @Option(help: "The server, HOST:PORT. (default: $ACCOUNTD_ADDR or 127.0.0.1:7443)")
    var address: String?
    @Option(
        help: "File with the calling service's token. (default: $ACCOUNTD_SERVICE_TOKEN_FILE or ./data/service-token)")
    var serviceToken: String?
    @Option(help: "File with the end user's session token. (default: the one of “rpcctl sign-in”, if there is one)")
    var token: String?

    @Flag(help: "Speak TLS. The options below mean it too.")
    var tls = false
    @Option(help: "File of authorities (PEM) that the server's certificate may come from. (default: the system's)")
    var ca: String?
    @Option(help: "File with the certificate (PEM) that names the calling service.")
    var cert: String?
    @Option(help: "File with its key (PEM). (default: the one in --cert)")
    var key: String?

    private static func environment(_ name: String) -> String? {
        ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    func endpoint() throws -> Endpoint {
        let text = address ?? Self.environment("ACCOUNTD_ADDR") ?? "127.0.0.1:7443"
        guard let endpoint = Endpoint(text) else { throw ToolError("--address takes HOST:PORT, not “\(text)”") }
        return endpoint
    }

    /// The default file may be absent: then the server is told no service.
    func serviceMetadata(defaultFile: String = Self.defaultServiceToken) throws -> [Metadata] {
        if let file = serviceToken ?? Self.environment("ACCOUNTD_SERVICE_TOKEN_FILE") {
            return [.serviceAuthorization(try TokenFile.read(file))]
        }
        guard FileManager.default.fileExists(atPath: defaultFile) else { return [] }
        return [.serviceAuthorization(try TokenFile.read(defaultFile))]
    }

    /// Nil where nobody is signed in.
    func sessionToken() throws -> String? {
        if let token { return try TokenFile.read(token) }
        let file = SessionFile.path
        return FileManager.default.fileExists(atPath: file) ? try TokenFile.read(file) : nil
    }

    private func tlsClient() throws -> TLSClient? {
        guard tls || ca != nil || cert != nil || key != nil else { return nil }
        guard key == nil || cert != nil else { throw ToolError("--key takes --cert beside it") }
        var files = TLSClientFiles()
        files.authorities = ca
        files.certificate = cert
        files.key = key
        do {
            return try TLSClient(files, protocols: ["ttrpc/1"])
        } catch {
            throw ToolError("\(error)")
        }
    }

    /// A client that names the calling service.
    func client(defaultServiceToken: String = Self.defaultServiceToken) throws -> Client {
        var options = ClientOptions()
        options.tls = try tlsClient()
        options.metadata = try serviceMetadata(defaultFile: defaultServiceToken)
        return Client(try endpoint(), options: options)
    }
}

/// A file that holds a token and nothing else.
enum TokenFile {
    static func read(_ path: String) throws -> String {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw ToolError("can't read the token file \(path)")
        }
        let text = String(decoding: data.prefix(4_096), as: UTF8.self)
        guard let token = text.split(whereSeparator: \.isWhitespace).first, data.count <= 4_096 else {
            throw ToolError("\(path) holds no token")
        }
        return String(token)
    }
}
