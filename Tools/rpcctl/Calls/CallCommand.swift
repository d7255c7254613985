import ArgumentParser
import FoundationEssentials
import Glibc
import RPC
import RPCClient

struct CallCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "call", abstract: "Calls a method with a request in JSON, and prints the answer.",
        discussion: """
            A request_id that the JSON leaves out is made up. Field names are those of the .proto files; “rpcctl template METHOD” \
            prints a request to begin with.

            A client's stream (--face grpc) takes JSON objects one behind the other, and sends each as it comes; a server's is \
            printed one object a line.

            Example: rpcctl call SessionsService/SignIn -d '{"email":"…","password":"…"}'
            """)

    @OptionGroup var server: ServerOptions
    @OptionGroup var types: SchemaOptions
    @OptionGroup var output: OutputOptions
    @Argument(
        help: "SERVICE/METHOD: AccountService/GetAccount, or in full account.v1.AccountService/GetAccount.",
        completion: .custom(Completions.methods))
    var method: String
    @Option(name: .shortAndLong, help: "The request as JSON; @FILE reads a file, @- standard input. (default: {})")
    var data: String?
    @Option(
        help:
            "NAME=VALUE or NAME=@FILE: a field, over what the JSON says; bytes are the file's. May be given several times.",
        completion: .custom(Completions.fields))
    var field: [String] = []
    @Option(
        name: [.customShort("H"), .customLong("header")],
        help: "NAME: VALUE: metadata; base64 where the name ends in -bin.")
    var header: [String] = []
    @Option(help: "How long the call may take: 5, 5s, 500ms, 2m. (default: 30s; a stream's: none)")
    var deadline: CallDeadline?
    @Flag(help: "One line, and no empty fields.") var compact = false
    @Flag(name: .shortAndLong, help: "Show metadata, and where the time went.") var verbose = false

    func run() throws {
        let schema = try types.schema(of: server)
        try CallRun(self, schema) { try server.connection(face: $0) }.run(method)
    }

    /// Whether it is at the shell's own server, with the shell's own types.
    static func isOfShell(_ words: [String]) -> Bool {
        let others = ServerOptions.valued.union(["--tls", "--reflect", "--descriptor-set"])
        return !words.contains { word in others.contains(String(word.prefix { $0 != "=" })) }
    }
}

/// "5", "5s", "500ms", "2m".
struct CallDeadline: ExpressibleByArgument {
    let duration: Duration

    init?(argument: String) {
        let units: [(String, Double)] = [("ms", 1), ("s", 1_000), ("m", 60_000), ("h", 3_600_000), ("", 1_000)]
        guard let unit = units.first(where: { argument.hasSuffix($0.0) }),
            let number = Double(argument.dropLast(unit.0.count)), number > 0, number * unit.1 < 864_000_000
        else { return nil }
        duration = .microseconds(Int64(number * unit.1 * 1_000))
    }
}

/// One call as the command line asks for it. The shell makes many of them over one connection.
struct CallRun {
    private let command: CallCommand
    private let schema: Schema
    /// Of a face, or of the chosen one.
    private let connect: (RPCFace?) throws -> DirectConnection
    private let output: OutputOptions
    private let style: Style

    init(
        _ command: CallCommand, _ schema: Schema, connect: @escaping (RPCFace?) throws -> DirectConnection
    ) {
        self.command = command
        self.schema = schema
        self.connect = connect
        output = command.output
        style = Style(command.output)
    }

    func run(_ name: String) throws {
        let method = try schema.method(named: name)
        let assignments = try command.field.map { try FieldAssignment($0) }
        var source = try RequestInput(command.data, isStream: method.streamsRequests) { json in
            try encode(json, method, assignments)
        }
        let call = try call(method)
        let connection = try connect(try face(for: method))
        let told = Verbose(isOn: command.verbose, style: Style(descriptor: STDERR_FILENO))
        told.began(call, connection)
        let outcome = try connection.run(call, &source) { news in
            switch news {
            case .headers(let metadata): told.headers(metadata)
            case .message(let message): try show(message, method)
            }
        }
        told.ended(outcome)
        if outcome.failure != nil { throw CallFailure(outcome, schema, output) }
    }

    /// What only gRPC carries is spoken by gRPC, unless the face was chosen.
    private func face(for method: Schema.Method) throws -> RPCFace? {
        guard command.server.face == nil else { return nil }
        return try method.streamsRequests || command.types.reflects(at: command.server) ? .grpc : nil
    }

    private func call(_ method: Schema.Method) throws -> DirectCall {
        var call = DirectCall(service: method.service, method: method.name)
        let given = try command.header.map(Self.metadata)
        let names = Set(given.map(\.name))
        call.metadata = try command.server.metadata().filter { !names.contains($0.name) } + given
        let isStream = method.streamsAnswers || method.streamsRequests
        call.deadline = command.deadline?.duration ?? (isStream ? nil : .seconds(30))
        call.streamsRequests = method.streamsRequests
        call.streamsAnswers = method.streamsAnswers
        return call
    }

    private static func metadata(_ header: String) throws -> Metadata {
        guard let colon = header.firstIndex(of: ":"), colon > header.startIndex else {
            throw ToolError("-H takes “NAME: VALUE”, not “\(header)”")
        }
        let name = header[..<colon].lowercased()
        return Metadata(name, String(header[header.index(after: colon)...]).trimmed)
    }

    private func encode(
        _ json: String, _ method: Schema.Method, _ assignments: [FieldAssignment]
    ) throws -> [UInt8] {
        var json = json
        if !assignments.isEmpty {
            var value: JSONValue
            do throws(BrokenLog) {
                value = try JSONReader.value(of: Array(json.utf8))
            } catch {
                throw ToolError("the request: \(error.description)")
            }
            for assignment in assignments { try assignment.put(into: &value, of: method.request, schema) }
            json = JSONWriter.text(value)
        }
        return try schema.encode(json, as: method.request, requestID: UUID().uuidString.lowercased())
    }

    private func show(_ message: [UInt8], _ method: Schema.Method) throws {
        let isStream = method.streamsAnswers
        guard output.isText else {
            let isOneLine = command.compact || isStream
            let json = try schema.json(
                message, of: method.response, pretty: !isOneLine, complete: !command.compact)
            return Terminal.say(json.trimmed)
        }
        let json = try schema.json(message, of: method.response, pretty: false, complete: true)
        let text = try MessageText.of(
            json, method.response, schema, style, columns: TerminalSize.now.columns)
        Terminal.say(
            isStream ? style.faint("— \(LocalTime.text(seconds: time(nil), format: "%H:%M:%S"))") + "\n" + text : text)
    }
}
