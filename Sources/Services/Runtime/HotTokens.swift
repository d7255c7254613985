import Domain
import Messages
import RPC

extension HotPath {
    /// A secret as it is looked up, or why it can't be one. An absent or endless one isn't hashed.
    func hash(_ purpose: HashPurpose, _ secret: RawSpan, field: String) -> HotSecret {
        guard secret.byteCount > 0 else {
            return .refused(.invalid(field, "Send the token.", reason: "TOKEN_REQUIRED"))
        }
        guard secret.byteCount <= Tokens.maximumBytes else { return .refused(.badCredentials) }
        // Bytes as bytes: any address is aligned for them.
        let bytes = unsafe secret._unsafeView(as: UInt8.self)
        return .hashed(cryptography.keyedHash(purpose, span: bytes))
    }
}

enum HotSecret: Sendable {
    case hashed(KeyedHash)
    case refused(DomainError)
    case unreadable(DecodeFailure)
}

extension StagedNote {
    @inline(__always)
    init(_ hash: KeyedHash) {
        self.init(word0: hash.word0, word1: hash.word1, word2: hash.word2, word3: hash.word3, kind: 1)
    }

    var hash: KeyedHash {
        @inline(__always) get { KeyedHash(word0: word0, word1: word1, word2: word2, word3: word3) }
    }
}
