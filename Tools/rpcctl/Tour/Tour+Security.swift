import Messages
import RPC

/// Factors, devices, and a forgotten password.
extension Tour {
    private static let chrome =
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/136.0.0.0 Safari/537.36"

    func twoFactor() throws {
        heading("Prove the password again: the session goes on under a new token")
        let before = session
        try stepUp()
        try refused(
            .listSessions, ListSessionsRequest(), ListSessionsResponse.self, in: before, as: .unauthenticated)

        heading("Enrol an authenticator")
        let enrolled = try owned(.enrollTotp, EnrollTotpRequest(), EnrollTotpResponse.self)
        authenticator = Authenticator(base32: enrolled.secret)
        try hold(authenticator != nil && enrolled.qrSvg.contains("<svg"), "there is a secret, and a QR code of it")

        heading("The first right code turns two-factor on and gives the recovery codes, this once")
        let confirmed = try owned(
            .confirmTotp, ConfirmTotpRequest(totpCode: try freshCode()), ConfirmTotpResponse.self)
        recoveryCodes = confirmed.recoveryCodes
        try hold(recoveryCodes.count == 10, "there are ten recovery codes")
    }

    func devices() throws {
        heading("Sign in on a second device: now it takes a code")
        let second = try signInElsewhere()

        heading("Where the customer is signed in")
        let listed = try owned(.listSessions, ListSessionsRequest(), ListSessionsResponse.self).sessions
        try hold(listed.count == 2, "there are two sign-ins")
        try hold(listed.first { $0.current }?.id == sessionID, "the first device sees which one is its own")

        heading("End the second one; its token is dead at once")
        let target = RevokeSessionRequest(sessionID: second.session?.id ?? "")
        _ = try owned(.revokeSession, target, RevokeSessionResponse.self)
        try refused(
            .validateSession, ValidateSessionRequest(sessionToken: second.sessionToken), ValidateSessionResponse.self,
            as: .unauthenticated)
        try refused(
            .revokeSession, RevokeSessionRequest(sessionID: sessionID), RevokeSessionResponse.self, in: session,
            as: .failedPrecondition, "CURRENT_SESSION")
    }

    private func signInElsewhere() throws -> CompleteSignInResponse {
        let request = SignInRequest(email: email, password: password, userAgent: Tour.chrome)
        let challenge = try call(.signIn, request, SignInResponse.self)
        try hold(challenge.sessionToken.isEmpty, "the password alone opens nothing")
        let code = try freshCode()
        return try call(
            .completeSignIn, CompleteSignInRequest(challengeToken: challenge.challengeToken, totpCode: code),
            CompleteSignInResponse.self)
    }

    func resetPassword() throws {
        heading("A forgotten password: ask for a link, which goes to the stored address only")
        _ = try call(
            .requestPasswordReset, RequestPasswordResetRequest(email: email), RequestPasswordResetResponse.self)
        let token = try mailedToken(to: email)

        heading("The link alone does not get past two-factor, and stays valid")
        password = "lantern-orbit-\(String(UInt64.random(in: .min ... .max), radix: 36))"
        try refused(
            .resetPassword, ResetPasswordRequest(token: token, newPassword: password), ResetPasswordResponse.self,
            as: .failedPrecondition, "TWO_FACTOR_REQUIRED")

        heading("With a recovery code, which saves waiting for the next code, it sets the new password")
        let reset = try call(
            .resetPassword,
            ResetPasswordRequest(token: token, newPassword: password, recoveryCode: try recoveryCode()),
            ResetPasswordResponse.self)
        try hold(reset.sessionsSignedOut == 0, "the first device stays signed in, as nobody asked otherwise")
        let security = try owned(.getSecurity, GetSecurityRequest(), GetSecurityResponse.self).security
        try hold(security?.recoveryCodesLeft == 9, "nine recovery codes are left")

        heading("Sign in with the new password, again by a recovery code")
        let request = SignInRequest(email: email, password: password, userAgent: Tour.chrome)
        let challenge = try call(.signIn, request, SignInResponse.self)
        _ = try call(
            .completeSignIn,
            CompleteSignInRequest(challengeToken: challenge.challengeToken, recoveryCode: try recoveryCode()),
            CompleteSignInResponse.self)
    }

    func apiKey() throws {
        heading("Make an API key; its secret is shown this once")
        let minted = try owned(
            .mintApiKey, MintApiKeyRequest(name: "Nightly crawl", scopes: ["sessions.start"]), MintApiKeyResponse.self)
        let id = minted.apiKey?.id ?? ""

        heading("Another service asks whose key this is")
        let verify = VerifyApiKeyRequest(secret: minted.secret)
        let verified = try call(.verifyApiKey, verify, VerifyApiKeyResponse.self)
        try hold(verified.accountID == accountID && verified.keyID == id, "it is this account's key")

        heading("Revoke the key; the next call with it is refused")
        _ = try owned(.revokeApiKey, RevokeApiKeyRequest(keyID: id), RevokeApiKeyResponse.self)
        try refused(.verifyApiKey, verify, VerifyApiKeyResponse.self, as: .unauthenticated)
    }
}
