import Domain
import Testing

@testable import Delivery

/// 2026-04-15 07:00:00 UTC.
let morning = Instant(seconds: 1_776_236_400)

func sampleUUID(_ number: UInt64) -> UUIDv7 { UUIDv7(at: morning, randomHigh: 0, randomLow: number) }

let sampleEmail = EmailID(sampleUUID(1))

/// Central European Summer Time, as far as these tests go.
func sampleTime(_ instant: Instant, _ zone: String) -> String {
    let hour = instant.seconds / 3_600 % 24 + (zone == "Europe/Berlin" ? 2 : 0)
    return "2026-04-15 \(hour < 10 ? "0" : "")\(hour):00 \(zone == "Europe/Berlin" ? "CEST" : "UTC")"
}

func renderer(from: String = "Account settings <no-reply@localhost>") throws -> MailRenderer {
    MailRenderer(sender: try #require(MailSender(from)), policy: Policy(), time: sampleTime)
}

func content(
    _ template: String, category: String? = nil, name: String = "Ada Lovelace", address: String = "ada@example.com",
    zone: String = "Europe/Berlin", link: String = "", _ variables: [MailContent.Variable] = []
) -> MailContent {
    MailContent(
        template: template, category: category ?? template, recipientName: name, recipientAddress: address,
        timeZone: zone, link: link, variables: variables)
}

func rendered(_ content: MailContent, subject: String = "Hello", from: String = "Account settings <no-reply@localhost>")
    throws -> String
{
    let mail = try renderer(from: from).render(content, subject: subject, id: sampleEmail, at: morning)
    return String(decoding: mail.message, as: UTF8.self)
}

func headers(of message: String) -> String {
    guard let end = message.firstRange(of: "\r\n\r\n") else { return message }
    return String(message[..<end.lowerBound])
}

extension MailTransport {
    func send(_ mail: RenderedMail) throws(DeliveryError) { try send(mail, unless: { false }) }
}
