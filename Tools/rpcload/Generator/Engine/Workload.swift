/// What is called: kinds of call, each as often as its weight says.
package final class Workload {
    let kinds: [WorkKind]
    /// Names of what is measured apart: each call, each step of a flow, each flow as a whole.
    package let series: [String]
    private var credits: [Int]
    private let total: Int

    package init(_ kinds: [WorkKind], series: [String]) {
        self.kinds = kinds
        self.series = series
        credits = kinds.map { _ in 0 }
        total = kinds.reduce(0) { $0 + $1.weight }
    }

    /// Calls of one kind.
    package convenience init(_ name: String, _ requests: [PreparedRequest]) {
        self.init([WorkKind(weight: 1, series: 0, requests)], series: [name])
    }

    /// Evenly: the one that is furthest behind its share.
    @inline(__always)
    func next() -> WorkKind {
        if kinds.count == 1 { return kinds[0] }
        var chosen = 0
        for index in kinds.indices {
            credits[index] += kinds[index].weight
            if credits[index] > credits[chosen] { chosen = index }
        }
        credits[chosen] -= total
        return kinds[chosen]
    }
}

/// One kind of call: requests that are used in turn, or a flow.
package final class WorkKind {
    let weight: Int
    let series: Int32
    let flow: Flow?
    /// nil: each request has one answer.
    let stream: StreamLimits?
    private let requests: [PreparedRequest]
    private let patches: [Patch]
    private let patchesEach: Int
    @exclusivity(unchecked) private var turn = 0

    /// `patches` in the order of their requests.
    package init(
        weight: Int, series: Int, _ requests: [PreparedRequest], patches: [Patch] = [], stream: StreamLimits? = nil
    ) {
        self.weight = weight
        self.series = Int32(series)
        self.requests = requests
        self.patches = patches
        // As many for each: they come from one template.
        patchesEach = requests.isEmpty ? 0 : patches.count / requests.count
        flow = nil
        self.stream = stream
    }

    package init(weight: Int, series: Int, flow: Flow) {
        self.weight = weight
        self.series = Int32(series)
        self.flow = flow
        requests = []
        patches = []
        patchesEach = 0
        stream = nil
    }

    /// Of what it begins with, among all calls.
    var firstSeries: Int32 { flow?.firstSeries ?? (stream == nil ? series : series + 1) }

    @inline(__always)
    func nextRequest() -> PreparedRequest {
        let index = turn
        turn = index + 1 == requests.count ? 0 : index + 1
        for patch in index * patchesEach..<(index + 1) * patchesEach { patches[patch].apply(requests[index].bytes) }
        return requests[index]
    }
}
