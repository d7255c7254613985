import Domain

/// Rows in memory, as much of them as identity's operations touch; whatever else is asked for fails the test.
final class IdentityRows: Transaction {
    struct State {
        var accounts: [AccountID: AccountRecord] = [:]
        var dataKeys: [AccountID: [UInt8]] = [:]
        var sessions: [SessionRecord] = []
        var links: [LinkRecord] = []
        var challenges: [ChallengeRecord] = []
        var recoveryCodes: [AccountID: Set<KeyedHash>] = [:]
        var throttles: [KeyedHash: [ThrottlePurpose: ThrottleRecord]] = [:]
        var activities: [ActivityRecord] = []
        var chains: [AccountID: ActivityChainRecord] = [:]
        var emails: [EmailRecord] = []
        var resets: [AccountID: TwoFactorResetRecord] = [:]
        var jobs: [OutboxRecord] = []
        var revocations: [RevocationRecord] = []
    }

    var state = State()

    private var unused: DomainError { .storage("no operation of identity asks for this") }

    // Looks.
    func account(_ id: AccountID) throws(DomainError) -> AccountRecord? { state.accounts[id] }
    func account(addressHash: KeyedHash) throws(DomainError) -> AccountRecord? {
        state.accounts.values.first { $0.addressHash == addressHash && $0.state != .deleted }
    }
    func wrappedDataKey(of account: AccountID) throws(DomainError) -> [UInt8]? { state.dataKeys[account] }
    func liveSessions(
        of account: AccountID, now: Instant, idleSince: Instant, page: PageRequest
    ) throws(DomainError) -> [SessionRecord] {
        state.sessions.filter { $0.accountID == account && $0.revokedAt == nil && now < $0.expiresAt }
    }
    func link(tokenHash: KeyedHash, purpose: LinkPurpose, now: Instant) throws(DomainError) -> LinkRecord? {
        state.links.first { $0.tokenHash == tokenHash && $0.purpose == purpose && now < $0.expiresAt }
    }
    func recoveryCodesLeft(of account: AccountID) throws(DomainError) -> Int {
        state.recoveryCodes[account]?.count ?? 0
    }
    func throttle(_ subject: KeyedHash, _ purpose: ThrottlePurpose) throws(DomainError) -> ThrottleRecord? {
        state.throttles[subject]?[purpose]
    }

    func newestRevocation() throws(DomainError) -> LogPosition { throw unused }
    func hasRevocation(at position: LogPosition) throws(DomainError) -> Bool { throw unused }
    func revocations(after sequence: Int64, limit: Int) throws(DomainError) -> [RevocationRecord] { throw unused }

