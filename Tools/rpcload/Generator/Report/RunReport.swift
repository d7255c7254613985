/// All that a run found out. Its JSON is `--json`, and what `--baseline` reads. Times are microseconds, rates calls a second.
package struct RunReport: Codable, Sendable {
    package var format = 1
    package var scenario: String
    package var server: String
    package var face: String
    package var tls: Bool
    /// "open, 1000x30" or "closed".
    package var pacing: String
    package var connections: Int
    /// On each connection.
    package var inFlight: Int?
    package var warmUpSeconds: Double
    package var seconds: Double
    package var total: Figures
    /// Each call, each flow as a whole ("buy") and each of its steps ("buy › SignIn").
    package var series: [Figures]
    /// Where the plan has several: each of its segments.
    package var phases: [Figures]
    package var timeline: [Moment]
    package var serverProcess: ServerFigures?
    package var generator: GeneratorFigures
    /// Response times of the successes: upper ends, and how many lie there.
    package var histogram: [Bucket]
    package var slo: [SLO.Verdict]

    package struct Figures: Codable, Sendable {
        package var name: String
        package var calls: Int
        package var succeeded: Int
        package var errors: Int
        package var perSecond: Double
        /// By code.
        package var codes: [String: Int]
        /// The first failure of each code, as told.
        package var firstFailures: [String: String]
        /// Of successes: from when a call was due, and from when it was sent.
        package var response: Times?
        package var service: Times?
        /// Of failures, from when they were due.
        package var failedResponse: Times?

        package var errorShare: Double { calls > 0 ? Double(errors) / Double(calls) : 0 }
    }

    package struct Times: Codable, Sendable {
        package var p50: Double
        package var p90: Double
        package var p99: Double
        package var p999: Double
        package var p9999: Double
        package var max: Double
        package var mean: Double
    }

    package struct Moment: Codable, Sendable {
        package var second: Int
        package var started: Int
        package var succeeded: Int
        package var failed: Int
        package var response: Times?
        package var lagMax: Double
        package var serverCPU: Double?
        package var serverResidentBytes: Int?
        package var generatorCPU: Double
        package var generatorWait: Double
    }

    package struct ServerFigures: Codable, Sendable {
        package var cpuSeconds: Double
        package var cpuSecondsPerMillion: Double
        package var peakResidentBytes: Int
    }

    package struct GeneratorFigures: Codable, Sendable {
        package var cpuSeconds: Double
        package var cpuSecondsPerMillion: Double
        /// Share of the run that it worked, and that it was ready to work and had no core: of its threads, the most.
        package var busy: Double
        package var waited: Double
        /// How late calls were sent though there was room for them.
        package var lagP99: Double
        package var lagMax: Double
        /// Calls that were due while every connection had as many in flight as it may.
        package var heldBack: Int
        package var connectionsLost: Int
        /// Where it had several.
        package var threads: [ThreadFigures]?
        /// Why the figures say more of the generator than of the server; empty: they don't.
        package var limits: [String]
    }

    package struct ThreadFigures: Codable, Sendable {
        package var cpuSeconds: Double
        package var busy: Double
        package var waited: Double
        /// Share of its busiest second.
        package var busiestSecond: Double
        package var lagP99: Double
    }

    package struct Bucket: Codable, Sendable {
        package var upTo: Double
        package var count: Int
    }
}
