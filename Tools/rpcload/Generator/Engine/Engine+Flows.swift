/// Flows that go on, by index.
struct FlowTable {
    private var runs: ContiguousArray<FlowRun?> = []
    private var free: [Int32] = []

    var isEmpty: Bool { runs.count == free.count }
    /// None where the index is no flow's.
    subscript(index: Int32) -> FlowRun? { index < 0 ? nil : runs[Int(index)] }
    var indices: [Int32] { runs.indices.filter { runs[$0] != nil }.map { Int32(truncatingIfNeeded: $0) } }

    mutating func insert(_ run: FlowRun) -> Int32 {
        if let index = free.popLast() {
            runs[Int(index)] = run
            return index
        }
        runs.append(run)
        return Int32(truncatingIfNeeded: runs.count - 1)
    }

    mutating func remove(_ index: Int32) {
        runs[Int(index)] = nil
        free.append(index)
    }
}

extension Engine {
    /// Begins the flow's step.
    func go(run index: Int32, dueNs: UInt64) {
        guard let run = flows[index] else { return }
        switch run.flow.steps[run.step] {
        case .pause(let range): pause(index, run, run.flow.pauseNs(range))
        case .call(let call): begin(call, index, run, dueNs)
        }
    }

    private func begin(_ call: Flow.Call, _ index: Int32, _ run: FlowRun, _ dueNs: UInt64) {
        do {
            let request = try run.flow.request(call, run)
            if run.sentNs == 0 { run.sentNs = now }
            if let limits = call.stream {
                open(
                    request, limits, on: run.connection, series: call.series, flow: index, phase: run.phase,
                    dueNs: dueNs, wantsPayload: !call.saved.isEmpty)
            } else {
                begin(
                    request, on: run.connection, series: call.series, flow: index, phase: run.phase, dueNs: dueNs,
                    wantsPayload: !call.saved.isEmpty)
            }
            run.flow.discard(request)
        } catch {
            breakOff(index, error, run.connection)
        }
    }

    func finishStep(_ call: PendingCall, _ answer: Answer, _ connection: LoadConnection) {
        guard let run = flows[call.flow] else { return }
        record(call, answer, connection)
        if answer.code == 0 {
            do {
                try run.flow.note(answer.payload, run)
            } catch {
                return breakOff(call.flow, error, connection)
            }
        }
        finishStep(flow: call.flow, answer.code, "")
    }

    func finishStep(flow index: Int32, _ code: Int32, _ text: String) {
        guard let run = flows[index] else { return }
        let connection = run.connection
        guard code == 0 else {
            end(flow: index, code, text)
            return replace(connection)
        }
        do {
            try run.flow.finishStep(run)
        } catch {
            return breakOff(index, error, connection)
        }
        goToNextStep(index, run, dueNs: now)
    }

    private func goToNextStep(_ index: Int32, _ run: FlowRun, dueNs: UInt64) {
        run.step += 1
        if run.step < run.flow.steps.count { return go(run: index, dueNs: dueNs) }
        end(flow: index, 0, "")
        replace(run.connection)
    }

    // MARK: Pauses

    private func pause(_ index: Int32, _ run: FlowRun, _ nanoseconds: UInt64) {
        // Nobody comes back after the run's end.
        guard now < pace.endNs else { return drop(index) }
        run.pausedNs &+= nanoseconds
        run.isPausing = true
        run.connection.pausing += 1
        wakeUps.insert(.flow(index), at: now &+ nanoseconds)
    }

    /// The pause is over. Its connection may have been lost meanwhile.
    func resume(flow index: Int32, dueNs: UInt64) {
        guard let run = flows[index] else { return }
        run.isPausing = false
        run.connection.pausing -= 1
        run.step += 1
        guard run.step < run.flow.steps.count else {
            end(flow: index, 0, "")
            return replace(run.connection)
        }
        guard !run.connection.isLost else { return run.connection.held.append((index, dueNs)) }
        go(run: index, dueNs: dueNs)
    }

    func dropPausingFlows() {
        for index in flows.indices where flows[index]?.isPausing == true { drop(index) }
    }

    /// The run's end came first: a flow that was cut off there tells nothing as a whole.
    private func drop(_ index: Int32) {
        if let run = flows[index], run.isPausing { run.connection.pausing -= 1 }
        flows.remove(index)
    }

    /// Their connection never came back.
    func dropHeldFlows(_ connection: LoadConnection) {
        for (index, dueNs) in connection.held {
            guard let run = flows[index], case .call(let call) = run.flow.steps[run.step] else { continue }
            _ = recorder.end(
                series: call.firstSeries, phase: run.phase, code: Outcome.unsent, responseNs: now &- min(dueNs, now),
                serviceNs: 0)
            end(flow: index, Outcome.unsent, "")
        }
        connection.held = []
    }

    // MARK: Ends

    func breakOff(_ index: Int32, _ error: any Error, _ connection: LoadConnection) {
        end(flow: index, Outcome.broken, "\(error)")
        replace(connection)
    }

    /// The flow as a whole is over. What it paused was nobody's waiting.
    func end(flow index: Int32, _ code: Int32, _ text: String) {
        guard let run = flows[index] else { return }
        flows.remove(index)
        let endNs = now &- min(run.pausedNs, now)
        let isFirst = recorder.end(
            series: run.series, phase: run.phase, code: code, responseNs: endNs &- min(run.dueNs, endNs),
            serviceNs: endNs &- min(run.sentNs, endNs))
        if isFirst { recorder.describe(series: run.series, code: code, text.isEmpty ? Outcome.name(code) : text) }
    }
}
