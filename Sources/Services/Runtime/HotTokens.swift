import Domain
import Messages
import RPC

extension Cryptography {
    /// A secret as it is looked up, or why it can't be one. An absent or endless one isn't hashed.
    @inline(__always)
    func hotHash(_ purpose: HashPurpose, _ secret: RawSpan, field: String) -> HotSecret {
        guard secret.byteCount > 0 else {
            return .refused(.invalid(field, "Send the token.", reason: "TOKEN_REQUIRED"))
        }
        guard secret.byteCount <= Tokens.maximumBytes else { return .refused(.badCredentials) }
        // Bytes as bytes: any address is aligned for them.
        let bytes = unsafe secret._unsafeView(as: UInt8.self)
        return .hashed(keyedHash(purpose, span: bytes))
    }
}

enum HotSecret: Sendable {
    case hashed(KeyedHash)
    case refused(DomainError)
    case unreadable(DecodeFailure)
}

extension KeyedHash {
    /// Stands for no hash: no input is known that has it.
    static let zero = KeyedHash(word0: 0, word1: 0, word2: 0, word3: 0)
}
