internal import CLinux
internal import Glibc
internal import HTTP2Client

/// Puts a workload on a server, from one thread: all that one wake-up makes due goes out in one write a connection, and nothing is
/// allocated for a prepared call.
package final class Engine {
    let options: EngineOptions
    let workload: Workload
    let recorder: Recorder
    let prober: Prober
    let target: Target
    let memory = HTTP2Memory()
    let poll: EpollSet
    private let input = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 16)
    @exclusivity(unchecked) var connections: ContiguousArray<LoadConnection> = []
    private var dirty: ContiguousArray<LoadConnection> = []
    /// Those that were lost, until others have taken their place.
    var absent: ContiguousArray<LoadConnection> = []
    var flows = FlowTable()
    var wakeUps = WakeUps()
    /// Told once a second.
    package var onSecond: (Recorder.Second) -> Void = { _ in }
    /// Asked once a second: true lets no more calls begin.
    package var isInterrupted: () -> Bool = { false }

    @exclusivity(unchecked) var now: UInt64 = 0
    private(set) var beganNs: UInt64 = 0
    /// What goes on by the clock was ended: the run's time is over.
    private var isCutOff = false
    private var nextSecondNs: UInt64 = 0
    /// Of the measured part.
    @exclusivity(unchecked) package private(set) var measuredFromNs: UInt64 = 0
    @exclusivity(unchecked) package internal(set) var lastAnswerNs: UInt64 = 0
    @exclusivity(unchecked) var pace: Pace
    /// Where the next call goes.
    private var turn = 0

    package init(
        target: Target, workload: Workload, recorder: Recorder, options: EngineOptions, prober: Prober
    ) throws(LoadError) {
        self.target = target
        self.workload = workload
        self.recorder = recorder
        self.options = options
        self.prober = prober
        poll = try EpollSet()
        pace = Pace(options)
        for index in 0..<max(1, options.connections) {
            let (link, face) = try target.connect(memory)
            let connection = LoadConnection(
                index: index, link: link, face: face, slots: min(options.inFlight, 4_096) * 2,
                openedNs: MonotonicClock.now)
            connections.append(connection)
            poll.add(link.descriptor, index)
        }
    }

    deinit { input.deallocate() }

    /// From the warm-up's end to the last answer.
    package var measuredSeconds: Double {
        lastAnswerNs > measuredFromNs ? Double(lastAnswerNs - measuredFromNs) / 1e9 : 0
    }

    /// `startNs`: the clock's time from which calls are due; engines that run together share it.
    package func run(from startNs: UInt64 = MonotonicClock.now) throws(LoadError) {
        now = MonotonicClock.now
        beganNs = startNs
        measuredFromNs = startNs + UInt64(options.warmUpSeconds * 1e9)
        nextSecondNs = measuredFromNs + 1_000_000_000
        pace.begin(at: startNs, measuredFrom: measuredFromNs)
        prober.begin()
        var isWarm = false
        if case .closed = options.pacing { fill() }
        while true {
            now = MonotonicClock.now
            if !isWarm, now >= measuredFromNs {
                isWarm = true
                prober.begin()
                _ = prober.read()
            }
            release()
            if wakeUps.firstNs != nil { wake() }
            if !isCutOff, now >= pace.endNs {
                isCutOff = true
                cutOff()
            }
            flush()
            if isOver { break }
            try exchange()
            if now >= nextSecondNs { turnSecond() }
        }
        giveUp()
        _ = recorder.turn(prober.read())
    }

    /// No call is to begin any more, and none is waited for, or for no longer.
    private var isOver: Bool {
        guard pace.isDone(at: now) else { return false }
        if pace.hasUnsent { return now > pace.endNs &+ UInt64(options.graceSeconds * 1e9) }
        if !flows.isEmpty || connections.contains(where: { $0.inFlight > 0 }) {
            return now > max(pace.endNs, pace.lastBeginNs) &+ UInt64(options.graceSeconds * 1e9)
        }
        return true
    }

    private func turnSecond() {
        onSecond(recorder.turn(prober.read()))
        nextSecondNs += 1_000_000_000
        if isInterrupted() { pace.stop(at: now) }
    }

    // MARK: Beginning calls

    /// In a closed loop: as many as may be in flight.
    private func fill() {
        for _ in 0..<options.inFlight {
            for connection in connections where pace.mayBegin(at: now) {
                beginNext(connection, dueNs: now, phase: pace.phase(at: now))
            }
        }
    }

    /// In an open loop: what is due, where there is room.
    @inline(__always)
    private func release() {
        while let due = pace.nextDueNs, due <= now {
            guard let connection = connectionWithRoom() else {
                recorder.heldBack += pace.noteHeldBack(at: now)
                return
            }
            beginNext(connection, dueNs: due, phase: pace.nextPhase)
            pace.advance()
        }
    }

    @inline(__always)
    private func connectionWithRoom() -> LoadConnection? {
        for _ in connections.indices {
            let connection = connections[turn]
            turn = turn + 1 == connections.count ? 0 : turn + 1
            if !connection.isLost, connection.inFlight < options.inFlight { return connection }
        }
        return nil
    }

    @inline(__always)
    func beginNext(_ connection: LoadConnection, dueNs: UInt64, phase: Int32) {
        let kind = workload.next()
        pace.began(at: now, isMeasured: phase >= 0)
        if let flow = kind.flow {
            let run = flow.begin(series: kind.series, phase: phase, dueNs: dueNs, connection: connection)
            return go(run: flows.insert(run), dueNs: dueNs)
        }
        let request = kind.nextRequest()
        if let limits = kind.stream {
            open(
                request, limits, on: connection, series: kind.series, flow: -1, phase: phase, dueNs: dueNs,
                wantsPayload: false)
        } else {
            begin(request, on: connection, series: kind.series, flow: -1, phase: phase, dueNs: dueNs)
        }
    }

    @inline(__always)
    func begin(
        _ request: PreparedRequest, on connection: LoadConnection, series: Int32, flow: Int32, phase: Int32,
        dueNs: UInt64, wantsPayload: Bool = false
    ) {
        let number = connection.takeNumber()
        let call = PendingCall(
            number: number, series: series, flow: flow, phase: phase, dueNs: dueNs, sentNs: 0, isTaken: true)
        if let old = connection.calls.insert(call) { fail(old, Outcome.unanswered) }
        send(request, number, on: connection, wantsPayload: wantsPayload)
    }

    @inline(__always)
    func send(_ request: PreparedRequest, _ number: UInt32, on connection: LoadConnection, wantsPayload: Bool) {
        guard connection.face.begin(request, number: number, wantsPayload: wantsPayload) else {
            return lose(connection, "takes no more calls")
        }
        noteDirty(connection)
    }

    @inline(__always)
    func noteDirty(_ connection: LoadConnection) {
        guard !connection.isDirty else { return }
        connection.isDirty = true
        dirty.append(connection)
    }

    // MARK: Bytes

    private func flush() {
        guard !dirty.isEmpty else { return }
        let sentNs = MonotonicClock.now
        let heldBackNs = pace.lastHeldBackNs
        for connection in dirty {
            connection.isDirty = false
            guard !connection.isLost else { continue }
            connection.calls.stamp(from: connection.firstUnsent, to: connection.nextNumber, at: sentNs) { call in
                if call.phase >= 0 {
                    recorder.start(
                        lagNs: sentNs &- min(call.dueNs, sentNs), isHeldBack: call.dueNs <= heldBackNs || call.flow >= 0
                    )
                }
            }
            connection.firstUnsent = connection.nextNumber
            if !connection.unsentStreams.isEmpty { stampStreams(connection, sentNs) }
            send(connection)
        }
        dirty.removeAll(keepingCapacity: true)
    }

    private func send(_ connection: LoadConnection) {
        connection.face.write(into: connection.output)
        do {
            let all = try connection.link.send(connection.output)
            if all == connection.isBlocked {
                connection.isBlocked = !all
                poll.watch(connection.link.descriptor, connection.index, writes: !all)
            }
        } catch {
            guard case .lost(let why) = error else { return }
            lose(connection, why)
        }
    }

    private func exchange() throws(LoadError) {
        // What waits for room waits for an answer.
        let dueNs = pace.isHeldBack ? nil : pace.nextDueNs
        let wakeNs = min(dueNs ?? .max, wakeUps.firstNs ?? .max)
        let count = try poll.wait(until: wakeNs == .max ? nil : wakeNs, now: now, atMostMs: 100)
        now = MonotonicClock.now
        for event in 0..<count {
            guard let index = poll.index(event), index < connections.count else { continue }
            let connection = connections[index]
            if connection.isLost {
                goOn(connection)
                continue
            }
            if connection.isBlocked { send(connection) }
            receive(connection)
            if !connection.isLost, connection.face.owesBytes { noteDirty(connection) }
        }
        if !absent.isEmpty { try reconnect() }
    }

    private func receive(_ connection: LoadConnection) {
        guard !connection.isLost else { return }
        do {
            let count = try connection.link.receive(into: input)
            guard count > 0 else { return }
            now = MonotonicClock.now
            let bytes = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(input)[..<count])
            let goesOn = connection.face.receive(bytes) { finish($0, connection) }
            if !goesOn { lose(connection, "was ended: the server speaks no \(target.face.rawValue) there") }
        } catch {
            guard case .lost(let why) = error else { return }
            lose(connection, why)
        }
    }

    // MARK: Ends

    @inline(__always)
    private func finish(_ answer: Answer, _ connection: LoadConnection) {
        guard let call = connection.calls.take(answer.number) else { return hear(answer, connection) }
        if call.flow >= 0 { return finishStep(call, answer, connection) }
        record(call, answer, connection)
        replace(connection)
    }

    @inline(__always)
    func record(_ call: PendingCall, _ answer: Answer, _ connection: LoadConnection) {
        if call.phase >= 0 { lastAnswerNs = now }
        let wantsText = recorder.end(
            series: call.series, phase: call.phase, code: answer.code, responseNs: now &- min(call.dueNs, now),
            serviceNs: now &- min(call.sentNs, now))
        if wantsText {
            recorder.describe(series: call.series, code: answer.code, connection.face.describe(answer))
        }
    }

    /// In a closed loop an answer lets the next call begin.
    @inline(__always)
    func replace(_ connection: LoadConnection) {
        guard pace.isClosed, !connection.isLost, pace.mayBegin(at: now) else { return }
        beginNext(connection, dueNs: now, phase: pace.phase(at: now))
    }

    func fail(_ call: PendingCall, _ code: Int32, _ text: String = "") {
        fail(series: call.series, call, code, text)
        if call.flow >= 0 { end(flow: call.flow, code, text) }
    }

    func fail(series: Int32, _ call: PendingCall, _ code: Int32, _ text: String) {
        let isFirst = recorder.end(
            series: series, phase: call.phase, code: code, responseNs: now &- min(call.dueNs, now),
            serviceNs: now &- min(call.sentNs, now))
        if isFirst { recorder.describe(series: series, code: code, text.isEmpty ? Outcome.name(code) : text) }
    }

    // MARK: By the clock

    private func wake() {
        while let (atNs, kind) = wakeUps.popFirst(until: now) {
            switch kind {
            case .flow(let index): resume(flow: index, dueNs: atNs)
            case .stream(let connection, let number): closeInTime(number, connections[connection])
            }
        }
    }

    /// Who pauses doesn't come back any more, and what is open is closed.
    private func cutOff() {
        wakeUps.removeAll()
        dropPausingFlows()
        for connection in connections { closeStreams(connection) }
    }

    /// What has no answer by now gets none.
    private func giveUp() {
        for connection in connections {
            for call in connection.calls.takeAll() { fail(call, Outcome.unanswered) }
            breakStreams(connection, Outcome.unanswered, "")
            dropHeldFlows(connection)
        }
        while pace.hasUnsent, let due = pace.nextDueNs, due <= now {
            let kind = workload.next()
            _ = recorder.end(
                series: kind.firstSeries, phase: pace.nextPhase, code: Outcome.unsent,
                responseNs: now &- min(due, now), serviceNs: 0)
            pace.advance()
        }
    }
}
