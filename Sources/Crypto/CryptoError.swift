/// Why the server's keys can't be used. Names a file, never what it holds.
package enum CryptoError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The library refused to start.
    case unavailable(String)
    /// A key file is gone while others are there: what it sealed can't be opened, so no new one is made in its place.
    case missing(String)
    /// Another user may read it, or owns it.
    case exposed(String)
    /// Not a regular file of the right size, or not a folder.
    case malformed(String)
    /// A file call failed with that errno.
    case file(String, errno: Int32)
    /// Parameters below the floor or above the ceiling.
    case weakParameters(String)

    package var description: String {
        switch self {
        case .unavailable(let library): "\(library) could not be initialised"
        case .missing(let path): "the key file \(path) is missing: restore it, a new one would open nothing"
        case .exposed(let path): "\(path) must belong to this user and be closed to all others (chmod go=)"
        case .malformed(let path): "\(path) is not what a key is kept in"
        case .file(let path, let code): "\(path): errno \(code)"
        case .weakParameters(let text): text
        }
    }
}
