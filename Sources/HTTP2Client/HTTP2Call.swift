internal import RPC

/// One stream: a request on its way out, an answer on its way in. Belongs to its session, which uses it again and again.
final class HTTP2Call {
    @exclusivity(unchecked) var id: Int32 = 0
    /// Where it stands in its session's list.
    @exclusivity(unchecked) var position = 0
    @exclusivity(unchecked) var tag: UInt64 = 0
    /// Held until the stream is over: nghttp2 reads its fields when it gets to them.
    @exclusivity(unchecked) var head: HTTP2RequestHead?
    @exclusivity(unchecked) var wantsMetadata = false

    // MARK: The request

    /// Messages with their prefixes, from `sent` on still to be sent.
    let outbound = OutputBuffer(capacity: 256)
    @exclusivity(unchecked) var sent = 0
    @exclusivity(unchecked) var isRequestWhole = false
    /// nghttp2 asked for more and there was none.
    @exclusivity(unchecked) var isDeferred = false

    // MARK: The answer

    /// The front of a message that isn't whole yet.
    let partial = OutputBuffer(capacity: 64)
    @exclusivity(unchecked) var http: Int32 = 0
    @exclusivity(unchecked) var isGRPC = false
    /// `grpc-status`; -1 until it has come.
    @exclusivity(unchecked) var code: Int32 = -1
    @exclusivity(unchecked) var message: [UInt8] = []
    @exclusivity(unchecked) var details: [UInt8] = []
    @exclusivity(unchecked) var metadata = CallMetadata()
    @exclusivity(unchecked) var listBytes = 0
    @exclusivity(unchecked) var hasHeaders = false
    /// Why this side ended it.
    @exclusivity(unchecked) var failure: Status?

    /// As new, but for the room that it holds.
    func reset() {
        head = nil
        wantsMetadata = false
        outbound.removeAll()
        sent = 0
        isRequestWhole = false
        isDeferred = false
        partial.removeAll()
        http = 0
        isGRPC = false
        code = -1
        if !message.isEmpty { message = [] }
        if !details.isEmpty { details = [] }
        if !metadata.entries.isEmpty { metadata = CallMetadata() }
        listBytes = 0
        hasHeaders = false
        failure = nil
    }
}
