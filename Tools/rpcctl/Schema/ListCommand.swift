import ArgumentParser

struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Prints every method, who may call it, and what it does.")

    @OptionGroup var server: ServerOptions
    @OptionGroup var types: SchemaOptions
    @OptionGroup var output: OutputOptions

    func run() throws {
        let methods = try types.schema(of: server).methods
        guard output.isText else {
            for method in methods { Terminal.say(Self.json(method)) }
            return
        }
        let width = methods.map(\.shortName.count).max() ?? 0
        var service = ""
        for method in methods {
            if method.service != service {
                if !service.isEmpty { Terminal.say() }
                Terminal.say(method.service)
                service = method.service
            }
            let padding = String(repeating: " ", count: width - method.shortName.count)
            Terminal.say("  \(method.shortName)\(padding)  \(summary(method.comment))")
        }
    }

    private static func json(_ method: Schema.Method) -> String {
        JSONWriter.text(
            .object([
                "service": .text(method.service), "method": .text(method.name), "request": .text(method.request),
                "response": .text(method.response), "streams_requests": .flag(method.streamsRequests),
                "streams_responses": .flag(method.streamsAnswers), "comment": .text(method.comment),
            ]))
    }

    /// The comments begin with who may call: "owner, service. The account as a Settings page shows it. …"
    private func summary(_ comment: String) -> String {
        let sentences = comment.split(separator: ".", maxSplits: 2).map { String($0).trimmed }
        guard let access = sentences.first else { return "" }
        guard sentences.count > 1 else { return access + "." }
        return "[\(access)] \(sentences[1])."
    }
}

struct DescribeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "describe", abstract: "Prints a service, a method or a message as the .proto files declare it.")

    @OptionGroup var server: ServerOptions
    @OptionGroup var types: SchemaOptions
    @Argument(
        help: "AccountService, AccountService/SignUp, SignUpRequest; with the package or without.",
        completion: .custom(Completions.methods))
    var name: String

    func run() throws {
        let schema = try types.schema(of: server)
        if let method = try? schema.method(named: name) {
            Terminal.say(try schema.describe(method.fullName).trimmed)
        } else {
            Terminal.say(try schema.describe(name).trimmed)
        }
    }
}
