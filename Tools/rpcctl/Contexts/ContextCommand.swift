import ArgumentParser
import FoundationEssentials
import RPCClient

struct ContextCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "context", abstract: "Servers by name: where each is, how it is spoken to, and who calls.",
        discussion: """
            They are kept in ~/.config/accountd, readable by you alone, with a session token each.

            Example: rpcctl context add staging --addr accounts.staging.example:7443 --tls --service-token ~/staging.token
            """,
        subcommands: [AddContext.self, ListContexts.self, UseContext.self, RemoveContext.self])
}

struct AddContext: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Keeps the server's options under a name; over those of before, if there are any."
    )

    @Argument(help: "Letters, digits, “-”, “_” and “.”.") var name: String
    @OptionGroup var server: ServerOptions
    @Flag(help: "Ask that server for its methods and messages, in every command.") var reflect = false

    func run() throws {
        let isPlain = name.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
                true
            default: false
            }
        }
        guard isPlain, !name.isEmpty, !name.hasPrefix("."), name.utf8.count <= 64 else {
            throw ToolError("a context's name is letters, digits, “-”, “_” and “.”, up to 64")
        }
        guard server.address != nil else { throw ToolError("a context takes --addr HOST:PORT") }
        guard server.token == nil else {
            throw ToolError("a context takes no --token: sign in there, “rpcctl --context \(name) sign-in EMAIL”")
        }
        let isTLS = server.tls || server.ca != nil || server.cert != nil || server.key != nil
        var all = try ContextFile.read()
        all.contexts[name] = Context(
            addr: "\(try server.endpoint())", face: server.face?.rawValue, tls: isTLS ? true : nil,
            ca: whole(server.ca), cert: whole(server.cert), key: whole(server.key),
            serviceToken: whole(server.serviceToken), reflect: reflect ? true : nil)
        if all.current == nil { all.current = name }
        try ContextFile.write(all)
        Terminal.say(all.current == name ? "\(name) is kept, and in use." : "\(name) is kept.")
    }

    /// From wherever the tool is called.
    private func whole(_ path: String?) -> String? {
        guard let path, !path.hasPrefix("/") else { return path }
        return FileManager.default.currentDirectoryPath + "/" + path
    }
}

struct ListContexts: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Prints the contexts; a star stands before the one in use.")

    @OptionGroup var output: OutputOptions

    func run() throws {
        let all = try ContextFile.read()
        guard output.isText else {
            for (name, context) in all.contexts.sorted(by: { $0.key < $1.key }) {
                let members: [String: JSONValue] = [
                    "name": .text(name), "addr": .text(context.addr), "current": .flag(name == all.current),
                    "face": .text(context.face ?? "ttrpc"), "tls": .flag(context.tls == true),
                ]
                Terminal.say(JSONWriter.text(.object(members)))
            }
            return
        }
        let rows = all.contexts.sorted { $0.key < $1.key }.map { name, context in
            [
                name == all.current ? "*" : "", name, context.addr, context.face ?? "ttrpc",
                context.tls == true ? "TLS" : "",
                FileManager.default.fileExists(atPath: SessionFile.path(name)) ? "signed in" : "",
            ]
        }
        guard !rows.isEmpty else { return Terminal.say("There are none: “rpcctl context add NAME --addr HOST:PORT”.") }
        for line in TextTable.lines(["", "name", "addr", "face", "tls", "session"], rows, Style(output)) {
            Terminal.say(line)
        }
    }
}

struct UseContext: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "use", abstract: "Has the commands call in this context from now on.")

    @Argument(help: "Its name.", completion: .custom(Completions.contexts)) var name: String

    func run() throws {
        var all = try ContextFile.read()
        guard all.contexts[name] != nil else { throw ToolError("no context is called “\(name)”") }
        all.current = name
        try ContextFile.write(all)
        Terminal.say("\(name) is in use.")
    }
}

struct RemoveContext: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Forgets a context and the session token in it; the session goes on until it ends.")

    @Argument(help: "Its name.", completion: .custom(Completions.contexts)) var name: String

    func run() throws {
        var all = try ContextFile.read()
        guard all.contexts.removeValue(forKey: name) != nil else { throw ToolError("no context is called “\(name)”") }
        if all.current == name { all.current = nil }
        try ContextFile.write(all)
        SessionFile.remove(name)
        Terminal.say("\(name) is gone.")
    }
}
