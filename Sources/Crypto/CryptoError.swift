/// Why the server's keys can't be used. Names a file, never what it holds.
package enum CryptoError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The library refused to start.
    case unavailable(String)
    /// A key file is gone while others are there: what it sealed can't be opened, so no new one is made in its place.
    case missing(String)
    /// A key file that isn't this user's, or has another mode than 0400.
    case exposed(String)
    /// A folder of keys that isn't this user's, or that others may look into.
    case exposedFolder(String)
    /// Not a regular file of the right size, or not a folder.
    case malformed(String)
    /// A file call failed with that errno.
    case file(String, errno: Int32)
    /// That generation is the newest, or isn't there.
    case inUse(String, UInt8)
    /// 255 generations were made.
    case tooManyGenerations(String)
    /// Parameters below the floor or above the ceiling.
    case weakParameters(String)

    package var description: String {
        switch self {
        case .unavailable(let library): "\(library) could not be initialised"
        case .missing(let path): "the key file \(path) is missing: restore it, a new one would open nothing"
        case .exposed(let path): "\(path) must belong to this user and have the mode 0400 (chmod 0400)"
        case .exposedFolder(let path): "\(path) must belong to this user and be closed to all others (chmod go=)"
        case .malformed(let path): "\(path) is not what a key is kept in"
        case .file(let path, let code): "\(path): errno \(code)"
        case .inUse(let path, let number): "generation \(number) in \(path) is the newest, or isn't there"
        case .tooManyGenerations(let path): "\(path) has had 255 generations, and there can be no more"
        case .weakParameters(let text): text
        }
    }
}
