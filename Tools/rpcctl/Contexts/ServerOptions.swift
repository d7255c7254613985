import ArgumentParser
import FoundationEssentials
import Messages
import RPC
import RPCClient
import TLS

extension RPCFace: ExpressibleByArgument {}

/// Where the server is, and who calls.
struct ServerOptions: ParsableArguments {
    static let defaultServiceToken = "./data/service-token"

    @Option(
        name: [.customLong("addr"), .customLong("address")],
        help: "The server, HOST:PORT. (default: $ACCOUNTD_ADDR, the context's, or 127.0.0.1:7443)")
    var address: String?
    @Option(help: "ttrpc or grpc. (default: the context's, or ttrpc)") var face: RPCFace?
    @Option(
        help: "The context to call in, of “rpcctl context list”. (default: the one of “context use”)",
        completion: .custom(Completions.contexts))
    var context: String?
    @Option(
        help: "File with the calling service's token. (default: $ACCOUNTD_SERVICE_TOKEN_FILE or ./data/service-token)",
        completion: .file())
    var serviceToken: String?
    @Option(
        help: "File with the end user's session token. (default: the one of “rpcctl sign-in”, if there is one)",
        completion: .file())
    var token: String?

    @Flag(help: "Speak TLS. The options below mean it too.")
    var tls = false
    @Option(
        help: "File of authorities (PEM) that the server's certificate may come from. (default: the system's)",
        completion: .file())
    var ca: String?
    @Option(help: "File with the certificate (PEM) that names the calling service.", completion: .file())
    var cert: String?
    @Option(help: "File with its key (PEM). (default: the one in --cert)", completion: .file())
    var key: String?

    /// Options that may stand before the command, and take a value.
    static let valued: Set = [
        "--addr", "--address", "--face", "--context", "--service-token", "--token", "--ca", "--cert", "--key",
    ]

    /// Those that stand among the words of a line that somebody still types.
    static func among(_ words: [String]) -> [String] {
        var given: [String] = []
        var rest = words[...]
        while let word = rest.popFirst() {
            if word == "--tls" || word.contains("=") && valued.contains(String(word.prefix { $0 != "=" })) {
                given.append(word)
            } else if valued.contains(word), let value = rest.popFirst() {
                given += [word, value]
            }
        }
        return given
    }

    /// As they would be given.
    var words: [String] {
        let given = [
            ("--addr", address), ("--face", face?.rawValue), ("--context", context), ("--service-token", serviceToken),
            ("--token", token), ("--ca", ca), ("--cert", cert), ("--key", key),
        ]
        return given.flatMap { name, value in value.map { [name, $0] } ?? [] } + (tls ? ["--tls"] : [])
    }

    private static func environment(_ name: String) -> String? {
        ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// What is kept under the context's name; nil where none is in use.
    func keptContext() throws -> Context? {
        let name = try contextName()
        guard !name.isEmpty else { return nil }
        guard let found = try ContextFile.read().contexts[name] else {
            throw ToolError("no context is called “\(name)”; “rpcctl context list” shows them")
        }
        return found
    }

    /// The context called in; empty where there is none. Another address is outside of the one in use: its tokens aren't sent there.
    func contextName() throws -> String {
        if let context { return context }
        guard address == nil, Self.environment("ACCOUNTD_ADDR") == nil else { return "" }
        return try ContextFile.read().current ?? ""
    }

    func endpoint() throws -> Endpoint {
        let named = context == nil ? Self.environment("ACCOUNTD_ADDR") : nil
        let text = try address ?? named ?? keptContext()?.addr ?? "127.0.0.1:7443"
        guard let endpoint = Endpoint(text) else { throw ToolError("--addr takes HOST:PORT, not “\(text)”") }
        return endpoint
    }

    func chosenFace() throws -> RPCFace {
        try face ?? keptContext()?.face.flatMap { RPCFace(rawValue: $0) } ?? .ttrpc
    }

    /// The default file may be absent: then the server is told no service.
    func serviceMetadata(defaultFile: String = Self.defaultServiceToken) throws -> [Metadata] {
        let named = context == nil ? Self.environment("ACCOUNTD_SERVICE_TOKEN_FILE") : nil
        if let file = try serviceToken ?? named ?? keptContext()?.serviceToken {
            return [.serviceAuthorization(try TokenFile.read(file))]
        }
        guard FileManager.default.fileExists(atPath: defaultFile) else { return [] }
        return [.serviceAuthorization(try TokenFile.read(defaultFile))]
    }

    /// Nil where nobody is signed in.
    func sessionToken() throws -> String? {
        if let token { return try TokenFile.read(token) }
        let file = SessionFile.path(try contextName())
        return FileManager.default.fileExists(atPath: file) ? try TokenFile.read(file) : nil
    }

    /// Who calls: the service, and the customer where one is signed in.
    func metadata() throws -> [Metadata] {
        try serviceMetadata() + (try sessionToken().map { [.authorization($0)] } ?? [])
    }

    private func tlsClient(_ face: RPCFace) throws -> TLSClient? {
        let kept = try keptContext()
        var files = TLSClientFiles()
        files.authorities = ca ?? kept?.ca
        files.certificate = cert ?? kept?.cert
        files.key = key ?? (cert == nil ? kept?.key : nil)
        let isTLS = tls || kept?.tls == true
        guard isTLS || files.authorities != nil || files.certificate != nil || files.key != nil else { return nil }
        guard files.key == nil || files.certificate != nil else { throw ToolError("--key takes --cert beside it") }
        do {
            return try TLSClient(files, protocols: [face.tlsProtocol])
        } catch {
            throw ToolError("\(error)")
        }
    }

    func connection(face: RPCFace? = nil) throws -> DirectConnection {
        let face = try face ?? chosenFace()
        let connection = DirectConnection(try endpoint(), face: face, tls: try tlsClient(face))
        connection.isInterrupted = { Interruption.isDue }
        connection.attention = Interruption.descriptor.map { [$0] } ?? []
        return connection
    }

    /// Makes typed calls in the name of the calling service.
    func caller(defaultServiceToken: String = Self.defaultServiceToken) throws -> Caller {
        Caller(try connection(), metadata: try serviceMetadata(defaultFile: defaultServiceToken))
    }

    /// A client for many calls at a time, by ttrpc, that names the calling service.
    func client(defaultServiceToken: String = Self.defaultServiceToken) throws -> Client {
        guard try chosenFace() == .ttrpc else { throw ToolError("this command speaks ttrpc only") }
        var options = ClientOptions()
        options.tls = try tlsClient(.ttrpc)
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
