import Domain
import Testing

/// Support is being talked into it, perhaps by a stranger: the owner has a day to object, and every way to.
@Suite struct TwoFactorResetTests {
    private let world = IdentityWorld()
    private let account: AccountID
    private let recoveryCode = "01AB-CDEF-GH01-2345"

    init() throws {
        account = try world.customer("mira@example.com")
        try world.turnOnTwoFactor(account, recoveryCodes: [recoveryCode])
    }

    private func ask() throws -> ResetTwoFactor.Answer {
        try world.runAsSupport(ResetTwoFactor(accountID: account.text, email: ""))
    }

    private var security: SecurityView {
        get throws {
            let session = SessionRecord(
                id: SessionID(account.uuid), accountID: account, tokenHash: world.hash("session"), deviceLabel: [],
                createdAt: world.clock.now(), authenticatedAt: world.clock.now(),
                expiresAt: world.clock.now() + .days(30), lastSeenAt: world.clock.now(), twoFactor: false)
            return try GetSecurity().perform(
                world.work.look, as: .owner(Owner(account: account, session: session)))
        }
    }

    private var isPending: Bool {
        get throws { try security.twoFactorResetAt != nil }
    }

    private var kinds: [String] { world.rows.state.activities.map(\.kind) }

    private func runJob() throws {
        let jobs = world.rows.state.jobs.filter { $0.kind == .resetTwoFactor && $0.dueAt <= world.clock.now() }
        for job in jobs { try FinishTwoFactorReset(job: job).run(world.work) }
    }

    @Test("After a day two-factor is off, and not a moment before")
    func takesEffect() throws {
        let answer = try ask()
        #expect(answer.takesEffectAt == world.clock.now() + .hours(24) && !answer.isAlreadyPending)
        #expect(try security.twoFactorResetAt == answer.takesEffectAt)
        #expect(try security.twoFactorResetText.hasPrefix("Will be turned off 20"))
        let asked = try world.mails()
        #expect(asked.map(\.template) == ["two_factor_reset_requested"])
        #expect(asked[0].category == "security_notice" && asked[0].recipientAddress == "mira@example.com")

        world.clock.pass(.hours(24) + TimeSpan(microseconds: -1))
        try runJob()
        #expect(try security.twoFactorEnabled && isPending)
        world.clock.pass(TimeSpan(microseconds: 1))
        try runJob()
        #expect(try !security.twoFactorEnabled && !isPending && security.recoveryCodesLeft == 0)
        #expect(try world.mails().map(\.template) == ["two_factor_reset"])
        let last = try #require(world.rows.state.activities.last)
        #expect(last.kind == "two_factor.disabled" && last.actor == .support && last.actorName == "desk")
        #expect(world.rows.state.jobs.allSatisfy { $0.kind == .mail })
    }

    @Test("The clock was set back after the job was taken: it waits")
    func clockSetBack() throws {
        _ = try ask()
        world.clock.pass(.hours(24))
        let job = try #require(world.rows.state.jobs.first { $0.kind == .resetTwoFactor })
        world.clock.pass(.hours(-2))
        try FinishTwoFactorReset(job: job).run(world.work)
        #expect(try security.twoFactorEnabled && isPending)
        #expect(world.rows.state.jobs.contains { $0.id == job.id && $0.dueAt == job.dueAt })
    }

    @Test("Asked for again, the day doesn't begin anew and nobody is mailed twice")
    func askedAgain() throws {
        let first = try ask()
        _ = try world.mails()
        world.clock.pass(.hours(5))
        let again = try world.runAsSupport(ResetTwoFactor(accountID: "", email: "MIRA@example.com"))
        #expect(again.isAlreadyPending && again.takesEffectAt == first.takesEffectAt && again.account == account)
        #expect(try world.mails().isEmpty)
    }

    @Test("The owner cancels it on the settings page; support sees that when it is asked again")
    func cancelledInSession() throws {
        _ = try ask()
        _ = try world.mails()
        _ = try world.run(CancelTwoFactorReset(token: ""), as: account)
        #expect(try world.mails().map(\.template) == ["two_factor_reset_cancelled"])
        #expect(kinds.suffix(2) == ["two_factor.reset_requested", "two_factor.reset_cancelled"])
        #expect(throws: DomainError.self) { try world.run(CancelTwoFactorReset(token: ""), as: account) }
        world.clock.pass(.hours(25))
        try runJob()
        #expect(try security.twoFactorEnabled && !isPending)
        let again = try ask()
        #expect(again.lastCancelledAt == world.clock.now() - .hours(25) && !again.isAlreadyPending)
    }

