import Crypto
import Dispatch
import Domain
import Glibc
import Platform
import SQLiteStore

extension KeyCommands {
    /// Makes a generation, or goes on with one whose rotation isn't at its end. Returns when the older ones are no longer used.
    func rotate() throws(StartError) {
        try KeyFitting.check(found.uses, held, in: folder)
        let generation = try nextGeneration()
        if let opened = try openStore() {
            defer { opened.close() }
            try sealAnew(opened)
        } else {
            try watch(generation)
        }
        let uses = try Self.store { () throws(SQLiteStoreError) in try SQLiteStore.inspectKeys(folder: data.path).uses }
        guard uses.allSatisfy({ $0.generation >= generation }) else {
            throw StartError(message: "older generations are used again: was a backup restored? Rotate again")
        }
        for number in held.numbers where number < generation {
            Console.say("generation \(number) is no longer used: accountd keys retire \(number) removes its keys")
        }
    }

    private func nextGeneration() throws(StartError) -> UInt8 {
        let isUnderWay =
            held.newest > 1 && !found.generations.contains { $0.generation == held.newest && $0.aloneSince != nil }
        guard !isUnderWay else {
            Console.say("the rotation to generation \(held.newest) goes on")
            return held.newest
        }
        let made = try Self.keys { () throws(CryptoError) in try ServerKeys.addGeneration(folder: folder) }
        Console.say("generation \(made) is made")
        return made
    }

    /// Nil: a server works in the folder, and so does what is to be done.
    private func openStore() throws(StartError) -> SQLiteStore? {
        do throws(SQLiteStoreError) {
            return try SQLiteStore.open(folder: data.path)
        } catch {
            guard error.isLocked else { throw StartError(message: error.message) }
            return nil
        }
    }

    /// No server runs: everything is sealed anew here.
    private func sealAnew(_ opened: SQLiteStore) throws(StartError) {
        let cryptography = try Self.keys { () throws(CryptoError) in
            try ServerCryptography(keys: ServerKeys.load(folder: folder))
        }
        let (ended, result) = (DispatchSemaphore(value: 0), Received())
        let resealer = Resealer(opened, cryptography, SystemClock(), on: DispatchQueue(label: "accountd.keys"))
        resealer.run { left in
            Self.say(left)
        } end: { end in
            result.end = end
            ended.signal()
        }
        ended.wait()
        switch result.end {
        case .done: return
        case .stuck(let values):
            throw StartError(message: "\(values) values can't be opened: accountd check may say more")
        case .failed(let error): throw StartError(message: "\(data.path): \(error)")
        case nil: throw StartError(message: "it did not end")
        }
    }

    /// Written before the semaphore is signalled, read after.
    private final class Received: @unchecked Sendable {
        var end: Resealer.End?
    }

    /// The running server takes the generation up within seconds, and writes down how far it is.
    private func watch(_ generation: UInt8) throws(StartError) {
        Console.say("the running server seals anew; it goes on when this command is ended")
        var last: Int?
        var quietRounds = 0
        while true {
            let records = try Self.store { () throws(SQLiteStoreError) in
                try SQLiteStore.keyGenerations(folder: data.path)
            }
            let record = records.first { $0.generation >= generation }
            if record?.aloneSince != nil { return }
            quietRounds = record?.remaining == last ? quietRounds + 1 : 0
            last = record?.remaining
            if let last, quietRounds == 0 { Self.say(last) }
            if quietRounds == 240 { Console.say("nothing has moved for a minute: the server's log may say why") }
            usleep(250_000)
        }
    }

    private static func say(_ left: Int) { Console.say("\(left) values name an older generation") }
}
