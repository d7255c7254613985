/// Tells of a recording that now lies in the bucket.
package struct RegisterRecording: Operation {
    package let accountID: String
    package let objectKey: String
    package let sizeBytes: Int64
    /// Nil: now.
    package let recordedAt: Instant?
    /// May be empty.
    package let driverSessionID: String

    package init(
        accountID: String, objectKey: String, sizeBytes: Int64, recordedAt: Instant?, driverSessionID: String
    ) {
        self.accountID = accountID
        self.objectKey = objectKey
        self.sizeBytes = sizeBytes
        self.recordedAt = recordedAt
        self.driverSessionID = driverSessionID
    }

    package func perform(_ work: Work, as principal: Principal) throws(DomainError) -> Verdict<RecordingView> {
        let id = try principal.account(named: accountID)
        try check(id)
        let account = try work.look.activeAccount(id)
        let driverSession = try namedDriverSession(work, of: id)
        let row = RecordingRecord(
            id: work.newID(), accountID: id, objectKey: objectKey, sizeBytes: sizeBytes,
            recordedAt: recordedAt ?? work.now, driverSessionID: driverSession)
        guard try work.rows.insert(row) else {
            throw .alreadyExists(
                reason: "RECORDING_EXISTS", message: "A recording with this object_key is registered already.")
        }
        let vault = try work.look.vault(of: id)
        var details = [ActivityDetail("recording_id", row.id.text)]
        if let driverSession { details.append(ActivityDetail("driver_session_id", driverSession.text)) }
        try work.record(.recordingRegistered, vault, by: principal.actor, named: principal.actorName, details)
        return .done(work.look.view(row, zone: try vault.profile(of: account).timeZone))
    }

    private func check(_ account: AccountID) throws(DomainError) {
        var problems = [ObjectKeys.problem(objectKey, of: account)].compactMap(\.self)
        if sizeBytes < 0 {
            problems.append(
                FieldProblem(field: "size_bytes", description: "Send the size, 0 or more.", reason: "SIZE_INVALID"))
        }
        guard problems.isEmpty else { throw .invalid(problems) }
    }

    private func namedDriverSession(_ work: Work, of account: AccountID) throws(DomainError) -> DriverSessionID? {
        guard !driverSessionID.isEmpty else { return nil }
        guard let id = DriverSessionID(text: driverSessionID), try work.rows.driverSession(id, of: account) != nil
        else {
            throw .notFound("driver session")
        }
        return id
    }
}
