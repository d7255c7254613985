package import Domain
import Glibc

/// The embedded bucket: a folder in which an object's key is its path. Never leaves the folder: no segment of a key is
/// followed through a symbolic link.
package struct FolderBucket: ObjectStore {
    private let path: String

    package init(path: String) { self.path = path }

    package func remove(key: String) throws(DeliveryError) {
        let segments = try Self.segments(of: key)
        guard let parent = try open(segments.dropLast()), let name = segments.last else { return }
        var status = stat()
        guard fstatat(parent.number, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
            if errno == ENOENT { return }
            throw trouble()
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw .temporary("The key names no object but a folder or a link.")
        }
        guard unlinkat(parent.number, name, 0) == 0 || errno == ENOENT, parent.sync() else { throw trouble() }
        removeEmptyFolders(segments.dropLast())
    }

    package func exists(key: String) throws(DeliveryError) -> Bool {
        let segments = try Self.segments(of: key)
        guard let parent = try open(segments.dropLast()), let name = segments.last else { return false }
        guard let isListed = parent.lists(name) else { throw trouble() }
        return isListed
    }

    /// The folder behind the segments, or nil when there is none.
    private func open(_ segments: ArraySlice<String>) throws(DeliveryError) -> Descriptor? {
        guard var folder = Descriptor(opening: path, flags: O_RDONLY | O_DIRECTORY) else {
            if errno == ENOENT { return nil }
            throw trouble()
        }
        for segment in segments {
            let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW
            guard let next = Descriptor(opening: segment, in: folder.number, flags: flags) else {
                if errno == ENOENT { return nil }
                throw trouble()
            }
            folder = next
        }
        return folder
    }

    /// A bucket has no folders, so none stays behind; one that isn't empty does.
    private func removeEmptyFolders(_ segments: ArraySlice<String>) {
        var segments = segments
        while let name = segments.popLast() {
            guard let parent = try? open(segments), unlinkat(parent.number, name, AT_REMOVEDIR) == 0 else { return }
        }
    }

    private func trouble() -> DeliveryError { .temporary(systemWords("The bucket")) }

    private static let maximumKeyBytes = 1_024

    /// Refuses what isn't a path below the folder.
    private static func segments(of key: String) throws(DeliveryError) -> ArraySlice<String> {
        let segments = key.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map {
            String($0) ?? ""
        }
        let isUsable = segments.allSatisfy { segment in
            !segment.isEmpty && segment != "." && segment != ".." && segment.utf8.count <= 255
                && !segment.utf8.contains(0)
        }
        guard isUsable, key.utf8.count <= maximumKeyBytes else { throw .permanent("The key is no path in the bucket.") }
        return segments[...]
    }
}
