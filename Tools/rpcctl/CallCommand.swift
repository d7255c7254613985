import ArgumentParser
import FoundationEssentials
import RPC
import RPCClient

struct CallCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "call", abstract: "Calls a method with a request in JSON, and prints the answer as JSON.",
        discussion: """
            A request_id that the JSON leaves out is made up. Field names are those of the .proto files.

            Example: rpcctl call SessionsService/SignIn -d '{"email":"…","password":"…"}'
            """)

    @OptionGroup var server: ServerOptions
    @Argument(help: "SERVICE/METHOD: AccountService/GetAccount, or in full account.v1.AccountService/GetAccount.")
    var method: String
    @Option(name: .shortAndLong, help: "The request as JSON; @FILE reads a file, - standard input. (default: {})")
    var data: String?
    @Option(help: "Seconds that the call may take.") var deadline = 30.0
    @Flag(help: "One line, and no empty fields.") var compact = false

    func validate() throws {
        guard deadline > 0, deadline < 86_400 else { throw ValidationError("--deadline takes seconds, up to a day.") }
    }

    func run() async throws {
        let schema = try Schema()
        let found = try schema.method(named: method)
        let request = try schema.encode(try json(), as: found.request, requestID: UUID().uuidString.lowercased())
        var options = CallOptions()
        if let token = try server.sessionToken() { options.metadata = [.authorization(token)] }
        let client = try server.client()
        defer { client.close() }
        guard found.isStream else {
            options.deadline = .milliseconds(Int64(deadline * 1_000))
            let result = await client.call(
                service: found.service, method: found.name, payload: request, options: options)
            return try show(try result.orFailure(), found, schema)
        }
        do {
            for try await message in client.stream(
                service: found.service, method: found.name, payload: request, options: options)
            {
                try show(message, found, schema)
            }
        } catch let status as Status {
            throw CallFailure(status: status)
        }
    }

    private func show(_ message: [UInt8], _ method: Schema.Method, _ schema: Schema) throws {
        let text = try schema.json(message, of: method.response, pretty: !compact, complete: !compact)
        Terminal.say(text.trimmed)
    }

    private func json() throws -> String {
        guard let data else { return "{}" }
        if data == "-" {
            var text = ""
            while let line = readLine(strippingNewline: false) { text += line }
            return text
        }
        guard data.hasPrefix("@") else { return data }
        guard let bytes = FileManager.default.contents(atPath: String(data.dropFirst())) else {
            throw ToolError("can't read \(data.dropFirst())")
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension Result where Failure == Status {
    func orFailure() throws -> Success {
        switch self {
        case .success(let value): return value
        case .failure(let status): throw CallFailure(status: status)
        }
    }
}

extension String {
    var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else {
            return ""
        }
        return String(self[first...last])
    }
}
