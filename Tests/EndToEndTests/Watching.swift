import Foundation
import Messages
import RPC
import RPCClient
import Synchronization
import TestSupport

/// A stream that a test leaves open, on a connection of its own, with all that has come so far.
final class Watching<Answer: Message>: Sendable {
    private struct State {
        var answers: [Answer] = []
        var end: Result<Void, Status>?
    }

    private let state = Mutex(State())
    private let client: Client
    private let task = Mutex<Task<Void, Never>?>(nil)

    init(
        _ method: Messages.Method, _ request: some Message, at server: ServerProcess, _ options: CallOptions,
        over client: Client? = nil, answer: Answer.Type = Answer.self
    ) throws {
        let client = try client ?? server.client()
        self.client = client
        let stream: ServerStream<Answer> = try client.stream(method, request, options: options)
        let reading = Task { [self] in
            do throws(Status) {
                for try await answer in stream { state.withLock { $0.answers.append(answer) } }
                state.withLock { $0.end = .success(()) }
            } catch {
                state.withLock { $0.end = .failure(error) }
            }
        }
        task.withLock { $0 = reading }
    }

    /// Breaks the connection off.
    func close() { client.close() }

    var answers: [Answer] { state.withLock { $0.answers } }
    var isOver: Bool { state.withLock { $0.end != nil } }

    /// Polls; a machine may be slow.
    func wait(_ what: String, until isThere: @Sendable ([Answer]) -> Bool) async throws {
        try await eventually(what) { isThere(self.answers) }
    }

    func waitForEnd() async throws -> Status? {
        try await eventually("the stream's end") { self.isOver }
        if case .failure(let status) = state.withLock({ $0.end }) { return status }
        return nil
    }
}

/// Polls for up to 60 s.
func eventually(_ what: String, _ condition: () async throws -> Bool) async throws {
    for _ in 0..<6_000 {
        if try await condition() { return }
        try await Task.sleep(for: .milliseconds(10))
    }
    throw TestFailure("not in time: \(what)")
}

extension ServerProcess {
    func watchRevocations(_ cursor: String = "") throws -> Watching<WatchRevocationsResponse> {
        try Watching(.watchRevocations, WatchRevocationsRequest(cursor: cursor), at: self, asService())
    }
}

extension Customer {
    func watchActivity(_ cursor: String = "") throws -> Watching<WatchActivityResponse> {
        try Watching(.watchActivity, WatchActivityRequest(cursor: cursor), at: server, options())
    }
}

extension Watching where Answer == WatchRevocationsResponse {
    var revocations: [Revocation] { answers.flatMap(\.revocations) }
    /// Behind all that has come; nil before the first message.
    var cursor: String? { answers.last?.cursor }

    func begun() async throws -> Self {
        try await wait("the first message") { !$0.isEmpty }
        return self
    }
}

extension Watching where Answer == WatchActivityResponse {
    var kinds: [String] { answers.flatMap(\.activities).map(\.kind) }
    var cursor: String? { answers.last?.cursor }

    func begun() async throws -> Self {
        try await wait("the first message") { !$0.isEmpty }
        return self
    }
}
