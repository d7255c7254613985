/// A claim to know a password, and what it is checked against: an account's hash, or a decoy at the same cost.
struct PasswordClaim: Sendable {
    /// Nil where there is nothing to be right about: the decoy is checked, and is wrong.
    let account: AccountID?
    /// The account's sealed hash as it was read; the proof is worth nothing once another stands in its place.
    let sealedHash: [UInt8]
    let phc: String
    /// The claimed password, in the form that is hashed.
    let password: [UInt8]
}

/// What became of a claim.
struct PasswordProof: Sendable {
    let account: AccountID?
    let sealedHash: [UInt8]
    let isRight: Bool
    /// The same password under today's parameters, where the stored hash is weaker.
    let strongerPHC: String?

    /// Whether the claim was right and is about the account as it now is.
    func proves(_ account: AccountRecord) -> Bool {
        isRight && self.account == account.id && sealedHash == account.passwordHash && account.state == .active
    }
}

extension Look {
    /// What a claim on `account` is checked against. Nobody's, a pending or a passwordless account gets the decoy.
    func claim(on account: AccountRecord?, _ password: [UInt8]) throws(DomainError) -> PasswordClaim {
        guard let account, account.state == .active, !account.passwordHash.isEmpty else {
            return PasswordClaim(account: nil, sealedHash: [], phc: environment.passwords.decoy, password: password)
        }
        let phc = try vault(of: account.id).text(account.passwordHash, .passwordHash, row: UUIDv7(high: 0, low: 0))
        return PasswordClaim(account: account.id, sealedHash: account.passwordHash, phc: phc, password: password)
    }
}

extension Environment {
    /// Slow: for the hash pool only.
    func check(_ claim: PasswordClaim) -> PasswordProof {
        let matches = passwords.verify(claim.password, against: claim.phc)
        let isRight = matches && claim.account != nil
        // Where memory can't be had for a stronger hash, the old one stays: it was right.
        let stronger = isRight && passwords.needsRehash(claim.phc) ? passwords.hash(claim.password) : nil
        return PasswordProof(
            account: claim.account, sealedHash: claim.sealedHash, isRight: isRight, strongerPHC: stronger)
    }
}

extension Work {
    /// Puts the stronger hash in the place of the weaker, if there is one.
    func strengthenPassword(
        of account: AccountRecord, by proof: PasswordProof, _ vault: Vault
    ) throws(DomainError) {
        guard let phc = proof.strongerPHC else { return }
        var account = account
        account.passwordHash = vault.seal(Array(phc.utf8), .passwordHash)
        guard try rows.update(account) else { throw .storage("account changed meanwhile") }
    }
}
