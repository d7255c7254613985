import Domain
import Glibc
import Platform
import SQLiteStore

/// The commands that look after the store.
enum Maintenance {
    static func migrate(_ settings: Settings) throws(StartError) {
        let folder = DataFolder(settings.data)
        try folder.make()
        let versions = try store { () throws(SQLiteStoreError) in try SQLiteStore.migrate(folder: folder.path) }
        Console.say("schema \(versions.from) is now \(versions.to)")
    }

    /// Every problem a line; exit status 1 when there is one.
    static func check(_ settings: Settings) throws(StartError) {
        let folder = DataFolder(settings.data)
        try folder.requireExisting()
        let problems = try store { () throws(SQLiteStoreError) in try SQLiteStore.check(folder: folder.path) }
        for problem in problems { Console.say(problem) }
        guard problems.isEmpty else { exit(1) }
        Console.say("the store is sound")
    }

    /// One line a lane that isn't empty, then one a dead letter. Works beside a running server.
    static func outbox(_ settings: Settings) throws(StartError) {
        let folder = DataFolder(settings.data)
        try folder.requireExisting()
        let (depths, dead) = try store { () throws(SQLiteStoreError) in
            try SQLiteStore.outbox(folder: folder.path, deadLimit: 10_000)
        }
        if depths.isEmpty, dead.isEmpty { Console.say("the outbox is empty") }
        let now = SystemClock().now()
        for depth in depths {
            let age = max(0, (now - depth.oldest).microseconds / 1_000_000)
            Console.say("waiting \(depth.lane) count=\(depth.count) oldest_seconds=\(age)")
        }
        for job in dead {
            let subject = job.kind == .mail ? EmailID(job.subject).text : job.subject.text
            Console.say(
                "dead \(job.kind) \(subject) account=\(job.accountID.text) attempts=\(job.attempts)"
                    + " promised_unix=\(job.createdAt.seconds) given_up_unix=\(job.diedAt.seconds) why=\(job.error)")
        }
    }

    static func backup(_ settings: Settings, to file: String) throws(StartError) {
        let folder = DataFolder(settings.data)
        try folder.requireExisting()
        try store { () throws(SQLiteStoreError) in try SQLiteStore.backup(folder: folder.path, to: file) }
        Console.say("backed up to \(file), without keys")
    }

    private static func store<Result>(_ body: () throws(SQLiteStoreError) -> Result) throws(StartError) -> Result {
        do throws(SQLiteStoreError) {
            return try body()
        } catch {
            throw StartError(message: error.message)
        }
    }
}
