import Delivery
import Dispatch
import Domain

/// The mail server that settings name. A setting that can't be used is one line in the log; accounts are served all the
/// same, and mails wait until it is put right.
enum MailServer {
    /// Nil: mails go to the data folder.
    static func transport(_ settings: Settings, _ sender: MailSender, _ log: EventLog) -> (any MailTransport)? {
        guard !settings.smtpURL.isEmpty else { return nil }
        guard let server = SMTPServer(settings.smtpURL) else {
            return unusable("smtp-url is no smtp://USER:PASSWORD@HOST:PORT or smtps://…", log)
        }
        let authorities = settings.smtpCA.isEmpty ? nil : settings.smtpCA
        if let authorities, Files.text(authorities)?.contains("BEGIN CERTIFICATE") != true {
            return unusable("smtp-ca \(authorities) holds no certificates in PEM that can be read", log)
        }
        guard sender.address.utf8.allSatisfy({ $0 < 0x80 }) else {
            return unusable("mail-from is no address that SMTP takes: it isn't ASCII", log)
        }
        let greeting = sender.address.split(separator: "@").last.map(String.init) ?? "localhost"
        let transport = SMTPTransport(server, certificateAuthorities: authorities, greeting: greeting)
        check(transport, server, log)
        return transport
    }

    private static func unusable(_ why: String, _ log: EventLog) -> NoTransport {
        log.warn("\(why); mails wait until it is corrected")
        return NoTransport(why: "The setting is wrong: \(why).")
    }

    /// Says at once what would otherwise be seen at the first mail.
    private static func check(_ transport: SMTPTransport, _ server: SMTPServer, _ log: EventLog) {
        DispatchQueue.global(qos: .utility).async {
            do throws(DeliveryError) {
                try transport.check(unless: { false })
                log.info("smtp-url: \(server.host):\(server.port) takes mails")
            } catch {
                log.warn("smtp-url: \(server.host):\(server.port): \(error.words) Mails wait and are tried again")
            }
        }
    }
}
