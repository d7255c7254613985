import CCurl
package import Domain
import Synchronization

/// Hands mails over to a mail server by libcurl. TLS always, checked; a server that doesn't offer it gets nothing.
package final class SMTPTransport: MailTransport {
    /// Handles that no mail uses; their connections are used again.
    private let idle = Mutex<[SMTPHandle]>([])
    private let options: SMTPOptions
    private static let mostIdle = 8

    /// `certificateAuthorities` is a file to trust instead of the system's. `greeting` is the domain that EHLO names.
    package init(_ server: SMTPServer, certificateAuthorities: String?, greeting: String) {
        options = SMTPOptions(server: server, certificateAuthorities: certificateAuthorities, greeting: greeting)
    }

    package func send(
        _ mail: RenderedMail, unless isStopping: @escaping @Sendable () -> Bool
    ) throws(DeliveryError) {
        // SMTPUTF8 (RFC 6531) isn't spoken; sign-up takes no such address either.
        guard mail.recipient.utf8.allSatisfy({ $0 < 0x80 }) else { throw .permanent(SMTPReply.rejected) }
        try withHandle { handle throws(DeliveryError) in try handle.send(mail, options, isStopping) }
    }

    /// Connects and signs in, and mails nothing. Throws what is wrong with the settings or the server.
    package func check(unless isStopping: @escaping @Sendable () -> Bool) throws(DeliveryError) {
        try withHandle { handle throws(DeliveryError) in try handle.send(nil, options, isStopping) }
    }

    private func withHandle(_ body: (SMTPHandle) throws(DeliveryError) -> Void) throws(DeliveryError) {
        guard accountd_curl_load() else { throw .temporary("libcurl (libcurl.so.4) is not installed.") }
        guard let handle = idle.withLock({ $0.popLast() }) ?? SMTPHandle() else { throw .temporary("Out of memory.") }
        defer {
            idle.withLock { if $0.count < Self.mostIdle { $0.append(handle) } }
        }
        try body(handle)
    }
}

/// What holds for every mail.
struct SMTPOptions: Sendable {
    let server: SMTPServer
    let certificateAuthorities: String?
    let greeting: String
    let connectSeconds = 15
    /// For each answer of the server's.
    let answerSeconds = 60
    /// For one mail in all.
    let totalSeconds = 180

    var url: String {
        "\(server.isImplicitTLS ? "smtps" : "smtp")://\(server.host):\(server.port)/\(greeting)"
    }
}

/// Takes no mail: for a setting that can't be used. What is promised waits until it is put right.
package struct NoTransport: MailTransport {
    private let why: String

    package init(why: String) { self.why = why }

    package func send(
        _ mail: RenderedMail, unless isStopping: @escaping @Sendable () -> Bool
    ) throws(DeliveryError) {
        throw .temporary(why)
    }
}
