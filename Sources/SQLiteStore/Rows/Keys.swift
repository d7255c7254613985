import Domain

private enum Statements {
    // As fast with a million rows: each step of the recursion is one look into the index.
    static let invoiceUse = SQL(
        """
        WITH RECURSIVE used (key) AS (
            SELECT min(substr(content, 2, 1)) FROM invoices
            UNION ALL
            SELECT (SELECT min(substr(content, 2, 1)) FROM invoices WHERE substr(content, 2, 1) > key)
            FROM used WHERE key IS NOT NULL)
        SELECT key, (SELECT count(*) FROM invoices WHERE substr(content, 2, 1) = key) FROM used WHERE key IS NOT NULL
        """)
    static let answerUse = SQL(
        """
        SELECT substr(answer, 2, 1), count(*) FROM answers WHERE account_id IS NULL GROUP BY substr(answer, 2, 1)
        """)
    static let invoices = SQL(
        """
        SELECT invoice_id, account_id, content, currency, amount_minor, issued_at, retain_until FROM invoices
        WHERE substr(content, 2, 1) < ?1 ORDER BY substr(content, 2, 1), account_id, invoice_id LIMIT ?2 OFFSET ?3
        """)
    static let resealInvoice = SQL(
        "UPDATE invoices SET content = ?4 WHERE account_id = ?1 AND invoice_id = ?2 AND content = ?3")
    static let answers = SQL(
        """
        SELECT answer_key, body, account_id, answer, created_at FROM answers
        WHERE account_id IS NULL AND substr(answer, 2, 1) < ?1
        ORDER BY substr(answer, 2, 1), rowid LIMIT ?2 OFFSET ?3
        """)
    static let resealAnswer = SQL(
        "UPDATE answers SET answer = ?3 WHERE answer_key = ?1 AND account_id IS NULL AND answer = ?2")
    static let generations = SQL(
        "SELECT generation, seals_since, remaining, alone_since FROM key_generations ORDER BY generation")
    static let put = SQL(
        """
        INSERT INTO key_generations (generation, seals_since, remaining, alone_since) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (generation) DO UPDATE SET seals_since = ?2, remaining = ?3, alone_since = ?4
        """)
}

extension Connection {
    /// How many values of this file name each generation.
    func sealedUse(adding dataKeys: [Int]) throws(DomainError) -> [KeyUse] {
        var uses: [UInt8: KeyUse] = [:]
        func count(_ sql: SQL, _ path: WritableKeyPath<KeyUse, Int>) throws(DomainError) {
            let rows = try all(sql) { (generation: $0.bytes(0).first ?? 0, count: Int($0.int(1))) }
            for row in rows {
                uses[row.generation, default: KeyUse(generation: row.generation)][keyPath: path] = row.count
            }
        }
        try count(Statements.invoiceUse, \.invoices)
        try count(Statements.answerUse, \.answers)
        for (number, keys) in dataKeys.enumerated() where keys > 0 {
            guard let generation = UInt8(exactly: number) else { continue }
            uses[generation, default: KeyUse(generation: generation)].dataKeys = keys
        }
        return uses.values.sorted { $0.generation < $1.generation }
    }

    func keyGenerations() throws(DomainError) -> [KeyGenerationRecord] {
        try all(Statements.generations) { row throws(DomainError) in
            guard let generation = UInt8(exactly: row.int(0)) else { throw .corrupted("a key generation") }
            return KeyGenerationRecord(
                generation: generation, sealsSince: row.instant(1), remaining: Int(row.int(2)),
                aloneSince: row.instantIfAny(3))
        }
    }
}

extension SQLiteReadTransaction {
    func keyUse() throws(DomainError) -> [KeyUse] { try connection.sealedUse(adding: dataKeyCounts) }

    func keyGenerations() throws(DomainError) -> [KeyGenerationRecord] { try connection.keyGenerations() }
}

extension SQLiteTransaction {
    /// What this batch has yet to write isn't in the key file; a later look finds it.
    func dataKeys(before generation: UInt8, from: Int64, limit: Int) throws(DomainError) -> WrappedDataKeys {
        try keyFile.older(than: generation, after: from, slots: limit)
    }

    func invoices(before generation: UInt8, skipping: Int, limit: Int) throws(DomainError) -> [InvoiceRecord] {
        try connection.all(Statements.invoices, [generation], limit, skipping) { row throws(DomainError) in
            try InvoiceRecord(row)
        }
    }

    func reseal(_ invoice: InvoiceRecord, as content: [UInt8]) throws(DomainError) -> Bool {
        try connection.run(Statements.resealInvoice, invoice.accountID, invoice.id, invoice.content, content) == 1
    }

    func answers(before generation: UInt8, skipping: Int, limit: Int) throws(DomainError) -> [AnswerRecord] {
        try connection.all(Statements.answers, [generation], limit, skipping) { row throws(DomainError) in
            try AnswerRecord(row)
        }
    }

    func reseal(_ answer: AnswerRecord, as content: [UInt8]) throws(DomainError) -> Bool {
        try connection.run(Statements.resealAnswer, answer.key, answer.answer, content) == 1
    }

    func put(_ generation: KeyGenerationRecord) throws(DomainError) {
        try connection.run(
            Statements.put, Int64(generation.generation), generation.sealsSince, generation.remaining,
            generation.aloneSince)
    }
}
