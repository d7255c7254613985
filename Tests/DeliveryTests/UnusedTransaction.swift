import Domain

/// A transaction in which nothing works: a test overrides what it is about.
class UnusedTransaction: Transaction {
    private func unused<Value>() throws(DomainError) -> Value { throw Self.error }
    private func unused() throws(DomainError) { throw Self.error }
    private static var error: DomainError { .storage("not part of this test") }

    func account(_ id: AccountID) throws(DomainError) -> AccountRecord? { try unused() }
    func account(addressHash: KeyedHash) throws(DomainError) -> AccountRecord? { try unused() }
    func wrappedDataKey(of account: AccountID) throws(DomainError) -> [UInt8]? { try unused() }
    func session(tokenHash: KeyedHash) throws(DomainError) -> SessionRecord? { try unused() }
    func session(_ id: SessionID, of account: AccountID) throws(DomainError) -> SessionRecord? { try unused() }
    func liveSessions(of account: AccountID, now: Instant, idleSince: Instant, page: PageRequest) throws(DomainError)
        -> [SessionRecord]
    { try unused() }
    func link(tokenHash: KeyedHash, purpose: LinkPurpose, now: Instant) throws(DomainError) -> LinkRecord? {
        try unused()
    }
    func challenge(tokenHash: KeyedHash, now: Instant) throws(DomainError) -> ChallengeRecord? { try unused() }
    func twoFactorReset(of account: AccountID) throws(DomainError) -> TwoFactorResetRecord? { try unused() }
    func begin(_ reset: TwoFactorResetRecord) throws(DomainError) -> Bool { try unused() }
    func endTwoFactorReset(_ id: UUIDv7, of account: AccountID, as end: TwoFactorResetEnd, at: Instant)
        throws(DomainError) -> Bool
    { try unused() }
    func recoveryCodesLeft(of account: AccountID) throws(DomainError) -> Int { try unused() }
    func throttle(_ subject: KeyedHash, _ purpose: ThrottlePurpose) throws(DomainError) -> ThrottleRecord? {
        try unused()
    }
    func apiKey(secretHash: KeyedHash) throws(DomainError) -> APIKeyRecord? { try unused() }
    func apiKeys(of account: AccountID, page: PageRequest) throws(DomainError) -> [APIKeyRecord] { try unused() }
    func disabledCategories(of account: AccountID) throws(DomainError) -> [String] { try unused() }
    func activities(of account: AccountID, _ filter: ActivityFilter, page: PageRequest) throws(DomainError)
        -> [ActivityRecord]
    { try unused() }
    func heldSessions(of account: AccountID, page: PageRequest) throws(DomainError) -> [SessionRecord] { try unused() }
    func heldAPIKeys(of account: AccountID, page: PageRequest) throws(DomainError) -> [APIKeyRecord] { try unused() }
    func heldBrowserProfiles(of account: AccountID, page: PageRequest) throws(DomainError) -> [BrowserProfileRecord] {
        try unused()
    }
    func rotateAPIKey(
        _ id: APIKeyID, of account: AccountID, old: KeyedHash, new: KeyedHash, prefix: String, oldEndsAt: Instant?
    ) throws(DomainError) -> Bool { try unused() }
    func newestRevocation() throws(DomainError) -> LogPosition { try unused() }
    func hasRevocation(at position: LogPosition) throws(DomainError) -> Bool { try unused() }
    func revocations(after sequence: Int64, limit: Int) throws(DomainError) -> [RevocationRecord] { try unused() }
    func insert(_ revocation: RevocationRecord) throws(DomainError) { try unused() }
    func activityHead(of account: AccountID) throws(DomainError) -> ActivityHeadRecord? { try unused() }
    func chainedActivities(of account: AccountID, after id: ActivityID?, limit: Int) throws(DomainError)
        -> [ActivityRecord]
    { try unused() }
    func chainedActivity(_ id: ActivityID, of account: AccountID) throws(DomainError) -> ActivityRecord? {
        try unused()
    }
    func unchainedActivities(of account: AccountID, page: PageRequest) throws(DomainError) -> [ActivityRecord] {
        try unused()
    }
    func unchainedActivityCount(of account: AccountID) throws(DomainError) -> Int64 { try unused() }
    func insert(_ chain: ActivityChainRecord) throws(DomainError) { try unused() }
    func email(_ id: EmailID, of account: AccountID) throws(DomainError) -> EmailRecord? { try unused() }
    func emails(of account: AccountID, page: PageRequest) throws(DomainError) -> [EmailRecord] { try unused() }
    func browserProfile(_ id: BrowserProfileID, of account: AccountID) throws(DomainError) -> BrowserProfileRecord? {
        try unused()
    }
    func browserProfiles(of account: AccountID, page: PageRequest) throws(DomainError) -> [BrowserProfileRecord] {
        try unused()
    }
    func driverSession(_ id: DriverSessionID, of account: AccountID) throws(DomainError) -> DriverSessionRecord? {
        try unused()
    }
    func driverSessions(of account: AccountID, page: PageRequest) throws(DomainError) -> [DriverSessionRecord] {
        try unused()
    }
    func recording(_ id: RecordingID, of account: AccountID) throws(DomainError) -> RecordingRecord? { try unused() }
    func recordings(of account: AccountID, page: PageRequest) throws(DomainError) -> [RecordingRecord] { try unused() }
    func invoices(of account: AccountID, page: PageRequest) throws(DomainError) -> [InvoiceRecord] { try unused() }
    func deletion(of account: AccountID) throws(DomainError) -> DeletionRecord? { try unused() }
    func deletion(receiptHash: KeyedHash) throws(DomainError) -> DeletionRecord? { try unused() }
    func answer(key: KeyedHash, since: Instant) throws(DomainError) -> AnswerRecord? { try unused() }
    func insert(_ account: AccountRecord) throws(DomainError) { try unused() }
    func update(_ account: AccountRecord) throws(DomainError) -> Bool { try unused() }
    func removePendingAccount(_ id: AccountID) throws(DomainError) -> Bool { try unused() }
    func advanceTOTPStep(of account: AccountID, to step: Int64) throws(DomainError) -> Bool { try unused() }
    func insertDataKey(_ wrapped: [UInt8], of account: AccountID) throws(DomainError) { try unused() }
    func destroyDataKey(of account: AccountID) throws(DomainError) { try unused() }
    func insert(_ session: SessionRecord) throws(DomainError) { try unused() }
    func replaceToken(of session: SessionID, old: KeyedHash, new: KeyedHash, authenticatedAt: Instant, twoFactor: Bool)
        throws(DomainError) -> Bool
    { try unused() }
    func revokeSession(_ id: SessionID, of account: AccountID, at: Instant) throws(DomainError) -> Bool { try unused() }
    func revokeSessions(of account: AccountID, except: SessionID?, at: Instant) throws(DomainError) -> [SessionID] {
        try unused()
    }
    func insert(_ link: LinkRecord) throws(DomainError) { try unused() }
    func redeemLink(tokenHash: KeyedHash, purpose: LinkPurpose, at: Instant) throws(DomainError) -> LinkRecord? {
        try unused()
    }
    func killLinks(of account: AccountID, purposes: [LinkPurpose]) throws(DomainError) { try unused() }
    func insert(_ challenge: ChallengeRecord) throws(DomainError) { try unused() }
    func spendChallengeAttempt(tokenHash: KeyedHash, at: Instant) throws(DomainError) -> Bool { try unused() }
    func redeemChallenge(tokenHash: KeyedHash, at: Instant) throws(DomainError) -> Bool { try unused() }
    func killChallenges(of account: AccountID) throws(DomainError) { try unused() }
    func replaceRecoveryCodes(of account: AccountID, with hashes: [KeyedHash]) throws(DomainError) { try unused() }
    func redeemRecoveryCode(of account: AccountID, hash: KeyedHash, at: Instant) throws(DomainError) -> Bool {
        try unused()
    }
    func put(_ throttle: ThrottleRecord) throws(DomainError) { try unused() }
    func clearThrottle(_ subject: KeyedHash, _ purpose: ThrottlePurpose) throws(DomainError) { try unused() }
    func insert(_ apiKey: APIKeyRecord) throws(DomainError) { try unused() }
    func revokeAPIKey(_ id: APIKeyID, of account: AccountID, at: Instant) throws(DomainError) -> Bool { try unused() }
    func revokeAPIKeys(of account: AccountID, at: Instant) throws(DomainError) -> [APIKeyID] { try unused() }
    func setCategory(_ category: String, enabled: Bool, of account: AccountID) throws(DomainError) { try unused() }
    func insert(_ activity: ActivityRecord) throws(DomainError) { try unused() }
    func insert(_ email: EmailRecord) throws(DomainError) { try unused() }
    func setEmail(_ id: EmailID, of account: AccountID, state: EmailState, sentAt: Instant?, failure: String)
        throws(DomainError)
    { try unused() }
    func insert(_ profile: BrowserProfileRecord) throws(DomainError) { try unused() }
    func revokeBrowserProfile(_ id: BrowserProfileID, of account: AccountID, at: Instant) throws(DomainError) -> Bool {
        try unused()
    }
    func revokeBrowserProfiles(of account: AccountID, at: Instant) throws(DomainError) -> [BrowserProfileID] {
        try unused()
    }
    func insert(_ driverSession: DriverSessionRecord) throws(DomainError) { try unused() }
    func endDriverSession(_ id: DriverSessionID, of account: AccountID, at: Instant) throws(DomainError) -> Bool {
        try unused()
    }
    func revokeDriverSessions(of account: AccountID, at: Instant) throws(DomainError) -> [DriverSessionID] {
        try unused()
    }
    func insert(_ recording: RecordingRecord) throws(DomainError) -> Bool { try unused() }
    func schedulePurge(of account: AccountID, dueAt: Instant) throws(DomainError) -> [RecordingRecord] { try unused() }
    func setPurged(_ id: RecordingID, of account: AccountID, at: Instant) throws(DomainError) { try unused() }
    func insert(_ invoice: InvoiceRecord) throws(DomainError) { try unused() }
    func webhookEndpoint(_ id: WebhookEndpointID, of account: AccountID) throws(DomainError) -> WebhookEndpointRecord? {
        try unused()
    }
    func webhookEndpoints(of account: AccountID, page: PageRequest) throws(DomainError) -> [WebhookEndpointRecord] {
        try unused()
    }
    func heldWebhookEndpoints(of account: AccountID, page: PageRequest) throws(DomainError) -> [WebhookEndpointRecord] {
        try unused()
    }
    func webhookDelivery(_ id: WebhookDeliveryID, of account: AccountID) throws(DomainError) -> WebhookDeliveryRecord? {
        try unused()
    }
    func webhookDeliveries(of account: AccountID, endpoint: WebhookEndpointID?, page: PageRequest) throws(DomainError)
        -> [WebhookDeliveryRecord]
    { try unused() }
    func insert(_ endpoint: WebhookEndpointRecord) throws(DomainError) { try unused() }
    func update(_ endpoint: WebhookEndpointRecord) throws(DomainError) -> Bool { try unused() }
    func revokeWebhookEndpoint(_ id: WebhookEndpointID, of account: AccountID, at: Instant) throws(DomainError) -> Bool
    {
        try unused()
    }
    func revokeWebhookEndpoints(of account: AccountID, at: Instant) throws(DomainError) -> [WebhookEndpointID] {
        try unused()
    }
    func insert(_ delivery: WebhookDeliveryRecord) throws(DomainError) { try unused() }
    func update(_ delivery: WebhookDeliveryRecord) throws(DomainError) { try unused() }
    func cancelWebhookDeliveries(of account: AccountID, endpoint: WebhookEndpointID?, failure: String)
        throws(DomainError)
    { try unused() }
    func insert(_ deletion: DeletionRecord) throws(DomainError) { try unused() }
    func setDataKeyDestroyed(of account: AccountID, at: Instant) throws(DomainError) { try unused() }
    func setMailsRemoved(of account: AccountID, at: Instant) throws(DomainError) { try unused() }
    func insert(_ job: OutboxRecord) throws(DomainError) { try unused() }
    func leaseJobs(_ lane: OutboxLane, to destination: UUIDv7, limit: Int, now: Instant, until: Instant)
        throws(DomainError) -> [OutboxRecord]
    { try unused() }
    func buryJob(_ id: UUIDv7, at: Instant, error: String) throws(DomainError) { try unused() }
    func releaseLeases() throws(DomainError) -> Int { try unused() }
    func bringForward(_ lane: OutboxLane, noLaterThan latest: Instant) throws(DomainError) { try unused() }
    func outboxDestination(_ lane: OutboxLane, after: UUIDv7?, now: Instant) throws(DomainError) -> UUIDv7? {
        try unused()
    }
    func outboxDepths() throws(DomainError) -> [OutboxDepth] { try unused() }
    func deadJobs(limit: Int) throws(DomainError) -> [DeadJob] { try unused() }
    func finishJob(_ id: UUIDv7) throws(DomainError) { try unused() }
    func postponeJob(_ id: UUIDv7, dueAt: Instant, error: String) throws(DomainError) { try unused() }
    func discardMails(of account: AccountID) throws(DomainError) -> [EmailID] { try unused() }
    func keyUse() throws(DomainError) -> [KeyUse] { try unused() }
    func keyGenerations() throws(DomainError) -> [KeyGenerationRecord] { try unused() }
    func dataKeys(before generation: UInt8, from: Int64, limit: Int) throws(DomainError) -> WrappedDataKeys {
        try unused()
    }
    func rewrapDataKey(of account: AccountID, from old: [UInt8], to new: [UInt8]) throws(DomainError) -> Bool {
        try unused()
    }
    func invoices(before generation: UInt8, skipping: Int, limit: Int) throws(DomainError) -> [InvoiceRecord] {
        try unused()
    }
    func reseal(_ invoice: InvoiceRecord, as content: [UInt8]) throws(DomainError) -> Bool { try unused() }
    func answers(before generation: UInt8, skipping: Int, limit: Int) throws(DomainError) -> [AnswerRecord] {
        try unused()
    }
    func reseal(_ answer: AnswerRecord, as content: [UInt8]) throws(DomainError) -> Bool { try unused() }
    func put(_ generation: KeyGenerationRecord) throws(DomainError) { try unused() }
    func insert(_ answer: AnswerRecord) throws(DomainError) { try unused() }
    func sweep(now: Instant, limit: Int) throws(DomainError) { try unused() }
}
