import Domain

private enum Statements {
    static let recordingColumns = """
        recording_id, account_id, object_key, size_bytes, recorded_at, driver_session_id, purge_due_at,
        purged_at
        """
    static let recording = SQL(
        "SELECT \(recordingColumns) FROM recordings WHERE account_id = ?1 AND recording_id = ?2")
    static let recordings = SQL(
        """
        SELECT \(recordingColumns) FROM recordings WHERE account_id = ?1 AND recording_id < ?2
        ORDER BY recording_id DESC LIMIT ?3
        """)
    static let insertRecording = SQL(
        """
        INSERT INTO recordings (\(recordingColumns)) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        ON CONFLICT (account_id, object_key) DO NOTHING
        """)
    static let schedulePurge = SQL(
        """
        UPDATE recordings SET purge_due_at = ?2 WHERE account_id = ?1 AND purged_at IS NULL
        RETURNING \(recordingColumns)
        """)
    static let setPurged = SQL(
        "UPDATE recordings SET purged_at = coalesce(purged_at, ?3) WHERE account_id = ?1 AND recording_id = ?2")
    static let invoiceColumns = """
        invoice_id, account_id, content, currency, amount_minor, issued_at, retain_until
        """
    static let invoices = SQL(
        """
        SELECT \(invoiceColumns) FROM invoices WHERE account_id = ?1 AND invoice_id < ?2
        ORDER BY invoice_id DESC LIMIT ?3
        """)
    static let insertInvoice = SQL("INSERT INTO invoices (\(invoiceColumns)) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
}

extension RecordingRecord {
    fileprivate init(_ row: Row) throws(DomainError) {
        self.init(
            id: try row.id(0), accountID: try row.id(1), objectKey: row.text(2), sizeBytes: row.int(3),
            recordedAt: row.instant(4), driverSessionID: try row.idIfAny(5), purgeDueAt: row.instantIfAny(6),
            purgedAt: row.instantIfAny(7))
    }
}

extension InvoiceRecord {
    init(_ row: Row) throws(DomainError) {
        self.init(
            id: try row.id(0), accountID: try row.id(1), content: row.bytes(2), currency: row.text(3),
            amountMinor: row.int(4), issuedAt: row.instant(5), retainUntil: row.instant(6))
    }
}

extension SQLiteReadTransaction {
    func recording(_ id: RecordingID, of account: AccountID) throws(DomainError) -> RecordingRecord? {
        try connection.first(Statements.recording, account, id) { row throws(DomainError) in try RecordingRecord(row) }
    }

    func recordings(of account: AccountID, page: PageRequest) throws(DomainError) -> [RecordingRecord] {
        try connection.all(Statements.recordings, account, page.before, page.rows) { row throws(DomainError) in
            try RecordingRecord(row)
        }
    }

    func invoices(of account: AccountID, page: PageRequest) throws(DomainError) -> [InvoiceRecord] {
        try connection.all(Statements.invoices, account, page.before, page.rows) { row throws(DomainError) in
            try InvoiceRecord(row)
        }
    }
}

extension SQLiteTransaction {
    func insert(_ recording: RecordingRecord) throws(DomainError) -> Bool {
        try connection.run(
            Statements.insertRecording, recording.id, recording.accountID, recording.objectKey, recording.sizeBytes,
            recording.recordedAt, recording.driverSessionID, recording.purgeDueAt, recording.purgedAt) == 1
    }

    func schedulePurge(of account: AccountID, dueAt: Instant) throws(DomainError) -> [RecordingRecord] {
        let recordings = try connection.all(Statements.schedulePurge, account, dueAt) { row throws(DomainError) in
            try RecordingRecord(row)
        }
        return recordings.sorted { $0.id > $1.id }
    }

    func setPurged(_ id: RecordingID, of account: AccountID, at: Instant) throws(DomainError) {
        try connection.run(Statements.setPurged, account, id, at)
    }

    func insert(_ invoice: InvoiceRecord) throws(DomainError) {
        try connection.run(
            Statements.insertInvoice, invoice.id, invoice.accountID, invoice.content, invoice.currency,
            invoice.amountMinor, invoice.issuedAt, invoice.retainUntil)
    }
}
