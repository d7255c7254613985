/// Makes an authenticator secret, which ConfirmTotp turns on. Asked again before that, it makes another: the earlier is void.
package struct EnrollTotp: Operation {
    package struct Answer: Sendable, Equatable {
        /// Base32.
        package let secret: String
        package let otpauthURI: String
        /// An SVG document.
        package let qrSVG: String
    }

    package init() {}

    package func perform(_ work: Work, as principal: Principal) throws(DomainError) -> Verdict<Answer> {
        var account = try work.look.activeAccount(try principal.requireOwner().account)
        guard !account.isTwoFactorOn else { throw .twoFactorAlreadyOn }
        let vault = try work.look.vault(of: account.id)
        let email = try vault.profile(of: account).email
        let secret = work.environment.random.bytes(TOTP.secretByteCount)
        account.totp = TOTPRecord(secret: vault.seal(secret, .totpSecret))
        guard try work.rows.update(account) else { throw .storage("account changed meanwhile") }
        try work.record(.twoFactorEnrolmentStarted, vault, by: principal.actor, named: principal.actorName)
        let uri = TOTP.otpauthURI(secret: secret, email: email)
        // An address has at most 254 bytes: a QR code always has room for it.
        let svg = work.environment.qrCodes.svg(for: uri) ?? ""
        return .done(Answer(secret: TextEncoding.base32(secret), otpauthURI: uri, qrSVG: svg))
    }
}
