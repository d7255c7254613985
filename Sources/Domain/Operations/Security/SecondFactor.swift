/// Which of the two codes a request brought.
package enum SecondFactorFields {
    /// At most one of the two, of a code's shape; exactly one where it is required.
    package static func check(
        totpCode: String, recoveryCode: String, required: Bool
    ) throws(DomainError) {
        switch (totpCode.isEmpty, recoveryCode.isEmpty) {
        case (false, false):
            throw .invalid([
                problem("totp_code", "Send either totp_code or recovery_code, not both.", "CODE_AMBIGUOUS"),
                problem("recovery_code", "Send either totp_code or recovery_code, not both.", "CODE_AMBIGUOUS"),
            ])
        case (true, true):
            guard !required else {
                throw .invalid([problem("totp_code", "Send totp_code or recovery_code.", "CODE_REQUIRED")])
            }
        case (false, true): try TOTP.check(totpCode)
        case (true, false): try RecoveryCodes.check(recoveryCode)
        }
    }

    private static func problem(_ field: String, _ description: String, _ reason: String) -> FieldProblem {
        FieldProblem(field: field, description: description, reason: reason)
    }
}

extension AccountRecord {
    /// Whether signing in takes a code: an enrolment that waits for its first one doesn't count.
    package var isTwoFactorOn: Bool { totp?.confirmedAt != nil }
}

extension Work {
    /// The only place where a code counts as the second factor. True: it was right, and in this transaction the step has
    /// advanced or the recovery code is used up (its owner is told by mail). False: wrong, replayed, or two-factor is off;
    /// nothing was written.
    ///
    /// The row changes under `account`: whoever updates the account after this reads it again first. The caller reserves the
    /// try (`.code`) before, clears it after, and refuses, rather than throws, when it was wrong.
    package func proveSecondFactor(
        _ account: AccountRecord, _ vault: Vault, totpCode: String, recoveryCode: String
    ) throws(DomainError) -> Bool {
        guard account.isTwoFactorOn, totpCode.isEmpty != recoveryCode.isEmpty else { return false }
        let isRight =
            totpCode.isEmpty
            ? try useUpRecoveryCode(recoveryCode, account, vault) : try advanceStep(account, vault, code: totpCode)
        // Whoever has a right code needs no recovery: it was asked for by mistake, or by somebody else.
        if isRight { try cancelTwoFactorReset(of: account, vault, as: .codeGiven) }
        return isRight
    }

    /// Also for an enrolment's first code, for which two-factor isn't on yet.
    func advanceStep(_ account: AccountRecord, _ vault: Vault, code: String) throws(DomainError) -> Bool {
        guard let totp = account.totp else { return false }
        let secret = try vault.open(totp.secret, .totpSecret)
        guard let step = TOTP.matchingStep(code, secret: secret, now: now, environment.cryptography) else {
            return false
        }
        return try rows.advanceTOTPStep(of: account.id, to: step)
    }

    private func useUpRecoveryCode(
        _ code: String, _ account: AccountRecord, _ vault: Vault
    ) throws(DomainError) -> Bool {
        guard let digits = RecoveryCodes.canonical(code) else { return false }
        let hash = RecoveryCodes.hash(digits, of: account.id, environment.cryptography)
        guard try rows.redeemRecoveryCode(of: account.id, hash: hash, at: now) else { return false }
        let left = String(try rows.recoveryCodesLeft(of: account.id))
        try record(.recoveryCodeUsed, vault, by: .customer, [ActivityDetail("codes_left", left)])
        try mail(
            .recoveryCodeUsed, to: vault.profile(of: account),
            [MailContent.Variable("time", .time(now)), MailContent.Variable("codes_left", .text(left))], vault)
        return true
    }
}
