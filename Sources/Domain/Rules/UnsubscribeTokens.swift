/// The token of one-click unsubscription (RFC 8058): for one account and one category, opaque, unforgeable, good for ever,
/// and the same each time, so that a mail sent twice is one mail. Nothing of it is stored: what it names is masked by its
/// own keyed hash.
package enum UnsubscribeTokens {
    package static let prefix = "uns_"
    private static let categoryBytes = 24
    private static let hashBytes = 32
    private static let contentBytes = 16 + categoryBytes

    /// Nil for a category that can't be turned off.
    package static func make(_ account: AccountID, _ category: String, _ cryptography: any Cryptography) -> String? {
        guard let known = MailCategory.named(category), !known.isMandatory, category.utf8.count <= categoryBytes else {
            return nil
        }
        let name = Array(category.utf8)
        let content = account.uuid.bytes + name + [UInt8](repeating: 0, count: categoryBytes - name.count)
        let hash = cryptography.keyedHash(.unsubscribeToken, content).bytes
        return prefix + TextEncoding.base64URL(hash + masked(content, by: hash, cryptography))
    }

    /// Nil for anything that `make` didn't make.
    package static func open(
        _ token: String, _ cryptography: any Cryptography
    ) -> (account: AccountID, category: MailCategory)? {
        guard token.hasPrefix(prefix), let bytes = TextEncoding.bytes(base64URL: token.dropFirst(prefix.count)),
            bytes.count == hashBytes + contentBytes
        else { return nil }
        let hash = Array(bytes[..<hashBytes])
        let content = masked(Array(bytes[hashBytes...]), by: hash, cryptography)
        guard cryptography.equalInConstantTime(hash, cryptography.keyedHash(.unsubscribeToken, content).bytes),
            let account = UUIDv7(bytes: content[..<16]),
            let name = String(validating: content[16...].prefix { $0 != 0 }, as: UTF8.self),
            let category = MailCategory.named(name), !category.isMandatory
        else { return nil }
        return (AccountID(account), category)
    }

    private static func masked(_ content: [UInt8], by hash: [UInt8], _ cryptography: any Cryptography) -> [UInt8] {
        let mask = [0, 1].flatMap { cryptography.keyedHash(.unsubscribeMask, hash + [$0]).bytes }
        return zip(content, mask).map { $0 ^ $1 }
    }
}

extension Environment {
    /// Where one click turns off a category; nil for one that can't be, and where the public address isn't https, as
    /// RFC 8058 wants it.
    package func unsubscribeURL(_ account: AccountID, _ category: String) -> String? {
        guard policy.publicURL.hasPrefix("https://"),
            let token = UnsubscribeTokens.make(account, category, cryptography)
        else { return nil }
        return "\(policy.publicURL)/unsubscribe?token=\(token)"
    }
}
