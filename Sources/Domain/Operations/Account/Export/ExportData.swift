/// Everything held on the account, as one JSON document in pieces; docs/export.md says what is in it.
///
/// Pieces are bounded in rows and bytes, whatever the account has. The head of the activity's chain is read first and bounds the
/// rows that are told: they are those that it signs, although more may come while the document is read.
package struct ExportData: StreamedQuery {
    package static let type = "account.v1.AccountExport"
    /// Rows that one read takes, and the bytes after which a piece ends.
    private static let rowsAtOnce = 500
    private static let pieceBytes = 128 << 10

    package struct Place: Sendable {
        let account: AccountID
        let head: SignedActivityHead?
        /// Index in `ExportSection.allCases`; -1 before the first.
        var section = -1
        /// The last row of the section that was told; nil at its beginning.
        var mark: ExportMark?
        /// Keeps to which depth and place the document was written.
        var json = JSONWriter()
    }

    package init() {}

    package func begin(_ look: Look, as principal: Principal) throws(DomainError) -> Place {
        let account = try look.activeAccount(try principal.requireOwner().account)
        return Place(account: account.id, head: try look.signedHead(of: account.id))
    }

    package func piece(_ look: Look, at place: Place) throws(DomainError) -> (piece: [UInt8], next: Place?) {
        // Deleted meanwhile: there is nothing to tell any more.
        let account = try look.activeAccount(place.account)
        let source = ExportSource(look: look, account: account, head: place.head, vault: try look.vault(of: account.id))
        var place = place
        if place.section < 0 {
            place.json.beginObject()
            try source.writeOpening(&place.json)
            place.section = 0
        }
        var rowsLeft = Self.rowsAtOnce
        while place.section < ExportSection.allCases.count {
            rowsLeft -= try write(ExportSection.allCases[place.section], from: source, &place, limit: rowsLeft)
            if rowsLeft <= 0 || place.json.bytes.count >= Self.pieceBytes { return (place.json.take(), place) }
        }
        place.json.endObject()
        return (place.json.take(), nil)
    }

    /// Writes rows of a section, and its end where it has no more. Answers how many rows were read.
    private func write(
        _ section: ExportSection, from source: ExportSource, _ place: inout Place, limit: Int
    ) throws(DomainError) -> Int {
        let limit = min(limit, section.rowsAtOnce)
        if place.mark == nil { try source.open(section, &place.json) }
        let rows = try source.rows(of: section, after: place.mark ?? section.start, limit: limit)
        for row in rows {
            try source.write(row, &place.json)
            place.mark = row.mark
            if place.json.bytes.count >= Self.pieceBytes { return rows.count }
        }
        guard rows.count < limit else { return rows.count }
        source.close(section, &place.json)
        place.section += 1
        place.mark = nil
        return rows.count
    }
}
