/// Opens a session for an address and its password, or a challenge where two-factor is on.
///
/// Every refusal is `badCredentials`, after the same work: nobody learns whether an address has an account, or whether it was
/// ever verified.
package struct SignIn: HashedOperation {
    package enum Answer: Sendable, Equatable {
        case session(OpenedSession)
        case challenge(OpenedChallenge)

        package var account: AccountID {
            switch self {
            case .session(let opened): opened.account
            case .challenge(let opened): opened.account
            }
        }
    }

    package struct Prepared: Sendable {
        fileprivate let address: KeyedHash
        fileprivate let claim: PasswordClaim
    }

    package struct Hashed: Sendable {
        fileprivate let address: KeyedHash
        fileprivate let proof: PasswordProof
    }

    private let email: String
    private let password: String
    private let userAgent: String

    package init(email: String, password: String, userAgent: String) {
        self.email = email
        self.password = password
        self.userAgent = userAgent
    }

    package func prepare(_ work: Work, as principal: Principal) throws(DomainError) -> Verdict<Prepared> {
        let (address, claimed) = try checked(work.environment)
        try work.reserve(work.environment.throttleSubject(address: address), .password)
        let account = try work.rows.account(addressHash: address)
        return .done(Prepared(address: address, claim: try work.look.claim(on: account, claimed)))
    }

    package func hash(_ prepared: Prepared, in environment: Environment) throws(DomainError) -> Hashed {
        Hashed(address: prepared.address, proof: environment.check(prepared.claim))
    }

    package func finish(
        _ work: Work, _ hashed: Hashed, as principal: Principal
    ) throws(DomainError) -> Verdict<Answer> {
        // Read again: between the two transactions the password may have changed or the account gone.
        guard let account = try work.rows.account(addressHash: hashed.address), hashed.proof.proves(account) else {
            return .refuse(.badCredentials)
        }
        let vault = try work.look.vault(of: account.id)
        try work.rows.clearThrottle(work.environment.throttleSubject(address: hashed.address), .password)
        try work.strengthenPassword(of: account, by: hashed.proof, vault)
        let label = DeviceLabel.make(from: userAgent)
        if account.isTwoFactorOn {
            return .done(.challenge(try work.openChallenge(for: account, vault, deviceLabel: label)))
        }
        return .done(.session(try work.openSession(for: account, vault, deviceLabel: label, twoFactor: false)))
    }

    /// The address's hash and the password's bytes; all bad fields at once. A user agent that is too long is cut, not refused:
    /// nobody types it.
    private func checked(_ environment: Environment) throws(DomainError) -> (KeyedHash, [UInt8]) {
        var problems: [FieldProblem] = []
        if let problem = EmailAddress.problem(with: email) { problems.append(problem) }
        if password.isEmpty {
            problems.append(
                FieldProblem(field: "password", description: "Send the password.", reason: "PASSWORD_REQUIRED"))
        } else if let problem = PasswordRules.tooLong(password, field: "password", environment.policy) {
            problems.append(problem)
        }
        guard problems.isEmpty else { throw .invalid(problems) }
        let address = try EmailAddress(parsing: email).hash(environment.cryptography)
        return (address, try PasswordRules.claimed(password, field: "password", environment.policy))
    }
}
