package import Domain
import Messages

/// The calling services that this server knows: by a token that is kept in a file, by one that is issued for a quarter of an hour, by a
/// client certificate.
package struct ServiceRegistry: Sendable {
    /// One service, and what it may prove itself by besides an issued token.
    package struct Entry: Sendable {
        package let identity: ServiceIdentity
        /// Hash of the token in its file; nil where it has none.
        package let token: KeyedHash?
        /// Names in a certificate that are its: DNS names in lower case, and URIs.
        package let certificateNames: [String]

        package init(_ identity: ServiceIdentity, token: KeyedHash? = nil, certificateNames: [String] = []) {
            self.identity = identity
            self.token = token
            self.certificateNames = certificateNames
        }
    }

    /// Who calls, as was proved, and until when that may be taken for granted.
    struct Proof: Sendable {
        let identity: ServiceIdentity
        let until: Instant
    }

    private static let always = Instant(microseconds: .max)

    private let entries: [Entry]
    private let issued: (any ServiceTokens)?

    package init(_ entries: [Entry], issued: (any ServiceTokens)? = nil) {
        self.entries = entries
        self.issued = issued
    }

    /// Nil: the caller showed nothing. A token and a certificate both have to be the same service's; a certificate that is no
    /// service's says nothing, for or against.
    func prove(
        token header: [UInt8], certificate names: [String], at now: Instant, _ cryptography: any Cryptography
    ) throws(DomainError) -> Proof? {
        let byCertificate = names.isEmpty ? nil : entries.first { !Set($0.certificateNames).isDisjoint(with: names) }
        guard !header.isEmpty else {
            return byCertificate.map { Proof(identity: $0.identity, until: Self.always) }
        }
        guard let token = Bearer.token(header) else { throw .serviceUnknown }
        let proof = try prove(token, now, cryptography)
        if let byCertificate, byCertificate.identity.name != proof.identity.name { throw .serviceMismatch }
        return proof
    }

    private func prove(
        _ token: [UInt8], _ now: Instant, _ cryptography: any Cryptography
    ) throws(DomainError) -> Proof {
        if let read = issued?.read(token) { return try prove(read, now) }
        let hash = cryptography.keyedHash(.serviceToken, token)
        // Every entry is looked at: how long it takes says nothing about which one matched.
        var found: ServiceIdentity?
        for entry in entries where entry.token == hash { found = entry.identity }
        guard let found else { throw .serviceUnknown }
        return Proof(identity: found, until: Self.always)
    }

    private func prove(_ token: ServiceToken, _ now: Instant) throws(DomainError) -> Proof {
        switch token.standing(at: now) {
        case .good: break
        case .expired: throw .serviceTokenExpired
        case .wrong: throw .serviceUnknown
        }
        guard let identity = entries.first(where: { $0.identity.name == token.service })?.identity else {
            throw .serviceUnknown
        }
        return Proof(identity: identity.narrowed(to: token.scopes), until: token.expiresAt)
    }

    /// Every scope that a method asks for: what the local tools' token carries.
    package static var allScopes: Set<String> { Set(Method.allCases.compactMap { $0.access.scope }) }
}

extension ServiceIdentity {
    /// The scope that makes it an operator's tool.
    package static let supportScope = "support"

    /// Of its scopes only those; all where none are named.
    fileprivate func narrowed(to named: [String]) -> ServiceIdentity {
        guard !named.isEmpty else { return self }
        return ServiceIdentity(
            name: name, scopes: scopes.intersection(named), isSupport: isSupport && named.contains(Self.supportScope))
    }
}
