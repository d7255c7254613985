import HTTP2Client
import RPC

/// A gRPC client's side of a connection, with three calls in flight, given whatever a server might answer.
enum ClientSessions {
    private static let head = HTTP2RequestHead(path: "/test.v1.Fuzz/Echo", authority: "fuzz", isSecure: false)
    private static let settings: [UInt8] = [0, 0, 0, 4, 0, 0, 0, 0, 0]

    /// The first byte says how the rest is cut. In pieces as whole the same is told of the calls; once all of them have ended, nghttp2
    /// reads on or not.
    static func answers(_ bytes: UnsafeRawBufferPointer) {
        guard let first = bytes.first else { return }
        let rest = UnsafeRawBufferPointer(rebasing: bytes.dropFirst())
        let whole = told(rest, pieceBytes: .max)
        let pieces = told(rest, pieceBytes: max(1, Int(first)))
        hold(whole == pieces, "in pieces of \(first) it tells \(pieces), whole \(whole)")
    }

    private static func told(_ bytes: UnsafeRawBufferPointer, pieceBytes: Int) -> [String] {
        guard let session = HTTP2Session(), let head else { return [] }
        let output = OutputBuffer(capacity: 256)
        for tag in UInt64(1)...3 {
            _ = session.begin(head, tag: tag, timeoutNanoseconds: 1_000, isLast: tag < 3, wantsMetadata: tag != 2)
        }
        session.write(into: output)
        settings.withUnsafeBytes { _ = session.receive($0) }
        var words: [String] = []
        var rest = bytes
        while !rest.isEmpty {
            let count = min(rest.count, pieceBytes)
            session.receive(UnsafeRawBufferPointer(rebasing: rest[..<count]))
            rest = UnsafeRawBufferPointer(rebasing: rest[count...])
            take(session, into: &words)
        }
        session.write(into: output)
        session.lose("was lost")
        take(session, into: &words)
        hold(session.openCalls == 0, "\(session.openCalls) calls never end")
        return words
    }

    private static func take(_ session: HTTP2Session, into words: inout [String]) {
        for event in session.events where event.stream != 0 {
            let metadata = session.metadata(of: event).entries.map { "\($0.name)=\($0.value)" }
            words.append(
                "\(event.kind) \(event.tag) \(event.code) \(event.wasRefused) \([UInt8](session.bytes(of: event))) "
                    + "\(session.status(of: event)) \(session.encodedStatus(of: event)) \(metadata)")
        }
        session.clearEvents()
    }
}
