import FlyingFox
import FlyingSocks
import Foundation

/// What a request brings, read whole before anything is answered: what was left of it would be taken for the next request.
enum RequestBody {
    /// Bytes. The longest that the page sends, a password, has 1,024.
    static let limit = 65_536
    /// Read and dropped of a longer one, so that its sender reads the answer.
    private static let dropped = 1 << 20

    /// Nil: too large, and not read to its end; the connection has to close.
    static func read(_ request: HTTPRequest) async throws -> Data? {
        var data = Data()
        var count = 0
        for try await piece in request.bodySequence {
            count += piece.count
            if count <= limit { data.append(piece) }
            if count > dropped { return nil }
        }
        return count <= limit ? data : nil
    }
}

/// An answer's bytes, after which the connection is closed: the only way that the HTTP library leaves to do so is to fail.
struct LastBytes: AsyncBufferedSequence {
    typealias Element = UInt8
    let data: Data

    func makeAsyncIterator() -> Iterator { Iterator(rest: [UInt8](data)) }

    struct Iterator: AsyncBufferedIteratorProtocol {
        var rest: [UInt8]

        mutating func next() async throws -> UInt8? { try await nextBuffer(suggested: 1)?.first }

        mutating func nextBuffer(suggested count: Int) async throws -> [UInt8]? {
            guard !rest.isEmpty else { throw SocketError.disconnected }
            let piece = Array(rest.prefix(count > 0 ? count : 1))
            rest.removeFirst(piece.count)
            return piece
        }
    }
}
