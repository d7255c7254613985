import Domain

/// Why the store can't be opened, migrated, checked or backed up. Never holds personal data.
package struct SQLiteStoreError: Error, Sendable, Equatable, CustomStringConvertible {
    package let message: String
    /// Another process works in the folder.
    package let isLocked: Bool

    package init(message: String, isLocked: Bool = false) {
        self.message = message
        self.isLocked = isLocked
    }

    package var description: String { message }
}

extension SQLiteStoreError {
    init(_ error: DomainError, doing what: String) {
        switch error {
        case .storage(let text): self.init(message: "\(what): \(text)")
        case .corrupted(let text): self.init(message: "\(what): \(text) is corrupted")
        default: self.init(message: "\(what) failed")
        }
    }

    init(errno code: Int32, _ path: String) { self.init(message: "\(path): \(errorText(code))") }
}
