import Messages

/// By what methods are sorted, the most of it first.
enum TopOrder: String {
    case calls, errors, latency
}

/// One view of a server, out of its numbers now and an interval before.
struct TopView {
    private let now: Stats
    private let before: Stats?
    private let endpoint: String
    private let order: TopOrder
    private let style: Style
    private let seconds: Double

    init(_ now: Stats, _ before: Stats?, endpoint: String, order: TopOrder, style: Style) {
        self.now = now
        self.before = before
        self.endpoint = endpoint
        self.order = order
        self.style = style
        let passed = Self.seconds(now.takenAt) - Self.seconds(before?.takenAt ?? now.startedAt)
        seconds = max(passed, 0.001)
    }

    func lines(columns: Int, rows: Int) -> [String] {
        var lines = head() + [""] + parts() + [""]
        let methods = methodTable()
        let room = max(2, rows == .max ? .max : rows - lines.count)
        lines += methods.prefix(room)
        return lines.prefix(rows).map { Self.cut($0, columns) }
    }

    // MARK: The server

    private func head() -> [String] {
        let time = LocalTime.text(seconds: Int(Self.seconds(now.takenAt)), format: "%H:%M:%S")
        let up = DurationText.of(nanoseconds: (Self.seconds(now.takenAt) - Self.seconds(now.startedAt)) * 1e9)
        var first = [style.heading("accountd \(endpoint)"), time, "up \(up)"]
        if let process = now.process {
            let cpu = Self.nanoseconds(process.cpuTime) - Self.nanoseconds(before?.process?.cpuTime)
            first += [
                "CPU \(Self.short(cpu / seconds / 1e7)) %", "\(process.residentBytes >> 20) MiB",
                "\(process.threads) threads", "\(process.openDescriptors) of \(process.descriptorLimit) descriptors",
            ]
        }
        let connections = now.connections.filter { $0.open > 0 }.map { connection in
            "\(connection.face)\(connection.overTls ? " over TLS" : "") \(connection.open)"
        }
        let calls = now.methods.reduce(0) { $0 + $1.calls } - (before?.methods.reduce(0) { $0 + $1.calls } ?? 0)
        let errors =
            now.methods.reduce(0) { $0 + Self.errors($1) } - (before?.methods.reduce(0) { $0 + Self.errors($1) } ?? 0)
        let flying = now.methods.reduce(0) { $0 + $1.inFlight }
        let failed = "\(rate(errors)) errors/s"
        let second = [
            "\(rate(calls)) calls/s", errors > 0 ? style.bad(failed) : failed, "\(flying) in flight",
            "connections: " + (connections.isEmpty ? "none" : connections.joined(separator: ", ")),
        ]
        return [first.joined(separator: "  "), second.joined(separator: "  ")]
    }

    private func parts() -> [String] {
        var lines: [String] = []
        if let store = now.store {
            let commits = store.commits - (before?.store?.commits ?? 0)
            let changes = store.changes - (before?.store?.changes ?? 0)
            let each = commits > 0 ? Self.short(Double(changes) / Double(commits)) : "–"
            lines.append(
                "\(style.name("commits"))  \(rate(commits))/s, \(each) changes each, mean "
                    + mean(store.commitTime, before?.store?.commitTime) + ", p99 \(Self.time(store.commitTime?.p99))")
        }
        for queue in ["write", "read", "hash"] {
            let classes = now.queues.filter { $0.queue == queue }
            guard !classes.isEmpty else { continue }
            let earlier = before?.queues.filter { $0.queue == queue } ?? []
            let waiting = classes.reduce(0) { $0 + $1.waiting }
            let shed = classes.reduce(0) { $0 + $1.shed } - earlier.reduce(0) { $0 + $1.shed }
            let p99 = classes.map { Self.nanoseconds($0.queueTime?.p99) }.max() ?? 0
            let refused = "\(rate(shed)) shed/s"
            lines.append(
                "\(style.name("queue \(queue)"))  \(waiting) waiting, \(shed > 0 ? style.bad(refused) : refused), p99 "
                    + DurationText.of(nanoseconds: p99))
        }
        let outbox = now.outbox.map { lane in
            "\(PlainText.of(lane.lane)) \(lane.waiting) since \(Self.time(lane.age))"
        }
        lines.append("\(style.name("outbox"))  " + (outbox.isEmpty ? "empty" : outbox.joined(separator: ", ")))
        return lines
    }

