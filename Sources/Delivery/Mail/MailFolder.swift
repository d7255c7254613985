package import Domain
import Glibc

/// The embedded transport: one file a mail, `<email id>.eml`, there whole or not at all, as in a maildir.
package struct MailFolder: MailTransport, MailRemoval {
    private let path: String

    /// The folder is made when the first mail comes.
    package init(path: String) { self.path = path }

    package func send(
        _ mail: RenderedMail, unless isStopping: @escaping @Sendable () -> Bool
    ) throws(DeliveryError) {
        guard let folder = Folder.open(path) else { throw trouble() }
        let name = Self.name(mail.id)
        // It was handed over before a crash: the name appears only after the content is durable.
        if faccessat(folder.number, name, F_OK, 0) != 0 {
            let staging = Self.stagingName(mail.id)
            // Left by a crash.
            unlinkat(folder.number, staging, 0)
            try write(mail.message, to: staging, in: folder)
            guard renameat(folder.number, staging, folder.number, name) == 0 else { throw trouble() }
        }
        guard folder.sync() else { throw trouble() }
    }

    package func remove(_ ids: [EmailID]) throws(DeliveryError) {
        guard let folder = Descriptor(opening: path, flags: O_RDONLY | O_DIRECTORY) else {
            if errno == ENOENT { return }
            throw trouble()
        }
        for id in ids {
            for name in [Self.name(id), Self.stagingName(id)] {
                guard unlinkat(folder.number, name, 0) == 0 || errno == ENOENT else { throw trouble() }
            }
        }
        guard folder.sync() else { throw trouble() }
    }

    private func write(_ bytes: [UInt8], to name: String, in folder: borrowing Descriptor) throws(DeliveryError) {
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW
        guard let file = Descriptor(opening: name, in: folder.number, flags: flags, mode: 0o600) else {
            throw trouble()
        }
        guard file.write(bytes), file.sync() else {
            let error = trouble()
            unlinkat(folder.number, name, 0)
            throw error
        }
    }

    private func trouble() -> DeliveryError { .temporary(systemWords("The mail folder")) }

    private static func name(_ id: EmailID) -> String { "\(id.text).eml" }

    /// No reader of the folder takes it for a mail.
    private static func stagingName(_ id: EmailID) -> String { ".\(id.text).new" }
}
