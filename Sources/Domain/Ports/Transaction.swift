/// Where a list goes on: rows strictly older than this one, newest first. Stable while rows are added.
package struct PageRequest: Sendable {
    package let limit: Int
    package let after: UUIDv7?

    package init(limit: Int, after: UUIDv7? = nil) {
        self.limit = limit
        self.after = after
    }
}

/// One consistent view of the store. Lists are newest first by id. A method that doesn't find answers nil.
package protocol ReadTransaction: AnyObject {
    func account(_ id: AccountID) throws(DomainError) -> AccountRecord?
    /// The pending or active account that has this address in force.
    func account(addressHash: KeyedHash) throws(DomainError) -> AccountRecord?
    /// The wrapped data key from the key file; nil once destroyed.
    func wrappedDataKey(of account: AccountID) throws(DomainError) -> [UInt8]?

    /// Also a revoked or expired one: rules decide.
    func session(tokenHash: KeyedHash) throws(DomainError) -> SessionRecord?
    func session(_ id: SessionID, of account: AccountID) throws(DomainError) -> SessionRecord?
    /// Not revoked, `expiresAt` after `now`, last seen after `idleSince`.
    func liveSessions(
        of account: AccountID, now: Instant, idleSince: Instant, page: PageRequest
    ) throws(DomainError) -> [SessionRecord]

    /// Revoked and expired ones included, for as long as their rows are kept.
    func heldSessions(of account: AccountID, page: PageRequest) throws(DomainError) -> [SessionRecord]

    /// Only one that is unused and not past its end.
    func link(tokenHash: KeyedHash, purpose: LinkPurpose, now: Instant) throws(DomainError) -> LinkRecord?
    /// Only one that is unused, has attempts left and is not past its end.
    func challenge(tokenHash: KeyedHash, now: Instant) throws(DomainError) -> ChallengeRecord?
    func recoveryCodesLeft(of account: AccountID) throws(DomainError) -> Int
    /// The last one, ended or not.
    func twoFactorReset(of account: AccountID) throws(DomainError) -> TwoFactorResetRecord?
    func throttle(_ subject: KeyedHash, _ purpose: ThrottlePurpose) throws(DomainError) -> ThrottleRecord?

    /// By its present secret.
    func apiKey(secretHash: KeyedHash) throws(DomainError) -> APIKeyRecord?
    /// Not revoked ones, expired ones included.
    func apiKeys(of account: AccountID, page: PageRequest) throws(DomainError) -> [APIKeyRecord]
    /// Revoked ones included.
    func heldAPIKeys(of account: AccountID, page: PageRequest) throws(DomainError) -> [APIKeyRecord]

    /// Categories that the customer turned off.
    func disabledCategories(of account: AccountID) throws(DomainError) -> [String]
    func activities(
        of account: AccountID, _ filter: ActivityFilter, page: PageRequest
    ) throws(DomainError) -> [ActivityRecord]
    /// What the newest row of the chain says; nil where none is in it yet.
    func activityHead(of account: AccountID) throws(DomainError) -> ActivityHeadRecord?
    /// Rows of the chain behind that one, or from the first on; oldest first, up to `limit`. Their ids are in the order of their
    /// sequences.
    func chainedActivities(
        of account: AccountID, after id: ActivityID?, limit: Int
    ) throws(DomainError) -> [ActivityRecord]
    /// A row of the chain.
    func chainedActivity(_ id: ActivityID, of account: AccountID) throws(DomainError) -> ActivityRecord?
    /// Rows from before the chain began.
    func unchainedActivities(of account: AccountID, page: PageRequest) throws(DomainError) -> [ActivityRecord]
    func unchainedActivityCount(of account: AccountID) throws(DomainError) -> Int64
    /// The newest row's place; `start`'s sequence is below the first one's. Never swept: there always is one.
    func newestRevocation() throws(DomainError) -> LogPosition
    /// Whether that very row is still kept, and so all that came after it.
    func hasRevocation(at position: LogPosition) throws(DomainError) -> Bool
    /// Oldest first, of every account.
    func revocations(after sequence: Int64, limit: Int) throws(DomainError) -> [RevocationRecord]
    func email(_ id: EmailID, of account: AccountID) throws(DomainError) -> EmailRecord?
    func emails(of account: AccountID, page: PageRequest) throws(DomainError) -> [EmailRecord]

    /// Not revoked.
    func browserProfile(_ id: BrowserProfileID, of account: AccountID) throws(DomainError) -> BrowserProfileRecord?
    func browserProfiles(of account: AccountID, page: PageRequest) throws(DomainError) -> [BrowserProfileRecord]
    /// Revoked ones included.
    func heldBrowserProfiles(of account: AccountID, page: PageRequest) throws(DomainError) -> [BrowserProfileRecord]
    func driverSession(_ id: DriverSessionID, of account: AccountID) throws(DomainError) -> DriverSessionRecord?
    /// Ended and revoked ones included.
    func driverSessions(of account: AccountID, page: PageRequest) throws(DomainError) -> [DriverSessionRecord]
    func recording(_ id: RecordingID, of account: AccountID) throws(DomainError) -> RecordingRecord?
    func recordings(of account: AccountID, page: PageRequest) throws(DomainError) -> [RecordingRecord]
    func invoices(of account: AccountID, page: PageRequest) throws(DomainError) -> [InvoiceRecord]
    /// Not revoked; a disabled one too.
    func webhookEndpoint(_ id: WebhookEndpointID, of account: AccountID) throws(DomainError) -> WebhookEndpointRecord?
    func webhookEndpoints(of account: AccountID, page: PageRequest) throws(DomainError) -> [WebhookEndpointRecord]
    /// Revoked ones too.
    func heldWebhookEndpoints(of account: AccountID, page: PageRequest) throws(DomainError) -> [WebhookEndpointRecord]
    func webhookDelivery(_ id: WebhookDeliveryID, of account: AccountID) throws(DomainError) -> WebhookDeliveryRecord?
    /// `endpoint` nil: all of the account's.
    func webhookDeliveries(
        of account: AccountID, endpoint: WebhookEndpointID?, page: PageRequest
    ) throws(DomainError) -> [WebhookDeliveryRecord]
    func deletion(of account: AccountID) throws(DomainError) -> DeletionRecord?
    func deletion(receiptHash: KeyedHash) throws(DomainError) -> DeletionRecord?

    /// The next destination of the lane in the order of ids, or the first; nil after the last, and where nothing is due.
    func outboxDestination(_ lane: OutboxLane, after: UUIDv7?, now: Instant) throws(DomainError) -> UUIDv7?
    /// Of every lane that isn't empty. Leased and postponed jobs count, dead ones don't.
    func outboxDepths() throws(DomainError) -> [OutboxDepth]
    /// Newest first.
    func deadJobs(limit: Int) throws(DomainError) -> [DeadJob]

    /// How many values name each generation of the server's keys; ascending, without those that none names.
    func keyUse() throws(DomainError) -> [KeyUse]
    /// Ascending.
    func keyGenerations() throws(DomainError) -> [KeyGenerationRecord]

    /// Made after `since`.
    func answer(key: KeyedHash, since: Instant) throws(DomainError) -> AnswerRecord?
}

