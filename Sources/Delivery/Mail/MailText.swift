import Domain

/// One template's words: what stands before the link and the facts, and what after.
struct MailText {
    var before: [String]
    /// What the link is called, where the mail has one.
    var linkLabel = "Open"
    var after: [String] = []
    /// What stands last.
    var closing: MailLayout.Block?
    /// A sign-up names a person and an address that nobody has proved: such a mail must not carry a stranger's words to
    /// whoever really has the address.
    var namesRecipient = true

    func recipientName(of content: MailContent) -> String {
        namesRecipient ? SingleLine.of(content.recipientName) : ""
    }

    func blocks(_ content: MailContent, _ time: (Instant, String) -> String) -> [MailLayout.Block] {
        var blocks: [MailLayout.Block] = before.map { .paragraph([$0]) }
        let message = SingleLine.lines(of: content.text(of: "message"))
        blocks += message.split(whereSeparator: \.isEmpty).map { .paragraph(Array($0)) }
        let link = SingleLine.of(content.link.isEmpty ? content.text(of: "link") : content.link)
        if !link.isEmpty { blocks.append(.link(label: linkLabel, url: link)) }
        let facts = content.variables.compactMap { variable -> MailLayout.Fact? in
            guard !Self.placed.contains(variable.name) else { return nil }
            switch variable.value {
            case .text(let text): return .init(label: Self.label(variable.name), value: SingleLine.of(text))
            case .time(let instant):
                return .init(label: Self.label(variable.name), value: time(instant, content.timeZone))
            }
        }
        if !facts.isEmpty { blocks.append(.facts(facts)) }
        return blocks + after.map { .paragraph([$0]) } + (closing.map { [$0] } ?? [])
    }

    /// Variables that have a place of their own.
    private static let placed: Set<String> = [MailVariables.subject, "message", "link"]

    /// "amount_due" → "Amount due".
    private static func label(_ name: String) -> String {
        switch name {
        case "time": return "Time"
        case "new_email": return "New address"
        case "old_email": return "Old address"
        case "expires_at": return "Valid until"
        default:
            let words = name.split(separator: "_").joined(separator: " ")
            return SingleLine.of(words.prefix(1).uppercased() + words.dropFirst())
        }
    }
}

extension MailContent {
    /// Empty where there is none, or a time.
    fileprivate func text(of name: String) -> String {
        for variable in variables where variable.name == name {
            if case .text(let text) = variable.value { return text }
        }
        return ""
    }
}

extension TimeSpan {
    /// "15 minutes", "24 hours", "7 days".
    var words: String {
        let minutes = max(1, microseconds / 60_000_000)
        let (count, unit) =
            minutes % 1_440 == 0 && minutes > 1_440
            ? (minutes / 1_440, "day") : minutes % 60 == 0 ? (minutes / 60, "hour") : (minutes, "minute")
        return "\(count) \(unit)\(count == 1 ? "" : "s")"
    }
}
