import ArgumentParser
import Foundation
import LoadGenerator

struct Search: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Finds the highest rate at which a scenario keeps its objectives.",
        discussion: """
            Each rate is tried for --seconds as an open loop. The rate doubles until an objective is missed, then the distance is halved. A
            rate at which the generator was the limit says nothing of the server: the search ends there and says so.

            Exit status: 0, or 2 where no rate keeps them.
            """)
    @OptionGroup var options: ScenarioOptions
    @Option(help: "Objectives, such as 'p99<5ms,errors<0.1%'.") var slo: String
    @Option(help: "The first rate, in calls a second.") var from = 100.0
    @Option(help: "The highest rate that is tried.") var to = 1_000_000.0
    @Option(help: "How long each rate is tried.") var seconds = 10.0
    @Option(help: "How near the answer has to be, in percent.") var precision = 5.0
    @Option(help: "Write what was tried as JSON; “-” prints it.") var json: String?

    func validate() throws {
        guard from > 0, to >= from, to <= 1e8 else { throw ValidationError("--from and --to are rates above 0") }
        guard seconds > 0, precision > 0 else { throw ValidationError("--seconds and --precision are above 0") }
    }

    func run() throws {
        let objectives = try SLO(slo)
        let trial = try Trial(options)
        var search = RateSearch(from: from, highest: to, precision: precision / 100)
        var tried: [[String: Any]] = []
        var limits: [String] = []
        while let rate = search.next, !Interrupt.hasCome {
            let plan = ArrivalPlan([.init(from: rate, to: rate, seconds: seconds)])
            let report = try trial.run(.open(plan, "\(Int(rate))"), slo: objectives, shows: false).report
            let isKept = report.slo.allSatisfy(\.isKept)
            Terminal.say(line(rate, report, isKept))
            tried.append([
                "rate": rate, "kept": isKept, "p99_us": report.total.response?.p99 ?? 0, "errors": report.total.errors,
            ])
            if !report.generator.limits.isEmpty, !isKept {
                limits = report.generator.limits
                break
            }
            search.note(rate, isKept: isKept)
        }
        try tell(search, tried, limits)
        if search.best == 0 { throw ExitCode(2) }
    }

    private func line(_ rate: Double, _ report: RunReport, _ isKept: Bool) -> String {
        let verdicts = report.slo.map { "\($0.objective): \($0.measured)" }.joined(separator: ", ")
        return "\(Shown.rate(rate))/s  \(isKept ? "kept" : "missed")  \(verdicts)"
            + report.generator.limits.map { " (\($0))" }.joined()
    }

    private func tell(_ search: RateSearch, _ tried: [[String: Any]], _ limits: [String]) throws {
        let fields: [String: Any] = ["slo": slo, "best": search.best, "tried": tried, "generator_limits": limits]
        if json == "-" { return printJSON(fields) }
        for limit in limits {
            print("The generator was the limit above \(Shown.rate(search.best))/s: \(limit)")
        }
        print(search.best > 0 ? "\(Shown.rate(search.best))/s keeps \(slo)" : "no rate keeps \(slo)")
        guard let json else { return }
        let data = try JSONSerialization.data(withJSONObject: fields, options: [.sortedKeys, .prettyPrinted])
        try ReportFiles.write(String(decoding: data, as: UTF8.self) + "\n", to: json)
    }
}
