import ArgumentParser

struct TemplateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "template", abstract: "Prints a request for a method as JSON, with something in every field.",
        discussion: """
            Of fields that exclude each other only the first is there; the request_id is left to be made up.

            Example: rpcctl template SignUp > request.json; $EDITOR request.json; rpcctl call SignUp -d @request.json
            """)

    @OptionGroup var server: ServerOptions
    @OptionGroup var types: SchemaOptions
    @Argument(help: "SERVICE/METHOD", completion: .custom(Completions.methods)) var method: String

    func run() throws {
        let schema = try types.schema(of: server)
        Terminal.say(try schema.template(of: schema.method(named: method).request).trimmed)
    }
}
