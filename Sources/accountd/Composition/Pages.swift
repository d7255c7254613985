import Synchronization
import Transport

/// What GET answers over HTTP: `/healthz` says whether the server takes calls, `/metrics` what it measured.
final class Pages: Sendable {
    private let setting: String
    private let metrics: @Sendable () -> HTTPPage
    private let isDraining = Atomic<Bool>(false)

    /// `setting`: "all", "health" or "none".
    init(_ setting: String, metrics: @escaping @Sendable () -> HTTPPage) {
        self.setting = setting
        self.metrics = metrics
    }

    func beginDrain() { isDraining.store(true, ordering: .relaxed) }

    func page(_ path: String) -> HTTPPage? {
        switch path {
        case "/healthz" where setting != "none":
            isDraining.load(ordering: .relaxed) ? .text(503, "draining") : .text("ok")
        case "/metrics" where setting == "all": metrics()
        default: nil
        }
    }
}
