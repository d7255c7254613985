import RPC

// Calls whose answers come from other threads.
extension Shard {
    func readMailbox() {
        var touched: [Connection] = []
        for letter in mailbox.takeAll() {
            switch letter {
            case .answer(let call, let answer): queue(of: call, &touched) { answer }
            case .answerToMake(let call, let make, let compressed):
                queue(of: call, &touched) { .payload(make(), compressed: compressed) }
            case .inboxEmpty(let call): openInbox(of: call)
            case .released(let id): connections.find(id)?.cancelledCalls -= 1
            case .adopt(let descriptor): adopt(descriptor)
            case .drain: beginDrain()
            case .stop: stop()
            }
        }
        for connection in touched where !connection.isClosed {
            let queued = connection.queued
            connection.queued = []
            connection.lastActive = now
            write(queued, of: connection)
            flush(connection)
        }
    }

    /// Puts an answer behind the others of its connection, if its call is still waited for.
    private func queue(of call: DeferredCall, _ touched: inout [Connection], _ answer: () -> Answer) {
        // A message of a stream whose deadline has passed since may not reach the id's next call.
        guard let connection = connections.find(call.connection), connection.calls[call.stream] === call else { return }
        let answer = answer()
        if answer.ends { forget(call, of: connection) }
        if connection.queued.isEmpty { touched.append(connection) }
        connection.queued.append((call, answer))
    }

    /// Has the connection's face write answers to `output`.
    func write(_ answers: [(call: DeferredCall, answer: Answer)], of connection: Connection) {
        if case .http2(let http2) = connection.face {
            http2.write(answers, shard: self, connection: connection)
        } else {
            for (call, answer) in answers { writeFrame(answer, to: call, of: connection) }
        }
    }

    private func openInbox(of call: DeferredCall) {
        guard let connection = connections.find(call.connection), case .http2(let http2) = connection.face else {
            return
        }
        http2.openWindow(of: call, shard: self, connection: connection)
        flush(connection)
    }

    /// A call that is to be answered from elsewhere; or why it may not begin.
    func begin(
        _ connection: Connection, stream: UInt32, deadline: Deadline, method: Int, payloadBytes: Int,
        inbox: MessageInbox? = nil
    ) -> Result<DeferredCall, Status> {
        // What cuts somebody off must not wait behind what was put in front of it: a quarter more, for such calls only.
        let reserve = table.entries[method].isUrgent ? max(1, options.maxCallsPerConnection / 4) : 0
        guard connection.calls.count + connection.cancelledCalls < options.maxCallsPerConnection + reserve else {
            return .failure(.tooManyCalls)
        }
        guard payloadBytes <= options.inputBudgetBytes - callBytes else { return .failure(.shortOfMemory) }
        let deferred = DeferredCall(
            stream: stream, deadline: deadline, isServerStreaming: table.entries[method].isServerStreaming,
            connection: connection.id, payloadBytes: payloadBytes, inbox: inbox, mailbox: mailbox)
        connection.calls[stream] = deferred
        callsInFlight += 1
        callBytes += payloadBytes
        if deadline != .none {
            deadlines.insert(.init(deadline: deadline.nanoseconds, connection: connection.id, call: deferred))
        }
        return .success(deferred)
    }

    private func forget(_ call: DeferredCall, of connection: Connection) {
        remove(call, of: connection)
        if call.deadline != .none { deadlines.noteEnded() }
    }

    private func remove(_ call: DeferredCall, of connection: Connection) {
        connection.calls.removeValue(forKey: call.stream)
        // An idle connection keeps no room for a thousand calls.
        if connection.calls.isEmpty, connection.calls.capacity > 32 { connection.calls = [:] }
        callsInFlight -= 1
        callBytes -= call.payloadBytes
    }

    /// Nobody waits for the call any more. What its handler still works on counts until it is done.
    func cancel(_ call: DeferredCall, of connection: Connection) {
        if call.cancel() { connection.cancelledCalls += 1 }
        forget(call, of: connection)
    }

    /// Fails those calls whose time is over; not those whose answers are on their way.
    func failPastDeadlines() {
        while let entry = deadlines.popPast(now) {
            guard entry.call.cancel(), let connection = connections.find(entry.connection) else { continue }
            connection.cancelledCalls += 1
            remove(entry.call, of: connection)
            write([(entry.call, .failure(.deadlineExceeded))], of: connection)
            flush(connection)
        }
    }
}
