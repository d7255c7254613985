/// When who opened a stream has had enough of it. Where neither is said: at its end, or the run's.
package struct StreamLimits: Sendable, Equatable {
    package var messages = Int.max
    package var nanoseconds: UInt64?

    package init(messages: Int = .max, nanoseconds: UInt64? = nil) {
        self.messages = messages
        self.nanoseconds = nanoseconds
    }
}

/// A stream that was asked for and hasn't ended.
final class OpenStream {
    /// Its series: of the stream as a whole; the two behind it are of its first message and of those that follow.
    @exclusivity(unchecked) var call: PendingCall
    let limits: StreamLimits
    @exclusivity(unchecked) var taken = 0
    @exclusivity(unchecked) var lastNs: UInt64 = 0

    init(_ call: PendingCall, _ limits: StreamLimits) {
        self.call = call
        self.limits = limits
    }

    var first: Int32 { call.series + 1 }
    var following: Int32 { call.series + 2 }
}

extension Engine {
    func open(
        _ request: PreparedRequest, _ limits: StreamLimits, on connection: LoadConnection, series: Int32, flow: Int32,
        phase: Int32, dueNs: UInt64, wantsPayload: Bool
    ) {
        let number = connection.takeNumber()
        let call = PendingCall(
            number: number, series: series, flow: flow, phase: phase, dueNs: dueNs, sentNs: 0, isTaken: true)
        let stream = OpenStream(call, limits)
        connection.streams[number] = stream
        connection.unsentStreams.append(stream)
        if let nanoseconds = limits.nanoseconds {
            wakeUps.insert(.stream(connection: connection.index, number: number), at: now &+ nanoseconds)
        }
        send(request, number, on: connection, wantsPayload: wantsPayload)
    }

    func stampStreams(_ connection: LoadConnection, _ sentNs: UInt64) {
        for stream in connection.unsentStreams {
            stream.call.sentNs = sentNs
            guard stream.call.phase >= 0 else { continue }
            recorder.start(
                lagNs: sentNs &- min(stream.call.dueNs, sentNs),
                isHeldBack: stream.call.flow >= 0 || stream.call.dueNs <= pace.lastHeldBackNs)
        }
        connection.unsentStreams.removeAll(keepingCapacity: true)
    }

    /// Something came of a stream.
    func hear(_ answer: Answer, _ connection: LoadConnection) {
        guard let stream = connection.streams[answer.number] else { return }
        guard answer.isLast else { return take(answer, stream, connection) }
        connection.streams[answer.number] = nil
        let text = answer.code == 0 ? "" : connection.face.describe(answer)
        finish(stream, answer.code, text)
        goOn(stream, answer.code, text, connection)
    }

    private func take(_ answer: Answer, _ stream: OpenStream, _ connection: LoadConnection) {
        let call = stream.call
        if call.phase >= 0 { lastAnswerNs = now }
        if stream.taken == 0 {
            _ = recorder.end(
                series: stream.first, phase: call.phase, code: 0, responseNs: now &- min(call.dueNs, now),
                serviceNs: now &- min(call.sentNs, now))
        } else {
            let sinceNs = now &- min(stream.lastNs, now)
            _ = recorder.end(
                series: stream.following, phase: call.phase, code: 0, responseNs: sinceNs, serviceNs: sinceNs)
        }
        stream.taken += 1
        stream.lastNs = now
        if let run = flows[call.flow] {
            do {
                try run.flow.note(answer.payload, run)
            } catch {
                cancel(stream, connection)
                return breakOff(call.flow, error, connection)
            }
        }
        // The run's end waits for nothing but first messages.
        if stream.taken >= stream.limits.messages || now >= pace.endNs { close(stream, connection) }
    }

    /// Who opened it has had enough.
    private func close(_ stream: OpenStream, _ connection: LoadConnection) {
        cancel(stream, connection)
        let code = stream.taken == 0 ? Outcome.unanswered : 0
        finish(stream, code, "")
        goOn(stream, code, "", connection)
    }

    private func cancel(_ stream: OpenStream, _ connection: LoadConnection) {
        connection.streams[stream.call.number] = nil
        connection.face.cancel(stream.call.number)
        noteDirty(connection)
    }

    /// Its time is over. It may have ended before.
    func closeInTime(_ number: UInt32, _ connection: LoadConnection) {
        if let stream = connection.streams[number] { close(stream, connection) }
    }

    /// The run's time is over: those that have told something yet have told enough.
    func closeStreams(_ connection: LoadConnection) {
        for stream in Array(connection.streams.values) where stream.taken > 0 { close(stream, connection) }
    }

    /// None of them is answered any more.
    func breakStreams(_ connection: LoadConnection, _ code: Int32, _ text: String) {
        let streams = connection.streams.values
        connection.streams = [:]
        for stream in streams {
            finish(stream, code, text)
            if stream.call.flow >= 0 { end(flow: stream.call.flow, code, text) }
        }
    }

    /// A failure is the whole stream's, and that of the message which didn't come.
    private func finish(_ stream: OpenStream, _ code: Int32, _ text: String) {
        let call = stream.call
        guard code != 0 else {
            _ = recorder.end(
                series: call.series, phase: call.phase, code: 0, responseNs: now &- min(call.dueNs, now),
                serviceNs: now &- min(call.sentNs, now))
            return
        }
        fail(series: call.series, call, code, text)
        fail(series: stream.taken == 0 ? stream.first : stream.following, call, code, text)
    }

    /// The flow goes on, or in a closed loop the next call begins.
    private func goOn(_ stream: OpenStream, _ code: Int32, _ text: String, _ connection: LoadConnection) {
        guard stream.call.flow >= 0 else { return replace(connection) }
        finishStep(flow: stream.call.flow, code, text)
    }
}
