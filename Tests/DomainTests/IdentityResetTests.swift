import Domain
import Testing

@Suite("Password reset")
struct IdentityResetTests {
    private let world = IdentityWorld()
    private let account: AccountID
    private let new = "brim solder quatz elf"
    private let recoveryCode = "01AB-CDEF-GH01-2345"

    init() throws { account = try world.customer("mira@example.com") }

    private func reset(
        _ token: String, _ password: String? = nil, totp: String = "", recovery: String = "", signOut: Bool = false
    ) -> ResetPassword {
        ResetPassword(
            token: token, newPassword: password ?? new, totpCode: totp, recoveryCode: recovery,
            signOutOtherSessions: signOut)
    }

    private func token() throws -> String {
        _ = try world.run(RequestPasswordReset(email: "mira@example.com"))
        return try world.linkToken()
    }

    private func addSession() throws {
        let now = world.clock.now()
        world.rows.state.sessions.append(
            SessionRecord(
                id: SessionID(account.uuid), accountID: account, tokenHash: world.hash("x"), deviceLabel: [],
                createdAt: now, authenticatedAt: now, expiresAt: now + .days(30), lastSeenAt: now, twoFactor: false))
    }

    @Test("CVE-2023-7028: the link goes to the stored address and no other")
    func storedAddress() throws {
        _ = try world.run(RequestPasswordReset(email: "MIRA@EXAMPLE.com"))
        #expect(try world.mails().map(\.recipientAddress) == ["mira@example.com"])
        let told = reasons { () throws(DomainError) in
            _ = try world.run(RequestPasswordReset(email: "mira@example.com,thief@example.org"))
        }
        #expect(told == ["EMAIL_INVALID"])
        #expect(try world.mails().isEmpty)
    }

    @Test("Unknown, unverified and known addresses get the same answer")
    func sameAnswer() throws {
        try world.signUp("waits@example.com")
        _ = try world.mails()
        let known = try world.run(RequestPasswordReset(email: "mira@example.com"))
        #expect(try world.mails().count == 1)
        #expect(try world.run(RequestPasswordReset(email: "nobody@example.com")) == known)
        #expect(try world.run(RequestPasswordReset(email: "waits@example.com")) == known)
        #expect(try world.mails().isEmpty)
    }

    @Test("A link sets one password, once; old sessions stay unless asked")
    func once() throws {
        try addSession()
        let token = try token()
        #expect(try world.run(reset(token)).sessionsSignedOut == 0)
        #expect(try world.isPassword(new, of: account))
        #expect(world.rows.state.sessions.allSatisfy { $0.revokedAt == nil })
        #expect(try world.mails().map(\.template) == ["password_changed"])
        #expect(throws: DomainError.linkInvalid) { try world.run(reset(token)) }
    }

    @Test("Sessions end where that was asked, and the count says how many")
    func signOut() throws {
        try addSession()
        #expect(try world.run(reset(token(), signOut: true)).sessionsSignedOut == 1)
        #expect(world.rows.state.sessions.allSatisfy { $0.revokedAt != nil })
    }

    @Test("CVE-2026-3590: of two parallel tries with one link one wins")
    func parallel() throws {
        let token = try token()
        let first = reset(token)
        let second = reset(token, "another solder quatz elf")
        let hashed = (try world.prepare(first), try world.prepare(second))
        _ = try world.finish(second, hashed.1)
        #expect(throws: DomainError.linkInvalid) { try world.finish(first, hashed.0) }
        #expect(try world.isPassword("another solder quatz elf", of: account))
    }

    @Test("A link lives 15 minutes, and a newer one kills it")
    func ends() throws {
        let older = try token()
        let newer = try token()
        #expect(throws: DomainError.linkInvalid) { try world.run(reset(older)) }
        world.clock.pass(.minutes(15))
        #expect(throws: DomainError.linkInvalid) { try world.run(reset(newer)) }
    }

    @Test("A link of another purpose sets no password")
    func otherPurpose() throws {
        _ = try world.run(ChangeEmail(newEmail: "tolva@example.org"), as: account)
        let token = try world.linkToken()
        #expect(throws: DomainError.linkInvalid) { try world.run(reset(token)) }
        _ = try world.run(VerifyEmail(token: token))
    }

