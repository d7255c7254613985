import Domain

/// Why the store can't be opened, migrated, checked or backed up. Never holds personal data.
package struct SQLiteStoreError: Error, Sendable, Equatable, CustomStringConvertible {
    package let message: String

    package init(message: String) { self.message = message }

    package var description: String { message }
}

extension SQLiteStoreError {
    init(_ error: DomainError, doing what: String) {
        switch error {
        case .storage(let text): message = "\(what): \(text)"
        case .corrupted(let text): message = "\(what): \(text) is corrupted"
        default: message = "\(what) failed"
        }
    }

    init(errno code: Int32, _ path: String) { message = "\(path): \(errorText(code))" }
}
