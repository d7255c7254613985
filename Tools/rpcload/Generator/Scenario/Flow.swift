/// A customer's way through several calls, what one answer says carried into later requests.
package final class Flow {
    struct Step {
        let series: Int32
        let method: MessageCoder.Method
        let request: Template
        /// The end user's token.
        let session: Template?
        /// What is kept of the answer, under which name: a path of field names.
        let saved: [Scenario.Saved]
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
    func begin(series: Int32, phase: Int32, dueNs: UInt64) -> FlowRun {
        let account = accounts.isEmpty ? nil : accounts[turn % accounts.count]
        turn += 1
        return FlowRun(
            flow: self, values: account?.values ?? [:], series: series, phase: phase, dueNs: dueNs)
    }

    /// The step's request, for one call.
    func request(_ run: FlowRun) throws(LoadError) -> PreparedRequest {
        let step = steps[run.step]
        let value = { [source] (name: String) in
            run.values[name] ?? Patch.Value(rawValue: name).map(source.text)
        }
        let message = try coder.encode(try step.request.json(value), as: step.method.request)
        return try requests.make(
            service: step.method.service, method: step.method.name, message: message,
            session: try step.session?.text(value))
    }

    func discard(_ request: PreparedRequest) { requests.discard(request) }

    /// Keeps what the step's answer says.
    func take(_ payload: UnsafeRawBufferPointer, _ run: FlowRun) throws(LoadError) {
        let step = steps[run.step]
        guard !step.saved.isEmpty else { return }
        let fields = try coder.fields(payload, of: step.method.response)
        for saved in step.saved {
            guard let value = fields.text(at: saved.path) else {
                throw LoadError("the answer of \(step.method.name) has no \(saved.path.joined(separator: "."))")
            }
            run.values[saved.name] = value
        }
    }
}

/// One customer on the way.
final class FlowRun {
    let flow: Flow
    var values: [String: String]
    var step = 0
    /// Of the flow as a whole.
    let series: Int32
    let phase: Int32
    let dueNs: UInt64
    var sentNs: UInt64 = 0

    init(flow: Flow, values: [String: String], series: Int32, phase: Int32, dueNs: UInt64) {
        self.flow = flow
        self.values = values
        self.series = series
        self.phase = phase
        self.dueNs = dueNs
    }
}
