internal import Foundation

/// Makes a scenario's workload: what can be is made once, as bytes.
package struct Preparation {
    private let scenario: Scenario
    private let accounts: [LoadAccount]
    private let coder: MessageCoder
    private let requests: RequestSet
    private let source: PatchSource
    /// Requests of one kind that are kept: beyond that, accounts share turns.
    private static let keptRequests = 2_000_000

    /// For one thread; others have preparations, coders and sets of their own.
    package init(
        _ scenario: Scenario, accounts: [LoadAccount], coder: MessageCoder, requests: RequestSet, seed: UInt64,
        share: Share = .all
    ) {
        self.scenario = scenario
        self.accounts = share.part(of: accounts)
        self.coder = coder
        self.requests = requests
        source = PatchSource(seed: seed, share: share)
    }

    package func workload() throws(LoadError) -> Workload {
        guard !scenario.needsAccounts || !accounts.isEmpty else {
            throw LoadError("“\(scenario.name)” calls for customers, and there are none")
        }
        var kinds: [WorkKind] = []
        var series = 0
        for entry in scenario.entries {
            kinds.append(try kind(entry, series))
            series += (entry.isFlow ? 1 : 0) + entry.calls.reduce(0) { $0 + $1.series(under: "").count }
        }
        return Workload(kinds, series: scenario.series.map(\.name))
    }

    private func kind(_ entry: Scenario.Entry, _ series: Int) throws(LoadError) -> WorkKind {
        if !entry.isFlow, let call = entry.calls.first { return try prepared(call, entry.weight, series) }
        var next = series + 1
        let steps = entry.steps.map { step -> Flow.Step in
            switch step {
            case .pause(let range): return .pause(range)
            case .call(let call):
                defer { next += call.series(under: "").count }
                return .call(
                    Flow.Call(
                        series: Int32(next), method: call.method, request: call.request, session: call.session,
                        saved: call.saved, stream: call.stream))
            }
        }
        let flow = Flow(steps: steps, accounts: accounts, coder: coder, requests: requests, source: source)
        return WorkKind(weight: entry.weight, series: series, flow: flow)
    }

    /// One request for each customer, or one alone where none is named.
    private func prepared(_ call: Scenario.Call, _ weight: Int, _ series: Int) throws(LoadError) -> WorkKind {
        let names = call.request.names + (call.session?.names ?? [])
        let isPersonal = names.contains { LoadAccount.names.contains($0) }
        let customers = isPersonal ? Array(accounts.prefix(Self.keptRequests)) : [LoadAccount()]
        var all: [PreparedRequest] = []
        var patches: [Patch] = []
        for account in customers {
            var marks: [(text: String, value: Patch.Value)] = []
            let values = account.values
            let value = { (name: String) -> String? in
                if let value = values[name] { return value }
                guard let patch = Patch.Value(rawValue: name) else { return nil }
                let mark = Self.mark(patch, marks.count)
                marks.append((mark, patch))
                return mark
            }
            let message = try coder.encode(try call.request.json(value), as: call.method.request)
            let request = try requests.keep(
                service: call.method.service, method: call.method.name, message: message,
                session: try call.session?.text(value), isStream: call.stream != nil)
            for mark in marks {
                patches.append(
                    Patch(
                        offset: try Self.offset(of: mark.text, in: request.bytes, call),
                        value: mark.value, source: source))
            }
            all.append(request)
        }
        return WorkKind(weight: weight, series: series, all, patches: patches, stream: call.stream)
    }

    /// Stands where the value will, until it is known where that is: of the value's length, and found nowhere else.
    private static func mark(_ value: Patch.Value, _ index: Int) -> String {
        let digits = String(format: "%05d", index)
        return value == .uuid ? "7a1c9e50-6b3d-4f28-9c47-d05e2fb\(digits)" : "8264917\(digits)"
    }

    private static func offset(
        of mark: String, in bytes: UnsafeMutableRawBufferPointer, _ call: Scenario.Call
    ) throws(LoadError) -> Int {
        let wanted = Array(mark.utf8)
        for offset in 0..<max(0, bytes.count - wanted.count + 1)
        where bytes[offset] == wanted[0] && bytes[offset..<offset + wanted.count].elementsEqual(wanted) {
            return offset
        }
        throw LoadError("\(call.name): {{uuid}} and {{number}} stand in fields of text only")
    }
}
