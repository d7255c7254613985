import Messages
import RPC

/// Factors, devices, and a forgotten password.
extension Tour {
    private static let chrome =
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/136.0.0.0 Safari/537.36"

    func twoFactor() async throws {
        heading("Prove the password again: the session goes on under a new token")
        let before = session
        try await stepUp()
        try await refused(
            .listSessions, ListSessionsRequest(), ListSessionsResponse.self, in: before, as: .unauthenticated)

        heading("Enrol an authenticator")
        let enrolled = try await owned(.enrollTotp, EnrollTotpRequest(), EnrollTotpResponse.self)
        authenticator = Authenticator(base32: enrolled.secret)
        try hold(authenticator != nil && enrolled.qrSvg.contains("<svg"), "there is a secret, and a QR code of it")

        heading("The first right code turns two-factor on and gives the recovery codes, this once")
        let confirmed = try await owned(
            .confirmTotp, ConfirmTotpRequest(totpCode: try await freshCode()), ConfirmTotpResponse.self)
        recoveryCodes = confirmed.recoveryCodes
        try hold(recoveryCodes.count == 10, "there are ten recovery codes")
    }

    func devices() async throws {
        heading("Sign in on a second device: now it takes a code")
        let second = try await signInElsewhere()

        heading("Where the customer is signed in")
        let listed = try await owned(.listSessions, ListSessionsRequest(), ListSessionsResponse.self).sessions
        try hold(listed.count == 2, "there are two sign-ins")
        try hold(listed.first { $0.current }?.id == sessionID, "the first device sees which one is its own")

        heading("End the second one; its token is dead at once")
        let target = RevokeSessionRequest(sessionID: second.session?.id ?? "")
        _ = try await owned(.revokeSession, target, RevokeSessionResponse.self)
        try await refused(
            .validateSession, ValidateSessionRequest(sessionToken: second.sessionToken), ValidateSessionResponse.self,
            as: .unauthenticated)
        try await refused(
            .revokeSession, RevokeSessionRequest(sessionID: sessionID), RevokeSessionResponse.self, in: session,
            as: .failedPrecondition, "CURRENT_SESSION")
    }

    private func signInElsewhere() async throws -> CompleteSignInResponse {
        let request = SignInRequest(email: email, password: password, userAgent: Tour.chrome)
        let challenge = try await call(.signIn, request, SignInResponse.self)
        try hold(challenge.sessionToken.isEmpty, "the password alone opens nothing")
        let code = try await freshCode()
        return try await call(
            .completeSignIn, CompleteSignInRequest(challengeToken: challenge.challengeToken, totpCode: code),
            CompleteSignInResponse.self)
    }

    func resetPassword() async throws {
        heading("A forgotten password: ask for a link, which goes to the stored address only")
        _ = try await call(
            .requestPasswordReset, RequestPasswordResetRequest(email: email), RequestPasswordResetResponse.self)
        let token = try await mailedToken(to: email)

        heading("The link alone does not get past two-factor, and stays valid")
        password = "lantern-orbit-\(String(UInt64.random(in: .min ... .max), radix: 36))"
        try await refused(
            .resetPassword, ResetPasswordRequest(token: token, newPassword: password), ResetPasswordResponse.self,
            as: .failedPrecondition, "TWO_FACTOR_REQUIRED")

        heading("With a recovery code, which saves waiting for the next code, it sets the new password")
        let reset = try await call(
            .resetPassword,
            ResetPasswordRequest(token: token, newPassword: password, recoveryCode: try recoveryCode()),
            ResetPasswordResponse.self)
        try hold(reset.sessionsSignedOut == 0, "the first device stays signed in, as nobody asked otherwise")
        let security = try await owned(.getSecurity, GetSecurityRequest(), GetSecurityResponse.self).security
        try hold(security?.recoveryCodesLeft == 9, "nine recovery codes are left")

        heading("Sign in with the new password, again by a recovery code")
        let request = SignInRequest(email: email, password: password, userAgent: Tour.chrome)
        let challenge = try await call(.signIn, request, SignInResponse.self)
        _ = try await call(
            .completeSignIn,
            CompleteSignInRequest(challengeToken: challenge.challengeToken, recoveryCode: try recoveryCode()),
            CompleteSignInResponse.self)
    }

    func apiKey() async throws {
        heading("Make an API key; its secret is shown this once")
        let minted = try await owned(
            .mintApiKey, MintApiKeyRequest(name: "Nightly crawl", scopes: ["sessions.start"]), MintApiKeyResponse.self)
        let id = minted.apiKey?.id ?? ""

        heading("Another service asks whose key this is")
        let verify = VerifyApiKeyRequest(secret: minted.secret)
        let verified = try await call(.verifyApiKey, verify, VerifyApiKeyResponse.self)
        try hold(verified.accountID == accountID && verified.keyID == id, "it is this account's key")

        heading("Revoke the key; the next call with it is refused")
        _ = try await owned(.revokeApiKey, RevokeApiKeyRequest(keyID: id), RevokeApiKeyResponse.self)
        try await refused(.verifyApiKey, verify, VerifyApiKeyResponse.self, as: .unauthenticated)
    }
}
