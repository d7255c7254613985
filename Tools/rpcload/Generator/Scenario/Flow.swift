/// A customer's way through several calls, what one answer says carried into later requests.
package final class Flow {
    package struct Step {
        let name: String
        let series: Int32
        let service: String
        let method: String
        let requestType: String
        let responseType: String
        let request: Template
        /// The end user's token.
        let session: Template?
        /// What is kept of the answer, under which name: a path of field names.
        let saved: [(name: String, path: [String])]
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
        let message = try coder.encode(try step.request.json(run.values, source), as: step.requestType)
        return try requests.make(
            service: step.service, method: step.method, message: message,
            session: try step.session?.text(run.values, source))
    }

    func discard(_ request: PreparedRequest) { requests.discard(request) }

    /// Keeps what the step's answer says.
    func take(_ payload: UnsafeRawBufferPointer, _ run: FlowRun) throws(LoadError) {
        let step = steps[run.step]
        guard !step.saved.isEmpty else { return }
        let fields = try coder.fields(payload, of: step.responseType)
        for (name, path) in step.saved {
            guard let value = fields.text(at: path) else {
                throw LoadError("the answer of \(step.method) has no \(path.joined(separator: "."))")
            }
            run.values[name] = value
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
