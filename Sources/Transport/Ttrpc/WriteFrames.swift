import RPC

// ttrpc's face: what a call's answers become.
extension Shard {
    func writeFrame(_ answer: Answer, to call: DeferredCall, of connection: Connection) {
        switch answer {
        case .payload(let payload, _): output.append(ResponseEnvelope.frame(stream: call.stream, payload: payload))
        case .failure(let status): output.append(ResponseEnvelope.frame(stream: call.stream, status))
        case .message(let message, _):
            output.append(
                FrameHeader(
                    length: UInt32(truncatingIfNeeded: message.count), stream: call.stream, type: FrameType.data,
                    flags: 0
                ).bytes)
            output.append(message)
            let end = connection.sentBytes &+ (connection.pending?.count ?? 0) &+ output.count
            connection.unsentMessages.append(
                UnsentMessage(call: call, byteCount: Answer.cost(of: message), end: end))
        case .finished:
            let flags = FrameFlag.remoteClosed | FrameFlag.noData
            output.append(FrameHeader.frame(stream: call.stream, type: FrameType.data, flags: flags, []))
        }
    }
}
