/// What opens an account whose authenticator is gone: 80 random bits in Crockford's base32, `XXXX-XXXX-XXXX-XXXX`.
package enum RecoveryCodes {
    package static let count = 10
    private static let byteCount = 10
    private static let digitCount = 16
    /// Room for dashes and spaces, no more.
    private static let maximumBytes = 64

    package static func make(_ random: any Random) -> [String] {
        (0..<count).map { _ in grouped(TextEncoding.crockford(random.bytes(byteCount))) }
    }

    private static func grouped(_ digits: String) -> String {
        let characters = Array(digits)
        return stride(from: 0, to: characters.count, by: 4)
            .map { String(characters[$0..<min($0 + 4, characters.count)]) }
            .joined(separator: "-")
    }

    /// The 16 digits, however they were typed: lower case, without dashes, O for 0, I or L for 1. Nil for what is no code.
    package static func canonical(_ code: String) -> [UInt8]? {
        guard code.utf8.count <= maximumBytes else { return nil }
        var digits: [UInt8] = []
        for byte in code.utf8 {
            switch byte {
            case UInt8(ascii: "-"), UInt8(ascii: " "): continue
            case UInt8(ascii: "o"), UInt8(ascii: "O"): digits.append(UInt8(ascii: "0"))
            case UInt8(ascii: "i"), UInt8(ascii: "I"), UInt8(ascii: "l"), UInt8(ascii: "L"):
                digits.append(UInt8(ascii: "1"))
            case UInt8(ascii: "a")...UInt8(ascii: "z"): digits.append(byte - 0x20)
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(byte)
            default: return nil
            }
        }
        return digits.count == digitCount ? digits : nil
    }

    /// What is stored: bound to the account, so that a code is nobody else's.
    package static func hash(
        _ digits: [UInt8], of account: AccountID, _ cryptography: any Cryptography
    ) -> KeyedHash {
        cryptography.keyedHash(.recoveryCode, account.uuid.bytes + digits)
    }

    package static func check(_ code: String, field: String = "recovery_code") throws(DomainError) {
        guard code.utf8.count <= maximumBytes else {
            throw .invalid(
                field, "Send one recovery code, as in XXXX-XXXX-XXXX-XXXX.", reason: "RECOVERY_CODE_INVALID")
        }
    }
}

extension Work {
    /// New codes in place of all old ones; the texts are to be shown once.
    package func issueRecoveryCodes(for account: AccountID) throws(DomainError) -> [String] {
        let codes = RecoveryCodes.make(environment.random)
        let hashes = codes.compactMap(RecoveryCodes.canonical).map {
            RecoveryCodes.hash($0, of: account, environment.cryptography)
        }
        try rows.replaceRecoveryCodes(of: account, with: hashes)
        return codes
    }
}
