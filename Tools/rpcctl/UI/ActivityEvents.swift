import FlyingSocks
import RPC
import Synchronization

/// WatchActivity as server-sent events. Each has the cursor for its id, with which the browser goes on after a lost connection.
/// The stream at accountd ends with the browser's: the next message, at the latest a heartbeat, finds nobody there.
struct ActivityEvents: AsyncBufferedSequence {
    typealias Element = UInt8
    let payloads: AsyncThrowingStream<[UInt8], any Error>
    let gateway: Gateway
    let place: StreamPlace

    func makeAsyncIterator() -> Iterator {
        Iterator(payloads: payloads.makeAsyncIterator(), gateway: gateway)
    }

    struct Iterator: AsyncBufferedIteratorProtocol {
        var payloads: AsyncThrowingStream<[UInt8], any Error>.Iterator
        let gateway: Gateway
        private var hasBegun = false
        private var hasEnded = false

        init(payloads: AsyncThrowingStream<[UInt8], any Error>.Iterator, gateway: Gateway) {
            self.payloads = payloads
            self.gateway = gateway
        }

        /// The HTTP library asks for buffers only.
        mutating func next() async throws -> UInt8? { nil }

        mutating func nextBuffer(suggested count: Int) async throws -> [UInt8]? {
            guard !hasEnded else { return nil }
            guard hasBegun else {
                hasBegun = true
                return Array("retry: 2000\n\n".utf8)
            }
            do {
                guard let payload = try await payloads.next() else {
                    hasEnded = true
                    return nil
                }
                let (cursor, json) = try await gateway.activityText(payload)
                return Array("id: \(cursor)\ndata: \(json)\n\n".utf8)
            } catch let status as Status {
                hasEnded = true
                return Array(
                    "event: failed\ndata: \(String(decoding: PageFailure(status).json, as: UTF8.self))\n\n".utf8)
            }
        }
    }
}

/// How many streams are open at once.
final class StreamPlaces: Sendable {
    private static let most = 64
    private let taken = Mutex(0)

    func take() -> StreamPlace? {
        let isFree = taken.withLock { taken in
            guard taken < Self.most else { return false }
            taken += 1
            return true
        }
        return isFree ? StreamPlace(self) : nil
    }

    fileprivate func giveBack() { taken.withLock { $0 -= 1 } }
}

/// Given back when nobody holds it.
final class StreamPlace: Sendable {
    private let places: StreamPlaces

    fileprivate init(_ places: StreamPlaces) { self.places = places }
    deinit { places.giveBack() }
}
