import Dispatch
import Domain
import Messages
import RPC

extension ServiceRuntime {
    var watchStatsHandler: Handler {
        .deferred { [self] call, responder in
            guard let errand: Errand<WatchStatsRequest> = errand(.watchStats, call, responder, requestID: { _ in nil })
            else { return }
            store.read(as: .first, unless: errand.isAbandoned) { [environment] rows throws(DomainError) in
                _ = try errand.authorize(Look(rows, environment))
                return try Self.interval(errand.request)
            } then: { result in
                switch result {
                case .success(let interval): StatsStream(errand, interval, under: StandingProof(of: call, self)).begin()
                case .failure(let error): errand.fail(error)
                }
            }
        }
    }

    private static func interval(_ request: WatchStatsRequest) throws(DomainError) -> TimeSpan {
        guard let asked = request.interval, asked.seconds != 0 || asked.nanos != 0 else { return .seconds(1) }
        guard let interval = TimeSpan(asked), interval.microseconds >= 100_000, interval <= .hours(1) else {
            throw .invalid("interval", "Choose from 100 ms to 1 h.", reason: "INTERVAL_INVALID")
        }
        return interval
    }
}

/// One listener. Between two tellings it is a block that waits for its time.
private final class StatsStream: Sendable {
    private static let timers = DispatchQueue(label: "accountd.stats", qos: .utility)

    private let errand: Errand<WatchStatsRequest>
    private let interval: TimeSpan
    private let proof: StandingProof

    init(_ errand: Errand<WatchStatsRequest>, _ interval: TimeSpan, under proof: StandingProof) {
        self.errand = errand
        self.interval = interval
        self.proof = proof
    }

    func begin() {
        guard isStillProved else { return }
        let responder = errand.responder
        let (streams, expiries) = (errand.runtime.streams, errand.runtime.expiries)
        let number = streams.add { responder.fail(.serverStops) }
        let expiry = expiries.add(proof.until) { [self] in _ = isStillProved }
        responder.whenOver {
            streams.remove(number)
            expiries.remove(expiry)
        }
        tell()
    }

    /// Where it isn't, the stream has ended, with why.
    private var isStillProved: Bool { errand.continues(under: proof) }

    private func tell() {
        let runtime = errand.runtime
        runtime.store.read(as: .first, unless: errand.isAbandoned) { rows throws(DomainError) in
            let stats = try runtime.stats(Look(rows, runtime.environment))
            return WatchStatsResponse(stats: stats).encodedBytes(arena: Arena())
        } then: { [self] result in
            switch result {
            case .success(let message):
                guard isStillProved, errand.responder.send(message) else { return }
                errand.responder.whenRoom { [self] in wait() }
            case .failure(let error): errand.fail(error)
            }
        }
    }

    private func wait() {
        let time = DispatchTime.now() + .microseconds(Int(interval.microseconds))
        Self.timers.asyncAfter(deadline: time) { [self] in
            if !errand.responder.isCancelled { tell() }
        }
    }
}
