import Domain
import Testing

@Suite("Sign-up and addresses")
struct IdentityAccountTests {
    private let world = IdentityWorld()

    private func signUp(
        _ email: String, password: String = IdentityWorld.password, zone: String = ""
    ) -> SignUp {
        SignUp(email: email, password: password, displayName: "Mira Tolva", timeZone: zone)
    }

    @Test("A sign-up waits for its address to be verified, once")
    func signUpAndVerify() throws {
        try world.signUp("mira@example.com")
        let waiting = try world.account("mira@example.com")
        #expect(waiting.state == .pending)
        #expect(waiting.emailVerifiedAt == nil)
        let token = try world.linkToken()
        let answer = try world.run(VerifyEmail(token: token))
        #expect(answer.account == waiting.id)
        #expect(answer.email == "mira@example.com")
        #expect(try world.account("mira@example.com").state == .active)
        #expect(throws: DomainError.linkInvalid) { try world.run(VerifyEmail(token: token)) }
        #expect(world.rows.state.activities.map(\.kind) == ["account.signed_up", "email.verified"])
    }

    @Test("All bad fields of a sign-up are told at once")
    func problems() {
        let bad = SignUp(
            email: "adm\u{131}n@example.com", password: "short", displayName: " ", timeZone: "Mars/Olympus")
        #expect(throws: DomainError.self) { try world.run(bad) }
        let told = reasons { () throws(DomainError) in _ = try world.run(bad) }
        #expect(told == ["EMAIL_NOT_ASCII", "PASSWORD_TOO_SHORT", "TEXT_REQUIRED", "TIME_ZONE_UNKNOWN"])
    }

    @Test("A link that has run out verifies nothing")
    func expired() throws {
        try world.signUp("mira@example.com")
        let token = try world.linkToken()
        world.clock.pass(.hours(24))
        #expect(throws: DomainError.linkInvalid) { try world.run(VerifyEmail(token: token)) }
    }

    @Test("A taken address gets the same answer, changes nothing, and its owner is told")
    func taken() throws {
        let account = try world.customer("mira@example.com")
        let before = try #require(try world.rows.account(account))
        let unknown = try world.run(signUp("other@example.com"))
        _ = try world.mails()
        let answer = try world.run(signUp("MIRA@example.com", password: "another kelp ondat rusk"))
        #expect(answer == unknown)
        #expect(try world.rows.account(account) == before)
        let mails = try world.mails()
        #expect(mails.map(\.template) == ["address_already_registered"])
        #expect(mails.map(\.recipientAddress) == ["mira@example.com"])
        #expect(mails.map(\.link) == [""])
    }

    @Test("A sign-up that nobody verified gives way: the earlier link and password are dead")
    func replaced() throws {
        try world.signUp("mira@example.com", password: "strangers kelp ondat rusk")
        let first = try world.linkToken()
        try world.signUp("mira@example.com")
        let second = try world.linkToken()
        #expect(throws: DomainError.linkInvalid) { try world.run(VerifyEmail(token: first)) }
        let account = try world.run(VerifyEmail(token: second)).account
        #expect(try world.isPassword(IdentityWorld.password, of: account))
    }

    @Test("Over the share of mails a sign-up still replaces the earlier one, so no stranger's password gets verified")
    func replacedWithoutMail() throws {
        var last = ""
        for _ in 0..<5 {
            try world.signUp("mira@example.com", password: "strangers kelp ondat rusk")
            last = try world.linkToken()
        }
        try world.signUp("mira@example.com")
        #expect(try world.mails().isEmpty)
        #expect(throws: DomainError.linkInvalid) { try world.run(VerifyEmail(token: last)) }
        world.clock.pass(Throttle.mailWindow)
        _ = try world.run(ResendVerification(email: "mira@example.com"))
        let account = try world.run(VerifyEmail(token: world.linkToken())).account
        #expect(try world.isPassword(IdentityWorld.password, of: account))
    }

    @Test("Asking for the link again kills the older one; the answer is always the same")
    func resend() throws {
        try world.signUp("mira@example.com")
        let first = try world.linkToken()
        let known = try world.run(ResendVerification(email: "mira@example.com"))
        let second = try world.linkToken()
        #expect(try world.run(ResendVerification(email: "nobody@example.com")) == known)
        #expect(try world.mails().isEmpty)
        #expect(throws: DomainError.linkInvalid) { try world.run(VerifyEmail(token: first)) }
        _ = try world.run(VerifyEmail(token: second))
        #expect(try world.run(ResendVerification(email: "mira@example.com")) == known)
        #expect(try world.mails().isEmpty)
    }