/// A view that also writes. Every condition is checked by the UPDATE itself, so that of parallel tries exactly one wins;
/// the Bool says whether this one did.
package protocol Transaction: ReadTransaction {
    /// Throws `alreadyExists(reason: "ADDRESS_TAKEN")` when a pending or active account has the address.
    func insert(_ account: AccountRecord) throws(DomainError)
    /// Writes every column where the row still has `account.version`, and raises it. Same unique rule as `insert`.
    func update(_ account: AccountRecord) throws(DomainError) -> Bool
    /// A sign-up that was never verified, with all that hangs on it, its data key included.
    func removePendingAccount(_ id: AccountID) throws(DomainError) -> Bool
    /// Only if `step` is above the last accepted one.
    func advanceTOTPStep(of account: AccountID, to step: Int64) throws(DomainError) -> Bool
    /// Durable no later than the account's first row.
    func insertDataKey(_ wrapped: [UInt8], of account: AccountID) throws(DomainError)
    /// Gone from the key file, its log included, before `done` is called. True also when it was gone already.
    func destroyDataKey(of account: AccountID) throws(DomainError)

    func insert(_ session: SessionRecord) throws(DomainError)
    /// New token for the same live session; only if it still has `old`.
    func replaceToken(
        of session: SessionID, old: KeyedHash, new: KeyedHash, authenticatedAt: Instant, twoFactor: Bool
    ) throws(DomainError) -> Bool
    /// Only if it was live.
    func revokeSession(_ id: SessionID, of account: AccountID, at: Instant) throws(DomainError) -> Bool
    /// The ids of those that were not revoked yet.
    func revokeSessions(of account: AccountID, except: SessionID?, at: Instant) throws(DomainError) -> [SessionID]

    func insert(_ link: LinkRecord) throws(DomainError)
    /// Uses it up, only if it was unused and not past its end.
    func redeemLink(tokenHash: KeyedHash, purpose: LinkPurpose, at: Instant) throws(DomainError) -> LinkRecord?
    func killLinks(of account: AccountID, purposes: [LinkPurpose]) throws(DomainError)
    func insert(_ challenge: ChallengeRecord) throws(DomainError)
    /// One attempt less, only if one was left and it is not past its end.
    func spendChallengeAttempt(tokenHash: KeyedHash, at: Instant) throws(DomainError) -> Bool
    /// Uses it up, only if it was unused and not past its end.
    func redeemChallenge(tokenHash: KeyedHash, at: Instant) throws(DomainError) -> Bool
    func killChallenges(of account: AccountID) throws(DomainError)
    func replaceRecoveryCodes(of account: AccountID, with hashes: [KeyedHash]) throws(DomainError)
    /// Uses it up, only if it was unused.
    func redeemRecoveryCode(of account: AccountID, hash: KeyedHash, at: Instant) throws(DomainError) -> Bool
    /// Puts it in the place of an ended one; false while one waits.
    func begin(_ reset: TwoFactorResetRecord) throws(DomainError) -> Bool
    /// Only if it waits; as `done` only if its time has come.
    func endTwoFactorReset(
        _ id: UUIDv7, of account: AccountID, as end: TwoFactorResetEnd, at: Instant
    ) throws(DomainError) -> Bool
    func put(_ throttle: ThrottleRecord) throws(DomainError)
    func clearThrottle(_ subject: KeyedHash, _ purpose: ThrottlePurpose) throws(DomainError)

    func insert(_ apiKey: APIKeyRecord) throws(DomainError)
    /// A new secret for the same key, only if it still has `old` and is not revoked. `old` stays good until `oldEndsAt`, or dies now
    /// where that is nil; one that an earlier rotation left dies in any case.
    func rotateAPIKey(
        _ id: APIKeyID, of account: AccountID, old: KeyedHash, new: KeyedHash, prefix: String, oldEndsAt: Instant?
    ) throws(DomainError) -> Bool
    func revokeAPIKey(_ id: APIKeyID, of account: AccountID, at: Instant) throws(DomainError) -> Bool
    func revokeAPIKeys(of account: AccountID, at: Instant) throws(DomainError) -> [APIKeyID]

    func setCategory(_ category: String, enabled: Bool, of account: AccountID) throws(DomainError)
    /// One with a link only where its sequence follows the newest one's.
    func insert(_ activity: ActivityRecord) throws(DomainError)
    /// Before the chain's first row. Once an account.
    func insert(_ chain: ActivityChainRecord) throws(DomainError)
    func insert(_ email: EmailRecord) throws(DomainError)
    /// Gives it the next sequence, whatever the record says.
    func insert(_ revocation: RevocationRecord) throws(DomainError)
    func setEmail(
        _ id: EmailID, of account: AccountID, state: EmailState, sentAt: Instant?, failure: String
    ) throws(DomainError)

    func insert(_ profile: BrowserProfileRecord) throws(DomainError)
    func revokeBrowserProfile(_ id: BrowserProfileID, of account: AccountID, at: Instant) throws(DomainError) -> Bool
    func revokeBrowserProfiles(of account: AccountID, at: Instant) throws(DomainError) -> [BrowserProfileID]
    func insert(_ driverSession: DriverSessionRecord) throws(DomainError)
    func endDriverSession(_ id: DriverSessionID, of account: AccountID, at: Instant) throws(DomainError) -> Bool
    func revokeDriverSessions(of account: AccountID, at: Instant) throws(DomainError) -> [DriverSessionID]
    /// False when the account has a recording of that key already.
    func insert(_ recording: RecordingRecord) throws(DomainError) -> Bool
    /// Sets the date on every recording that is not purged yet, and answers them.
    func schedulePurge(of account: AccountID, dueAt: Instant) throws(DomainError) -> [RecordingRecord]
    func setPurged(_ id: RecordingID, of account: AccountID, at: Instant) throws(DomainError)
    func insert(_ invoice: InvoiceRecord) throws(DomainError)
    func insert(_ endpoint: WebhookEndpointRecord) throws(DomainError)
    /// Content and disabling, only if it is not revoked.
    func update(_ endpoint: WebhookEndpointRecord) throws(DomainError) -> Bool
    /// Takes its content away; only if it was not revoked.
    func revokeWebhookEndpoint(_ id: WebhookEndpointID, of account: AccountID, at: Instant) throws(DomainError) -> Bool
    func revokeWebhookEndpoints(of account: AccountID, at: Instant) throws(DomainError) -> [WebhookEndpointID]
    func insert(_ delivery: WebhookDeliveryRecord) throws(DomainError)
    /// State, attempts, next attempt and failure.
    func update(_ delivery: WebhookDeliveryRecord) throws(DomainError)
    /// Those that are pending, to one endpoint or to all, with their jobs.
    func cancelWebhookDeliveries(
        of account: AccountID, endpoint: WebhookEndpointID?, failure: String
    ) throws(DomainError)
    func insert(_ deletion: DeletionRecord) throws(DomainError)
    func setDataKeyDestroyed(of account: AccountID, at: Instant) throws(DomainError)
    func setMailsRemoved(of account: AccountID, at: Instant) throws(DomainError)

    func insert(_ job: OutboxRecord) throws(DomainError)
    /// The oldest jobs of one destination that are due and not leased, leased until `until`. As quick among a million jobs.
    func leaseJobs(
        _ lane: OutboxLane, to destination: UUIDv7, limit: Int, now: Instant, until: Instant
    ) throws(DomainError) -> [OutboxRecord]
    func finishJob(_ id: UUIDv7) throws(DomainError)
    /// Gives the lease back, one attempt more.
    func postponeJob(_ id: UUIDv7, dueAt: Instant, error: String) throws(DomainError)
    /// Gives up: the job stays, as a dead letter that nobody leases, one attempt more.
    func buryJob(_ id: UUIDv7, at: Instant, error: String) throws(DomainError)
    /// Gives back every lease: what a process that is dead had taken. Answers how many there were.
    func releaseLeases() throws(DomainError) -> Int
    /// Jobs of the lane, leased ones too, that are to wait beyond `latest` wait no longer than until then.
    func bringForward(_ lane: OutboxLane, noLaterThan latest: Instant) throws(DomainError)
    /// Unsent mails of the account; answers their ids.
    func discardMails(of account: AccountID) throws(DomainError) -> [EmailID]

    /// Data keys that name an older generation. `from` 0: from the beginning.
    func dataKeys(before generation: UInt8, from: Int64, limit: Int) throws(DomainError) -> WrappedDataKeys
    /// Only if the account's key is still `old`: one that was destroyed never comes back. What is replaced is gone from the key
    /// file, its log included, when the write is answered.
    func rewrapDataKey(of account: AccountID, from old: [UInt8], to new: [UInt8]) throws(DomainError) -> Bool
    /// Those whose content names an older generation, in an order that stays.
    func invoices(before generation: UInt8, skipping: Int, limit: Int) throws(DomainError) -> [InvoiceRecord]
    /// The same content sealed again, and nothing else; only if it is still what the record says.
    func reseal(_ invoice: InvoiceRecord, as content: [UInt8]) throws(DomainError) -> Bool
    /// Those of no account, as with invoices.
    func answers(before generation: UInt8, skipping: Int, limit: Int) throws(DomainError) -> [AnswerRecord]
    func reseal(_ answer: AnswerRecord, as content: [UInt8]) throws(DomainError) -> Bool
    /// In the place of the one with its number.
    func put(_ generation: KeyGenerationRecord) throws(DomainError)

    func insert(_ answer: AnswerRecord) throws(DomainError)
    /// Links, challenges, answers, throttles and sessions that no rule can need any more. At most `limit` rows a table.
    func sweep(now: Instant, limit: Int) throws(DomainError)
}
