import Synchronization

/// The connections of one face, those over TLS apart.
package struct FaceReading: Sendable, Equatable {
    /// "ttrpc", "http2", "http1"; "unknown" before the first bytes have told: every connection once.
    package let face: String
    package let isSecured: Bool
    package let open: Int
    /// Since the start.
    package let accepted: Int
}

/// What is spoken on the connections of all shards.
final class FaceCounts: Sendable {
    /// A face's place in the counts.
    enum Kind: Int, CaseIterable {
        case unknown, ttrpc, http2, http1
    }

    private struct Counts {
        var open = [Int](repeating: 0, count: 2 * Kind.allCases.count)
        var accepted = [Int](repeating: 0, count: 2 * Kind.allCases.count)
    }

    private let counts = Mutex(Counts())

    func enter(_ kind: Kind, isSecured: Bool) {
        counts.withLock { counts in
            counts.open[Self.place(kind, isSecured)] += 1
            counts.accepted[Self.place(kind, isSecured)] += 1
        }
    }

    func leave(_ kind: Kind, isSecured: Bool) {
        counts.withLock { $0.open[Self.place(kind, isSecured)] -= 1 }
    }

    var readings: [FaceReading] {
        let counts = counts.withLock { $0 }
        return Kind.allCases.flatMap { kind in
            [false, true].map { isSecured in
                let place = Self.place(kind, isSecured)
                return FaceReading(
                    face: "\(kind)", isSecured: isSecured, open: counts.open[place], accepted: counts.accepted[place])
            }
        }
    }

    private static func place(_ kind: Kind, _ isSecured: Bool) -> Int { 2 * kind.rawValue + (isSecured ? 1 : 0) }
}

extension Shard {
    /// Counts a connection under what it was found to speak, and no longer under what it was before.
    func count(_ connection: Connection, as kind: FaceCounts.Kind) {
        uncount(connection)
        connection.counted = (kind, connection.tls != nil)
        faceCounts.enter(kind, isSecured: connection.tls != nil)
    }

    func uncount(_ connection: Connection) {
        guard let (kind, isSecured) = connection.counted else { return }
        connection.counted = nil
        faceCounts.leave(kind, isSecured: isSecured)
    }
}
