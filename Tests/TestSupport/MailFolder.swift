package import Foundation

/// The folder that the server writes mail to, read as a person would: newest first, by address.
package struct MailFolder: Sendable {
    package let folder: URL
    package init(folder: URL) { self.folder = folder }

    package struct Mail: Sendable {
        package let name: String
        package let headers: String
        package let text: String

        /// What stands behind `#token=` or `?token=` in the mail's text.
        package var token: String? {
            for marker in ["#token=", "?token="] {
                guard let range = text.range(of: marker) else { continue }
                return String(text[range.upperBound...].prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" })
            }
            return nil
        }
    }

    package var all: [Mail] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".eml") }.sorted().reversed().compactMap { name in
            guard let data = try? Data(contentsOf: folder.appendingPathComponent(name)) else { return nil }
            let raw = String(decoding: data, as: UTF8.self)
            guard let split = raw.range(of: "\r\n\r\n") else { return nil }
            return Mail(
                name: name, headers: String(raw[..<split.lowerBound]),
                text: Self.unquoted(String(raw[split.upperBound...])))
        }
    }

    package func mails(to address: String) -> [Mail] {
        all.filter { $0.headers.contains("<\(address)>") || $0.headers.contains("To: \(address)") }
    }

    /// Waits up to ten seconds for a mail to the address whose subject contains `subject`, other than those seen.
    package func wait(to address: String, subject: String, besides seen: Set<String> = []) async throws -> Mail {
        for _ in 0..<1_000 {
            if let mail = mails(to: address).first(where: { $0.headers.contains(subject) && !seen.contains($0.name) }) {
                return mail
            }
            try await Task.sleep(for: .milliseconds(10))
        }
        throw TestFailure("no mail “\(subject)” to \(address)")
    }

    package func token(to address: String, subject: String, besides seen: Set<String> = []) async throws -> String {
        guard let token = try await wait(to: address, subject: subject, besides: seen).token else {
            throw TestFailure("the mail “\(subject)” to \(address) has no link")
        }
        return token
    }

    /// Undoes quoted-printable's soft line breaks and =3D: enough to read a link.
    private static func unquoted(_ text: String) -> String {
        text.replacingOccurrences(of: "=\r\n", with: "").replacingOccurrences(of: "=3D", with: "=")
    }
}
