internal import Foundation
internal import Histogram

/// What a run leaves behind in files.
package enum ReportFiles {
    package static func json(_ report: RunReport) throws(LoadError) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        do {
            return String(decoding: try encoder.encode(report), as: UTF8.self) + "\n"
        } catch {
            throw LoadError("the report can't be written as JSON: \(error)")
        }
    }

    package static func read(_ file: String) throws(LoadError) -> RunReport {
        guard let data = FileManager.default.contents(atPath: file) else { throw LoadError("\(file) can't be read") }
        do {
            return try JSONDecoder().decode(RunReport.self, from: data)
        } catch {
            throw LoadError("\(file) is no report of “rpcload run --json”")
        }
    }

    /// A line a second; times are microseconds, CPU is a share of a core.
    package static func csv(_ report: RunReport) -> String {
        let columns = [
            "second", "started", "succeeded", "failed", "p50_us", "p90_us", "p99_us", "p999_us", "max_us",
            "lag_max_us", "server_cpu", "server_resident_bytes", "generator_cpu", "generator_wait",
        ]
        let rows = report.timeline.map { moment -> String in
            let times = moment.response
            let fields: [String] = [
                String(moment.second), String(moment.started), String(moment.succeeded), String(moment.failed),
                number(times?.p50), number(times?.p90), number(times?.p99), number(times?.p999), number(times?.max),
                number(moment.lagMax), number(moment.serverCPU), moment.serverResidentBytes.map { String($0) } ?? "",
                number(moment.generatorCPU), number(moment.generatorWait),
            ]
            return fields.joined(separator: ",")
        }
        return ([columns.joined(separator: ",")] + rows).joined(separator: "\n") + "\n"
    }

    private static func number(_ value: Double?) -> String { value.map { String(format: "%.3f", $0) } ?? "" }

    /// HdrHistogram's percentile distribution of the response times, in milliseconds: its plotters read it.
    package static func hgrm(_ series: Series) -> String {
        var text = ""
        series.response.outputPercentileDistribution(to: &text, outputValueUnitScalingRatio: 1_000_000)
        return text
    }

    package static func write(_ text: String, to file: String) throws(LoadError) {
        guard FileManager.default.createFile(atPath: file, contents: Data(text.utf8)) else {
            throw LoadError("\(file) can't be written")
        }
    }
}
