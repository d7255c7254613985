import RPC
import RPCClient

/// What `-v` tells beside a call, on standard error.
struct Verbose {
    let isOn: Bool
    let style: Style

    func began(_ call: DirectCall, _ connection: DirectConnection) {
        guard isOn else { return }
        say(">", "\(call.service)/\(call.method) by \(connection.face.rawValue) to \(connection.endpoint)")
        for entry in call.metadata { say(">", "\(entry.name): \(Self.covered(entry.name, entry.value))") }
    }

    func headers(_ metadata: CallMetadata) { say(metadata, "header") }

    func ended(_ outcome: DirectOutcome) {
        guard isOn else { return }
        say(outcome.trailers, "trailer")
        let timing = outcome.timing
        let parts = [
            ("connect", timing.connect), ("TLS", timing.tls), ("send", timing.send), ("wait", timing.wait),
            ("receive", timing.receive),
        ].map { "\($0.0) \(Self.milliseconds($0.1))" }
        say("*", "\(outcome.status.code) in \(Self.milliseconds(timing.total)): " + parts.joined(separator: ", "))
    }

    private func say(_ metadata: CallMetadata, _ kind: String) {
        guard isOn else { return }
        for entry in metadata.entries {
            let isBinary = entry.name.hasSuffix("-bin")
            let value = isBinary ? Base64.encode(entry.value).text : entry.value.text
            say("<", "\(kind) \(entry.name): \(value)")
        }
    }

    private func say(_ mark: String, _ text: String) {
        Terminal.complain(style.faint("\(mark) \(PlainText.of(text))"))
    }

    /// A token's secret never is on a screen.
    private static func covered(_ name: String, _ value: String) -> String {
        guard name.hasSuffix("authorization") || name == "cookie" else { return value }
        return value.hasPrefix("Bearer ") ? "Bearer •••" : "•••"
    }

    private static func milliseconds(_ nanoseconds: Int64) -> String {
        let hundredths = (nanoseconds + 5_000) / 10_000
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest) ms"
    }
}
