/// Flows that go on, by index.
struct FlowTable {
    private var runs: ContiguousArray<FlowRun?> = []
    private var free: [Int32] = []

    var isEmpty: Bool { runs.count == free.count }
    subscript(index: Int32) -> FlowRun? { runs[Int(index)] }

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
    func go(on connection: LoadConnection, run index: Int32, dueNs: UInt64) {
        guard let run = flows[index] else { return }
        let step = run.flow.steps[run.step]
        do {
            let request = try run.flow.request(run)
            if run.step == 0 { run.sentNs = now }
            begin(
                request, on: connection, series: step.series, flow: index, phase: run.phase, dueNs: dueNs,
                wantsPayload: !step.saved.isEmpty)
            run.flow.discard(request)
        } catch {
            breakOff(index, error, connection)
        }
    }

    func finishStep(_ call: PendingCall, _ answer: Answer, _ connection: LoadConnection) {
        guard let run = flows[call.flow] else { return }
        record(call, answer, connection)
        guard answer.code == 0 else {
            end(flow: call.flow, answer.code, "")
            return replace(connection)
        }
        do {
            try run.flow.take(answer.payload, run)
        } catch {
            return breakOff(call.flow, error, connection)
        }
        run.step += 1
        if run.step < run.flow.steps.count { return go(on: connection, run: call.flow, dueNs: now) }
        end(flow: call.flow, 0, "")
        replace(connection)
    }

    private func breakOff(_ index: Int32, _ error: any Error, _ connection: LoadConnection) {
        end(flow: index, Outcome.broken, "\(error)")
        replace(connection)
    }

    /// The flow as a whole is over.
    func end(flow index: Int32, _ code: Int32, _ text: String) {
        guard let run = flows[index] else { return }
        flows.remove(index)
        let isFirst = recorder.end(
            series: run.series, phase: run.phase, code: code, responseNs: now &- min(run.dueNs, now),
            serviceNs: now &- min(run.sentNs, now))
        if isFirst { recorder.describe(series: run.series, code: code, text.isEmpty ? Outcome.name(code) : text) }
    }
}
