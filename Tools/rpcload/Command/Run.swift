import ArgumentParser
import Foundation
import LoadGenerator

struct Run: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Runs a scenario and reports: a table, and files where they are asked for.",
        discussion: """
            --rate 1000 --seconds 30 is an open loop: calls begin when the clock says so, whatever became of those before, and response
            times count from then. 1000x10,2000x10 are steps, 100..5000x60 is a ramp. Without --rate it is a closed loop: an answer lets
            the next call begin.

            Exit status: 0, or 2 where an objective of --slo was missed.
            """)
    @OptionGroup var options: ScenarioOptions
    @Option(help: "Calls a second: RATE, RATExSECONDS or FROM..TOxSECONDS, commas between several.") var rate: String?
    @Option(help: "How long.") var seconds = 30.0
    @Option(help: "In a closed loop: stop after so many calls.") var calls = Int.max
    @Option(help: "Objectives, such as 'p99<5ms,errors<0.1%'; NAME/p99 for one call of the scenario.") var slo: String?
    @Option(help: "Write the report as JSON; “-” prints it instead of the table.") var json: String?
    @Option(help: "Write a line a second as CSV.") var csv: String?
    @Option(help: "Write the response times' distribution as HdrHistogram does.") var hgrm: String?
    @Option(help: "Write the report as one HTML page.") var html: String?
    @Option(help: "Compare with the --json of a run before.") var baseline: String?
    @Flag(help: "No live line.") var quiet = false

    func validate() throws {
        guard seconds > 0, seconds <= 1e6 else { throw ValidationError("--seconds is above 0") }
        guard calls > 0 else { throw ValidationError("--calls is above 0") }
    }

    func run() throws {
        // What can be wrong is found before the load begins.
        let objectives = try slo.map { try SLO($0) }
        let before = try baseline.map(ReportFiles.read)
        let load: Trial.Load =
            if let rate { .open(try ArrivalPlan(rate, defaultSeconds: seconds), rate) } else {
                .closed(calls: calls, seconds: seconds)
            }
        let outcome = try Trial(options).run(load, slo: objectives, shows: !quiet)
        try write(outcome, before)
        if outcome.report.slo.contains(where: { !$0.isKept }) { throw ExitCode(2) }
    }

    private func write(_ outcome: Trial.Outcome, _ before: RunReport?) throws {
        let report = outcome.report
        if json == "-" {
            print(try ReportFiles.json(report), terminator: "")
        } else {
            print(Table.text(report, baseline: before), terminator: "")
            if let json { try ReportFiles.write(try ReportFiles.json(report), to: json) }
        }
        if let csv { try ReportFiles.write(ReportFiles.csv(report), to: csv) }
        if let hgrm { try ReportFiles.write(ReportFiles.hgrm(outcome.recorder.total), to: hgrm) }
        if let html {
            let made = ISO8601DateFormatter().string(from: Date())
            try ReportFiles.write(Page.html(report, baseline: before, made: made), to: html)
        }
    }
}
