import Foundation
import Testing

@testable import LoadGenerator

@Suite struct ReportTests {
    /// A short run against a server of this test.
    private func report() throws -> (report: RunReport, recorder: Recorder) {
        let server = try StallingServer()
        defer { server.close() }
        let plan = try ArrivalPlan("400x1", defaultSeconds: 1)
        let (recorder, engine) = try run(server, .open(plan, .uniform, seed: 1), inFlight: 16)
        let facts = RunFacts(
            scenario: "<b>odd & \"bold\"</b>", server: "127.0.0.1:1", face: .ttrpc, isSecure: false,
            pacing: "open, 400",
            phases: [])
        return (RunReport([engine], recorder, facts), recorder)
    }

    @Test func theHistogramHoldsEveryCallOnce() throws {
        let report = try report().report
        #expect(report.histogram.reduce(0) { $0 + $1.count } == 400)
        #expect(zip(report.histogram, report.histogram.dropFirst()).allSatisfy { $0.upTo < $1.upTo })
        let median = try #require(report.total.response?.p50)
        var below = 0
        let bucket = try #require(
            report.histogram.first {
                below += $0.count
                return below >= 200
            })
        #expect(bucket.upTo * 1.01 >= median)
    }

    /// HdrHistogram's own format: its percentiles end at 1, its counts at the number of calls.
    @Test func theDistributionIsWrittenAsHdrHistogramDoes() throws {
        let recorder = Recorder(series: ["a"])
        for milliseconds in 1...1_000 as ClosedRange<UInt64> {
            _ = recorder.end(series: 0, phase: 0, code: 0, responseNs: milliseconds * 1_000_000, serviceNs: 1)
        }
        let lines = ReportFiles.hgrm(recorder.total).split(separator: "\n")
        #expect(lines[0].split(separator: " ") == ["Value", "Percentile", "TotalCount", "1/(1-Percentile)"])
        let rows = lines.dropFirst().filter { !$0.hasPrefix("#") }.map { $0.split(separator: " ") }
        let last = try #require(rows.last)
        #expect(Double(last[1]) == 1 && last[2] == "1000")
        let median = try #require(rows.first { (Double($0[1]) ?? 0) >= 0.5 })
        #expect(abs((Double(median[0]) ?? 0) - 500) < 2, "\(median)")
        #expect(lines.contains { $0.hasPrefix("#[Max") && $0.contains("1000") })
    }

    @Test func theJSONIsTheBaselineOfTheNextRun() throws {
        let report = try report().report
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("report-\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: file) }
        try ReportFiles.write(try ReportFiles.json(report), to: file.path)
        let again = try ReportFiles.read(file.path)
        #expect(again.total.calls == 400)
        let rows = Comparison.rows(report, again)
        #expect(rows.contains { $0.name == "p99" && $0.change == "0 %" && $0.isBetter == nil })
        try ReportFiles.write("{}", to: file.path)
        #expect(throws: LoadError.self) { try ReportFiles.read(file.path) }
    }

    @Test func aWorseRunIsToldAsWorse() throws {
        let before = try report().report
        var now = before
        now.total.response?.p99 *= 2
        now.total.perSecond /= 2
        let rows = Comparison.rows(now, before)
        #expect(rows.first { $0.name == "p99" }?.change == "+100 %")
        #expect(rows.first { $0.name == "p99" }?.isBetter == false)
        #expect(rows.first { $0.name == "ok/s" }?.isBetter == false)
    }

    /// It can be mailed: nothing is fetched from anywhere, and no text becomes markup.
    @Test func thePageNeedsNothingElseAndEscapesWhatItShows() throws {
        let report = try report().report
        let page = Page.html(report, baseline: report, made: "today")
        #expect(page.contains("&lt;b&gt;odd &amp; &quot;bold&quot;&lt;/b&gt;") && !page.contains("<b>odd"))
        for word in ["<script", "http://", "https://", "@import", "url(", "src="] { #expect(!page.contains(word)) }
        #expect(page.components(separatedBy: "<svg").count == 5)
        #expect(page.contains("Beside the baseline"))
    }

    @Test func theCSVHasALineASecond() throws {
        let report = try report().report
        let lines = ReportFiles.csv(report).split(separator: "\n")
        #expect(lines.count == report.timeline.count + 1)
        let columns = lines[0].split(separator: ",").count
        #expect(lines.allSatisfy { $0.split(separator: ",", omittingEmptySubsequences: false).count == columns })
        let started = lines.dropFirst().compactMap { Int($0.split(separator: ",")[1]) }.reduce(0, +)
        #expect(started == 400)
    }

    @Test func figuresAreShownInTheirUnits() {
        let times: [(Double, String)] = [
            (0.5, "0.50 µs"), (12, "12.0 µs"), (999.4, "999 µs"), (1_234, "1.23 ms"), (65_400, "65.4 ms"),
            (999_600, "1.00 s"), (2_345_678, "2.35 s"),
        ]
        for (microseconds, text) in times { #expect(Shown.time(microseconds) == text) }
        let counts: [(Int, String)] = [(0, "0"), (999, "999"), (1_000, "1,000"), (1_234_567, "1,234,567")]
        for (count, text) in counts { #expect(Shown.count(count) == text) }
        let shares: [(Double, String)] = [(0, "0 %"), (0.000_01, "<0.01 %"), (0.001, "0.10 %"), (0.25, "25.0 %")]
        for (share, text) in shares { #expect(Shown.share(share) == text) }
    }
}
