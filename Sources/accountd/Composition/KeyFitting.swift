import Crypto
import Domain
import SQLiteStore

/// Holds the server's keys against what the store has, before anything is served: with the wrong ones every account would seem
/// broken, and new ones would be sealed under keys that nobody keeps.
enum KeyFitting {
    static func check(
        _ keys: ServerKeys, _ cryptography: ServerCryptography, in folder: String, for store: SQLiteStore
    ) throws(StartError) {
        try check(store.keyUse, keys, in: folder)
        let some = store.someDataKeys(16)
        guard some.isEmpty || some.contains(where: { cryptography.unwrapDataKey($0.wrapped, for: $0.account) != nil })
        else {
            throw StartError(message: "the keys in \(folder) don't open keys.sqlite: put those there that belong to it")
        }
    }

    /// Answers, which live a day, don't stop a start.
    static func check(_ uses: [KeyUse], _ keys: ServerKeys, in folder: String) throws(StartError) {
        for use in uses where !keys.holds(use.generation) {
            if use.dataKeys > 0 {
                throw missing("wrapping", use.generation, "\(use.dataKeys) accounts' data keys", folder)
            }
            if use.invoices > 0 { throw missing("retention", use.generation, "\(use.invoices) invoices", folder) }
        }
    }

    private static func missing(_ part: String, _ generation: UInt8, _ what: String, _ folder: String) -> StartError {
        StartError(
            message:
                "\(what) name generation \(generation) of the keys, and \(folder)/\(part)-\(generation).key isn't there:"
                + " restore it with the others of its number")
    }
}
