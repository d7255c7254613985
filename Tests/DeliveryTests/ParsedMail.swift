import Foundation
import TestSupport

/// A message as Python's `email` reads it: somebody else's RFC 5322, 2045, 2047 and 2231.
struct ParsedMail: Decodable {
    struct Address: Decodable, Equatable {
        let displayName: String
        let address: String
    }

    let headers: [[String]]
    let defects: [String]
    let from: [Address]
    let to: [Address]
    let subject: String
    let date: String
    let parts: [String]
    let text: String
    let html: String

    var headerNames: [String] { headers.map { $0[0] } }

    private static let script = """
        import sys, json, email, email.policy
        answers = []
        for message in json.load(sys.stdin):
            message = email.message_from_bytes(message.encode("utf-8"), policy=email.policy.default)
            defects = [repr(d) for part in message.walk() for d in part.defects]
            defects += [f"{n}: {d!r}" for part in message.walk() for n, v in part.items() for d in v.defects]
            who = lambda name: [
                {"displayName": a.display_name, "address": a.addr_spec} for a in message[name].addresses]
            body = lambda kind: message.get_body((kind,)).get_content().replace("\\r\\n", "\\n")
            answers.append({
                "headers": [[n, str(v)] for n, v in message.items()], "defects": defects,
                "from": who("From"), "to": who("To"), "subject": message["Subject"],
                "date": message["Date"].datetime.isoformat(),
                "parts": [p.get_content_type() + "; " + str(p.get_content_charset()) for p in message.iter_parts()],
                "text": body("plain"), "html": body("html")})
        json.dump(answers, sys.stdout)
        """

    /// All at once: Python starts slowly.
    static func parse(_ messages: [String]) throws -> [ParsedMail] {
        let result = try captureProgram(
            URL(fileURLWithPath: "/usr/bin/env"), ["python3", "-c", script],
            input: Array(try JSONEncoder().encode(messages)))
        return try JSONDecoder().decode([ParsedMail].self, from: Data(result.output))
    }
}
