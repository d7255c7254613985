import ArgumentParser
import LoadGenerator

struct Accounts: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Makes customers with a session each, as customers are made, and writes them to a file.",
        discussion:
            "For some thousands. Each costs the server two password hashes: for more, stop the server and let accountd-seed write them into its data folder."
    )
    @OptionGroup var server: ServerOptions
    @Option(help: "How many.") var count: Int
    @Option(help: "The server's data folder: its mail has their links.") var data = "./data"
    @Option(help: "The file, for its owner's eyes.") var out: String

    func validate() throws {
        guard (1...1_000_000).contains(count) else { throw ValidationError("--count is 1 to 1000000") }
    }

    func run() throws {
        try AccountFile.write(try server.signUp(count, data: data), to: out)
    }
}
