import Domain
import Testing

@Suite struct OutboxTests {
    private static let zeros = UUIDv7(high: 0, low: 0)

    @Test(arguments: StoreUnderTest.all)
    func jobsAreLeasedOnceTheOldestOfTheirLaneFirst(_ kind: StoreUnderTest) async throws {
        try await kind.run { store in
            let account = try await store.account()
            let jobs = [
                Make.job(.mail, of: account.id), Make.job(.mail, of: account.id), Make.job(.purge, of: account.id),
                Make.job(.removeMails, of: account.id), Make.job(.destroyDataKey, of: account.id),
                Make.job(.mail, of: account.id, dueAt: Make.now + .seconds(1)),
            ]
            try await store.change { rows throws(DomainError) in for job in jobs { try rows.insert(job) } }
            let lease: @Sendable (OutboxLane, Int, Instant) async throws -> [UUIDv7] = { lane, limit, now in
                try await store.change { rows throws(DomainError) in
                    try rows.leaseJobs(lane, to: Self.zeros, limit: limit, now: now, until: now + .minutes(1)).map(\.id)
                }
            }
            #expect(try await lease(.deletion, 3, Make.now) == [jobs[3].id, jobs[4].id])
            #expect(try await lease(.mail, 1, Make.now) == [jobs[0].id])
            #expect(try await lease(.mail, 3, Make.now) == [jobs[1].id])
            #expect(try await lease(.mail, 3, Make.now) == [])
            #expect(try await lease(.securityMail, 3, Make.now) == [])
            #expect(try await lease(.mail, 3, Make.now + .seconds(1)) == [jobs[5].id])
            try await store.change { rows throws(DomainError) in
                try rows.finishJob(jobs[0].id)
                try rows.postponeJob(jobs[1].id, dueAt: Make.now + .hours(1), error: "UNREACHABLE")
            }
            // A lease that is over is given again.
            #expect(try await lease(.mail, 9, Make.now + .seconds(61)) == [jobs[5].id])
            let again = try await store.change { rows throws(DomainError) in
                try rows.leaseJobs(
                    .mail, to: Self.zeros, limit: 9, now: Make.now + .hours(1), until: Make.now + .hours(2))
            }
            #expect(again.map(\.attempts).max() == 1)
            #expect(again.map(\.lastError).max() == "UNREACHABLE")
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func whatWaitsTooLongIsBroughtForwardAndNothingElse(_ kind: StoreUnderTest) async throws {
        try await kind.run { store in
            let account = try await store.account()
            let jobs = [Make.now, Make.now + .minutes(9), Make.now + .days(365)].flatMap { dueAt in
                [Make.job(.mail, of: account.id, dueAt: dueAt), Make.job(.purge, of: account.id, dueAt: dueAt)]
            }
            let latest = Make.now + .minutes(10)
            try await store.change { rows throws(DomainError) in
                for job in jobs { try rows.insert(job) }
                try rows.bringForward(.mail, noLaterThan: latest)
            }
            func dueAt(_ lane: OutboxLane, _ now: Instant) async throws -> [Instant] {
                try await store.change { rows throws(DomainError) in
                    try rows.leaseJobs(lane, to: Self.zeros, limit: 9, now: now, until: now).map(\.dueAt).sorted()
                }
            }
            #expect(try await dueAt(.mail, latest) == [Make.now, Make.now + .minutes(9), latest])
            #expect(try await dueAt(.purge, latest).count == 2)
            #expect(try await dueAt(.purge, Make.now + .days(365)).count == 3)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func whatADeadProcessHadLeasedIsGivenBackAtOnce(_ kind: StoreUnderTest) async throws {
        try await kind.run { store in
            let account = try await store.account()
            let leased = Make.job(.mail, of: account.id)
            let postponed = Make.job(.mail, of: account.id, dueAt: Make.now + .hours(1))
            let counts = try await store.change { rows throws(DomainError) in
                try rows.insert(leased)
                try rows.insert(postponed)
                let until = Make.now + .minutes(1)
                _ = try rows.leaseJobs(.mail, to: Self.zeros, limit: 9, now: Make.now, until: until)
                return [try rows.releaseLeases(), try rows.releaseLeases()]
            }
            #expect(counts == [1, 0])
            let again = try await store.change { rows throws(DomainError) in
                try rows.leaseJobs(.mail, to: Self.zeros, limit: 9, now: Make.now, until: Make.now)
            }
            #expect(again == [leased])
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func destinationsComeRoundOneAfterAnother(_ kind: StoreUnderTest) async throws {
        try await kind.run { store in
            let account = try await store.account()
            let ends = (0..<3).map { _ in Make.uuid() }.sorted()
            try await store.change { rows throws(DomainError) in
                for index in [2, 0, 1, 0] {
                    var job = Make.job(.webhook, of: account.id)
                    job.destination = ends[index]
                    try rows.insert(job)
                }
            }
            let next: @Sendable (UUIDv7?) async throws -> UUIDv7? = { after in
                try await store.read { rows throws(DomainError) in
                    try rows.outboxDestination(.webhook, after: after, now: Make.now)
                }
            }
            #expect(try await next(nil) == ends[0])
            #expect(try await next(ends[0]) == ends[1])
            #expect(try await next(ends[1]) == ends[2])
            #expect(try await next(ends[2]) == nil)
            let leased = try await store.change { rows throws(DomainError) in
                try rows.leaseJobs(.webhook, to: ends[0], limit: 9, now: Make.now, until: Make.now + .minutes(1))
            }
            #expect(leased.map(\.destination) == [ends[0], ends[0]])
            let before = try await store.read { rows throws(DomainError) in
                try rows.outboxDestination(.webhook, after: nil, now: Make.now - .seconds(1))
            }
            #expect(before == nil)
        }
    }

    @Test(arguments: StoreUnderTest.all)
    func aDeadLetterIsListedAndNeverLeased(_ kind: StoreUnderTest) async throws {
        try await kind.run { store in
            let account = try await store.account()
            let (dead, alive) = (Make.job(.mail, of: account.id), Make.job(.mail, of: account.id))
            let left = try await store.change { rows throws(DomainError) in
                try rows.insert(dead)
                try rows.insert(alive)
                try rows.buryJob(dead.id, at: Make.now + .seconds(9), error: "rejected")
                let later = Make.now + .days(9)
                return try rows.leaseJobs(.mail, to: Self.zeros, limit: 9, now: later, until: later).map(\.id)
            }
            #expect(left == [alive.id])
            let (listed, depths) = try await store.read { rows throws(DomainError) in
                (try rows.deadJobs(limit: 9), try rows.outboxDepths())
            }
            let expected = DeadJob(
                id: dead.id, kind: .mail, accountID: account.id, subject: dead.subject, attempts: 1,
                createdAt: dead.createdAt, diedAt: Make.now + .seconds(9), error: "rejected")
            #expect(listed == [expected])
            #expect(depths.map(\.lane) == [.mail] && depths.map(\.count) == [1])
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
                    try rows.leaseJobs(.mail, to: Self.zeros, limit: 9, now: Make.now, until: Make.now).map(\.id)
                        + rows.leaseJobs(.purge, to: Self.zeros, limit: 9, now: Make.now, until: Make.now).map(\.id),
                    try rows.email(email.id, of: account.id)?.state
                )
            }
            #expect(left.0 == [foreign.id, purge.id])
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