    @Test("A new address takes over once it is verified; both are told at both moments")
    func change() throws {
        let account = try world.customer("mira@example.com")
        let view = try world.run(ChangeEmail(newEmail: "tolva@example.org"), as: account)
        #expect(view.email == "mira@example.com")
        #expect(view.pendingEmail == "tolva@example.org")
        let asked = try world.mails()
        #expect(
            Set(asked.map { "\($0.template) \($0.recipientAddress)" }) == [
                "email_change_verification tolva@example.org", "email_change_requested mira@example.com",
            ])
        #expect(asked.first { $0.recipientAddress == "mira@example.com" }?.link == "")
        let token = String(try #require(asked.map(\.link).first { !$0.isEmpty }?.split(separator: "#token=").last))
        let reset = try resetToken("mira@example.com")
        #expect(try world.run(VerifyEmail(token: token)).email == "tolva@example.org")
        #expect(try world.account("tolva@example.org").id == account)
        #expect(try world.rows.account(addressHash: world.addressHash("mira@example.com")) == nil)
        #expect(try world.profile(account).pendingEmail == "")
        let told = try world.mails()
        #expect(told.map(\.template) == ["email_changed", "email_changed"])
        #expect(Set(told.map(\.recipientAddress)) == ["mira@example.com", "tolva@example.org"])
        #expect(throws: DomainError.linkInvalid) {
            try world.run(
                ResetPassword(
                    token: reset, newPassword: "fresh kelp ondat rusk", totpCode: "", recoveryCode: "",
                    signOutOtherSessions: false))
        }
    }

    private func resetToken(_ email: String) throws -> String {
        _ = try world.run(RequestPasswordReset(email: email))
        return try world.linkToken()
    }

    @Test("CVE-2026-32700: a pending address is not confirmed by another change's link")
    func otherChangesLink() throws {
        let account = try world.customer("mira@example.com")
        _ = try world.run(ChangeEmail(newEmail: "mine@example.org"), as: account)
        let first = try world.linkToken()
        _ = try world.run(ChangeEmail(newEmail: "victim@example.org"), as: account)
        let second = try world.linkToken()
        #expect(throws: DomainError.linkInvalid) { try world.run(VerifyEmail(token: first)) }
        // Nor if the older link had survived.
        let old = LinkRecord(
            tokenHash: world.environment.cryptography.hash(.emailChangeLink, token: first), accountID: account,
            purpose: .emailChange, addressHash: try world.addressHash("mine@example.org"), createdAt: world.clock.now(),
            expiresAt: world.clock.now() + .hours(1))
        try world.rows.insert(old)
        #expect(throws: DomainError.linkInvalid) { try world.run(VerifyEmail(token: first)) }
        #expect(try world.account("mira@example.com").id == account)
        #expect(try world.run(VerifyEmail(token: second)).email == "victim@example.org")
    }

    @Test("An address of another account gets the same answer, and only its owner a mail")
    func changeToTaken() throws {
        let other = try world.customer("other@example.com")
        let account = try world.customer("mira@example.com")
        let view = try world.run(ChangeEmail(newEmail: "Other@example.com"), as: account)
        #expect(view.pendingEmail == "Other@example.com")
        let mails = try world.mails()
        #expect(mails.allSatisfy { $0.link.isEmpty })
        #expect(
            Set(mails.map { "\($0.template) \($0.recipientAddress)" }) == [
                "address_already_registered other@example.com", "email_change_requested mira@example.com",
            ])
        #expect(try world.account("other@example.com").id == other)
    }

    @Test("An address taken between the change and its verification stays whose it is")
    func takenMeanwhile() throws {
        let account = try world.customer("mira@example.com")
        _ = try world.run(ChangeEmail(newEmail: "tolva@example.org"), as: account)
        let token = try world.linkToken()
        let other = try world.customer("tolva@example.org")
        #expect(throws: DomainError.linkInvalid) { try world.run(VerifyEmail(token: token)) }
        #expect(try world.account("tolva@example.org").id == other)
    }

    @Test("A sign-up that was never verified doesn't keep an address from whoever proves it")
    func unverifiedGivesWay() throws {
        let account = try world.customer("mira@example.com")
        try world.signUp("tolva@example.org")
        _ = try world.mails()
        _ = try world.run(ChangeEmail(newEmail: "tolva@example.org"), as: account)
        let token = try world.linkToken()
        #expect(try world.run(VerifyEmail(token: token)).account == account)
        #expect(try world.account("tolva@example.org").id == account)
    }

    @Test("The own address is no change, and only so many changes an hour")
    func refused() throws {
        let account = try world.customer("mira@example.com")
        let told = reasons { () throws(DomainError) in
            _ = try world.run(ChangeEmail(newEmail: "MIRA@example.com"), as: account)
        }
        #expect(told == ["EMAIL_UNCHANGED"])
        for number in 0..<5 { _ = try world.run(ChangeEmail(newEmail: "m\(number)@example.org"), as: account) }
        #expect(throws: DomainError.throttled(retryAfter: Throttle.mailWindow)) {
            try world.run(ChangeEmail(newEmail: "m9@example.org"), as: account)
        }
    }
}
