import ArgumentParser
import RPCClient

struct ShellCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "shell", abstract: "Takes one command a line, over one connection, with history and completion.",
        discussion: """
            A method's name calls it; behind it stand fields as NAME=VALUE, or JSON. Every command of rpcctl works without its \
            first word. Tab completes methods, fields and enums; Ctrl-R searches the lines of before; Ctrl-C ends a command; Ctrl-D or \
            “exit” leaves.

            Example: ListActivity page_size=5
            """)

    @OptionGroup var server: ServerOptions
    @OptionGroup var types: SchemaOptions
    @OptionGroup var output: OutputOptions

    func run() throws { try Shell(self).run() }
}

/// A running shell.
private final class Shell {
    private let command: ShellCommand
    private let schema: Schema
    private var connections: [RPCFace: DirectConnection] = [:]
    /// Of the last command, for a script's sake.
    private var status: Int32 = 0

    init(_ command: ShellCommand) throws {
        self.command = command
        schema = try command.types.schema(of: command.server)
    }

    func run() throws {
        let completions = ShellCompletions(schema: schema)
        let reader = LineReader(history: History()) { completions($0) }
        if reader.isInteractive {
            Interruption.listen()
            Terminal.say("Tab completes, “help” helps, “exit” leaves.")
        }
        defer { if reader.isInteractive { try? reader.history.save() } }
        while true {
            switch reader.read(prompt: try prompt()) {
            case .ended: return try end()
            case .interrupted: continue
            case .text(let line):
                let bare = line.trimmed
                if bare == "exit" || bare == "quit" { return try end() }
                if !bare.hasPrefix("#") { obey(bare) }
            }
        }
    }

    private func end() throws {
        if status != 0 { throw ExitCode(status) }
    }

    private func prompt() throws -> String {
        let context = try command.server.contextName()
        return (context.isEmpty ? "\(try command.server.endpoint())" : context) + "> "
    }

    private func obey(_ line: String) {
        Interruption.clear()
        do {
            let line = try ShellLine(line)
            guard let arguments = line.arguments(schema, inherited) else { return }
            status = 0
            if arguments.first == "help", arguments.count == 1 {
                return Terminal.say(ShellCommand.configuration.discussion)
            }
            let parsed = try RPCCtl.parseAsRoot(arguments)
            if let call = parsed as? CallCommand, CallCommand.isOfShell(line.words) {
                try CallRun(call, schema) { try self.connection(face: $0) }.run(call.method)
            } else if parsed is any AsyncParsableCommand || parsed is ShellCommand {
                throw ToolError("“\(arguments[0])” works outside of the shell only")
            } else {
                var parsed = parsed
                try parsed.run()
            }
        } catch {
            status = RPCCtl.tell(error)
        }
    }

    /// What the shell was started with, for those commands that take it.
    private func inherited(_ name: String) -> [String] {
        let takeServer: Set = [
            "call", "list", "describe", "template", "sign-in", "sign-out", "export", "watch", "top", "tour",
        ]
        var words = takeServer.contains(name) ? command.server.words : []
        if ["list", "describe", "template"].contains(name) {
            if command.types.reflect { words.append("--reflect") }
            if let file = command.types.descriptorSet { words += ["--descriptor-set", file] }
        }
        if ["call", "list", "watch", "top"].contains(name), let format = command.output.format {
            words += ["-o", format.rawValue]
        }
        return words
    }

    /// One a face, for as long as the shell runs.
    private func connection(face: RPCFace?) throws -> DirectConnection {
        let reflects = try command.server.face == nil && command.types.reflects(at: command.server)
        let face = try reflects ? .grpc : face ?? command.server.chosenFace()
        if let connection = connections[face] { return connection }
        let connection = try command.server.connection(face: face)
        connections[face] = connection
        return connection
    }
}
