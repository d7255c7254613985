package import RPC
internal import Synchronization

/// Calls a server over one connection, from any number of tasks and threads: their calls share it, and answers come in any
/// order. Connects at the first call, and again when the connection is lost. Closes itself when nobody holds it.
package final class Client: Sendable {
    package let endpoint: Endpoint
    private let options: ClientOptions
    private let mailbox = Mailbox()
    private enum ThreadState {
        case none
        case running
        case closed
    }
    private let thread = Mutex(ThreadState.none)

    package init(_ endpoint: Endpoint, options: ClientOptions = ClientOptions()) {
        self.endpoint = endpoint
        self.options = options
    }

    deinit { _ = mailbox.put(.close) }

    /// Ends the connection; calls in flight, and all later ones, fail as CANCELLED.
    package func close() {
        let isAlone = thread.withLock { thread in
            defer { thread = .closed }
            return thread == .none
        }
        guard isAlone else {
            _ = mailbox.put(.close)
            return
        }
        // No thread reads the mailbox, and none will.
        for case .call(let call) in mailbox.close() { call.finish(.failure(.closed)) }
    }

    /// One call. `service` is "account.v1.AccountService", `payload` the request as protobuf. Cancelling the task gives
    /// CANCELLED; what the server makes of the call is then unknown.
    package func call(
        service: String, method: String, payload: [UInt8], options: CallOptions = CallOptions()
    ) async -> Result<[UInt8], Status> {
        let call: PendingCall
        switch prepare(service, method, payload, options, isStream: false) {
        case .success(let prepared): call = prepared
        case .failure(let status): return .failure(status)
        }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                call.sink = .continuation(continuation)
                submit(call)
            }
        } onCancel: {
            cancel(call)
        }
    }

    /// The same from a thread that may wait; not from a task.
    package func callBlocking(
        service: String, method: String, payload: [UInt8], options: CallOptions = CallOptions()
    ) throws(Status) -> [UInt8] {
        let call = try prepare(service, method, payload, options, isStream: false).get()
        let thread = BlockedThread()
        call.sink = .thread(thread)
        submit(call)
        return try thread.wait().get()
    }

    /// A server stream's messages, each as protobuf. Without a deadline of its own it has none. Fails as a `Status`.
    package func stream(
        service: String, method: String, payload: [UInt8], options: CallOptions = CallOptions()
    ) -> AsyncThrowingStream<[UInt8], any Error> {
        let prepared = prepare(service, method, payload, options, isStream: true)
        let limit = AsyncThrowingStream<[UInt8], any Error>.Continuation.BufferingPolicy
            .bufferingOldest(max(1, self.options.maxWaitingMessages))
        return AsyncThrowingStream(bufferingPolicy: limit) { continuation in
            switch prepared {
            case .failure(let status): continuation.finish(throwing: status)
            case .success(let call):
                call.sink = .stream(continuation)
                continuation.onTermination = { [weak self] reason in
                    if case .cancelled = reason { self?.cancel(call) }
                }
                submit(call)
            }
        }
    }

    private func prepare(
        _ service: String, _ method: String, _ payload: [UInt8], _ call: CallOptions, isStream: Bool
    ) -> Result<PendingCall, Status> {
        guard payload.count <= FrameHeader.maximumLength else { return .failure(.requestTooLong) }
        let names = Set(call.metadata.map(\.name))
        let request = CallRequest(
            service: service, method: method, payload: payload,
            metadata: options.metadata.filter { !names.contains($0.name) } + call.metadata, isStream: isStream)
        return .success(
            PendingCall(request: request, deadline: deadline(call, isStream: isStream), isRepeatable: call.isRepeatable)
        )
    }

    private func deadline(_ call: CallOptions, isStream: Bool) -> Deadline {
        if let deadline = call.deadline {
            return Deadline(nanoseconds: MonotonicTime.after(nanoseconds: deadline.nanoseconds))
        }
        guard !isStream else { return .none }
        let milliseconds = min(Int64(clamping: options.deadlineMs), Int64.max / 1_000_000)
        return Deadline(nanoseconds: MonotonicTime.after(nanoseconds: milliseconds * 1_000_000))
    }

    private func submit(_ call: PendingCall) {
        guard mailbox.put(.call(call)) else { return call.finish(.failure(.closed)) }
        guard startEngine() else {
            for case .call(let waiting) in mailbox.close() { waiting.finish(.failure(.noThread)) }
            return
        }
    }

    private func cancel(_ call: PendingCall) {
        // The flag is for a cancellation that overtakes its call.
        call.isCancelled.store(true, ordering: .releasing)
        _ = mailbox.put(.cancel(call))
    }

    /// At the first call. The thread holds the mailbox, never the client. False where the system gives no thread.
    private func startEngine() -> Bool {
        thread.withLock { thread in
            guard thread == .none else { return true }
            let (endpoint, options, mailbox) = (endpoint, options, mailbox)
            let started = startThread { Engine(endpoint: endpoint, options: options, mailbox: mailbox).run() }
            thread = started ? .running : .closed
            return started
        }
    }
}
