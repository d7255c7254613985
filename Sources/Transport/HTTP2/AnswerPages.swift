import CNghttp2
import RPC

// Pages for operators: curl and Prometheus agree on HTTP/2 where they speak TLS.
extension HTTP2Connection {
    private static let maximumPathBytes = 256

    /// A path that no method has may be a page's.
    static func pagePath(_ path: UnsafeRawBufferPointer) -> String? {
        path.count <= maximumPathBytes ? String(decoding: path, as: UTF8.self) : nil
    }

    /// Answers a GET or HEAD; false where there is no such page.
    func answerPage(_ stream: HTTP2Stream) -> Bool {
        guard stream.head.reads != .nothing, let target = stream.pagePath,
            let page = shard.options.page?(String(target.prefix { $0 != "?" }))
        else { return false }
        var block = HeaderBlock()
        block.append(":status", String(page.status))
        block.append("content-type", page.contentType)
        block.append("content-length", String(page.body.count))
        block.append("cache-control", "no-store")
        stream.trailers = .unneeded
        let hasBody = stream.head.reads == .page && !page.body.isEmpty
        if hasBody { put(page: page.body, into: stream) }
        block.withFields { fields, count in
            if hasBody {
                submit(stream, fields, count)
            } else {
                stream.hasHeaders = true
                nghttp2_submit_response(session, stream.id, fields, count, nil)
            }
        }
        return true
    }
}
