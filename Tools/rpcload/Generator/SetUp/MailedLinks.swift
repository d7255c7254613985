internal import Foundation

/// The links that the server mails to new customers, read from its mail folder: each file once.
actor MailedLinks {
    private let folder: String
    private var seen: Set<String> = []
    private var tokens: [String: String] = [:]

    init(folder: String) {
        self.folder = folder
        // What lies there already is others' mail.
        seen = Set((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
    }

    /// Waits up to `seconds` for the address's link.
    func token(for address: String, seconds: Int) async throws -> String {
        for _ in 0..<(seconds * 50) {
            if let token = tokens.removeValue(forKey: address) { return token }
            readNew()
            if let token = tokens.removeValue(forKey: address) { return token }
            try await Task.sleep(for: .milliseconds(20))
        }
        throw LoadError("no mail to \(address) came into \(folder); is --data the server's data folder?")
    }

    private func readNew() {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for name in names where name.hasSuffix(".eml") && !seen.contains(name) {
            seen.insert(name)
            guard let data = FileManager.default.contents(atPath: folder + "/" + name) else { continue }
            let mail = String(decoding: data, as: UTF8.self).replacing("=\r\n", with: "").replacing("=3D", with: "=")
            if let address = Self.recipient(mail), let token = Self.token(mail) { tokens[address] = token }
        }
    }

    private static func recipient(_ mail: String) -> String? {
        guard let line = mail.split(separator: "\r\n").first(where: { $0.lowercased().hasPrefix("to:") }) else {
            return nil
        }
        let address = line.dropFirst(3).split { " <>\t".contains($0) }.last { $0.contains("@") }
        return address.map(String.init)
    }

    private static func token(_ mail: String) -> String? {
        guard let range = mail.firstRange(of: "token=") else { return nil }
        let token = mail[range.upperBound...].prefix {
            $0.isASCII && ($0.isLetter || $0.isNumber || "-_.~".contains($0))
        }
        return token.isEmpty ? nil : String(token)
    }
}
