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

    package struct Answer: Sendable {
        package let recording: RecordingView
        /// Empty when none was named.
        package let driverSessionID: String
    }

    package func perform(_ work: Work, as principal: Principal) throws(DomainError) -> Verdict<Answer> {
        let id = try principal.account(named: accountID)
        try check(id)
        let account = try work.look.activeAccount(id)
        try checkDriverSession(work, of: id)
        let row = RecordingRecord(
            id: work.newID(), accountID: id, objectKey: objectKey, sizeBytes: sizeBytes,
            recordedAt: recordedAt ?? work.now)
        guard try work.rows.insert(row) else {
            throw .alreadyExists(
                reason: "RECORDING_EXISTS", message: "A recording with this object_key is registered already.")
        }
        let vault = try work.look.vault(of: id)
        var details = [ActivityDetail("recording_id", row.id.text)]
        if !driverSessionID.isEmpty { details.append(ActivityDetail("driver_session_id", driverSessionID)) }
        try work.record(.recordingRegistered, vault, by: principal.actor, named: principal.actorName, details)
        let view = work.look.view(row, zone: try vault.profile(of: account).timeZone)
        return .done(Answer(recording: view, driverSessionID: driverSessionID))
    }

    private func check(_ account: AccountID) throws(DomainError) {
        var problems = [ObjectKeys.problem(objectKey, of: account)].compactMap(\.self)
        if sizeBytes < 0 {
            problems.append(
                FieldProblem(field: "size_bytes", description: "Send the size, 0 or more.", reason: "SIZE_INVALID"))
        }
        guard problems.isEmpty else { throw .invalid(problems) }
    }

    private func checkDriverSession(_ work: Work, of account: AccountID) throws(DomainError) {
        guard !driverSessionID.isEmpty else { return }
        guard let id = DriverSessionID(text: driverSessionID), try work.rows.driverSession(id, of: account) != nil
        else {
            throw .notFound("driver session")
        }
    }
}
