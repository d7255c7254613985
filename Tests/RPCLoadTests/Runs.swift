@testable import LoadGenerator

/// One run of ValidateSession against a test's server.
func run(
    _ server: StallingServer, _ pacing: Pacing, inFlight: Int, warmUpSeconds: Double = 0,
    isInterrupted: @escaping () -> Bool = { false }
) throws -> (recorder: Recorder, engine: Engine) {
    let requests = RequestSet(face: .ttrpc, authority: "localhost", isSecure: false, serviceToken: "secret")
    let request = try requests.keep(
        service: "account.v1.SessionsService", method: "ValidateSession", message: [0x0A, 1, 0x41], session: nil)
    let workload = Workload("validate", [request])
    let recorder = Recorder(series: workload.series)
    var options = EngineOptions(pacing: pacing, inFlight: inFlight)
    options.connections = 1
    options.warmUpSeconds = warmUpSeconds
    let engine = try Engine(
        target: Target(address: try server.address, face: .ttrpc, tls: nil), workload: workload, recorder: recorder,
        options: options, prober: try Prober(server: nil))
    engine.isInterrupted = isInterrupted
    try engine.run()
    return withExtendedLifetime(requests) { (recorder, engine) }
}

/// One run of a scenario's mix, on so many threads.
func run(
    _ server: StallingServer, mix: String, _ pacing: Pacing, inFlight: Int, connections: Int = 1, threads: Int = 1
) throws -> (recorder: Recorder, engines: [Engine]) {
    let scenario = try ScenarioReader(try MessageCoder()).read(#"{"name": "test", "mix": [\#(mix)]}"#)
    var kept: [RequestSet] = []
    let engines = try (0..<threads).map { index in
        let share = Share(index, of: threads)
        let requests = RequestSet(face: .ttrpc, authority: "localhost", isSecure: false, serviceToken: nil)
        kept.append(requests)
        let preparation = Preparation(
            scenario, accounts: [], coder: try MessageCoder(), requests: requests, seed: 1, share: share)
        var options = EngineOptions(pacing: pacing, inFlight: inFlight)
        options.connections = share.part(of: connections)
        options.share = share
        if case .closed(let calls, let seconds) = pacing {
            options.pacing = .closed(calls: share.part(of: calls), seconds: seconds)
        }
        let workload = try preparation.workload()
        return try Engine(
            target: Target(address: try server.address, face: .ttrpc, tls: nil), workload: workload,
            recorder: Recorder(series: workload.series, counting: scenario.series.map(\.counting)), options: options,
            prober: try Prober(server: nil))
    }
    let group = EngineGroup(engines)
    try group.run()
    return withExtendedLifetime(kept) { (group.recorded, engines) }
}

extension Recorder {
    func named(_ name: String) -> Series? { series.first { $0.name == name } }
}
