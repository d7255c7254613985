import FlyingSocks
import Messages

/// The pieces of an export, its first one read already. Where the stream fails, so does the connection: the browser keeps no half of a
/// file.
struct ExportedData: AsyncBufferedSequence {
    typealias Element = UInt8
    let first: [UInt8]
    let rest: AsyncThrowingStream<[UInt8], any Error>
    let place: StreamPlace

    func makeAsyncIterator() -> Iterator { Iterator(first: first, rest: rest.makeAsyncIterator()) }

    struct Iterator: AsyncBufferedIteratorProtocol {
        var first: [UInt8]?
        var rest: AsyncThrowingStream<[UInt8], any Error>.Iterator

        /// The HTTP library asks for buffers only.
        mutating func next() async throws -> UInt8? { nil }

        mutating func nextBuffer(suggested count: Int) async throws -> [UInt8]? {
            while let piece = try await nextPiece() {
                // An empty one would be taken for the end.
                let bytes = Array(try ExportDataResponse.decode(piece).chunk.utf8)
                if !bytes.isEmpty { return bytes }
            }
            return nil
        }

        private mutating func nextPiece() async throws -> [UInt8]? {
            guard let piece = first else { return try await rest.next() }
            first = nil
            return piece
        }
    }
}
