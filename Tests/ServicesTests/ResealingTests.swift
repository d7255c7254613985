import Crypto
import Domain
import Foundation
import Platform
import SQLiteStore
import Testing

/// Values brought from one generation of the server's keys to the next: real keys, a real store, cut off after every step.
@Suite struct ResealingTests {
    /// A folder that is opened again and again, as by servers that are killed.
    private final class Place: Sendable {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("reseal-\(UUID().uuidString)").path
        var keys: String { folder + "/keys" }

        init() throws {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            _ = try ServerKeys.loadOrCreate(folder: keys)
        }

        func discard() { try? FileManager.default.removeItem(atPath: folder) }

        func cryptography() throws -> ServerCryptography {
            try ServerCryptography(keys: ServerKeys.load(folder: keys))
        }

        /// One life of a server.
        func serve<Result>(_ body: (SQLiteStore, ServerCryptography) async throws -> Result) async throws -> Result {
            let store = try SQLiteStore.open(folder: folder)
            defer { store.close() }
            return try await body(store, cryptography())
        }
    }

    private let place: Place
    private let random = SystemRandom()

    init() throws { place = try Place() }

    private func change<Value: Sendable>(
        _ store: SQLiteStore, _ body: @escaping @Sendable (any Transaction) throws(DomainError) -> Value
    ) async throws -> Value {
        let outcome: Outcome<Value> = await withCheckedContinuation { continuation in
            store.write(unless: { false }) { rows throws(DomainError) in
                .done(try body(rows))
            } then: {
                continuation.resume(returning: $0)
            }
        }
        switch outcome {
        case .committed(let value): return value
        case .refused(let error), .failed(let error): throw error
        }
    }

    private struct Sealed: Sendable {
        let account: AccountID
        let key: [UInt8]
        let invoice: InvoiceRecord
        let answer: AnswerRecord
    }

    /// An account with an invoice, and an answer of nobody's.
    private func seal(_ store: SQLiteStore, _ crypto: ServerCryptography, number: Int) async throws -> Sealed {
        let account = AccountID(random.uuid(at: World.start))
        let (key, wrapped) = crypto.makeDataKey(for: account)
        let id = InvoiceID(random.uuid(at: World.start))
        let content = InvoiceContent(
            number: "N-\(number)", description: "", displayName: "Ada", email: "a@example.com")
        let invoice = InvoiceRecord(
            id: id, accountID: account, content: crypto.seal(content, id, of: account), currency: "EUR", amountMinor: 1,
            issuedAt: World.start, retainUntil: World.start + .days(4_000))
        let hash = crypto.keyedHash(.requestID, Array("\(number)".utf8))
        let answer = AnswerRecord(
            key: hash, body: hash, accountID: nil,
            answer: crypto.seal(
                Array("answer \(number)".utf8), under: .server, binding: AnswerRecord.serverBinding(hash)),
            createdAt: World.start)
        try await change(store) { rows throws(DomainError) in
            try rows.insertDataKey(wrapped, of: account)
            try rows.insert(
                AccountRecord(
                    id: account, state: .active, addressHash: hash, profile: [], passwordHash: [],
                    passwordChangedAt: World.start, createdAt: World.start))
            try rows.insert(invoice)
            try rows.insert(answer)
        }
        return Sealed(account: account, key: key.bytes, invoice: invoice, answer: answer)
    }

    private func expectOpen(_ all: [Sealed], _ store: SQLiteStore, _ crypto: ServerCryptography) async throws {
        for sealed in all {
            let (wrapped, invoice, answer) = try await change(store) { rows throws(DomainError) in
                (
                    try rows.wrappedDataKey(of: sealed.account),
                    try rows.invoices(of: sealed.account, page: PageRequest(limit: 2)),
                    try rows.answer(key: sealed.answer.key, since: World.start - .days(1))
                )
            }
            #expect(wrapped.flatMap { crypto.unwrapDataKey($0, for: sealed.account) }?.bytes == sealed.key)
            #expect(try invoice.map { try crypto.open($0).displayName } == ["Ada"])
            let opened = answer.flatMap { crypto.open($0.answer, under: .server, binding: $0.serverBinding) }
            #expect(opened?.starts(with: Array("answer ".utf8)) == true)
        }
    }

