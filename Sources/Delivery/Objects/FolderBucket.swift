package import Domain
import Glibc

/// The embedded bucket: a folder in which an object's key is its path. Never leaves the folder: nothing is followed through a
/// symbolic link.
package struct FolderBucket: ObjectStore {
    /// As many as the segments of the longest key.
    private static let maximumDepth = 512

    private let path: String

    package init(path: String) { self.path = path }

    package func removeAll(
        of account: AccountID, unless isStopping: @escaping @Sendable () -> Bool
    ) throws(DeliveryError) -> ObjectRemoval {
        guard let bucket = Descriptor(opening: path, flags: O_RDONLY | O_DIRECTORY) else {
            if errno == ENOENT { return .complete }
            throw trouble()
        }
        // The prefix is one path segment: an id and a slash.
        try empty(account.text, in: bucket, depth: 0, isStopping)
        guard bucket.sync(), let isListed = bucket.lists(account.text) else { throw trouble() }
        guard !isListed else { throw .temporary("Objects are still listed.") }
        return .complete
    }

    /// Removes the folder of that name with all that is in it. What is no folder there is no object either.
    private func empty(
        _ name: String, in parent: borrowing Descriptor, depth: Int, _ isStopping: () -> Bool
    ) throws(DeliveryError) {
        guard depth < Self.maximumDepth else { throw .permanent("The bucket's folders are too deep.") }
        guard let folder = Descriptor(opening: name, in: parent.number, flags: O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
        else {
            if errno == ENOENT { return }
            guard depth == 0 else { throw trouble() }
            throw .permanent("The account's prefix names no folder.")
        }
        guard let names = folder.names() else { throw trouble() }
        for inner in names {
            if isStopping() { throw .stopped }
            var status = stat()
            guard fstatat(folder.number, inner, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
                if errno == ENOENT { continue }
                throw trouble()
            }
            if status.st_mode & S_IFMT == S_IFDIR {
                try empty(inner, in: folder, depth: depth + 1, isStopping)
            } else if unlinkat(folder.number, inner, 0) != 0, errno != ENOENT {
                throw trouble()
            }
        }
        guard folder.sync() else { throw trouble() }
        guard unlinkat(parent.number, name, AT_REMOVEDIR) == 0 || errno == ENOENT else { throw trouble() }
    }

    private func trouble() -> DeliveryError { .temporary(systemWords("The bucket")) }
}
