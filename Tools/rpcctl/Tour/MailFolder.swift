import FoundationEssentials

/// The folder that accountd writes its mail to, read as the customer would.
struct MailFolder {
    let path: String

    struct Mail {
        let name: String
        let subject: String
        let text: String

        /// What stands behind `token=` in the text's link.
        var token: String? {
            guard let range = text.firstRange(of: "token=") else { return nil }
            let token = text[range.upperBound...].prefix {
                $0.isASCII && ($0.isLetter || $0.isNumber || "-_.~".contains($0))
            }
            return token.isEmpty ? nil : String(token)
        }
    }

    /// Waits up to 15 seconds for a mail with a link to the address, other than those seen.
    func wait(to address: String, besides seen: Set<String>) throws -> Mail {
        for _ in 0..<300 {
            if let mail = newest(to: address, besides: seen) { return mail }
            try Interruption.pause(milliseconds: 50)
        }
        throw ToolError("no mail with a link to \(address) came into \(path); is --data the server's data folder?")
    }

    private func newest(to address: String, besides seen: Set<String>) -> Mail? {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        let unseen = names.filter { $0.hasSuffix(".eml") && !seen.contains($0) }
        let dated = unseen.map { name -> (name: String, at: Date) in
            let attributes = try? FileManager.default.attributesOfItem(atPath: path + "/" + name)
            return (name, attributes?[.modificationDate] as? Date ?? .distantPast)
        }
        for (name, _) in dated.sorted(by: { ($0.at, $0.name) > ($1.at, $1.name) }) {
            guard let data = FileManager.default.contents(atPath: path + "/" + name) else { continue }
            let part = MailPart(String(decoding: data, as: UTF8.self))
            guard part.header("to").contains(address) else { continue }
            let mail = Mail(name: name, subject: part.header("subject"), text: part.plainText)
            if mail.token != nil { return mail }
        }
        return nil
    }
}

/// A mail, or one part of it (RFC 5322, RFC 2046).
struct MailPart {
    private let headers: [(name: String, value: String)]
    private let body: String

    init(_ raw: String) {
        let text = raw.replacing("\r\n", with: "\n")
        let end = text.firstRange(of: "\n\n")
        let head = text[..<(end?.lowerBound ?? text.endIndex)].replacing("\n ", with: " ").replacing("\n\t", with: " ")
        headers = head.split(separator: "\n").compactMap { line in
            guard let colon = line.firstIndex(of: ":") else { return nil }
            return (String(line[..<colon]).lowercased(), String(line[line.index(after: colon)...]).trimmed)
        }
        body = end.map { String(text[$0.upperBound...]) } ?? ""
    }

    func header(_ name: String) -> String { headers.first { $0.name == name }?.value ?? "" }

    /// Of the text part; empty where there is none.
    var plainText: String { plainText(depth: 0) }

    private func plainText(depth: Int) -> String {
        let type = header("content-type")
        if let boundary = parameter("boundary", of: type), depth < 4 {
            let parts = body.components(separatedByLine: "--" + boundary)
            return parts.dropFirst().lazy.map { MailPart($0).plainText(depth: depth + 1) }.first { !$0.isEmpty } ?? ""
        }
        guard type.isEmpty || type.lowercased().hasPrefix("text/plain") else { return "" }
        switch header("content-transfer-encoding").lowercased() {
        case "quoted-printable": return unquoted
        case "base64":
            let data = Data(base64Encoded: body.replacing("\n", with: "")) ?? Data()
            return String(decoding: data, as: UTF8.self)
        default: return body
        }
    }

    private func parameter(_ name: String, of type: String) -> String? {
        for part in type.split(separator: ";").dropFirst() {
            let pair = part.split(separator: "=", maxSplits: 1).map { String($0).trimmed }
            guard pair.count == 2, pair[0].lowercased() == name else { continue }
            return pair[1].hasPrefix("\"") ? String(pair[1].dropFirst().prefix { $0 != "\"" }) : pair[1]
        }
        return nil
    }

    /// RFC 2045, 6.7.
    private var unquoted: String {
        let bytes = Array(body.replacing("=\n", with: "").utf8)
        var out: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "="), index + 2 < bytes.count,
                let value = UInt8(String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
            {
                out.append(value)
                index += 3
            } else {
                out.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: out, as: UTF8.self)
    }
}

extension String {
    /// What stands between the lines that begin with `line`.
    fileprivate func components(separatedByLine line: String) -> [String] {
        var parts: [[Substring]] = [[]]
        for text in split(separator: "\n", omittingEmptySubsequences: false) {
            if text.hasPrefix(line) { parts.append([]) } else { parts[parts.count - 1].append(text) }
        }
        return parts.map { $0.joined(separator: "\n") }
    }
}