    // Changes.
    func insert(_ revocation: RevocationRecord) throws(DomainError) { state.revocations.append(revocation) }
    func insert(_ account: AccountRecord) throws(DomainError) {
        try checkAddress(of: account)
        state.accounts[account.id] = account
    }
    func update(_ account: AccountRecord) throws(DomainError) -> Bool {
        guard state.accounts[account.id]?.version == account.version else { return false }
        try checkAddress(of: account)
        var account = account
        account.version += 1
        state.accounts[account.id] = account
        return true
    }
    private func checkAddress(of account: AccountRecord) throws(DomainError) {
        guard let hash = account.addressHash, let holder = try self.account(addressHash: hash), holder.id != account.id
        else { return }
        throw .alreadyExists(reason: "ADDRESS_TAKEN", message: "")
    }
    func removePendingAccount(_ id: AccountID) throws(DomainError) -> Bool {
        guard state.accounts[id]?.state == .pending else { return false }
        state.accounts[id] = nil
        state.dataKeys[id] = nil
        state.links.removeAll { $0.accountID == id }
        state.emails.removeAll { $0.accountID == id }
        state.jobs.removeAll { $0.accountID == id }
        state.activities.removeAll { $0.accountID == id }
        return true
    }
    /// Leaves the version alone, so that a stale row written after it would take the step back.
    func advanceTOTPStep(of account: AccountID, to step: Int64) throws(DomainError) -> Bool {
        guard let last = state.accounts[account]?.totp?.lastStep, last < step else { return false }
        state.accounts[account]?.totp?.lastStep = step
        return true
    }
    func insertDataKey(_ wrapped: [UInt8], of account: AccountID) throws(DomainError) {
        state.dataKeys[account] = wrapped
    }
    func revokeSessions(of account: AccountID, except: SessionID?, at: Instant) throws(DomainError) -> [SessionID] {
        var ids: [SessionID] = []
        for index in state.sessions.indices
        where state.sessions[index].accountID == account && state.sessions[index].revokedAt == nil {
            state.sessions[index].revokedAt = at
            ids.append(state.sessions[index].id)
        }
        return ids
    }
    func insert(_ link: LinkRecord) throws(DomainError) { state.links.append(link) }
    func redeemLink(tokenHash: KeyedHash, purpose: LinkPurpose, at: Instant) throws(DomainError) -> LinkRecord? {
        let link = try link(tokenHash: tokenHash, purpose: purpose, now: at)
        state.links.removeAll { $0.tokenHash == link?.tokenHash }
        return link
    }
    func killLinks(of account: AccountID, purposes: [LinkPurpose]) throws(DomainError) {
        state.links.removeAll { $0.accountID == account && purposes.contains($0.purpose) }
    }
    func twoFactorReset(of account: AccountID) throws(DomainError) -> TwoFactorResetRecord? { state.resets[account] }
    func begin(_ reset: TwoFactorResetRecord) throws(DomainError) -> Bool {
        if let last = state.resets[reset.accountID], last.ended == nil { return false }
        state.resets[reset.accountID] = reset
        return true
    }
    func endTwoFactorReset(_ id: UUIDv7, of account: AccountID, as end: TwoFactorResetEnd, at: Instant)
        throws(DomainError) -> Bool
    {
        guard let reset = state.resets[account], reset.id == id, reset.ended == nil,
            end != .done || reset.takesEffectAt <= at
        else { return false }
        state.resets[account]?.ended = TwoFactorResetRecord.Ended(end, at: at)
        return true
    }
    func killChallenges(of account: AccountID) throws(DomainError) {
        state.challenges.removeAll { $0.accountID == account }
    }
    func redeemRecoveryCode(of account: AccountID, hash: KeyedHash, at: Instant) throws(DomainError) -> Bool {
        state.recoveryCodes[account]?.remove(hash) != nil
    }
    func put(_ throttle: ThrottleRecord) throws(DomainError) {
        state.throttles[throttle.subject, default: [:]][throttle.purpose] = throttle
    }
    func clearThrottle(_ subject: KeyedHash, _ purpose: ThrottlePurpose) throws(DomainError) {
        state.throttles[subject]?[purpose] = nil
    }
    func insert(_ activity: ActivityRecord) throws(DomainError) { state.activities.append(activity) }
    func insert(_ chain: ActivityChainRecord) throws(DomainError) { state.chains[chain.accountID] = chain }
    func activityHead(of account: AccountID) throws(DomainError) -> ActivityHeadRecord? {
        guard let chain = state.chains[account], let row = state.activities.last(where: { $0.accountID == account }),
            let link = row.link
        else { return nil }
        return ActivityHeadRecord(
            chain: chain, id: row.id, count: link.sequence, hash: link.hash, at: row.at, tag: link.tag)
    }
    func unchainedActivityCount(of account: AccountID) throws(DomainError) -> Int64 { 0 }
    func insert(_ email: EmailRecord) throws(DomainError) { state.emails.append(email) }
    func insert(_ job: OutboxRecord) throws(DomainError) { state.jobs.append(job) }
    func postponeJob(_ id: UUIDv7, dueAt: Instant, error: String) throws(DomainError) {
        for index in state.jobs.indices where state.jobs[index].id == id { state.jobs[index].dueAt = dueAt }
    }
    func finishJob(_ id: UUIDv7) throws(DomainError) { state.jobs.removeAll { $0.id == id } }

