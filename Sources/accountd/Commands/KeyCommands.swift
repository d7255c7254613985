import Crypto
import Domain
import SQLiteStore

/// `accountd keys …`: what the operator does to the server's keys. Everything works beside a running server, too.
struct KeyCommands {
    /// Which one.
    enum Action: Equatable {
        case status
        case rotate
        case retire(UInt8)
    }

    let data: DataFolder
    let folder: String
    let held: ServerKeys
    let found: KeyInspection

    static func run(_ action: Action, _ settings: Settings) throws(StartError) {
        let commands = try KeyCommands(settings)
        switch action {
        case .status: try commands.status()
        case .rotate: try commands.rotate()
        case .retire(let number): try commands.retire(number)
        }
    }

    private init(_ settings: Settings) throws(StartError) {
        let data = DataFolder(settings.data)
        try data.requireExisting()
        let folder = settings.keyFolder
        self.data = data
        self.folder = folder
        held = try Self.keys { () throws(CryptoError) in try ServerKeys.load(folder: folder) }
        found = try Self.store { () throws(SQLiteStoreError) in try SQLiteStore.inspectKeys(folder: data.path) }
    }

    /// One line a generation, the newest last.
    private func status() throws(StartError) {
        let all = try Self.keys { () throws(CryptoError) in try ServerKeys.publicKeys(folder: folder) }
        for (number, key) in all {
            let use = use(of: number)
            Console.say(
                "generation \(number) \(state(of: number)) data_keys=\(use.dataKeys) invoices=\(use.invoices)"
                    + " answers=\(use.answers) public_key=\(TextEncoding.hex(key))")
        }
        try KeyFitting.check(found.uses, held, in: folder)
    }

    private func state(of number: UInt8) -> String {
        guard held.holds(number) else { return "retired" }
        if number == held.newest {
            return found.generations.contains { $0.generation == number } ? "seals" : "waits"
        }
        return isUnused(number) ? "unused" : "opens"
    }

    private func use(of number: UInt8) -> KeyUse {
        found.uses.first { $0.generation == number } ?? KeyUse(generation: number)
    }

    /// Nothing names it, and nothing will: a newer one seals.
    private func isUnused(_ number: UInt8) -> Bool {
        use(of: number).total == 0 && found.generations.contains { $0.generation > number && $0.aloneSince != nil }
    }

    /// Removes the keys of a generation that nothing names.
    private func retire(_ number: UInt8) throws(StartError) {
        if held.holds(number), number != held.newest, !isUnused(number) {
            let use = use(of: number)
            throw StartError(
                message: "generation \(number) is still used: data_keys=\(use.dataKeys) invoices=\(use.invoices)"
                    + " answers=\(use.answers); accountd keys rotate goes on with the rotation")
        }
        try Self.keys { () throws(CryptoError) in try ServerKeys.retire(number, folder: folder) }
        Console.say("generation \(number) is retired: its secret keys are gone")
    }

    static func keys<Result>(_ body: () throws(CryptoError) -> Result) throws(StartError) -> Result {
        do throws(CryptoError) {
            return try body()
        } catch {
            throw StartError(message: "\(error)")
        }
    }

    static func store<Result>(_ body: () throws(SQLiteStoreError) -> Result) throws(StartError) -> Result {
        do throws(SQLiteStoreError) {
            return try body()
        } catch {
            throw StartError(message: error.message)
        }
    }
}
