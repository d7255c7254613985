internal import RPC

/// What becomes of connections.
extension Engine {
    /// Name look-up and connecting take a thread of their own: the client's own never waits for one of them.
    func connectIfNeeded() {
        guard current == nil, !isConnecting, hasWaiting, connectNotBefore <= MonotonicTime.now else { return }
        let (endpoint, tls, timeoutMs, mailbox) = (endpoint, options.tls, options.connectTimeoutMs, mailbox)
        isConnecting = true
        let started = startThread {
            let result: Result<Link, SocketError>
            do throws(SocketError) {
                result = .success(try Link.connected(to: endpoint, tls, timeoutMs: timeoutMs))
            } catch {
                result = .failure(error)
            }
            _ = mailbox.put(.connected(result))
        }
        if !started { connected(.failure(SocketError(what: "can't be connected to: the system gives no thread"))) }
    }

    func connected(_ result: Result<Link, SocketError>) {
        isConnecting = false
        switch result {
        case .success(let link):
            let connection = Connection(link: link, lastStream: options.lastStream)
            if options.extraFrames { connection.offerExtraFrames() }
            connections.append(connection)
            current = connection
        case .failure(let error):
            delayNextConnection()
            failWaiting(.unreachable(endpoint, error))
        }
    }

    /// A connection in vain is a try of every call that waited for it.
    private func failWaiting(_ status: Status) {
        let calls = waiting[waitingFrom...].filter { !$0.isDone }
        waiting.removeAll(keepingCapacity: true)
        waitingFrom = 0
        for call in calls {
            call.attempts += 1
            if call.attempts < options.maxAttempts, connectNotBefore < call.deadline.nanoseconds {
                waiting.append(call)
            } else {
                finish(call, .failure(status))
            }
        }
    }

    private func delayNextConnection() {
        failures += 1
        let delayMs = options.backoff.delayMs(afterFailures: failures, random: options.random())
        connectNotBefore = MonotonicTime.after(nanoseconds: Int64(delayMs) * 1_000_000)
    }

    /// Closes the connection. Its calls fail as UNAVAILABLE, or are sent again where that is safe.
    func drop(_ connection: Connection, _ why: String) {
        connections.removeAll { $0 === connection }
        if current === connection { current = nil }
        if connection.hasAnswered { failures = 0 } else { delayNextConnection() }
        let status = Status.connectionLost(endpoint, why)
        for call in connection.inFlight.values.sorted(by: { $0.stream < $1.stream }) {
            if call.isRepeatable || !connection.hasSent(call) {
                retryOrFinish(call, status)
            } else {
                finish(call, .failure(status))
            }
        }
    }

    /// When a connection's server has to be asked for a sign of life, or given up; `.max`: neither.
    func lifeCheckAt(_ connection: Connection) -> Int64 {
        guard connection.hasExtraFrames, !connection.inFlight.isEmpty, options.keepAliveMs > 0 else { return .max }
        let since = connection.askedAt > 0 ? connection.askedAt : connection.heardAt
        let (at, overflow) = since.addingReportingOverflow(Int64(options.keepAliveMs) * 1_000_000)
        return overflow ? .max : at
    }

    func lookForSignsOfLife() {
        let now = MonotonicTime.now
        for connection in connections where lifeCheckAt(connection) <= now {
            if connection.askedAt > 0 { drop(connection, "gave no sign of life") } else { connection.ping(now: now) }
        }
    }

    /// A connection whose stream ids were used up goes with its last call.
    func retireIfDone(_ connection: Connection) {
        guard connection.isSpent, connection.inFlight.isEmpty, !connection.wantsToSend else { return }
        connections.removeAll { $0 === connection }
        if current === connection { current = nil }
    }
}
