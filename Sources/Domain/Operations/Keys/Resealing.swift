/// Brings everything that names an older generation of the server's keys under the newest, a little in each transaction, while
/// calls go on. Cut off anywhere, it begins again and finds what is left.
package struct Resealing: Sendable {
    /// Values in one transaction: a few milliseconds of the writer's.
    package static let stepLimit = 256
    private static let emptyPages = 64

    private let cryptography: any Cryptography
    private let clock: any Clock
    /// What everything is brought to, at least.
    private let generation: UInt8
    private var dataKeysFrom: Int64? = 0
    private var areInvoicesDone = false
    /// What can't be opened, and so stays where it is.
    private var shutInvoices = 0
    private var shutAnswers = 0

    package init(_ cryptography: any Cryptography, _ clock: any Clock) {
        self.cryptography = cryptography
        self.clock = clock
        generation = cryptography.generation
    }

    package enum Progress: Sendable, Equatable {
        /// So many values still name an older generation.
        case remaining(Int)
        /// None does, and none ever will: what was sealed before this transaction is committed.
        case done
        /// So many can't be opened under any key that is there; the rest is done.
        case stuck(Int)
    }

    /// What has to come first, after the newest generation began to seal: says so. `done`: there was nothing to do.
    package func begin(_ rows: any Transaction) throws(DomainError) -> Progress {
        let known = try rows.keyGenerations().first { $0.generation == generation }
        let remaining = try older(rows, than: generation)
        if remaining == 0, known?.aloneSince != nil { return .done }
        let now = clock.now()
        try rows.put(
            KeyGenerationRecord(
                generation: generation, sealsSince: known?.sealsSince ?? now, remaining: remaining,
                aloneSince: remaining == 0 ? now : nil))
        return remaining == 0 ? .done : .remaining(remaining)
    }

    /// One transaction's worth.
    package mutating func step(_ rows: any Transaction, _ left: Int) throws(DomainError) -> Progress {
        if let from = dataKeysFrom, let progress = try rewrap(rows, from, left) { return progress }
        if !areInvoicesDone {
            let invoices = try rows.invoices(before: generation, skipping: shutInvoices, limit: Self.stepLimit)
            areInvoicesDone = invoices.isEmpty
            if !invoices.isEmpty { return try reseal(rows, invoices, left) }
        }
        let answers = try rows.answers(before: generation, skipping: shutAnswers, limit: Self.stepLimit)
        if !answers.isEmpty { return try reseal(rows, answers, left) }
        return try end(rows)
    }

    /// Nil: there was nothing left to do.
    private mutating func rewrap(
        _ rows: any Transaction, _ from: Int64, _ left: Int
    ) throws(DomainError) -> Progress? {
        var page = try rows.dataKeys(before: generation, from: from, limit: Self.stepLimit)
        // What a run before this one did is passed over quickly, but not without end.
        for _ in 0..<Self.emptyPages {
            guard page.keys.isEmpty, let next = page.next else { break }
            page = try rows.dataKeys(before: generation, from: next, limit: Self.stepLimit)
        }
        dataKeysFrom = page.next
        guard !page.keys.isEmpty || page.next != nil else { return nil }
        var moved = 0
        for (account, wrapped) in page.keys {
            guard let again = cryptography.rewrapDataKey(wrapped, for: account) else { continue }
            // A key that is destroyed meanwhile stays destroyed.
            if try rows.rewrapDataKey(of: account, from: wrapped, to: again) { moved += 1 }
        }
        return try note(rows, left - moved)
    }

    private mutating func reseal(
        _ rows: any Transaction, _ invoices: [InvoiceRecord], _ left: Int
    ) throws(DomainError) -> Progress {
        var moved = 0
        for invoice in invoices {
            let content = cryptography.reseal(invoice.content, under: .retention, binding: invoice.binding)
            if let content, try rows.reseal(invoice, as: content) { moved += 1 } else { shutInvoices += 1 }
        }
        return try note(rows, left - moved)
    }

    private mutating func reseal(
        _ rows: any Transaction, _ answers: [AnswerRecord], _ left: Int
    ) throws(DomainError) -> Progress {
        var moved = 0
        for answer in answers {
            let content = cryptography.reseal(answer.answer, under: .server, binding: answer.serverBinding)
            if let content, try rows.reseal(answer, as: content) { moved += 1 } else { shutAnswers += 1 }
        }
        return try note(rows, left - moved)
    }

    private func note(_ rows: any Transaction, _ left: Int) throws(DomainError) -> Progress {
        let left = max(0, left)
        guard var known = try rows.keyGenerations().first(where: { $0.generation == generation }) else {
            throw .storage("the rotation was not begun")
        }
        known.remaining = left
        try rows.put(known)
        return .remaining(left)
    }

    /// Counts again, in a transaction after the last change: what was sealed in a call's batch before is seen here.
    private func end(_ rows: any Transaction) throws(DomainError) -> Progress {
        let remaining = try older(rows, than: generation)
        _ = try note(rows, remaining)
        guard remaining == 0 else { return .stuck(remaining) }
        return try begin(rows)
    }

    private func older(_ rows: any Transaction, than generation: UInt8) throws(DomainError) -> Int {
        try rows.keyUse().filter { $0.generation < generation }.reduce(0) { $0 + $1.total }
    }
}

extension Cryptography {
    /// Nil when it doesn't open.
    fileprivate func reseal(_ sealed: [UInt8], under key: SealingKey, binding: SealBinding) -> [UInt8]? {
        open(sealed, under: key, binding: binding).map { seal($0, under: key, binding: binding) }
    }
}
