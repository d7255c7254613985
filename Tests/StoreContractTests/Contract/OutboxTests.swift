import Domain
import Testing

@Suite struct OutboxTests {
    @Test(arguments: StoreUnderTest.all)
    func jobsAreLeasedOnceUrgentOnesFirst(_ kind: StoreUnderTest) async throws {
        try await kind.run { store in
            let account = try await store.account()
            let jobs = [
                Make.job(.mail, of: account.id), Make.job(.purge, of: account.id),
                Make.job(.removeMails, of: account.id),
                Make.job(.destroyDataKey, of: account.id),
                Make.job(.mail, of: account.id, dueAt: Make.now + .seconds(1)),
            ]
            try await store.change { rows throws(DomainError) in for job in jobs { try rows.insert(job) } }
            let lease: @Sendable (Int, Instant) async throws -> [UUIDv7] = { limit, now in
                try await store.change { rows throws(DomainError) in
                    try rows.leaseJobs(limit: limit, now: now, until: now + .minutes(1)).map(\.id)
                }
            }
            #expect(try await lease(3, Make.now) == [jobs[2].id, jobs[3].id, jobs[0].id])
            #expect(try await lease(3, Make.now) == [jobs[1].id])
            #expect(try await lease(3, Make.now) == [])
            #expect(try await lease(3, Make.now + .seconds(1)) == [jobs[4].id])
            try await store.change { rows throws(DomainError) in
                try rows.finishJob(jobs[3].id)
                try rows.postponeJob(jobs[2].id, dueAt: Make.now + .hours(1), error: "UNREACHABLE")
            }
            // A lease that is over is given again.
            #expect(try await lease(9, Make.now + .minutes(1)) == [jobs[0].id, jobs[1].id])
            let again = try await store.change { rows throws(DomainError) in
                try rows.leaseJobs(limit: 1, now: Make.now + .hours(1), until: Make.now + .hours(2))
            }
            #expect(again.map(\.id) == [jobs[2].id])
            #expect(again.map(\.attempts) == [1])
            #expect(again.map(\.lastError) == ["UNREACHABLE"])
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func unsentMailsOfADeletedAccountAreDiscarded(_ kind: StoreUnderTest) async throws {
        try await kind.run { store in
            let account = try await store.account()
            let other = try await store.account()
            let email = Make.email(of: account.id)
            let purge = Make.job(.purge, of: account.id)
            let foreign = Make.job(.mail, of: other.id)
            let discarded = try await store.change { rows throws(DomainError) in
                try rows.insert(email)
                try rows.insert(Make.job(.mail, of: account.id, subject: email.id.uuid))
                try rows.insert(purge)
                try rows.insert(foreign)
                return try rows.discardMails(of: account.id)
            }
            #expect(discarded == [email.id])
            let left = try await store.change { rows throws(DomainError) in
                (
                    try rows.leaseJobs(limit: 9, now: Make.now, until: Make.now).map(\.id),
                    try rows.email(email.id, of: account.id)?.state
                )
            }
            #expect(left.0 == [purge.id, foreign.id])
            #expect(left.1 == .discarded)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func recordingsArePurgedOnceAndOneKeyIsOneRecording(_ kind: StoreUnderTest) async throws {
        try await kind.run { store in
            let account = try await store.account()
            let first = Make.recording(of: account.id, key: "a")
            let second = Make.recording(of: account.id, key: "b")
            let again = Make.recording(of: account.id, key: "a")
            let due = Make.now + .days(14)
            let (inserted, scheduled) = try await store.change { rows throws(DomainError) in
                let inserted = [try rows.insert(first), try rows.insert(second), try rows.insert(again)]
                try rows.setPurged(second.id, of: account.id, at: Make.now)
                return (inserted, try rows.schedulePurge(of: account.id, dueAt: due))
            }
            #expect(inserted == [true, true, false])
            var expected = first
            expected.purgeDueAt = due
            #expect(scheduled == [expected])
            let listed = try await store.read { rows throws(DomainError) in
                try rows.recordings(of: account.id, page: PageRequest(limit: 9))
            }
            #expect(listed.map(\.id) == [second.id, first.id])
            #expect(listed.map(\.purgedAt) == [Make.now, nil])
            #expect(
                try await store.read { rows throws(DomainError) in try rows.recording(first.id, of: account.id) }
                    == expected)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func aDeletionIsFoundByItsReceiptAndKeepsItsFirstTimes(_ kind: StoreUnderTest) async throws {
        try await kind.run { store in
            let account = try await store.account()
            var deletion = Make.deletion(of: account.id)
            let inserted = deletion
            let invoice = InvoiceRecord(
                id: Make.id(), accountID: account.id, content: [1], currency: "EUR", amountMinor: 1_999,
                issuedAt: Make.now, retainUntil: Make.now + .days(3_650))
            try await store.change { rows throws(DomainError) in
                try rows.insert(inserted)
                try rows.insert(invoice)
                for at in [Make.now, Make.now + .hours(1)] {
                    try rows.setDataKeyDestroyed(of: account.id, at: at)
                    try rows.setMailsRemoved(of: account.id, at: at)
                }
            }
            deletion.dataKeyDestroyedAt = Make.now
            deletion.mailsRemovedAt = Make.now
            let found = try await store.read { rows throws(DomainError) in
                [
                    try rows.deletion(of: account.id), try rows.deletion(receiptHash: inserted.receiptHash),
                    try rows.deletion(receiptHash: Make.hash()),
                ]
            }
            #expect(found == [deletion, deletion, nil])
            let invoices = try await store.read { rows throws(DomainError) in
                try rows.invoices(of: account.id, page: PageRequest(limit: 1))
            }
            #expect(invoices == [invoice])
        }
    }
}
