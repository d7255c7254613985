internal import Foundation

/// Customers in a file: address, password and session's token a line, with tabs between; or as accountd-seed writes them, “email password”
/// a line and the tokens in a file of their own.
package enum AccountFile {
    private static let separator: Character = "\t"

    package static func write(_ accounts: [LoadAccount], to file: String) throws(LoadError) {
        let text = accounts.map { "\($0.email)\t\($0.password)\t\($0.session)\n" }.joined()
        // They open accounts: for their owner's eyes.
        guard
            FileManager.default.createFile(
                atPath: file, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
        else { throw LoadError("\(file) can't be written") }
    }

    /// With `sessions`, a token a line: as many as there are accounts, or alone.
    package static func read(_ file: String?, sessions: String?) throws(LoadError) -> [LoadAccount] {
        var accounts: [LoadAccount] = []
        for line in try file.map(lines) ?? [] { accounts.append(try account(line, file ?? "")) }
        guard let sessions else { return accounts }
        let tokens = try lines(sessions)
        guard !accounts.isEmpty else { return tokens.map { LoadAccount(session: $0) } }
        guard tokens.count >= accounts.count, tokens.count % accounts.count == 0 else {
            throw LoadError("\(sessions) has \(tokens.count) sessions for \(accounts.count) accounts")
        }
        // accountd-seed writes an account's sessions one after the other.
        let each = tokens.count / accounts.count
        return tokens.enumerated().map { index, token in
            LoadAccount(email: accounts[index / each].email, password: accounts[index / each].password, session: token)
        }
    }

    private static func account(_ line: String, _ file: String) throws(LoadError) -> LoadAccount {
        let tabbed = line.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
        if tabbed.count == 3 { return LoadAccount(email: tabbed[0], password: tabbed[1], session: tabbed[2]) }
        let words = line.split(separator: " ", maxSplits: 1).map(String.init)
        guard words.count == 2 else { throw LoadError("\(file): “email password” is expected on each line") }
        return LoadAccount(email: words[0], password: words[1])
    }

    private static func lines(_ file: String) throws(LoadError) -> [String] {
        guard let text = try? String(contentsOfFile: file, encoding: .utf8) else {
            throw LoadError("\(file) can't be read")
        }
        return text.split(separator: "\n").map(String.init)
    }
}
