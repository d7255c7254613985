package import Domain

/// What a deletion still owes: its data key's end, and the mails that lie in the folder.
package struct DeletionJobs: OutboxJobHandler {
    private let removal: any MailRemoval

    package init(removal: any MailRemoval) { self.removal = removal }

    package let kinds: Set<OutboxKind> = [.destroyDataKey, .removeMails]

    package func run(_ job: OutboxRecord, _ context: JobContext) -> JobEnd {
        guard job.kind == .removeMails else {
            return .done(.dataKeyDestroyed(job.accountID)) { work throws(DomainError) in
                try DestroyDataKey(job: job).run(work)
            }
        }
        do throws(DeliveryError) {
            let ids = try mails(of: job, context.store)
            try removal.remove(ids)
            return .done(.mailsRemoved(job.accountID, count: ids.count)) { work throws(DomainError) in
                try FinishMailRemoval(job: job).run(work)
            }
        } catch {
            return .again(words: error.words)
        }
    }

    private func mails(of job: OutboxRecord, _ store: BlockingStore) throws(DeliveryError) -> [EmailID] {
        if let mail = job.onlyMail { return [mail] }
        // All of the account's, whatever became of them.
        var ids: [EmailID] = []
        do throws(DomainError) {
            while true {
                let page = PageRequest(limit: 500, after: ids.last?.uuid)
                let more = try store.read { look throws(DomainError) in
                    try look.rows.emails(of: job.accountID, page: page).map(\.id)
                }
                guard !more.isEmpty else { return ids }
                ids += more
            }
        } catch {
            throw .temporary(error.stableWords)
        }
    }
}
