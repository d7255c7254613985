internal import Glibc
internal import RPC

/// The client's thread: it alone touches sockets and calls' states. Made and run on that thread.
final class Engine {
    let endpoint: Endpoint
    let options: ClientOptions
    let mailbox: Mailbox
    var timers = TimerHeap()
    /// Calls for the next connection that takes them; those before `waitingFrom` are gone. It may hold ended calls.
    var waiting: [PendingCall] = []
    var waitingFrom = 0
    /// Calls not ended.
    var openCalls = 0
    /// Where new calls go.
    var current: Connection?
    /// `current`, and those that only wait for their last answers.
    var connections: [Connection] = []
    var isConnecting = false
    /// Connections in a row that gave nothing.
    var failures = 0
    var connectNotBefore: Int64 = 0

    init(endpoint: Endpoint, options: ClientOptions, mailbox: Mailbox) {
        self.endpoint = endpoint
        self.options = options
        self.mailbox = mailbox
    }

    /// Until the client is closed.
    func run() {
        while readMail() {
            fireTimers()
            connectIfNeeded()
            sendWaiting()
            awaitEvents()
        }
        end()
    }

    /// False once the client is closed.
    private func readMail() -> Bool {
        for item in mailbox.take() {
            switch item {
            case .call(let call): start(call)
            case .cancel(let call): giveUp(call, .cancelledByCaller)
            case .connected(let result): connected(result)
            case .close: return false
            }
        }
        return true
    }

    private func end() {
        for item in mailbox.close() {
            if case .call(let call) = item { call.finish(.failure(.closed)) }
        }
        for connection in connections {
            for call in connection.inFlight.values { call.finish(.failure(.closed)) }
        }
        for call in waiting[waitingFrom...] { call.finish(.failure(.closed)) }
        // Calls between two tries are in neither.
        while let call = timers.first {
            timers.remove(call)
            call.finish(.failure(.closed))
        }
    }

    /// Sleeps until a socket, another thread or a timer has something to do.
    private func awaitEvents() {
        var interests = [pollfd(fd: mailbox.wakeUp.descriptor, events: Int16(POLLIN), revents: 0)]
        for connection in connections {
            let events = connection.wantsToSend ? POLLIN | POLLOUT : POLLIN
            interests.append(pollfd(fd: connection.link.socket.descriptor, events: Int16(events), revents: 0))
        }
        let count = poll(&interests, nfds_t(interests.count), sleepMs)
        defer { lookForSignsOfLife() }
        guard count > 0 || connections.contains(where: \.link.hasUnread) else { return }
        if interests[0].revents != 0 { mailbox.wakeUp.drain() }
        for (connection, interest) in zip(connections, interests.dropFirst())
        where interest.revents != 0 || connection.link.hasUnread {
            serve(connection, events: Int32(interest.revents) | (connection.link.hasUnread ? POLLIN : 0))
        }
    }

    /// -1: until woken.
    private var sleepMs: Int32 {
        var until = timers.first?.wakeAt ?? .max
        if hasWaiting, current == nil, !isConnecting { until = min(until, connectNotBefore) }
        for connection in connections {
            if connection.link.hasUnread { return 0 }
            until = min(until, lifeCheckAt(connection))
        }
        guard until != .max else { return -1 }
        let left = until.subtractingReportingOverflow(MonotonicTime.now)
        guard !left.overflow, left.partialValue > 0 else { return 0 }
        // Rounded up: a timer must have passed when the thread wakes.
        return Int32(clamping: left.partialValue / 1_000_000 + 1)
    }

    private func serve(_ connection: Connection, events: Int32) {
        if events & POLLOUT != 0, !connection.flush() { return drop(connection, "was lost") }
        guard events & (POLLIN | POLLHUP | POLLERR) != 0 else { return }
        var frames: [Received] = []
        let reading = connection.receive(into: &frames)
        for frame in frames {
            guard connection.knows(stream: frame.stream) else {
                return drop(connection, "answered a call that was never made")
            }
            deliver(frame, on: connection)
        }
        switch reading {
        case .open: retireIfDone(connection)
        case .ended: drop(connection, "was lost")
        case .broken(let why): drop(connection, why)
        }
    }
}
