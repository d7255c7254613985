import Foundation
import TestSupport

/// A mail as Python's `email` reads it, under its strict-minded default policy.
struct ReadMail: Decodable {
    struct Part: Decodable {
        let type: String
        let content: String
    }

    let file: String
    let defects: [String]
    /// Names, as often as they stand there.
    let headers: [String]
    let subject: String
    let from: [String]
    /// Addresses only.
    let to: [String]
    let recipientName: String
    let messageID: String
    let parts: [Part]
    /// Bytes of the longest line, its end not counted.
    let longestLine: Int
    let hasBareLineEnds: Bool

    var text: String { parts.first { $0.type == "text/plain" }?.content ?? "" }
    var html: String { parts.first { $0.type == "text/html" }?.content ?? "" }

    static func all(in folder: URL) throws -> [ReadMail] {
        let result = try runProgram(URL(fileURLWithPath: "/usr/bin/python3"), ["-c", script, folder.path])
        guard result.status == 0 else { throw TestFailure("python: \(result.output)") }
        return try JSONDecoder().decode([ReadMail].self, from: Data(result.output.utf8))
    }

    private static let script = """
        import email, email.header, email.policy, email.utils, glob, json, re, sys

        def name(raw):
            # The newer parser keeps the space between two encoded words, which RFC 2047 (6.2) says to drop.
            words = email.utils.parseaddr(email.message_from_bytes(raw)["To"])[0]
            return str(email.header.make_header(email.header.decode_header(words)))

        def defects(part):
            found = [type(d).__name__ for d in part.defects]
            for name, value in part.items():
                found += [name + ": " + type(d).__name__ for d in getattr(value, "defects", ())]
            for child in (part.iter_parts() if part.is_multipart() else ()):
                found += defects(child)
            return found

        mails = []
        for path in sorted(glob.glob(sys.argv[1] + "/*.eml")):
            raw = open(path, "rb").read()
            mail = email.message_from_bytes(raw, policy=email.policy.default)
            parts = [{"type": part.get_content_type(), "content": part.get_content()} for part in mail.iter_parts()]
            lines = raw.split(b"\\r\\n")
            to = mail["To"].addresses if mail["To"] else ()
            mails.append({
                "file": path, "defects": defects(mail), "headers": mail.keys(), "subject": str(mail["Subject"]),
                "from": [a.addr_spec for a in mail["From"].addresses], "to": [a.addr_spec for a in to],
                "recipientName": name(raw), "messageID": str(mail["Message-ID"]),
                "parts": parts, "longestLine": max(map(len, lines)),
                "hasBareLineEnds": bool(re.search(rb"(?<!\\r)\\n|\\r(?!\\n)", raw)),
            })
        print(json.dumps(mails))
        """
}
