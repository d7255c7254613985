/// A customer's way through several calls, what one answer says carried into later requests.
package final class Flow {
    enum Step {
        case call(Call)
        /// So many nanoseconds.
        case pause(ClosedRange<UInt64>)
    }

    struct Call {
        /// Of a stream: and the two behind it.
        let series: Int32
        let method: MessageCoder.Method
        let request: Template
        /// The end user's token.
        let session: Template?
        /// What is kept of the answer, under which name: a path of field names.
        let saved: [Scenario.Saved]
        /// nil: it has one answer.
        let stream: StreamLimits?

        /// Among all calls.
        var firstSeries: Int32 { stream == nil ? series : series + 1 }
    }

    let steps: [Step]
    private let accounts: [LoadAccount]
    private let coder: MessageCoder
    private let requests: RequestSet
    private let source: PatchSource
    private var turn = 0

    init(
        steps: [Step], accounts: [LoadAccount], coder: MessageCoder, requests: RequestSet, source: PatchSource
    ) {
        self.steps = steps
        self.accounts = accounts
        self.coder = coder
        self.requests = requests
        self.source = source
    }

    /// One customer more sets out.
    func begin(series: Int32, phase: Int32, dueNs: UInt64, connection: LoadConnection) -> FlowRun {
        let account = accounts.isEmpty ? nil : accounts[turn % accounts.count]
        turn += 1
        return FlowRun(
            flow: self, values: account?.values ?? [:], series: series, phase: phase, dueNs: dueNs,
            connection: connection)
    }

    var firstSeries: Int32? {
        for case .call(let call) in steps { return call.firstSeries }
        return nil
    }

    func pauseNs(_ range: ClosedRange<UInt64>) -> UInt64 { source.nanoseconds(in: range) }

    /// The step's request, for one call.
    func request(_ step: Call, _ run: FlowRun) throws(LoadError) -> PreparedRequest {
        let value = { [source] (name: String) in
            run.values[name] ?? Patch.Value(rawValue: name).map(source.text)
        }
        let message = try coder.encode(try step.request.json(value), as: step.method.request)
        return try requests.make(
            service: step.method.service, method: step.method.name, message: message,
            session: try step.session?.text(value), isStream: step.stream != nil)
    }

    func discard(_ request: PreparedRequest) { requests.discard(request) }

    /// Keeps what the step's answer says; of a stream's messages, what the last one says that has it.
    func note(_ payload: UnsafeRawBufferPointer, _ run: FlowRun) throws(LoadError) {
        guard case .call(let step) = steps[run.step], !step.saved.isEmpty else { return }
        let fields = try coder.fields(payload, of: step.method.response)
        for saved in step.saved {
            if let value = fields.text(at: saved.path) { run.saved[saved.name] = value }
        }
    }

    /// The step is over: what it was to keep goes on from here.
    func finishStep(_ run: FlowRun) throws(LoadError) {
        guard case .call(let step) = steps[run.step] else { return }
        for saved in step.saved {
            guard let value = run.saved[saved.name] else {
                throw LoadError("the answer of \(step.method.name) has no \(saved.path.joined(separator: "."))")
            }
            run.values[saved.name] = value
        }
        if !run.saved.isEmpty { run.saved = [:] }
    }
}

/// One customer on the way.
final class FlowRun {
    let flow: Flow
    /// Its steps are made on one connection.
    let connection: LoadConnection
    var values: [String: String]
    /// Of the step that goes on.
    var saved: [String: String] = [:]
    var step = 0
    var isPausing = false
    var pausedNs: UInt64 = 0
    /// Of the flow as a whole.
    let series: Int32
    let phase: Int32
    let dueNs: UInt64
    var sentNs: UInt64 = 0

    init(
        flow: Flow, values: [String: String], series: Int32, phase: Int32, dueNs: UInt64, connection: LoadConnection
    ) {
        self.flow = flow
        self.values = values
        self.series = series
        self.phase = phase
        self.dueNs = dueNs
        self.connection = connection
    }
}
