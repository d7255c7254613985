/// Deletes the account, now and for good: all of it in one transaction.
package struct DeleteAccount: Operation {
    package let confirmEmail: String

    package init(confirmEmail: String) { self.confirmEmail = confirmEmail }

    package struct Answer: Sendable {
        package let deletion: DeletionView
        /// The only time that the receipt's token is known.
        package let receipt: String
    }

    package func perform(_ work: Work, as principal: Principal) throws(DomainError) -> Verdict<Answer> {
        let account = try work.look.activeAccount(try principal.requireOwner().account)
        try confirm(account, work.environment.cryptography)
        let vault = try work.look.vault(of: account.id)
        try work.record(.accountDeleted, vault, by: principal.actor, named: principal.actorName)
        try empty(account, work)
        let ids = try revoke(account.id, work)
        try work.logDeletion(of: account.id)
        let dueAt = try schedule(account.id, work)
        let receipt = Tokens.make(.receipt, work.environment.random)
        let deletion = DeletionRecord(
            accountID: account.id, receiptHash: work.environment.cryptography.hash(.deletionReceipt, token: receipt),
            requestedAt: work.now, revokedSessions: Int64(ids.sessions.count),
            revokedAPIKeys: Int64(ids.apiKeys.count), revokedBrowserProfiles: Int64(ids.browserProfiles.count),
            revokedDriverSessions: Int64(ids.driverSessions.count),
            revokedWebhookEndpoints: Int64(ids.webhookEndpoints.count), purgeDueAt: dueAt)
        try work.rows.insert(deletion)
        return .done(Answer(deletion: try work.look.view(of: deletion, revoked: ids), receipt: receipt))
    }

    private func confirm(_ account: AccountRecord, _ cryptography: any Cryptography) throws(DomainError) {
        let typed = try EmailAddress(parsing: confirmEmail, field: "confirm_email")
        guard typed.hash(cryptography) == account.addressHash else {
            throw .invalid(
                "confirm_email", "Type the account's own email address to confirm its deletion.",
                reason: "CONFIRM_EMAIL_MISMATCH")
        }
    }

    /// Nothing personal stays in the row, and the address is free again.
    private func empty(_ account: AccountRecord, _ work: Work) throws(DomainError) {
        var account = account
        account.state = .deleted
        account.addressHash = nil
        account.pendingAddressHash = nil
        account.profile = []
        account.emailVerifiedAt = nil
        account.passwordHash = []
        account.totp = nil
        account.deletedAt = work.now
        guard try work.rows.update(account) else { throw .storage("account changed meanwhile") }
        for category in try work.rows.disabledCategories(of: account.id) {
            try work.rows.setCategory(category, enabled: true, of: account.id)
        }
    }

    private func revoke(_ account: AccountID, _ work: Work) throws(DomainError) -> RevokedIDs {
        try work.rows.killLinks(of: account, purposes: LinkPurpose.allCases)
        try work.endTwoFactorReset(of: account, as: .accountDeleted)
        try work.rows.killChallenges(of: account)
        try work.rows.replaceRecoveryCodes(of: account, with: [])
        for email in try work.rows.discardMails(of: account) {
            try work.rows.setEmail(email, of: account, state: .discarded, sentAt: nil, failure: "")
        }
        try work.rows.cancelWebhookDeliveries(of: account, endpoint: nil, failure: "The account was deleted.")
        return RevokedIDs(
            sessions: try work.revokeSessions(of: account),
            apiKeys: try work.revokeAPIKeys(of: account),
            browserProfiles: try work.revokeBrowserProfiles(of: account),
            driverSessions: try work.revokeDriverSessions(of: account),
            webhookEndpoints: try work.revokeWebhookEndpoints(of: account))
    }

    /// The jobs that this transaction promises; answers by when all is purged.
    private func schedule(_ account: AccountID, _ work: Work) throws(DomainError) -> Instant {
        for kind in [OutboxKind.destroyDataKey, .removeMails] {
            let id = work.environment.uuid(at: work.now)
            try work.rows.insert(
                OutboxRecord(
                    id: id, kind: kind, accountID: account, subject: id, createdAt: work.now, dueAt: work.now))
        }
        let dueAt = work.now + work.environment.policy.purgeWithin
        let recordings = try work.rows.schedulePurge(of: account, dueAt: dueAt)
        for recording in recordings { try purge(account, recording.id, at: work.now, work) }
        // Uploads that were never registered have to go too, and so does what was still on its way.
        if recordings.isEmpty { try purge(account, nil, at: work.now, work) }
        try purge(account, nil, at: work.now + work.environment.policy.purgeAgainAfter, work)
        return dueAt
    }

    /// Without a recording: all that lies under the account's prefix.
    private func purge(
        _ account: AccountID, _ recording: RecordingID?, at dueAt: Instant, _ work: Work
    ) throws(DomainError) {
        let id = work.environment.uuid(at: work.now)
        try work.rows.insert(
            OutboxRecord(
                id: id, kind: .purge, destination: account.uuid, accountID: account,
                subject: recording?.uuid ?? id, createdAt: work.now, dueAt: dueAt))
    }
}
