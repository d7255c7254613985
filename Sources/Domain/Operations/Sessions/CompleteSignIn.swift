/// Answers a challenge with a code, and opens the session.
package struct CompleteSignIn: Operation {
    package typealias Answer = OpenedSession

    private let challengeToken: String
    private let totpCode: String
    private let recoveryCode: String
    private let userAgent: String

    package init(challengeToken: String, totpCode: String, recoveryCode: String, userAgent: String) {
        self.challengeToken = challengeToken
        self.totpCode = totpCode
        self.recoveryCode = recoveryCode
        self.userAgent = userAgent
    }

    package func perform(_ work: Work, as principal: Principal) throws(DomainError) -> Verdict<OpenedSession> {
        try Tokens.check(challengeToken, field: "challenge_token")
        try SecondFactorFields.check(totpCode: totpCode, recoveryCode: recoveryCode, required: true)
        let hash = work.environment.cryptography.hash(.challenge, token: challengeToken)
        guard let challenge = try work.rows.challenge(tokenHash: hash, now: work.now),
            let account = try work.rows.account(challenge.accountID), account.state == .active
        else { throw .badCredentials }

        // A challenge proves the password, so strangers can't use this budget up.
        let subject = work.environment.throttleSubject(account.id)
        try work.reserve(subject, .code)
        guard try work.rows.spendChallengeAttempt(tokenHash: hash, at: work.now) else { throw .badCredentials }
        let vault = try work.look.vault(of: account.id)
        guard try work.proveSecondFactor(account, vault, totpCode: totpCode, recoveryCode: recoveryCode) else {
            return .refuse(.badCredentials)
        }
        // Thrown, it gives the code back: a challenge opens one session and no more.
        guard try work.rows.redeemChallenge(tokenHash: hash, at: work.now) else { throw .badCredentials }
        try work.rows.clearThrottle(subject, .code)
        let label = try deviceLabel(challenge, vault)
        return .done(try work.openSession(for: account, vault, deviceLabel: label, twoFactor: true))
    }

    private func deviceLabel(_ challenge: ChallengeRecord, _ vault: Vault) throws(DomainError) -> String {
        guard userAgent.isEmpty else { return DeviceLabel.make(from: userAgent) }
        return try vault.text(
            challenge.deviceLabel, .userAgent, row: ChallengeRecord.sealRow(challenge.tokenHash))
    }
}
