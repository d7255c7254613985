/// ttrpc's Request, borrowed from the frame it came in:
/// `service=1, method=2, payload=3, timeout_nano=4, metadata=5 repeated KeyValue{key=1, value=2}`.
package struct RequestEnvelope: ~Escapable {
    package private(set) var service: RawSpan
    package private(set) var method: RawSpan
    package private(set) var payload: RawSpan
    /// 0: no deadline. Negative: expired already.
    package private(set) var timeoutNanoseconds: Int64 = 0
    package private(set) var authorization: RawSpan
    package private(set) var serviceAuthorization: RawSpan
    package private(set) var traceparent: RawSpan
    /// The client speaks accountd's extra frames.
    package private(set) var hasExtraFrames = false
    /// Bytes of all metadata together.
    package private(set) var metadataBytes = 0
    package private(set) var metadataCount = 0
    /// Which names have come, with whatever value.
    private var hasAuthorization = false
    private var hasServiceAuthorization = false
    private var hasTraceparent = false
    /// Service, method and payload came once each, then at most one time-out, then metadata, and nothing else.
    private(set) var isInOrder = true
    /// Where the payload's field begins.
    private(set) var headCount = 0
    /// Where the metadata begins.
    private(set) var tailOffset = 0

    /// Nil when the bytes are no Request.
    @_lifetime(copy bytes)
    @inline(__always)
    package init?(reading bytes: RawSpan) {
        let none = bytes.extracting(0..<0)
        service = none
        method = none
        payload = none
        authorization = none
        serviceAuthorization = none
        traceparent = none
        var reader = WireReader(bytes)
        var fieldStart = 0
        var last: UInt32 = 0
        while let field = reader.next() {
            // The next one, or the time-out left out, or metadata again.
            let isNext = field.number == last + 1 || field.number == 5 && last >= 3
            if !isNext || field.number > 5 { isInOrder = false }
            last = field.number
            if last == 3 { headCount = fieldStart }
            fieldStart = reader.position
            if last == 3 || last == 4 { tailOffset = fieldStart }
            switch field.number {
            case 1 where field.type == .bytes: service = field.bytes
            case 2 where field.type == .bytes: method = field.bytes
            case 3 where field.type == .bytes: payload = field.bytes
            case 4 where field.type == .varint: timeoutNanoseconds = Int64(bitPattern: field.varint)
            case 5 where field.type == .bytes:
                metadataBytes += field.bytes.byteCount
                metadataCount += 1
                guard read(metadata: field.bytes) else { return nil }
            case 1...5: return nil
            default: break
            }
        }
        guard !reader.failed else { return nil }
        if last < 3 { isInOrder = false }
    }

    @_lifetime(self: copy self, copy metadata)
    @inline(__always)
    private mutating func read(metadata: RawSpan) -> Bool {
        var key = metadata.extracting(0..<0)
        var value = key
        var reader = WireReader(metadata)
        while let field = reader.next() {
            guard field.type == .bytes else { continue }
            if field.number == 1 { key = field.bytes }
            if field.number == 2 { value = field.bytes }
        }
        // The first of a name counts, an empty one too: a later one can't overrule what a proxy put first.
        switch key.byteCount {
        case 13 where !hasAuthorization && key.isEqual(to: MetadataName.authorization):
            hasAuthorization = true
            authorization = value
        case 21 where !hasServiceAuthorization && key.isEqual(to: MetadataName.serviceAuthorization):
            hasServiceAuthorization = true
            serviceAuthorization = value
        case 11 where !hasTraceparent && key.isEqual(to: MetadataName.traceparent):
            hasTraceparent = true
            traceparent = value
        case 15 where key.isEqual(to: MetadataName.extraFrames):
            hasExtraFrames = value.isEqual(to: MetadataName.allExtraFrames)
        default: break
        }
        return !reader.failed
    }
}

/// Metadata that accountd reads; all else is passed over.
enum MetadataName {
    static var authorization: StaticString { "authorization" }
    static var serviceAuthorization: StaticString { "service-authorization" }
    static var traceparent: StaticString { "traceparent" }
    static var extraFrames: StaticString { "accountd-frames" }
    static var allExtraFrames: StaticString { "cancel,ping" }
}

extension RequestEnvelope {
    /// What a client says in its first Request to be let use accountd's extra frames.
    package static let extraFramesOffer = (name: "accountd-frames", value: "cancel,ping")

    /// A Request as a client sends it.
    package static func encode(
        service: String, method: String, payload: [UInt8], timeoutNanoseconds: Int64 = 0,
        metadata: [(name: String, value: String)] = []
    ) -> [UInt8] {
        var writer = WireWriter(reservingCapacity: payload.count + 128)
        writer.write(field: 1, text: service)
        writer.write(field: 2, text: method)
        if !payload.isEmpty { writer.write(field: 3, bytes: payload) }
        writer.write(field: 4, varint: UInt64(bitPattern: timeoutNanoseconds))
        for pair in metadata {
            var inner = WireWriter()
            inner.write(field: 1, text: pair.name)
            inner.write(field: 2, text: pair.value)
            writer.write(field: 5, bytes: inner.bytes)
        }
        return writer.bytes
    }
}
