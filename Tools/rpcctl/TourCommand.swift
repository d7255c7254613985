import ArgumentParser

struct TourCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tour",
        abstract: "Lives a customer's whole life on the server, step by step, and shows every call.")
    @OptionGroup var server: ServerOptions
    @Option(help: "The server's data folder: its mail is read there.") var data = "./data"
    func run() async throws {}
}
