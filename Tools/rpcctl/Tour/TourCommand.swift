import ArgumentParser

struct TourCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tour", abstract: "Lives a customer's whole life on a server, step by step, and shows every call.",
        discussion: """
            Signs a new customer up, reads the mail out of the server's data folder, turns two-factor on, signs in elsewhere, \
            changes address and password, uses an API key, and deletes the account. Ends with 0 only where every step held.
            """)

    @OptionGroup var server: ServerOptions
    @Option(help: "The server's data folder: its mail is read there.") var data = "./data"

    func run() throws {
        let caller = try server.caller(defaultServiceToken: data + "/service-token")
        let tour = try Tour(caller: caller, data: data)
        Terminal.say("A customer's life on \(caller.endpoint), as \(tour.email)")
        do {
            try tour.signUp()
            try tour.profile()
            try tour.twoFactor()
            try tour.devices()
            try tour.changeAddress()
            try tour.resetPassword()
            try tour.apiKey()
            try tour.preferences()
            try tour.belongings()
            try tour.activity()
            try tour.deletion()
        } catch {
            Terminal.complain("rpcctl: the tour stopped in step \(tour.step)")
            throw error
        }
        Terminal.say("\nEvery step held.")
    }
}
