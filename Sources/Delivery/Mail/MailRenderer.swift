package import Domain

/// Makes the message (RFC 5322) out of what a mail says: text and HTML, both UTF-8 in quoted-printable.
package struct MailRenderer: Sendable {
    private let sender: MailSender
    private let policy: Policy
    private let time: @Sendable (Instant, String) -> String

    /// `time` writes a time in a zone: "2026-04-15 09:00 CEST".
    package init(sender: MailSender, policy: Policy, time: @escaping @Sendable (Instant, String) -> String) {
        self.sender = sender
        self.policy = policy
        self.time = time
    }

    /// The same arguments give the same bytes, so that a mail sent twice is one mail. Throws `permanent` for a template that
    /// isn't there and an address that a header can't hold. `unsubscribe` is where one click turns such mails off.
    package func render(
        _ content: MailContent, subject: String, id: EmailID, at instant: Instant, unsubscribe: String? = nil
    ) throws(DeliveryError) -> RenderedMail {
        guard MailAddress.isWritable(content.recipientAddress) else { throw .permanent("The address is not usable.") }
        guard let text = MailText.of(content, policy, unsubscribe: unsubscribe) else {
            throw .permanent("The template is unknown.")
        }
        let layout = MailLayout(
            subject: SingleLine.of(subject), recipientName: text.recipientName(of: content),
            blocks: text.blocks(content, time), signature: sender.displayName)
        // "=_" can't occur in quoted-printable, so no value can end a part.
        let boundary = "=_\(id.uuid.text)"
        let more = unsubscribe.map(Self.unsubscribeHeaders) ?? ""
        var message = Array((more + headers(content, text, layout.subject, id, instant, boundary)).utf8)
        append("text/plain", layout.text, boundary, to: &message)
        append("text/html", layout.html, boundary, to: &message)
        message.append(contentsOf: "--\(boundary)--\r\n".utf8)
        return RenderedMail(
            id: id, sender: sender.address, recipient: content.recipientAddress, message: message)
    }

    /// RFC 8058, 3. The address is ours: https, without a character that would need folding.
    private static func unsubscribeHeaders(_ url: String) -> String {
        "List-Unsubscribe:\r\n <\(url)>\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"
    }

    private func headers(
        _ content: MailContent, _ text: MailText, _ subject: String, _ id: EmailID, _ instant: Instant,
        _ boundary: String
    ) -> String {
        let lines = [
            "Date: \(MailDate.text(instant))\r\n",
            HeaderField.address("From", displayName: sender.displayName, address: sender.address),
            HeaderField.address(
                "To", displayName: text.recipientName(of: content), address: content.recipientAddress),
            HeaderField.unstructured("Subject", subject),
            "Message-ID: <\(id.text)@accountd>\r\n",
            "MIME-Version: 1.0\r\n",
            // RFC 3834: an out-of-office answer to it would go nowhere.
            "Auto-Submitted: auto-generated\r\n",
            "Content-Type: multipart/alternative;\r\n boundary=\"\(boundary)\"\r\n",
            "\r\n",
        ]
        return lines.joined()
    }

    private func append(_ type: String, _ text: String, _ boundary: String, to message: inout [UInt8]) {
        let head =
            "--\(boundary)\r\nContent-Type: \(type); charset=UTF-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        message.append(contentsOf: head.utf8)
        message.append(contentsOf: QuotedPrintable.encoded(text))
        message.append(contentsOf: [0x0D, 0x0A])
    }
}