    // Not identity's.
    func rotateAPIKey(
        _ id: APIKeyID, of account: AccountID, old: KeyedHash, new: KeyedHash, prefix: String, oldEndsAt: Instant?
    ) throws(DomainError) -> Bool { throw unused }
    func heldSessions(of account: AccountID, page: PageRequest) throws(DomainError) -> [SessionRecord] { throw unused }
    func heldAPIKeys(of account: AccountID, page: PageRequest) throws(DomainError) -> [APIKeyRecord] { throw unused }
    func heldBrowserProfiles(of account: AccountID, page: PageRequest) throws(DomainError) -> [BrowserProfileRecord] {
        throw unused
    }
    func chainedActivities(of account: AccountID, after id: ActivityID?, limit: Int) throws(DomainError)
        -> [ActivityRecord]
    { throw unused }
    func chainedActivity(_ id: ActivityID, of account: AccountID) throws(DomainError) -> ActivityRecord? {
        throw unused
    }
    func unchainedActivities(of account: AccountID, page: PageRequest) throws(DomainError) -> [ActivityRecord] {
        throw unused
    }
    func session(tokenHash: KeyedHash) throws(DomainError) -> SessionRecord? { throw unused }
    func session(_ id: SessionID, of account: AccountID) throws(DomainError) -> SessionRecord? { throw unused }
    func challenge(tokenHash: KeyedHash, now: Instant) throws(DomainError) -> ChallengeRecord? { throw unused }
    func apiKey(secretHash: KeyedHash) throws(DomainError) -> APIKeyRecord? { throw unused }
    func apiKeys(of account: AccountID, page: PageRequest) throws(DomainError) -> [APIKeyRecord] { throw unused }
    func disabledCategories(of account: AccountID) throws(DomainError) -> [String] { throw unused }
    func activities(of account: AccountID, _ filter: ActivityFilter, page: PageRequest) throws(DomainError)
        -> [ActivityRecord]
    { throw unused }
    func email(_ id: EmailID, of account: AccountID) throws(DomainError) -> EmailRecord? { throw unused }
    func emails(of account: AccountID, page: PageRequest) throws(DomainError) -> [EmailRecord] { [] }
    func browserProfile(_ id: BrowserProfileID, of account: AccountID) throws(DomainError) -> BrowserProfileRecord? {
        throw unused
    }
    func browserProfiles(of account: AccountID, page: PageRequest) throws(DomainError) -> [BrowserProfileRecord] {
        throw unused
    }
    func driverSession(_ id: DriverSessionID, of account: AccountID) throws(DomainError) -> DriverSessionRecord? {
        throw unused
    }
    func driverSessions(of account: AccountID, page: PageRequest) throws(DomainError) -> [DriverSessionRecord] {
        throw unused
    }
    func recording(_ id: RecordingID, of account: AccountID) throws(DomainError) -> RecordingRecord? { throw unused }
    func recordings(of account: AccountID, page: PageRequest) throws(DomainError) -> [RecordingRecord] { throw unused }
    func invoices(of account: AccountID, page: PageRequest) throws(DomainError) -> [InvoiceRecord] { throw unused }
    func deletion(of account: AccountID) throws(DomainError) -> DeletionRecord? { throw unused }
    func deletion(receiptHash: KeyedHash) throws(DomainError) -> DeletionRecord? { throw unused }
    func answer(key: KeyedHash, since: Instant) throws(DomainError) -> AnswerRecord? { throw unused }
    func destroyDataKey(of account: AccountID) throws(DomainError) { throw unused }
    func insert(_ session: SessionRecord) throws(DomainError) { throw unused }
    func replaceToken(of session: SessionID, old: KeyedHash, new: KeyedHash, authenticatedAt: Instant, twoFactor: Bool)
        throws(DomainError) -> Bool
    { throw unused }
    func revokeSession(_ id: SessionID, of account: AccountID, at: Instant) throws(DomainError) -> Bool { throw unused }
    func insert(_ challenge: ChallengeRecord) throws(DomainError) { throw unused }
    func spendChallengeAttempt(tokenHash: KeyedHash, at: Instant) throws(DomainError) -> Bool { throw unused }
    func redeemChallenge(tokenHash: KeyedHash, at: Instant) throws(DomainError) -> Bool { throw unused }
    func replaceRecoveryCodes(of account: AccountID, with hashes: [KeyedHash]) throws(DomainError) {
        state.recoveryCodes[account] = Set(hashes)
    }
    func insert(_ apiKey: APIKeyRecord) throws(DomainError) { throw unused }
    func revokeAPIKey(_ id: APIKeyID, of account: AccountID, at: Instant) throws(DomainError) -> Bool { throw unused }
    func revokeAPIKeys(of account: AccountID, at: Instant) throws(DomainError) -> [APIKeyID] { throw unused }
    func setCategory(_ category: String, enabled: Bool, of account: AccountID) throws(DomainError) { throw unused }
    func setEmail(_ id: EmailID, of account: AccountID, state: EmailState, sentAt: Instant?, failure: String)
        throws(DomainError)
    { throw unused }
    func insert(_ profile: BrowserProfileRecord) throws(DomainError) { throw unused }
    func revokeBrowserProfile(_ id: BrowserProfileID, of account: AccountID, at: Instant) throws(DomainError) -> Bool {
        throw unused
    }
    func revokeBrowserProfiles(of account: AccountID, at: Instant) throws(DomainError) -> [BrowserProfileID] {
        throw unused
    }
    func insert(_ driverSession: DriverSessionRecord) throws(DomainError) { throw unused }
    func endDriverSession(_ id: DriverSessionID, of account: AccountID, at: Instant) throws(DomainError) -> Bool {
        throw unused
    }
    func revokeDriverSessions(of account: AccountID, at: Instant) throws(DomainError) -> [DriverSessionID] {
        throw unused
    }
    func insert(_ recording: RecordingRecord) throws(DomainError) -> Bool { throw unused }
    func schedulePurge(of account: AccountID, dueAt: Instant) throws(DomainError) -> [RecordingRecord] { throw unused }
    func setPurged(_ id: RecordingID, of account: AccountID, at: Instant) throws(DomainError) { throw unused }
    func insert(_ invoice: InvoiceRecord) throws(DomainError) { throw unused }
    func webhookEndpoint(_ id: WebhookEndpointID, of account: AccountID) throws(DomainError) -> WebhookEndpointRecord? {
        throw unused
    }
    func webhookEndpoints(of account: AccountID, page: PageRequest) throws(DomainError) -> [WebhookEndpointRecord] {
        throw unused
    }
    func heldWebhookEndpoints(of account: AccountID, page: PageRequest) throws(DomainError) -> [WebhookEndpointRecord] {
        throw unused
    }
    func webhookDelivery(_ id: WebhookDeliveryID, of account: AccountID) throws(DomainError) -> WebhookDeliveryRecord? {
        throw unused
    }
    func webhookDeliveries(of account: AccountID, endpoint: WebhookEndpointID?, page: PageRequest) throws(DomainError)
        -> [WebhookDeliveryRecord]
    { throw unused }
    func insert(_ endpoint: WebhookEndpointRecord) throws(DomainError) { throw unused }
    func update(_ endpoint: WebhookEndpointRecord) throws(DomainError) -> Bool { throw unused }
    func revokeWebhookEndpoint(_ id: WebhookEndpointID, of account: AccountID, at: Instant) throws(DomainError) -> Bool
    {
        throw unused
    }
    func revokeWebhookEndpoints(of account: AccountID, at: Instant) throws(DomainError) -> [WebhookEndpointID] {
        throw unused
    }
    func insert(_ delivery: WebhookDeliveryRecord) throws(DomainError) { throw unused }
    func update(_ delivery: WebhookDeliveryRecord) throws(DomainError) { throw unused }
    func cancelWebhookDeliveries(of account: AccountID, endpoint: WebhookEndpointID?, failure: String)
        throws(DomainError)
    { throw unused }
    func insert(_ deletion: DeletionRecord) throws(DomainError) { throw unused }
    func setDataKeyDestroyed(of account: AccountID, at: Instant) throws(DomainError) { throw unused }
    func setMailsRemoved(of account: AccountID, at: Instant) throws(DomainError) { throw unused }
    func leaseJobs(_ lane: OutboxLane, to destination: UUIDv7, limit: Int, now: Instant, until: Instant)
        throws(DomainError) -> [OutboxRecord]
    { throw unused }
    func buryJob(_ id: UUIDv7, at: Instant, error: String) throws(DomainError) { throw unused }
    func releaseLeases() throws(DomainError) -> Int { throw unused }
    func bringForward(_ lane: OutboxLane, noLaterThan latest: Instant) throws(DomainError) { throw unused }
    func outboxDestination(_ lane: OutboxLane, after: UUIDv7?, now: Instant) throws(DomainError) -> UUIDv7? {
        throw unused
    }
    func outboxDepths() throws(DomainError) -> [OutboxDepth] { throw unused }
    func deadJobs(limit: Int) throws(DomainError) -> [DeadJob] { throw unused }
    func discardMails(of account: AccountID) throws(DomainError) -> [EmailID] { throw unused }
    func keyUse() throws(DomainError) -> [KeyUse] { throw unused }
    func keyGenerations() throws(DomainError) -> [KeyGenerationRecord] { throw unused }
    func dataKeys(before generation: UInt8, from: Int64, limit: Int) throws(DomainError) -> WrappedDataKeys {
        throw unused
    }
    func rewrapDataKey(of account: AccountID, from old: [UInt8], to new: [UInt8]) throws(DomainError) -> Bool {
        throw unused
    }
    func invoices(before generation: UInt8, skipping: Int, limit: Int) throws(DomainError) -> [InvoiceRecord] {
        throw unused
    }
    func reseal(_ invoice: InvoiceRecord, as content: [UInt8]) throws(DomainError) -> Bool { throw unused }
    func answers(before generation: UInt8, skipping: Int, limit: Int) throws(DomainError) -> [AnswerRecord] {
        throw unused
    }
    func reseal(_ answer: AnswerRecord, as content: [UInt8]) throws(DomainError) -> Bool { throw unused }
    func put(_ generation: KeyGenerationRecord) throws(DomainError) { throw unused }
    func insert(_ answer: AnswerRecord) throws(DomainError) { throw unused }
    func sweep(now: Instant, limit: Int) throws(DomainError) { throw unused }
}
