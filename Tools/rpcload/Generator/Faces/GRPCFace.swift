internal import HTTP2Client
internal import RPC

/// gRPC over HTTP/2.
final class GRPCFace: Face {
    private let session: HTTP2Session
    /// Messages of calls whose caller wants them, until they end.
    private var payloads: [UInt64: [UInt8]] = [:]
    private static let wantsPayload: UInt64 = 1 << 32
    /// HTTP/2's ids of the streams that are open, by number.
    private var streams: [UInt32: Int32] = [:]
    private static let isStream: UInt64 = 1 << 33

    init(memory: HTTP2Memory) throws(LoadError) {
        guard let session = HTTP2Session(memory: memory) else { throw LoadError("no HTTP/2 session can be made") }
        self.session = session
    }

    func begin(_ request: PreparedRequest, number: UInt32, wantsPayload: Bool) -> Bool {
        guard let head = request.head else { return false }
        let tag =
            UInt64(number) | (request.isStream ? Self.isStream : 0)
            | (wantsPayload && !request.isStream ? Self.wantsPayload : 0)
        let timeout = request.timeoutNanoseconds > 0 ? request.timeoutNanoseconds : nil
        let stream = session.begin(
            head, tag: tag, timeoutNanoseconds: timeout, message: UnsafeRawBufferPointer(request.bytes), isLast: true)
        if request.isStream, let stream { streams[number] = stream }
        return stream != nil
    }

    func cancel(_ number: UInt32) {
        if let stream = streams.removeValue(forKey: number) { session.cancel(stream) }
    }

    var owesBytes: Bool { session.wantsToWrite }

    func write(into output: OutputBuffer) { session.write(into: output) }

    func receive(_ bytes: UnsafeRawBufferPointer, _ each: (Answer) -> Void) -> Bool {
        let goesOn = session.receive(bytes)
        for index in session.events.indices {
            let event = session.events[index]
            switch event.kind {
            case .message:
                if event.tag & Self.isStream != 0 {
                    each(.message(UInt32(truncatingIfNeeded: event.tag), session.bytes(of: event)))
                } else if event.tag & Self.wantsPayload != 0 {
                    payloads[event.tag] = [UInt8](session.bytes(of: event))
                }
            case .ended: end(event, index, each)
            case .headers, .goAway, .pong: break
            }
        }
        session.clearEvents()
        return goesOn
    }

    private func end(_ event: HTTP2Event, _ index: Int, _ each: (Answer) -> Void) {
        let number = UInt32(truncatingIfNeeded: event.tag)
        let none = UnsafeRawBufferPointer(start: nil, count: 0)
        if event.tag & Self.isStream != 0 { streams[number] = nil }
        guard event.code == 0 else { return each(.failed(number, code: event.code, status: none, event: index)) }
        guard event.tag & Self.wantsPayload != 0, let payload = payloads.removeValue(forKey: event.tag) else {
            return each(.succeeded(number, none))
        }
        payload.withUnsafeBytes { each(.succeeded(number, $0)) }
    }

    func describe(_ answer: Answer) -> String {
        guard session.events.indices.contains(answer.eventIndex) else { return "code \(answer.code)" }
        return session.status(of: session.events[answer.eventIndex]).description
    }
}
