import RPC

// accountd's two frames beside ttrpc's, for clients that have said in a Request's metadata that they speak them.
extension Shard {
    /// Does what a cancel or a ping asks. From others they are frames of an unknown type: passed over.
    func runExtra(_ connection: Connection, _ header: FrameHeader, _ data: RawSpan) {
        guard connection.hasExtraFrames else { return }
        switch header.type {
        case FrameType.cancel:
            guard connection.cancels.take(now: now) else { return refuse(connection, .cancelFlood) }
            // One that was answered already, or never came: the answer is on its way.
            if let call = connection.calls[header.stream] { cancel(call, of: connection) }
        case FrameType.ping where header.flags & FrameFlag.answer == 0 && data.byteCount <= FrameType.maximumPingBytes:
            output.append(
                FrameHeader.frame(
                    stream: header.stream, type: FrameType.ping, flags: FrameFlag.answer, data.copied))
        default: break
        }
    }
}

/// What a client may cancel at once, as when all its calls run into their deadline, and in a second. Each cancelled call has made
/// work that nobody waits for.
struct CancelBudget {
    private var left = CancelBudget.burst
    private var filledAt: Int64 = 0

    private static let burst: Int64 = 2_048
    private static let aSecond: Int64 = 200

    /// False where nothing is left.
    mutating func take(now: Int64) -> Bool {
        // Whole ones only, so that the rest of a second isn't lost.
        let more = min((now - filledAt) / (1_000_000_000 / Self.aSecond), Self.burst)
        if more > 0 {
            left = min(Self.burst, left + more)
            filledAt = now
        }
        guard left > 0 else { return false }
        left -= 1
        return true
    }
}
