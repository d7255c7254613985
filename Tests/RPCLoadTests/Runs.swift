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
