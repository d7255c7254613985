import ArgumentParser

@main
struct RPCLoad: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rpcload",
        abstract: "Puts load on an accountd and measures what comes back.",
        discussion: "docs/load-testing.md says how; Tools/rpcload/scenarios has scenarios to begin with.",
        subcommands: [
            Run.self, Search.self, Accounts.self, Validate.self, Mutate.self, SignIn.self, Overload.self, Idle.self,
        ])
}
