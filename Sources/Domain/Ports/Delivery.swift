/// A mail as it goes over the wire.
package struct RenderedMail: Sendable, Equatable {
    /// Stable: sent twice, it is the same mail.
    package let id: EmailID
    /// Bare addresses: the envelope's (RFC 5321), not the headers'.
    package let sender: String
    package let recipient: String
    /// A whole RFC 5322 message, lines ended by CR LF.
    package let message: [UInt8]

    package init(id: EmailID, sender: String, recipient: String, message: [UInt8]) {
        self.id = id
        self.sender = sender
        self.recipient = recipient
        self.message = message
    }
}

/// Why a delivery was not made. The words are stable and hold nothing personal: they are logged and kept.
package enum DeliveryError: Error, Sendable, Equatable {
    /// Another try may do.
    case temporary(String)
    /// No later try will do.
    case permanent(String)
    /// Broken off because the server stops; counts as no try.
    case stopped

    package var words: String {
        switch self {
        case .temporary(let words), .permanent(let words): words
        case .stopped: "The server stops."
        }
    }
}

/// Hands mails over. Called by several threads at once, and may block.
package protocol MailTransport: Sendable {
    /// Returns once the mail is durable with whoever took it. The same id again is no second mail where that can be had.
    /// Throws `stopped` soon after `isStopping` says so, where it would block for long.
    func send(_ mail: RenderedMail, unless isStopping: @escaping @Sendable () -> Bool) throws(DeliveryError)
}

/// Takes back what a transport still holds of an account's mails.
package protocol MailRemoval: Sendable {
    /// Returns once none of them is there any more; those that never were count as removed.
    func remove(_ ids: [EmailID]) throws(DeliveryError)
}

/// One POST to a customer's endpoint.
package struct WebhookRequest: Sendable {
    package let url: String
    /// Names and values; the content type is the transport's.
    package let headers: [(name: String, value: String)]
    package let body: [UInt8]

    package init(url: String, headers: [(name: String, value: String)], body: [UInt8]) {
        self.url = url
        self.headers = headers
        self.body = body
    }
}

/// What came of it.
package struct WebhookAnswer: Sendable, Equatable {
    /// 0 when there was no whole answer.
    package let status: Int
    /// How long the endpoint asks to be left alone, if it does.
    package let retryAfter: TimeSpan?
    /// Why there was no answer: stable words that hold nothing personal. Empty when there was one.
    package let failure: String

    package init(status: Int, retryAfter: TimeSpan? = nil, failure: String = "") {
        self.status = status
        self.retryAfter = retryAfter
        self.failure = failure
    }
}

/// Posts events to addresses that customers name. May be called by several threads, and blocks.
package protocol WebhookTransport: Sendable {
    /// Returns within 15 seconds. Connects only to addresses that are allowed, and follows nothing. Nil: broken off soon after
    /// `isStopping` said so, whether the other side had it or not.
    func post(_ request: WebhookRequest, unless isStopping: @escaping @Sendable () -> Bool) -> WebhookAnswer?
}

/// The bucket that holds recordings. Called by several threads at once, and may block.
package protocol ObjectStore: Sendable {
    /// Removes everything that lies under `ObjectKeys.prefix(of: account)`, registered or not, older versions and unfinished
    /// uploads included, and nothing else. `complete` only after a listing that was made afterwards was empty. `permanent`
    /// says that a person has to do something first (lift a lock, correct a setting).
    func removeAll(
        of account: AccountID, unless isStopping: @escaping @Sendable () -> Bool
    ) throws(DeliveryError) -> ObjectRemoval
}

package enum ObjectRemoval: Sendable, Equatable {
    /// Nothing is left.
    case complete
    /// There is more than one try does; the next goes on.
    case partial
}
