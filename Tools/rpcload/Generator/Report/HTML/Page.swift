/// The report as one page that needs nothing else: no script, no font, no picture from anywhere.
package enum Page {
    package static func html(_ report: RunReport, baseline: RunReport? = nil, made: String) -> String {
        """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(HTMLText.escaped(report.scenario)) – rpcload</title><style>\(PageStyle.css)</style></head>
        <body><main>
        <header><h1>\(HTMLText.escaped(report.scenario))</h1><p class=sub>\(HTMLText.escaped(subtitle(report, made)))</p></header>
        \(limits(report))\(tiles(report, baseline))\(slo(report))
        \(comparison(report, baseline))
        \(charts(report, baseline))
        \(HistogramChart.html(report, baseline: baseline))
        \(table(report))\(failures(report))
        <footer>Response time counts from the moment a call was due, service time from the moment it was sent. Times are of successes;
        failures are counted on their own. Seconds begin after the warm-up.</footer>
        </main></body></html>

        """
    }

    private static func subtitle(_ report: RunReport, _ made: String) -> String {
        let inFlight = report.inFlight.map { " × \(Shown.count($0)) in flight" } ?? ""
        return "\(report.server) · \(report.face)\(report.tls ? " over TLS" : "") · \(report.pacing) · "
            + "\(report.connections) connections\(inFlight) · "
            + "\(Table.decimal(report.seconds)) s · \(made)"
    }

    private static func limits(_ report: RunReport) -> String {
        report.generator.limits.map { limit in
            "<p class=warn><strong>The generator was the limit:</strong> \(HTMLText.escaped(limit)).</p>"
        }.joined()
    }

    private static func tiles(_ report: RunReport, _ baseline: RunReport?) -> String {
        let times = report.total.response
        var tiles = [
            ("Succeeded a second", Shown.rate(report.total.perSecond)), ("Calls", Shown.count(report.total.calls)),
            ("Errors", Shown.share(report.total.errorShare)), ("p50", Shown.time(times?.p50)),
            ("p99", Shown.time(times?.p99)), ("p99.9", Shown.time(times?.p999)), ("Slowest", Shown.time(times?.max)),
        ]
        if let server = report.serverProcess {
            tiles.append(("Server CPU a million", Table.decimal(server.cpuSecondsPerMillion) + " s"))
            tiles.append(("Server memory", Shown.bytes(server.peakResidentBytes)))
        }
        let cells = tiles.map { "<div class=tile><span>\($0.0)</span><b>\(HTMLText.escaped($0.1))</b></div>" }
        return "<section class=tiles>\(cells.joined())</section>"
    }

    private static func slo(_ report: RunReport) -> String {
        guard !report.slo.isEmpty else { return "" }
        let items = report.slo.map { verdict in
            "<li class=\(verdict.isKept ? "kept" : "missed")><b>\(verdict.isKept ? "Kept" : "Missed")</b> "
                + "\(HTMLText.escaped(verdict.objective)): \(HTMLText.escaped(verdict.measured))</li>"
        }
        return "<section><h2>Objectives</h2><ul class=slo>\(items.joined())</ul></section>"
    }

    private static func comparison(_ report: RunReport, _ baseline: RunReport?) -> String {
        guard let baseline else { return "" }
        let rows = Comparison.rows(report, baseline).map { row in
            let style = row.isBetter.map { $0 ? "better" : "worse" } ?? ""
            return
                "<tr><th>\(HTMLText.escaped(row.name))<td>\(HTMLText.escaped(row.before))<td>\(HTMLText.escaped(row.now))"
                + "<td class=\"\(style)\">\(HTMLText.escaped(row.change))"
        }
        return
            "<section><h2>Beside the baseline</h2><div class=scroll><table><thead><tr><th><th>baseline<th>now<th>change</thead>"
            + "<tbody>\(rows.joined(separator: "\n"))</tbody></table></div></section>"
    }

    private static func charts(_ report: RunReport, _ baseline: RunReport?) -> String {
        // The last second is cut.
        let moments = report.timeline.count > 1 ? Array(report.timeline.dropLast()) : report.timeline
        let before = baseline.map { $0.timeline.count > 1 ? Array($0.timeline.dropLast()) : $0.timeline }
        var throughput = [
            Chart.Line(name: "succeeded", color: "a", values: moments.map { Double($0.succeeded) }),
            Chart.Line(name: "failed", color: "d", values: moments.map { Double($0.failed) }),
        ]
        if let before {
            throughput.append(
                .init(name: "baseline", color: "a", values: before.map { Double($0.succeeded) }, isFaint: true))
        }
        var times = [
            Chart.Line(name: "p50", color: "a", values: moments.map { $0.response?.p50 }),
            Chart.Line(name: "p90", color: "b", values: moments.map { $0.response?.p90 }),
            Chart.Line(name: "p99", color: "c", values: moments.map { $0.response?.p99 }),
            Chart.Line(name: "max", color: "d", values: moments.map { $0.response?.max }),
        ]
        if let before {
            times.append(
                .init(name: "baseline p99", color: "c", values: before.map { $0.response?.p99 }, isFaint: true))
        }
        var cores = [Chart.Line(name: "rpcload", color: "b", values: moments.map(\.generatorCPU))]
        if report.serverProcess != nil {
            cores.insert(.init(name: "server", color: "a", values: moments.map(\.serverCPU)), at: 0)
        }
        return [
            Chart(title: "Calls a second", unit: Shown.rate, lines: throughput),
            Chart(title: "Response time", unit: { Shown.time($0) }, lines: times, isLogarithmic: true),
            Chart(title: "CPU, share of a core", unit: Shown.cpu, lines: cores),
        ].map(\.html).joined()
    }

    private static func table(_ report: RunReport) -> String {
        let figures = (report.series.count > 1 ? report.series : []) + report.phases + [report.total]
        let rows = figures.map { figure -> String in
            let times = figure.response
            let cells: [String] = [
                Shown.count(figure.calls), Shown.rate(figure.perSecond), Shown.share(figure.errorShare),
                Shown.time(times?.p50), Shown.time(times?.p90), Shown.time(times?.p99), Shown.time(times?.p999),
                Shown.time(times?.max), Shown.time(figure.service?.p99),
            ]
            return "<tr><th>\(HTMLText.escaped(figure.name))" + cells.map { "<td>\(HTMLText.escaped($0))" }.joined()
        }
        let head = ["calls", "ok/s", "errors", "p50", "p90", "p99", "p99.9", "max", "service p99"]
        return
            "<section><h2>By call</h2><div class=scroll><table><thead><tr><th>\(head.map { "<th>\($0)" }.joined())</thead>"
            + "<tbody>\(rows.joined(separator: "\n"))</tbody></table></div></section>"
    }

    private static func failures(_ report: RunReport) -> String {
        let rows = report.series.flatMap { figure in
            figure.codes.sorted { $0.key < $1.key }.map { code, count in
                "<tr><th>\(HTMLText.escaped(figure.name))<td>\(code)<td>\(Shown.count(count))"
                    + "<td class=text>\(HTMLText.escaped(figure.firstFailures[code] ?? ""))"
            }
        }
        guard !rows.isEmpty else { return "" }
        return
            "<section><h2>Errors</h2><div class=scroll><table><thead><tr><th><th>code<th>calls<th class=text>the first</thead>"
            + "<tbody>\(rows.joined(separator: "\n"))</tbody></table></div></section>"
    }
}
