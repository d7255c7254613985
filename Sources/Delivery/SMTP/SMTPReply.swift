import CCurl
import Domain

/// What libcurl's end of a mail means.
enum SMTPReply {
    /// The server won't have this mail: what a row, a log and ListEmails say.
    static let rejected = "rejected"

    /// `reply` is the server's last code; `isWhole`: all of the message had gone out. Nil: it was taken.
    static func failure(_ code: CURLcode, reply: Int, isWhole: Bool) -> DeliveryError? {
        switch code {
        case CURLE_OK: nil
        case CURLE_ABORTED_BY_CALLBACK: .stopped
        case CURLE_USE_SSL_FAILED: .temporary("The mail server offers no STARTTLS; nothing was sent.")
        case CURLE_LOGIN_DENIED: .temporary("The mail server refuses the user or the password.")
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR:
            .temporary("The mail server's certificate doesn't hold: \(words(code)).")
        // MAIL, RCPT and DATA end so; the answer to the message ends in the other.
        case CURLE_SEND_ERROR where isRejection(reply): .permanent(rejected)
        case CURLE_WEIRD_SERVER_REPLY where isRejection(reply) && isWhole: .permanent(rejected)
        case CURLE_OPERATION_TIMEDOUT: .temporary("The mail server takes too long.")
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT:
            .temporary("The mail server can't be reached: \(words(code)).")
        default:
            reply >= 400
                ? .temporary("The mail server said \(reply).")
                : .temporary("The mail server broke off: \(words(code)).")
        }
    }

    /// What concerns the session and not the mail is no rejection (RFC 4954, 6; RFC 5321, 3.8).
    private static func isRejection(_ reply: Int) -> Bool {
        (500...599).contains(reply) && ![530, 534, 535, 538].contains(reply)
    }

    /// libcurl's fixed words for a code; they name no host and no user.
    private static func words(_ code: CURLcode) -> String { String(cString: accountd_curl_message(code)) }
}
