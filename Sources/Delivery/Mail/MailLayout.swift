/// What a mail says, part by part, laid out once as text and once as HTML.
struct MailLayout {
    enum Block {
        /// Lines; one, mostly.
        case paragraph([String])
        case link(label: String, url: String)
        case facts([Fact])
    }

    struct Fact {
        let label: String
        let value: String
    }

    let subject: String
    /// Empty: nobody is named.
    let recipientName: String
    let blocks: [Block]
    let signature: String

    private var greeting: String { recipientName.isEmpty ? "Hello," : "Hello \(recipientName)," }

    /// Lines end in LF. A link stands whole on a line of its own.
    var text: String {
        let parts = blocks.map { block in
            switch block {
            case .paragraph(let lines): lines.joined(separator: "\n")
            case .link(let label, let url): "\(label):\n\n\(url)"
            case .facts(let facts): facts.map { "\($0.label): \($0.value)" }.joined(separator: "\n")
            }
        }
        return ([greeting] + parts + [signature]).filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    /// A document of its own: no image, script or style sheet is fetched, so that reading it tells nobody.
    var html: String {
        let body = ["<p>\(HTML.escaped(greeting))</p>"] + blocks.map(Self.html) + ["<p>\(HTML.escaped(signature))</p>"]
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>\(HTML.escaped(subject))</title>
            </head>
            <body style="font-family: sans-serif; line-height: 1.5; max-width: 36em; margin: 2em auto; padding: 0 1em">
            \(body.joined(separator: "\n"))
            </body>
            </html>

            """
    }

    private static func html(_ block: Block) -> String {
        switch block {
        case .paragraph(let lines): return "<p>\(lines.map(HTML.escaped).joined(separator: "<br>\n"))</p>"
        case .facts(let facts):
            let rows = facts.map {
                "<tr><th align=\"left\">\(HTML.escaped($0.label))</th><td>\(HTML.escaped($0.value))</td></tr>"
            }
            return "<table cellpadding=\"4\">\n\(rows.joined(separator: "\n"))\n</table>"
        case .link(let label, let url):
            let shown = HTML.escaped(url)
            guard HTML.isWebAddress(url) else { return "<p>\(HTML.escaped(label)):<br>\n\(shown)</p>" }
            return """
                <p><a href="\(shown)">\(HTML.escaped(label))</a></p>
                <p>Or open this address:<br>
                <a href="\(shown)">\(shown)</a></p>
                """
        }
    }
}

enum HTML {
    static func escaped(_ text: String) -> String {
        var out = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            case "'": out += "&#39;"
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }

    /// What may be made clickable: never `javascript:` or `data:`.
    static func isWebAddress(_ url: String) -> Bool {
        let url = url.lowercased()
        return url.hasPrefix("https://") || url.hasPrefix("http://")
    }
}
