import CCurl
import Domain

/// One libcurl handle and its connection. Unchecked: `SMTPTransport` gives it to one mail at a time, and libcurl lets a
/// handle change threads.
final class SMTPHandle: @unchecked Sendable {
    private let handle: UnsafeMutableRawPointer

    init?() {
        guard let handle = accountd_curl_make() else { return nil }
        self.handle = handle
    }

    deinit { accountd_curl_free(handle) }

    /// Without a mail, it only signs in and asks for nothing (NOOP).
    func send(
        _ mail: RenderedMail?, _ options: SMTPOptions, _ isStopping: @escaping @Sendable () -> Bool
    ) throws(DeliveryError) {
        // Keeps the connection, forgets the rest.
        defer { accountd_curl_reset(handle) }
        let feed = MailFeed(mail?.message ?? [], isStopping)
        let recipients = accountd_curl_append(nil, "<\(mail?.recipient ?? "")>")
        defer { accountd_curl_free_list(recipients) }
        let code = withExtendedLifetime(feed) { () -> CURLcode in
            var code = guards(options)
            if code == CURLE_OK { code = feed.attach(to: handle) }
            if code == CURLE_OK { code = mail.map { envelope($0, recipients) } ?? text(CURLOPT_CUSTOMREQUEST, "NOOP") }
            return code == CURLE_OK ? accountd_curl_perform(handle) : code
        }
        let reply = accountd_curl_get_long(handle, CURLINFO_RESPONSE_CODE)
        if let failure = SMTPReply.failure(code, reply: reply, isWhole: feed.isWhole) { throw failure }
    }

    private func envelope(_ mail: RenderedMail, _ recipients: UnsafeMutablePointer<curl_slist>?) -> CURLcode {
        var code = text(CURLOPT_MAIL_FROM, "<\(mail.sender)>")
        if code == CURLE_OK { code = accountd_curl_set_list(handle, CURLOPT_MAIL_RCPT, recipients) }
        if code == CURLE_OK { code = number(CURLOPT_UPLOAD, 1) }
        if code == CURLE_OK {
            code = accountd_curl_set_offset(handle, CURLOPT_INFILESIZE_LARGE, Int64(mail.message.count))
        }
        return code
    }

    /// What every session has to be: TLS or nothing, checked, bounded in time, by no proxy of the environment's.
    private func guards(_ options: SMTPOptions) -> CURLcode {
        var texts = [
            (CURLOPT_URL, options.url), (CURLOPT_PROTOCOLS_STR, "smtp,smtps"), (CURLOPT_PROXY, ""),
            (CURLOPT_NOPROXY, "*"),
        ]
        if let file = options.certificateAuthorities { texts.append((CURLOPT_CAINFO, file)) }
        if !options.server.user.isEmpty {
            texts += [(CURLOPT_USERNAME, options.server.user), (CURLOPT_PASSWORD, options.server.password)]
        }
        let numbers = [
            (CURLOPT_NOSIGNAL, 1), (CURLOPT_USE_SSL, Int(CURLUSESSL_ALL.rawValue)), (CURLOPT_SSL_VERIFYPEER, 1),
            (CURLOPT_SSL_VERIFYHOST, 2), (CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2)),
            (CURLOPT_CONNECTTIMEOUT, options.connectSeconds),
            (CURLOPT_SERVER_RESPONSE_TIMEOUT, options.answerSeconds), (CURLOPT_TIMEOUT, options.totalSeconds),
            (CURLOPT_TCP_KEEPALIVE, 1),
        ]
        for (option, value) in texts {
            let code = text(option, value)
            if code != CURLE_OK { return code }
        }
        for (option, value) in numbers {
            let code = number(option, value)
            if code != CURLE_OK { return code }
        }
        return CURLE_OK
    }

    private func text(_ option: CURLoption, _ value: String) -> CURLcode {
        accountd_curl_set_text(handle, option, value)
    }

    private func number(_ option: CURLoption, _ value: Int) -> CURLcode {
        accountd_curl_set_long(handle, option, value)
    }
}

/// A message as libcurl asks for it, and the question whether to go on. Lives as long as the call.
private final class MailFeed {
    private let message: [UInt8]
    private let isStopping: @Sendable () -> Bool
    private var sent = 0

    init(_ message: [UInt8], _ isStopping: @escaping @Sendable () -> Bool) {
        self.message = message
        self.isStopping = isStopping
    }

    var isWhole: Bool { sent == message.count }

    /// The caller keeps the feed alive until `perform` is back.
    func attach(to handle: UnsafeMutableRawPointer) -> CURLcode {
        let context = Unmanaged.passUnretained(self).toOpaque()
        var code = accountd_curl_set_data(handle, CURLOPT_READFUNCTION) { bytes, size, count, context in
            MailFeed.of(context)?.give(UnsafeMutableRawBufferPointer(start: bytes, count: size * count)) ?? 0
        }
        if code == CURLE_OK { code = accountd_curl_set_pointer(handle, CURLOPT_READDATA, context) }
        // About once a second, also while nothing moves. Anything but 0 ends the transfer.
        if code == CURLE_OK {
            code = accountd_curl_set_progress(handle) { context, _, _, _, _ in
                MailFeed.of(context)?.isStopping() ?? false ? 1 : 0
            }
        }
        if code == CURLE_OK { code = accountd_curl_set_pointer(handle, CURLOPT_XFERINFODATA, context) }
        return code == CURLE_OK ? accountd_curl_set_long(handle, CURLOPT_NOPROGRESS, 0) : code
    }

    private static func of(_ context: UnsafeMutableRawPointer?) -> MailFeed? {
        context.map { Unmanaged<MailFeed>.fromOpaque($0).takeUnretainedValue() }
    }

    private func give(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(buffer.count, message.count - sent)
        buffer.copyBytes(from: message[sent..<sent + count])
        sent += count
        return count
    }
}