    // MARK: Methods

    private struct Row {
        let method: MethodStats
        let calls: Int64
        let errors: Int64
        let shed: Int64
        let meanNanoseconds: Double
    }

    private func methodTable() -> [String] {
        let earlier = Dictionary(
            (before?.methods ?? []).map { ($0.service + "/" + $0.method, $0) }, uniquingKeysWith: { $1 })
        let rows = now.methods.map { method -> Row in
            let old = earlier[method.service + "/" + method.method]
            let count = (method.latency?.count ?? 0) - (old?.latency?.count ?? 0)
            let sum = Self.nanoseconds(method.latency?.sum) - Self.nanoseconds(old?.latency?.sum)
            return Row(
                method: method, calls: method.calls - (old?.calls ?? 0),
                errors: Self.errors(method) - (old.map(Self.errors) ?? 0), shed: method.shed - (old?.shed ?? 0),
                meanNanoseconds: count > 0 ? sum / Double(count) : 0)
        }.sorted(by: isBefore)
        let cells = rows.map { row in
            [
                PlainText.of("\(row.method.service.split(separator: ".").last ?? "")/\(row.method.method)"),
                rate(row.calls), rate(row.errors), rate(row.shed), "\(row.method.inFlight)",
                row.meanNanoseconds > 0 ? DurationText.of(nanoseconds: row.meanNanoseconds) : "–",
                Self.time(row.method.latency?.p50), Self.time(row.method.latency?.p99), "\(row.method.calls)",
                Self.codes(row.method),
            ]
        }
        let headings = [
            "method", "calls/s", "errors/s", "shed/s", "in flight", "mean", "p50", "p99", "calls", "failed with",
        ]
        return TextTable.lines(headings, cells, style)
    }

    private func isBefore(_ left: Row, _ right: Row) -> Bool {
        switch order {
        case .calls: (left.calls, left.method.calls) > (right.calls, right.method.calls)
        case .errors: (left.errors, Self.errors(left.method)) > (right.errors, Self.errors(right.method))
        case .latency: left.meanNanoseconds > right.meanNanoseconds
        }
    }

    private static func errors(_ method: MethodStats) -> Int64 {
        method.codes.filter { $0.code != "OK" }.reduce(0) { $0 + $1.count }
    }

    private static func codes(_ method: MethodStats) -> String {
        method.codes.filter { $0.code != "OK" }.sorted { $0.count > $1.count }.prefix(3).map {
            "\($0.code) \($0.count)"
        }
        .joined(separator: ", ")
    }

    // MARK: Numbers

    private func rate(_ count: Int64) -> String { Self.short(Double(count) / seconds) }

    private func mean(_ now: TimeStats?, _ before: TimeStats?) -> String {
        let count = (now?.count ?? 0) - (before?.count ?? 0)
        guard count > 0 else { return "–" }
        let sum = Self.nanoseconds(now?.sum) - Self.nanoseconds(before?.sum)
        return DurationText.of(nanoseconds: sum / Double(count))
    }

    private static func short(_ number: Double) -> String {
        guard number.magnitude < 99.95 else { return "\(Int(number.rounded()))" }
        let tenths = Int((number * 10).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths.magnitude % 10)"
    }

    private static func time(_ duration: DurationMessage?) -> String {
        duration.map { DurationText.of(nanoseconds: nanoseconds($0)) } ?? "–"
    }

    private static func nanoseconds(_ duration: DurationMessage?) -> Double {
        guard let duration else { return 0 }
        return Double(duration.seconds) * 1e9 + Double(duration.nanos)
    }

    private static func seconds(_ time: Timestamp?) -> Double {
        guard let time else { return 0 }
        return Double(time.seconds) + Double(time.nanos) / 1e9
    }

    /// To so many characters, of which colours are none.
    private static func cut(_ line: String, _ columns: Int) -> String {
        var out = ""
        var count = 0
        var isEscape = false
        for scalar in line.unicodeScalars {
            if scalar == "\u{1B}" { isEscape = true }
            guard isEscape || count < columns else { continue }
            out.unicodeScalars.append(scalar)
            if !isEscape { count += 1 }
            if isEscape, scalar.properties.isAlphabetic { isEscape = false }
        }
        return out
    }
}
