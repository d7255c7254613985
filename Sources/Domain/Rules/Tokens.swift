/// What a token opens; its prefix says so to whoever finds one, and to secret scanners.
package enum TokenKind: String, Sendable, CaseIterable {
    case session = "ast_"
    case link = "lnk_"
    case challenge = "chl_"
    case receipt = "rcp_"
}

/// 256 random bits as text. Only its keyed hash is stored.
package enum Tokens {
    /// No token of ours is longer; longer ones aren't hashed.
    package static let maximumBytes = 128

    /// The prefix and 43 characters of base64url.
    package static func make(_ kind: TokenKind, _ random: any Random) -> String {
        kind.rawValue + TextEncoding.base64URL(random.bytes(32))
    }

    /// Any text can be asked for; what isn't a token is found nowhere, like one that never was. Only an absent or endless
    /// one is told so, from which nothing can be learned.
    package static func check(_ token: String, field: String) throws(DomainError) {
        if token.isEmpty { throw .invalid(field, "Send the token.", reason: "TOKEN_REQUIRED") }
        if token.utf8.count > maximumBytes {
            throw .invalid(field, "A token has at most \(maximumBytes) bytes.", reason: "TOKEN_TOO_LONG")
        }
    }
}

extension Cryptography {
    /// The form in which a token is stored and looked up.
    package func hash(_ purpose: HashPurpose, token: String) -> KeyedHash { keyedHash(purpose, Array(token.utf8)) }
}

extension LinkPurpose {
    /// A link of one purpose is never found as another's.
    package var hashPurpose: HashPurpose {
        switch self {
        case .signUp: .signUpLink
        case .emailChange: .emailChangeLink
        case .passwordReset: .passwordResetLink
        case .twoFactorReset: .twoFactorResetLink
        }
    }

    package func lifetime(_ policy: Policy) -> TimeSpan {
        switch self {
        case .signUp: policy.signUpLinkLifetime
        case .emailChange: policy.emailChangeLinkLifetime
        case .passwordReset: policy.passwordResetLinkLifetime
        // It works while the reset waits, which is longer where the clock isn't trusted.
        case .twoFactorReset: policy.twoFactorResetWait + policy.twoFactorResetWait
        }
    }

    /// The page that takes the token. It stands in the fragment, which no server and no link scanner sees.
    fileprivate var path: String {
        switch self {
        case .signUp, .emailChange: "/verify-email#token="
        case .passwordReset: "/reset-password#token="
        case .twoFactorReset: "/cancel-two-factor-reset#token="
        }
    }
}

extension Work {
    /// Makes a link, bound to account, purpose and address, and answers the URL to mail.
    package func makeLink(
        _ purpose: LinkPurpose, for account: AccountID, address: KeyedHash
    ) throws(DomainError) -> String {
        let token = Tokens.make(.link, environment.random)
        try rows.insert(
            LinkRecord(
                tokenHash: environment.cryptography.hash(purpose.hashPurpose, token: token), accountID: account,
                purpose: purpose, addressHash: address, createdAt: now,
                expiresAt: now + purpose.lifetime(environment.policy)))
        return environment.policy.publicURL + purpose.path + token
    }
}
