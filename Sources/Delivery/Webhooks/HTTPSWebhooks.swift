package import Domain

/// Posts events over https by libcurl. The address that is really connected to is checked right before: whatever a host is
/// written like, and wherever its name leads this time.
package struct HTTPSWebhooks: WebhookTransport {
    private let exchange: HTTPExchange
    private let clock: any Clock

    /// For everything together, from looking up the name to the end of the answer.
    private static let timeout = TimeSpan.seconds(15)
    /// Of an answer's body nothing is wanted; a longer one is cut off, and its status counts.
    private static let maximumAnswerBytes = 16 << 10

    /// `certificateAuthorities`: a file of certificates to trust instead of the system's; nil: the system's.
    package init(allow: [AddressRange], certificateAuthorities: String?, clock: any Clock) {
        var options = HTTPOptions()
        options.certificateAuthorities = certificateAuthorities
        options.keepsConnections = false
        options.connectTimeout = Self.timeout
        options.isAllowed = { peer in
            NetworkAddress(bytes: peer.bytes)?.isAllowed(besidesPublic: allow) ?? false
        }
        options.userAgent = "accountd-webhooks"
        exchange = HTTPExchange(options)
        self.clock = clock
    }

    package func post(
        _ request: WebhookRequest, unless isStopping: @escaping @Sendable () -> Bool
    ) -> WebhookAnswer? {
        var outgoing = HTTPRequest(
            method: "POST", url: request.url, headers: [("content-type", "application/json")] + request.headers,
            body: request.body, timeout: Self.timeout, maximumAnswerBytes: Self.maximumAnswerBytes)
        outgoing.isAbandoned = isStopping
        do throws(HTTPFailure) {
            let answer = try exchange.perform(outgoing)
            return WebhookAnswer(
                status: answer.status,
                retryAfter: answer.headers["retry-after"].flatMap { RetryAfter.span($0, now: clock.now()) })
        } catch {
            return error == .abandoned ? nil : WebhookAnswer(status: 0, failure: Self.words(error))
        }
    }

    private static func words(_ failure: HTTPFailure) -> String {
        switch failure {
        case .addressRefused: "Its host leads to an address that is not public; nothing was sent."
        case .timedOut: "It did not answer within 15 seconds."
        default: failure.words
        }
    }
}
