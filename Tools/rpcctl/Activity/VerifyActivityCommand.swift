import ArgumentParser
import FoundationEssentials

struct VerifyActivityCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify-activity",
        abstract: "Checks the activity log of an export: finds a changed, dropped, inserted or moved row.",
        discussion: """
            Asks no server. docs/protocol.md says what is checked, “Verifying the activity log”. A cut of the newest rows is found \
            by a head that was kept from before; that the server signed it, by the server's key.

            Ends with 0 where all holds, else with 1.
            """)

    @Argument(help: "A document of “rpcctl export”.") var file: String
    @Option(
        help: """
            The server's Ed25519 key, 64 hexadecimal digits, as you know it from elsewhere. Several times where it was rotated: \
            “accountd keys status” lists today's and former ones.
            """)
    var publicKey: [String] = []
    @Option(help: "An earlier export of the account, or the head of one. May be given several times.")
    var earlierHead: [String] = []

    func run() throws {
        let log = try ActivityLogFile(file)
        let earlier = try earlierHead.map { path in try Self.head(in: path) }
        do throws(BrokenLog) {
            let count = try log.verify(publicKeys: publicKey.map { $0.lowercased() }, earlier: earlier)
            Terminal.say("verified: \(count) rows")
        } catch {
            throw ToolError("\(file): broken: \(error.description)")
        }
        if publicKey.isEmpty {
            Terminal.complain("The signing key was taken from the file: give --public-key to hold it.")
        }
    }

    private static func head(in path: String) throws -> ActivityHeadOnFile {
        let bytes = try ActivityLogFile.read(path)
        do throws(BrokenLog) {
            var head = try JSONReader.value(of: bytes)
            if let activity = head["activity"] { head = activity }
            if let inner = head["head"] { head = inner }
            return try ActivityHeadOnFile(head)
        } catch {
            throw ToolError("\(path): no head: \(error.description)")
        }
    }
}
