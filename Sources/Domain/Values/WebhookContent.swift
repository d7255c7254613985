/// What of an endpoint is secret or personal.
package struct WebhookEndpointContent: Sendable, Equatable {
    package struct Secret: Sendable, Equatable {
        /// 32 random ones.
        package let bytes: [UInt8]
        /// Nil: the one in force.
        package let signsUntil: Instant?

        package init(bytes: [UInt8], signsUntil: Instant? = nil) {
            self.bytes = bytes
            self.signsUntil = signsUntil
        }
    }

    package var url: String
    package var description: String
    /// The one in force first.
    package var secrets: [Secret]

    package init(url: String, description: String, secrets: [Secret]) {
        self.url = url
        self.description = description
        self.secrets = secrets
    }

    /// Those that sign at that moment, the one in force first.
    package func secrets(at now: Instant) -> [Secret] {
        secrets.filter { secret in secret.signsUntil.map { now < $0 } ?? true }
    }

    package var encoded: [UInt8] {
        var writer = ByteWriter(version: 1)
        writer.write(url)
        writer.write(description)
        writer.write(Int64(secrets.count))
        for secret in secrets {
            writer.write(secret.bytes)
            writer.write(secret.signsUntil?.microseconds ?? .max)
        }
        return writer.bytes
    }

    package init(decoding bytes: [UInt8]) throws(DomainError) {
        var reader = try ByteReader(bytes, version: 1, what: "webhook endpoint")
        url = try reader.readText()
        description = try reader.readText()
        secrets = []
        let count = try reader.readInt64()
        guard (0...100).contains(count) else { throw .corrupted("webhook endpoint") }
        for _ in 0..<count {
            let bytes = try reader.readBytes()
            let end = try reader.readInt64()
            secrets.append(Secret(bytes: bytes, signsUntil: end == .max ? nil : Instant(microseconds: end)))
        }
    }
}

/// The event, and whose it was when it happened.
package struct WebhookDeliveryContent: Sendable, Equatable {
    package var url: String
    package var displayName: String
    package var email: String
    /// As it is sent, every time.
    package var body: String

    package init(url: String, displayName: String, email: String, body: String) {
        self.url = url
        self.displayName = displayName
        self.email = email
        self.body = body
    }

    package var encoded: [UInt8] {
        var writer = ByteWriter(version: 1)
        for text in [url, displayName, email, body] { writer.write(text) }
        return writer.bytes
    }

    package init(decoding bytes: [UInt8]) throws(DomainError) {
        var reader = try ByteReader(bytes, version: 1, what: "webhook delivery")
        url = try reader.readText()
        displayName = try reader.readText()
        email = try reader.readText()
        body = try reader.readText()
    }
}
