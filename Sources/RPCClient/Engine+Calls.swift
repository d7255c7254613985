internal import RPC
internal import Synchronization

/// What becomes of calls.
extension Engine {
    var hasWaiting: Bool { waitingFrom < waiting.count }

    func start(_ call: PendingCall) {
        guard !call.isCancelled.load(ordering: .acquiring) else { return call.finish(.failure(.cancelledByCaller)) }
        guard openCalls < options.maxCalls else { return call.finish(.failure(.tooManyCalls)) }
        openCalls += 1
        call.isOpen = true
        timers.set(call, at: call.deadline.nanoseconds)
        enqueue(call)
    }

    private func enqueue(_ call: PendingCall) {
        let count = waiting.count - waitingFrom
        if count > 1_024, count > 2 * openCalls {
            waiting.removeAll { $0.isDone }
            waitingFrom = 0
        }
        waiting.append(call)
    }

    /// The call's end, whatever it is doing now. Calls that ended already, or never began, are left alone.
    func finish(_ call: PendingCall, _ result: Result<[UInt8], Status>) {
        guard call.isOpen else { return }
        call.isOpen = false
        detach(call)
        timers.remove(call)
        openCalls -= 1
        call.finish(result)
    }

    /// The call's end by this side's will: the server is told, where it understands.
    func giveUp(_ call: PendingCall, _ status: Status) {
        if call.isOpen, let connection = call.connection {
            connection.cancel(stream: call.stream)
        }
        finish(call, .failure(status))
    }

    /// Frees the call from its connection: what the server still says to it is passed over.
    private func detach(_ call: PendingCall) {
        guard let connection = call.connection else { return }
        connection.inFlight[call.stream] = nil
        call.connection = nil
    }

    func fireTimers() {
        guard let first = timers.first, first.wakeAt <= MonotonicTime.now else { return }
        let now = MonotonicTime.now
        while let call = timers.first, call.wakeAt <= now {
            if call.deadline.isPast(now) {
                finish(call, .failure(.deadlineExceeded))
            } else {
                timers.set(call, at: call.deadline.nanoseconds)
                enqueue(call)
            }
        }
    }

    /// Puts what waits onto the connection, and sends it at once.
    func sendWaiting() {
        while let connection = current, hasWaiting, !connection.isFull {
            let call = waiting[waitingFrom]
            waitingFrom += 1
            if !call.isDone { put(call, on: connection) }
            if connection.isSpent { current = nil }
        }
        if waitingFrom > 0, waitingFrom == waiting.count || waitingFrom > 4_096 {
            waiting.removeFirst(waitingFrom)
            waitingFrom = 0
        }
        for connection in connections where connection.wantsToSend && !connection.flush() {
            drop(connection, "was lost")
        }
        if current == nil { connectIfNeeded() }
    }

    private func put(_ call: PendingCall, on connection: Connection) {
        call.attempts += 1
        var left: Int64 = 0
        if call.deadline != .none {
            left = call.deadline.nanoseconds.subtractingReportingOverflow(MonotonicTime.now).partialValue
            guard left > 0 else { return finish(call, .failure(.deadlineExceeded)) }
        }
        let data = call.request.encoded(
            timeoutNanoseconds: left, offersExtraFrames: connection.offer == .due)
        guard data.count <= FrameHeader.maximumLength else { return finish(call, .failure(.requestTooLong)) }
        connection.add(call, data: data)
    }

    func deliver(_ frame: Received, on connection: Connection) {
        guard let call = connection.inFlight[frame.stream] else { return }
        switch frame {
        case .answer(_, .success(let payload)): finish(call, .success(payload))
        case .answer(_, .failure(let status)): answered(call, status)
        case .message(_, let message, let isLast):
            guard case .stream(let continuation) = call.sink else { return finish(call, .failure(.streamForUnary)) }
            if let message {
                call.messages += 1
                if case .dropped = continuation.yield(message) { return giveUp(call, .readerTooSlow) }
            }
            if isLast { finish(call, .success([])) }
        }
    }

    private func answered(_ call: PendingCall, _ status: Status) {
        let mayPass = status.code == .unavailable || status.retryDelayMs != nil
        guard mayPass, call.isRepeatable else { return finish(call, .failure(status)) }
        retryOrFinish(call, status)
    }

    /// For a call that may be sent again: waits and does so, as long as tries and time are left.
    func retryOrFinish(_ call: PendingCall, _ status: Status) {
        detach(call)
        let asked = status.retryDelayMs ?? 0
        let delayMs = max(
            options.backoff.delayMs(afterFailures: call.attempts, random: options.random()), Int(clamping: asked))
        let at = MonotonicTime.after(nanoseconds: Int64(clamping: delayMs).multipliedClamping(by: 1_000_000))
        let isWorthIt = call.attempts < options.maxAttempts && call.messages == 0 && asked <= options.maxRetryDelayMs
        guard isWorthIt, at < call.deadline.nanoseconds else { return finish(call, .failure(status)) }
        timers.set(call, at: at)
    }
}

extension Int64 {
    fileprivate func multipliedClamping(by other: Int64) -> Int64 {
        let (product, overflow) = multipliedReportingOverflow(by: other)
        return overflow ? .max : product
    }
}
