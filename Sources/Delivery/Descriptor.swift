import Glibc

/// One open file or folder, closed with its owner.
struct Descriptor: ~Copyable {
    let number: Int32

    /// Nil with `errno` set.
    init?(opening path: String, in folder: Int32 = AT_FDCWD, flags: Int32, mode: mode_t = 0) {
        let number = retrying { openat(folder, path, flags | O_CLOEXEC, mode) }
        guard number >= 0 else { return nil }
        self.number = number
    }

    deinit { close(number) }

    /// False with `errno` set.
    func write(_ bytes: [UInt8]) -> Bool {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                retrying { Glibc.write(number, buffer.baseAddress?.advanced(by: written), buffer.count - written) }
            }
            guard count > 0 else { return false }
            written += count
        }
        return true
    }

    func sync() -> Bool { retrying { fsync(number) } == 0 }

    /// Whether the folder lists the name. Nil with `errno` set.
    func lists(_ name: String) -> Bool? {
        var isListed = false
        let isWhole = walk {
            isListed = $0 == name
            return !isListed
        }
        return isWhole ? isListed : nil
    }

    /// All names in the folder but "." and "..". Nil with `errno` set.
    func names() -> [String]? {
        var names: [String] = []
        let isWhole = walk {
            if $0 != ".", $0 != ".." { names.append($0) }
            return true
        }
        return isWhole ? names : nil
    }

    /// Until `body` says false. False with `errno` set.
    private func walk(_ body: (String) -> Bool) -> Bool {
        // A descriptor of its own: `fdopendir` takes it over.
        let listed = retrying { openat(number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
        guard listed >= 0 else { return false }
        guard let folder = fdopendir(listed) else {
            close(listed)
            return false
        }
        defer { closedir(folder) }
        errno = 0
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                String(cString: UnsafeRawPointer(pointer).assumingMemoryBound(to: CChar.self))
            }
            guard body(name) else { return true }
            errno = 0
        }
        return errno == 0
    }
}

/// Calls again what a signal interrupted (EINTR).
func retrying<Result: SignedInteger>(_ call: () -> Result) -> Result {
    while true {
        let result = call()
        if result != -1 || errno != EINTR { return result }
    }
}

/// `mkdir -p` for one level, and what `errno` says of it in stable words.
enum Folder {
    /// Opens it, made with 0700 where it isn't there yet.
    static func open(_ path: String) -> Descriptor? {
        let flags = O_RDONLY | O_DIRECTORY
        if let folder = Descriptor(opening: path, flags: flags) { return folder }
        guard errno == ENOENT, mkdir(path, 0o700) == 0 || errno == EEXIST else { return nil }
        return Descriptor(opening: path, flags: flags)
    }
}

/// "The mail folder: No space left on device." Names no file: names may be personal.
func systemWords(_ what: String) -> String { "\(what): \(String(cString: strerror(errno)))." }
