package import Domain
import Messages
import RPC

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

    /// Who calls, as was proved.
    struct Proof: Sendable {
        let identity: ServiceIdentity
        /// When it ends, whatever comes.
        var until = Instant(microseconds: .max)
        /// Until when it may be taken for granted: what was issued may be worth nothing before its end, its key being gone.
        var checkAgain = Instant(microseconds: .max)

        fileprivate func ending(_ end: Instant) -> Proof {
            Proof(identity: identity, until: min(until, end), checkAgain: min(checkAgain, end))
        }
    }

    private static let checkIssuedEvery = TimeSpan.seconds(1)

    private let entries: [Entry]
    private let issued: (any ServiceTokens)?

    package init(_ entries: [Entry], issued: (any ServiceTokens)? = nil) {
        self.entries = entries
        self.issued = issued
    }

    /// Nil: the caller showed nothing. A token and a certificate both have to be the same service's; a certificate that is no
    /// service's says nothing, for or against. One that has run out since it was shown proves nothing any more.
    func prove(
        token header: [UInt8], certificate: PeerCertificate, at now: Instant, _ cryptography: any Cryptography
    ) throws(DomainError) -> Proof? {
        let byCertificate = entry(of: certificate).map {
            Proof(identity: $0.identity).ending(Instant(seconds: certificate.validUntilSeconds))
        }
        if let byCertificate, byCertificate.until <= now { throw .certificateExpired }
        guard !header.isEmpty else { return byCertificate }
        guard let token = Bearer.token(header) else { throw .serviceUnknown }
        let proof = try prove(token, now, cryptography)
        guard let byCertificate else { return proof }
        guard byCertificate.identity.name == proof.identity.name else { throw .serviceMismatch }
        return proof.ending(byCertificate.until)
    }

    private func entry(of certificate: PeerCertificate) -> Entry? {
        guard !certificate.names.isEmpty else { return nil }
        return entries.first { !Set($0.certificateNames).isDisjoint(with: certificate.names) }
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
        return Proof(identity: found)
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
        return Proof(
            identity: identity.narrowed(to: token.scopes), checkAgain: now + Self.checkIssuedEvery
        ).ending(token.expiresAt)
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