    @Test func cutOffAfterEveryStepItComesToItsEnd() async throws {
        defer { place.discard() }
        let all = try await place.serve { store, crypto in
            var all: [Sealed] = []
            for number in 0..<600 { all.append(try await seal(store, crypto, number: number)) }
            return all
        }
        #expect(try ServerKeys.addGeneration(folder: place.keys) == 2)
        var lives = 0
        var isDone = false
        while !isDone, lives < 100 {
            lives += 1
            isDone = try await place.serve { store, crypto in
                var resealing = Resealing(crypto, SystemClock())
                let begun = try await change(store) { [resealing] rows throws(DomainError) in try resealing.begin(rows)
                }
                guard case .remaining(let left) = begun else { return begun == .done }
                // A customer comes meanwhile, and one goes.
                if lives == 2 { _ = try await seal(store, crypto, number: 10_000) }
                if lives == 3 {
                    try await change(store) { rows throws(DomainError) in
                        try rows.destroyDataKey(of: all[599].account)
                        try rows.destroyDataKey(of: all[0].account)
                    }
                }
                resealing = try await change(store) { [resealing] rows throws(DomainError) in
                    var next = resealing
                    _ = try next.step(rows, left)
                    return next
                }
                return false
            }
        }
        #expect(isDone && lives > 4)
        try ServerKeys.retire(1, folder: place.keys)
        try await place.serve { store, crypto in
            #expect(store.keyUse == [KeyUse(generation: 2, dataKeys: 599, invoices: 601, answers: 601)])
            try await expectOpen(Array(all[1..<599]), store, crypto)
            let gone = try await change(store) { rows throws(DomainError) in
                [try rows.wrappedDataKey(of: all[0].account), try rows.wrappedDataKey(of: all[599].account)]
            }
            #expect(gone == [nil, nil])
            let records = try await change(store) { rows throws(DomainError) in try rows.keyGenerations() }
            #expect(
                records.map(\.generation) == [2] && records.allSatisfy { $0.aloneSince != nil && $0.remaining == 0 })
        }
    }

    /// What was sealed before the switch but is committed with the count, or after it was queued, is counted.
    @Test func whatIsSealedUnderTheOldKeysAtTheLastMomentCounts() async throws {
        defer { place.discard() }
        try await place.serve { store, old in
            _ = try ServerKeys.addGeneration(folder: place.keys)
            let new = try place.cryptography()
            let account = AccountID(random.uuid(at: World.start))
            let resealing = Resealing(new, SystemClock())
            let progress = try await change(store) { rows throws(DomainError) in
                try rows.insertDataKey(old.makeDataKey(for: account).wrapped, of: account)
                return try resealing.begin(rows)
            }
            #expect(progress == .remaining(1))
        }
    }

    @Test func whatCantBeOpenedStaysAndIsToldOf() async throws {
        defer { place.discard() }
        try await place.serve { store, crypto in
            var all: [Sealed] = []
            for number in 0..<5 { all.append(try await seal(store, crypto, number: number)) }
            // Of an account that isn't its own: a row that was moved.
            var moved = all[0].invoice
            moved.id = InvoiceID(random.uuid(at: World.start))
            moved.accountID = all[1].account
            let foreign = moved
            try await change(store) { rows throws(DomainError) in try rows.insert(foreign) }
            _ = try ServerKeys.addGeneration(folder: place.keys)
            crypto.use(try ServerKeys.load(folder: place.keys))
            var resealing = Resealing(crypto, SystemClock())
            var progress = try await change(store) { [resealing] rows throws(DomainError) in try resealing.begin(rows) }
            #expect(progress == .remaining(16))
            for _ in 0..<20 {
                guard case .remaining(let left) = progress else { break }
                (resealing, progress) = try await change(store) { [resealing] rows throws(DomainError) in
                    var next = resealing
                    let progress = try next.step(rows, left)
                    return (next, progress)
                }
            }
            #expect(progress == .stuck(1))
            let (uses, records) = try await change(store) { rows throws(DomainError) in
                (try rows.keyUse(), try rows.keyGenerations())
            }
            #expect(uses.first == KeyUse(generation: 1, invoices: 1) && uses.count == 2)
            #expect(records.last?.aloneSince == nil, "the old keys are still used")
        }
    }
}
