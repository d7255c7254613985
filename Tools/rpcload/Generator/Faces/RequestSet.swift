internal import HTTP2Client
internal import RPC

/// Makes requests for one face, and owns their bytes.
package final class RequestSet {
    package let face: FaceName
    private let authority: String
    private let isSecure: Bool
    private let serviceToken: String?
    private let timeoutNanoseconds: Int64
    private var owned: [UnsafeMutableRawBufferPointer] = []
    private var heads: [String: HTTP2RequestHead] = [:]
    /// One for each session's token: as many as there are accounts.
    private static let keptHeads = 200_000

    /// `timeoutNanoseconds` of each call, told to the server; 0: none.
    package init(
        face: FaceName, authority: String, isSecure: Bool, serviceToken: String?, timeoutNanoseconds: Int64 = 0
    ) {
        self.face = face
        self.authority = authority
        self.isSecure = isSecure
        self.serviceToken = serviceToken
        self.timeoutNanoseconds = timeoutNanoseconds
    }

    deinit { for bytes in owned { bytes.deallocate() } }

    /// Kept until the set goes. `session`: the end user's token.
    package func keep(
        service: String, method: String, message: [UInt8], session: String?, isStream: Bool = false
    ) throws(LoadError) -> PreparedRequest {
        let request = try make(
            service: service, method: method, message: message, session: session, isStream: isStream)
        owned.append(request.bytes)
        return request
    }

    /// For one call: give it back by `discard`. Streams are told no deadline: who opens one says when it has had enough.
    func make(
        service: String, method: String, message: [UInt8], session: String?, isStream: Bool = false
    ) throws(LoadError) -> PreparedRequest {
        let head = face == .grpc ? try self.head(service, method, session) : nil
        let content = face == .grpc ? message : frame(service, method, message, session, isStream)
        let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, content.count), alignment: 8)
        bytes.copyBytes(from: content)
        return PreparedRequest(
            bytes: UnsafeMutableRawBufferPointer(rebasing: bytes[..<content.count]), head: head,
            timeoutNanoseconds: isStream ? 0 : timeoutNanoseconds, isStream: isStream)
    }

    func discard(_ request: PreparedRequest) { request.bytes.deallocate() }

    private func metadata(_ session: String?) -> [(name: String, value: String)] {
        var metadata: [(name: String, value: String)] = []
        if let serviceToken { metadata.append(("service-authorization", "Bearer " + serviceToken)) }
        if let session { metadata.append(("authorization", "Bearer " + session)) }
        return metadata
    }

    private func frame(
        _ service: String, _ method: String, _ message: [UInt8], _ session: String?, _ isStream: Bool
    ) -> [UInt8] {
        // Streams are cancelled by a frame that has to be offered before.
        let offer = isStream ? [RequestEnvelope.extraFramesOffer] : []
        let envelope = RequestEnvelope.encode(
            service: service, method: method, payload: message, timeoutNanoseconds: isStream ? 0 : timeoutNanoseconds,
            metadata: metadata(session) + offer)
        let flags = isStream ? FrameFlag.remoteClosed : 0
        return FrameHeader.frame(stream: 1, type: FrameType.request, flags: flags, envelope)
    }

    private func head(_ service: String, _ method: String, _ session: String?) throws(LoadError) -> HTTP2RequestHead {
        let key = "\(service)/\(method) \(session ?? "")"
        if let head = heads[key] { return head }
        guard
            let head = HTTP2RequestHead(
                path: "/\(service)/\(method)", authority: authority, isSecure: isSecure, userAgent: "rpcload",
                metadata: metadata(session).map { ($0.name, Array($0.value.utf8)) })
        else { throw LoadError("a token holds what no header field can carry") }
        if heads.count >= Self.keptHeads { heads.removeAll() }
        heads[key] = head
        return head
    }
}
