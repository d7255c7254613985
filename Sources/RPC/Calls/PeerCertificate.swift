/// What the certificate of whoever calls says, which was verified.
package struct PeerCertificate: Sendable {
    /// DNS names in lower case, and URIs. Empty where none was shown.
    package let names: [String]
    /// When it runs out, or what vouches for it does: seconds since 1970.
    package let validUntilSeconds: Int64

    package init(names: [String], validUntilSeconds: Int64) {
        self.names = names
        self.validUntilSeconds = validUntilSeconds
    }

    package static let none = PeerCertificate(names: [], validUntilSeconds: .max)
}