    @Test("A password that can't be taken leaves the link as it was")
    func badPassword() throws {
        let token = try token()
        #expect(
            reasons { () throws(DomainError) in _ = try world.run(reset(token, "vurmkelp")) } == ["PASSWORD_TOO_SHORT"])
        _ = try world.run(reset(token))
    }

    @Test("Kratos #4317: with two-factor on, mail alone sets no password, and asking leaves the link as it was")
    func secondFactor() throws {
        try world.turnOnTwoFactor(account)
        let token = try token()
        let refusal = #expect(throws: DomainError.self) { try world.run(reset(token)) }
        guard case .failedPrecondition(reason: "TWO_FACTOR_REQUIRED", _) = refusal else {
            Issue.record("\(String(describing: refusal))")
            return
        }
        #expect(try world.isPassword(IdentityWorld.password, of: account))
        _ = try world.run(reset(token, "vurmkelp", totp: world.totpCode()))
        #expect(try world.isPassword("vurmkelp", of: account))
        let step = try #require(try world.rows.account(account)?.totp?.lastStep)
        #expect(step == TOTP.step(at: world.clock.now()))
    }

    @Test("A wrong code is counted, and leaves link and password as they were")
    func wrongCode() throws {
        try world.turnOnTwoFactor(account)
        let token = try token()
        let code = world.totpCode()
        let wrong = code == "000000" ? "000001" : "000000"
        for _ in 0..<6 {
            #expect(throws: DomainError.badCredentials) { try world.run(reset(token, totp: wrong)) }
        }
        #expect(throws: DomainError.throttled(retryAfter: .seconds(1))) { try world.run(reset(token, totp: code)) }
        #expect(try world.isPassword(IdentityWorld.password, of: account))
        world.clock.pass(.seconds(1))
        _ = try world.run(reset(token, totp: world.totpCode()))
        #expect(world.rows.state.throttles[world.environment.throttleSubject(account)]?[.code] == nil)
    }

    @Test("Keycloak #13607: a code that was accepted before resets nothing")
    func replayedCode() throws {
        try world.turnOnTwoFactor(account)
        _ = try world.run(reset(token(), totp: world.totpCode()))
        _ = try world.mails()
        let second = try token()
        #expect(throws: DomainError.badCredentials) {
            try world.run(reset(second, "yet brim solder quatz", totp: world.totpCode()))
        }
        world.clock.pass(.seconds(30))
        _ = try world.run(reset(second, "yet brim solder quatz", totp: world.totpCode()))
    }

    @Test("A recovery code works once and its owner is told; a wrong one uses up nothing")
    func recovery() throws {
        try world.turnOnTwoFactor(account, recoveryCodes: [recoveryCode])
        let token = try token()
        #expect(throws: DomainError.badCredentials) { try world.run(reset(token, recovery: "01AB-CDEF-GH01-2346")) }
        _ = try world.run(reset(token, recovery: recoveryCode.lowercased()))
        #expect(Set(try world.mails().map(\.template)) == ["password_changed", "recovery_code_used"])
        let second = try self.token()
        #expect(throws: DomainError.badCredentials) { try world.run(reset(second, recovery: recoveryCode)) }
    }

    @Test("A dead link uses up no code")
    func deadLinkKeepsCode() throws {
        try world.turnOnTwoFactor(account, recoveryCodes: [recoveryCode])
        let token = try token()
        let first = reset(token, recovery: recoveryCode)
        let hashed = try world.prepare(first)
        try world.rows.killLinks(of: account, purposes: [.passwordReset])
        #expect(throws: DomainError.linkInvalid) { try world.finish(first, hashed) }
        #expect(world.rows.state.recoveryCodes[account]?.count == 1)
    }

    @Test("Two-factor turned on between the two transactions is not got past")
    func twoFactorMeanwhile() throws {
        let change = reset(try token())
        let hashed = try world.prepare(change)
        try world.turnOnTwoFactor(account)
        #expect(throws: DomainError.self) { try world.finish(change, hashed) }
        #expect(try world.isPassword(IdentityWorld.password, of: account))
    }

    @Test("Both codes at once are refused")
    func bothCodes() throws {
        let told = reasons { () throws(DomainError) in
            _ = try world.run(reset("lnk_x", totp: "123456", recovery: recoveryCode))
        }
        #expect(told == ["CODE_AMBIGUOUS", "CODE_AMBIGUOUS"])
    }

    @Test("The signed-in customer gets the same link, from a share of mails that strangers can't use up")
    func requestedByOwner() throws {
        for _ in 0..<7 { _ = try world.run(RequestPasswordReset(email: "mira@example.com")) }
        #expect(try world.mails().count == 5)
        _ = try world.run(RequestPasswordChange(), as: account)
        _ = try world.run(reset(world.linkToken()))
        #expect(try world.isPassword(new, of: account))
        for _ in 0..<4 { _ = try world.run(RequestPasswordChange(), as: account) }
        #expect(throws: DomainError.throttled(retryAfter: Throttle.mailWindow)) {
            try world.run(RequestPasswordChange(), as: account)
        }
    }
}
