import Domain
import Foundation
import SQLiteStore
import Testing

/// A kind of store that the contract is held against. A second one is a second entry in `all`.
struct StoreUnderTest: Sendable, CustomTestStringConvertible {
    let name: String
    let open: @Sendable (_ folder: String) throws -> OpenStore

    var testDescription: String { name }

    static let all = [
        StoreUnderTest(name: "SQLite") { folder in
            let store = try SQLiteStore.open(folder: folder)
            return OpenStore(store: store, flushSeen: { store.flushSeen() }, close: { store.close() })
        }
    ]

    /// A fresh store, closed and removed afterwards.
    func run(_ body: (OpenStore) async throws -> Void) async throws {
        try await TemporaryFolder.with { folder in
            let store = try open(folder)
            defer { store.close() }
            try await body(store)
        }
    }

    /// The same rows opened twice, one after the other.
    func run(_ first: (OpenStore) async throws -> Void, reopened second: (OpenStore) async throws -> Void) async throws
    {
        try await TemporaryFolder.with { folder in
            let before = try open(folder)
            defer { before.close() }
            try await first(before)
            before.close()
            let after = try open(folder)
            defer { after.close() }
            try await second(after)
        }
    }
}

struct OpenStore: Sendable {
    let store: any Store
    let flushSeen: @Sendable () -> Void
    let close: @Sendable () -> Void

    var hot: any HotReads { store.hot }

    func write<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws(DomainError) -> Verdict<Value>
    ) async -> Outcome<Value> {
        await withCheckedContinuation { continuation in
            store.write(unless: { false }, body) { continuation.resume(returning: $0) }
        }
    }

    /// A write that has to be committed; answers what it was done with.
    @discardableResult
    func change<Value: Sendable>(
        _ body: @escaping @Sendable (any Transaction) throws(DomainError) -> Value
    ) async throws -> Value {
        let outcome = await write { rows throws(DomainError) in .done(try body(rows)) }
        switch outcome {
        case .committed(let value): return value
        case .refused(let error), .failed(let error): throw error
        }
    }

    func read<Value: Sendable>(
        _ body: @escaping @Sendable (any ReadTransaction) throws(DomainError) -> Value
    ) async throws -> Value {
        try await withCheckedContinuation { continuation in
            store.read(unless: { false }, body) { continuation.resume(returning: $0) }
        }.get()
    }

    /// So many tries at once; answers how many won.
    func winners(
        of count: Int, _ body: @escaping @Sendable (any Transaction) throws(DomainError) -> Bool
    ) async throws -> Int {
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<count { group.addTask { try await change(body) } }
            return try await group.reduce(0) { sum, won in sum + (won ? 1 : 0) }
        }
    }
}

enum TemporaryFolder {
    static func with(_ body: (String) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("store-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try await body(folder)
    }
}