    @Test("The mailed link cancels once, without a session, and in nobody else's")
    func cancelledByLink() throws {
        _ = try ask()
        let token = try world.linkToken()
        let other = try world.customer("other@example.com")
        #expect(throws: DomainError.linkInvalid) { try world.run(CancelTwoFactorReset(token: token), as: other) }
        #expect(throws: DomainError.linkInvalid) { try world.run(CancelTwoFactorReset(token: token + "A")) }
        #expect(try isPending)
        #expect(try world.run(CancelTwoFactorReset(token: token)).account == account)
        #expect(try !isPending)
        #expect(throws: DomainError.linkInvalid) { try world.run(CancelTwoFactorReset(token: token)) }
        // The next reset has a link of its own.
        _ = try world.mails()
        _ = try ask()
        #expect(throws: DomainError.linkInvalid) { try world.run(CancelTwoFactorReset(token: token)) }
        #expect(try isPending)
    }

    @Test("The link sets no password and verifies nothing")
    func linkDoesNothingElse() throws {
        _ = try ask()
        let token = try world.linkToken()
        #expect(throws: DomainError.linkInvalid) { try world.run(VerifyEmail(token: token)) }
        let reset = ResetPassword(
            token: token, newPassword: "brim solder quatz elf", totpCode: world.totpCode(), recoveryCode: "",
            signOutOtherSessions: false)
        #expect(throws: DomainError.linkInvalid) { try world.run(reset) }
        #expect(try isPending)
    }

    @Test("A right code cancels it, a wrong one doesn't", arguments: [true, false])
    func rightCode(_ isRecoveryCode: Bool) throws {
        _ = try ask()
        _ = try world.mails()
        let record = try #require(try world.rows.account(account))
        let vault = try world.work.look.vault(of: account)
        let wrong = try world.work.proveSecondFactor(
            record, vault, totpCode: isRecoveryCode ? "" : "000000",
            recoveryCode: isRecoveryCode ? "ZZZZ-CDEF-GH01-2345" : "")
        #expect(try !wrong && isPending)
        let right = try world.work.proveSecondFactor(
            record, vault, totpCode: isRecoveryCode ? "" : world.totpCode(),
            recoveryCode: isRecoveryCode ? recoveryCode : "")
        #expect(try right && !isPending && security.twoFactorEnabled)
        #expect(try world.mails().map(\.template).last == "two_factor_reset_cancelled")
        #expect(kinds.last == "two_factor.reset_cancelled")
    }

    @Test("New recovery codes cancel it")
    func newCodes() throws {
        _ = try ask()
        _ = try world.run(RegenerateRecoveryCodes(), as: account)
        #expect(try !isPending)
        world.clock.pass(.hours(25))
        try runJob()
        #expect(try security.twoFactorEnabled && security.recoveryCodesLeft == 10)
    }

    @Test("What the owner sets up after turning it off stays on")
    func turnedOffBefore() throws {
        _ = try ask()
        _ = try world.run(DisableTotp(), as: account)
        #expect(try !isPending)
        try world.turnOnTwoFactor(account)
        world.clock.pass(.hours(25))
        try runJob()
        #expect(try security.twoFactorEnabled)
    }

    @Test("Only support asks, of an account that has two-factor, named in one way")
    func refusals() throws {
        #expect(throws: DomainError.self) { try world.run(ResetTwoFactor(accountID: account.text, email: "")) }
        #expect(throws: DomainError.self) {
            try world.run(ResetTwoFactor(accountID: account.text, email: ""), as: account)
        }
        for (id, email) in [("", ""), (account.text, "mira@example.com")] {
            let told = reasons { () throws(DomainError) in
                _ = try world.runAsSupport(ResetTwoFactor(accountID: id, email: email))
            }
            #expect(told == ["ACCOUNT_AMBIGUOUS"])
        }
        #expect(throws: DomainError.notFound("account")) {
            try world.runAsSupport(ResetTwoFactor(accountID: "", email: "nobody@example.com"))
        }
        let plain = try world.customer("plain@example.com")
        #expect(throws: DomainError.self) { try world.runAsSupport(ResetTwoFactor(accountID: plain.text, email: "")) }
        #expect(try world.mails().isEmpty)
    }
}
