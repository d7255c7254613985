import Glibc
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
