import Messages
import RPC

/// From signing up to the first sign-in, the profile, and another address.
extension Tour {
    private static let firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:138.0) Gecko/20100101 Firefox/138.0"

    func signUp() throws {
        heading("Sign up")
        _ = try call(
            .signUp,
            SignUpRequest(email: email, password: password, displayName: "Robin Rowan", timeZone: "Europe/Berlin"),
            SignUpResponse.self)

        heading("Nobody signs in before the address is verified")
        let attempt = SignInRequest(email: email, password: password, userAgent: Tour.firefox)
        try refused(.signIn, attempt, SignInResponse.self, as: .unauthenticated, "BAD_CREDENTIALS")

        heading("Verify the address with the mailed link; it works once")
        let token = try mailedToken(to: email)
        let verified = try call(.verifyEmail, VerifyEmailRequest(token: token), VerifyEmailResponse.self)
        accountID = verified.accountID
        try refused(
            .verifyEmail, VerifyEmailRequest(token: token), VerifyEmailResponse.self, as: .notFound, "LINK_INVALID")

        heading("Sign in")
        let answer = try call(.signIn, attempt, SignInResponse.self)
        session = answer.sessionToken
        sessionID = answer.session?.id ?? ""
        try hold(!session.isEmpty, "the answer has a session token")
    }

    func profile() throws {
        heading("The account, as the Settings page shows it")
        let account = try owned(.getAccount, GetAccountRequest(), GetAccountResponse.self).account
        try hold(account?.email == email && account?.state == .active, "the account is active under its address")

        heading("Change name and time zone")
        let mask = FieldMask(paths: ["display_name", "time_zone"])
        let changed = try owned(
            .updateProfile,
            UpdateProfileRequest(displayName: "Robin R. Rowan", timeZone: "America/New_York", updateMask: mask),
            UpdateProfileResponse.self)
        try hold(changed.account?.timeZone == "America/New_York", "times are now written in New York's zone")
    }

    func changeAddress() throws {
        heading("Change the address; the new one takes over once it is verified")
        let old = email
        let new = "tour-\(run)-new@example.com"
        let pending = try owned(.changeEmail, ChangeEmailRequest(newEmail: new), ChangeEmailResponse.self)
        try hold(pending.account?.email == old, "the old address is still in force")
        let token = try mailedToken(to: new)
        let verified = try call(.verifyEmail, VerifyEmailRequest(token: token), VerifyEmailResponse.self)
        try hold(verified.email == new, "the new address is in force")
        email = new
    }

    func activity() throws {
        heading("What happened to the account lately")
        let answer = try owned(
            .listActivity, ListActivityRequest(pageSize: 6), ListActivityResponse.self)
        try hold(answer.activities.count == 6, "the newest six are shown, and there are more")
        try hold(!answer.nextPageToken.isEmpty, "a page token asks for the others")
    }
}
