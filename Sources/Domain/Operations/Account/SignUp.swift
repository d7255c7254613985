/// Opens an account that waits for its address to be verified. An address that has an account already gets the same answer,
/// for the same work.
package struct SignUp: HashedOperation {
    package let email: String
    package let password: String
    package let displayName: String
    /// Empty: UTC.
    package let timeZone: String

    package init(email: String, password: String, displayName: String, timeZone: String) {
        self.email = email
        self.password = password
        self.displayName = displayName
        self.timeZone = timeZone
    }

    package struct Prepared: Sendable {
        let address: EmailAddress
        let profile: Profile
        let password: [UInt8]
    }

    package struct Hashed: Sendable {
        let address: EmailAddress
        let profile: Profile
        let passwordHash: String
    }

    /// A sentence for the page.
    package typealias Answer = String

    static let answer = "Check your mail: open the link in it to verify your address, then sign in."

    /// Looks at nothing but the request, so known and unknown addresses can't differ here.
    package func prepare(_ work: Work, as principal: Principal) throws(DomainError) -> Verdict<Prepared> {
        let zone = timeZone.isEmpty ? ProfileRules.defaultTimeZone : timeZone
        let problems = problems(zone: zone, work.environment)
        guard problems.isEmpty else { throw .invalid(problems) }
        let address = try EmailAddress(parsing: email)
        let name = try Names.check(
            displayName, field: "display_name", maximumCodePoints: ProfileRules.displayNameMaximumCodePoints,
            required: true)
        let bytes = try PasswordRules.claimed(password, field: "password", work.environment.policy)
        return .done(
            Prepared(
                address: address, profile: Profile(displayName: name, email: address.text, timeZone: zone),
                password: bytes))
    }

    package func hash(_ prepared: Prepared, in environment: Environment) throws(DomainError) -> Hashed {
        guard let hash = environment.passwords.hash(prepared.password) else { throw .overloaded }
        return Hashed(address: prepared.address, profile: prepared.profile, passwordHash: hash)
    }

    package func finish(_ work: Work, _ hashed: Hashed, as principal: Principal) throws(DomainError) -> Verdict<Answer>
    {
        let addressHash = hashed.address.hash(work.environment.cryptography)
        let mayMail = try work.mayMail(address: addressHash)
        if let owner = try work.look.activeAccount(addressHash: addressHash) {
            try spendAsMuch(work, hashed, addressHash)
            if mayMail { try work.tellAddressIsTaken(owner) }
            return .done(Self.answer)
        }
        var abandoned: [EmailID] = []
        if let earlier = try work.look.pendingAccount(addressHash: addressHash) {
            // Also where no mail may go: else its owner, following an earlier link, would open a stranger's password.
            guard let mails = try work.removePendingAccount(earlier.id) else {
                throw .storage("account changed meanwhile")
            }
            abandoned = mails
        }
        let id = try open(work, hashed, addressHash, mayMail: mayMail, principal)
        try work.removeMails(abandoned, inTheNameOf: id)
        return .done(Self.answer)
    }

    private func problems(zone: String, _ environment: Environment) -> [FieldProblem] {
        let emailProblem = EmailAddress.problem(with: email)
        let nameProblem = ProfileRules.displayNameProblem(displayName)
        // Own words are made only of what has passed, so that endless fields cost nothing.
        let own = OwnWords(
            email: emailProblem == nil ? email : "", displayName: nameProblem == nil ? displayName : "")
        let passwordProblem = PasswordRules.problem(
            with: password, field: "password", twoFactor: false, own: own, environment.policy)
        return [emailProblem, passwordProblem, nameProblem, ProfileRules.timeZoneProblem(zone, environment)]
            .compactMap { $0 }
    }

    private func open(
        _ work: Work, _ hashed: Hashed, _ addressHash: KeyedHash, mayMail: Bool, _ principal: Principal
    ) throws(DomainError) -> AccountID {
        let id: AccountID = work.newID()
        let (vault, account) = try make(work, id, hashed, addressHash)
        try work.rows.insert(account)
        let link = try work.makeLink(.signUp, for: id, address: addressHash)
        if mayMail {
            try work.mail(
                .signUpVerification, to: hashed.profile, link: link, [MailContent.Variable("time", .time(work.now))],
                vault)
        }
        try work.record(.accountSignedUp, vault, by: principal.actor, named: principal.actorName)
        return id
    }

    /// The data key goes in first: no row of the account without it.
    private func make(
        _ work: Work, _ id: AccountID, _ hashed: Hashed, _ addressHash: KeyedHash
    ) throws(DomainError) -> (Vault, AccountRecord) {
        let (key, wrapped) = work.environment.cryptography.makeDataKey(for: id)
        try work.rows.insertDataKey(wrapped, of: id)
        let vault = Vault(account: id, key: key, cryptography: work.environment.cryptography)
        let account = AccountRecord(
            id: id, state: .pending, addressHash: addressHash, profile: vault.seal(hashed.profile.encoded, .profile),
            passwordHash: vault.seal(Array(hashed.passwordHash.utf8), .passwordHash), passwordChangedAt: work.now,
            createdAt: work.now)
        return (vault, account)
    }

    /// What opening an account costs, for nothing. Its data key is written, as a real one is: the key file's own commit is
    /// what would show from outside. It seals nothing and belongs to nobody.
    private func spendAsMuch(_ work: Work, _ hashed: Hashed, _ addressHash: KeyedHash) throws(DomainError) {
        _ = try make(work, work.newID(), hashed, addressHash)
        work.spendAsMuchAsALinkMail()
    }
}
