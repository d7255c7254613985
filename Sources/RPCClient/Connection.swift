internal import RPC

/// What a server's frame says.
enum Received {
    case answer(stream: UInt32, Result<[UInt8], Status>)
    /// One message of a stream; nil where the frame has none.
    case message(stream: UInt32, [UInt8]?, isLast: Bool)

    var stream: UInt32 {
        switch self {
        case .answer(let stream, _), .message(let stream, _, _): stream
        }
    }
}

/// One socket with what waits to be sent on it, what was read of a frame that isn't whole yet, and the calls in flight.
/// Belongs to the client's thread.
final class Connection {
    /// With more waiting to be sent, calls stay in the queue: there their deadlines and their cancellation cost nothing.
    static let fullBytes = 256 << 10
    private static let readBytes = 64 << 10

    let link: Link
    var inFlight: [UInt32: PendingCall] = [:]
    /// Whether the server ever sent a whole frame.
    private(set) var hasAnswered = false
    private let lastStream: UInt32
    private var nextStream: UInt32 = 1
    private var isSpentUp = false
    private var output: [UInt8] = []
    /// Bytes at the front of `output` that the kernel took.
    private var sent = 0
    /// Bytes that were sent before those in `output`.
    private var sentBefore: Int64 = 0
    private var input = [UInt8](repeating: 0, count: readBytes)
    private var held = 0

    /// Stream ids end at `lastStream`.
    init(link: Link, lastStream: UInt32) {
        self.link = link
        self.lastStream = lastStream
    }

    /// All of its stream ids were given out: the next call needs another connection.
    var isSpent: Bool { isSpentUp }
    var isFull: Bool { output.count - sent >= Connection.fullBytes }
    var wantsToSend: Bool { output.count > sent || link.wantsToSend }
    /// Whether any byte of the call's frame was given to the kernel.
    func hasSent(_ call: PendingCall) -> Bool { call.frameStart < sentBefore + Int64(sent) }
    /// Whether the id is one that was given out here.
    func knows(stream: UInt32) -> Bool { stream & 1 == 1 && (isSpentUp || stream < nextStream) }

    // MARK: accountd's extra frames

    /// Whether the server speaks them: it has answered a ping.
    private(set) var hasExtraFrames = false
    private(set) var offer = Offer.none
    /// When the server last sent anything, in monotonic nanoseconds; and when it was asked for a sign of life, 0: it isn't asked.
    private(set) var heardAt = MonotonicTime.now
    private(set) var askedAt: Int64 = 0

    enum Offer {
        case none
        /// The next Request is to say that the client speaks them.
        case due
        case made
    }

    func offerExtraFrames() { offer = .due }

    /// Ends the call at the server too, if that can be.
    func cancel(stream: UInt32) {
        guard hasExtraFrames else { return }
        output += FrameHeader.frame(stream: stream, type: FrameType.cancel, [])
    }

    func ping(now: Int64) {
        askedAt = now
        // An odd id: others than accountd answer an even one before they look at the type.
        output += FrameHeader.frame(stream: 1, type: FrameType.ping, [])
    }

    /// Queues the call's frame under a stream id of its own.
    func add(_ call: PendingCall, data: [UInt8]) {
        let stream = nextStream
        if stream >= lastStream || stream >= UInt32.max - 2 { isSpentUp = true } else { nextStream += 2 }
        call.stream = stream
        call.connection = self
        call.frameStart = sentBefore + Int64(output.count)
        inFlight[stream] = call
        let flags = call.request.isStream ? FrameFlag.remoteClosed : 0
        let header = FrameHeader(
            length: UInt32(truncatingIfNeeded: data.count), stream: stream, type: FrameType.request, flags: flags)
        output.append(contentsOf: header.bytes)
        output.append(contentsOf: data)
        guard offer == .due else { return }
        offer = .made
        // Its answer is the server's word that it speaks them. Others pass it over.
        output += FrameHeader.frame(stream: 1, type: FrameType.ping, [])
    }

    /// All that waits in one send; false where the connection is gone.
    func flush() -> Bool {
        if output.count == sent, link.wantsToSend {
            return link.send(UnsafeRawBufferPointer(start: nil, count: 0)) != nil
        }
        while sent < output.count {
            let count = output.withUnsafeBytes { bytes in
                link.send(UnsafeRawBufferPointer(rebasing: bytes[sent...]))
            }
            guard let count else { return false }
            guard count > 0 else { return true }
            sent += count
        }
        sentBefore += Int64(sent)
        sent = 0
        output.removeAll(keepingCapacity: output.capacity <= 2 * Connection.fullBytes)
        return true
    }

    enum Reading {
        case open
        case ended
        /// The server sent what it may not; ends a sentence about the connection.
        case broken(String)
    }

    /// Reads what is there, and appends the frames that are whole. Stops after a few reads, so that sending has its turn.
    func receive(into frames: inout [Received]) -> Reading {
        for _ in 0..<16 {
            let room = input.count - held
            let received = input.withUnsafeMutableBytes { bytes in
                link.receive(into: UnsafeMutableRawBufferPointer(rebasing: bytes[held...]))
            }
            switch received {
            case .wouldBlock: return .open
            case .ended: return link.failure.map(Reading.broken) ?? .ended
            case .bytes(let count):
                heardAt = MonotonicTime.now
                askedAt = 0
                held += count
                if let broken = takeFrames(into: &frames) { return .broken(broken) }
                if count < room, !link.hasUnread { return .open }
            }
        }
        return .open
    }

    /// Nil, or what is wrong with the frames.
    private func takeFrames(into frames: inout [Received]) -> String? {
        var start = 0
        var wanted = Connection.readBytes
        while held - start >= FrameHeader.byteCount {
            let header = FrameHeader(reading: input.span.bytes, at: start)
            guard header.length <= UInt32(FrameHeader.maximumLength) else { return "sent a frame of more than 4 MiB" }
            let whole = FrameHeader.byteCount + Int(header.length)
            guard held - start >= whole else {
                wanted = max(wanted, whole)
                break
            }
            let first = start + FrameHeader.byteCount
            if let received = read(header, first..<start + whole) { frames.append(received) }
            hasAnswered = true
            start += whole
        }
        if start > 0 || input.count < wanted { keep(from: start, room: wanted) }
        return nil
    }

    /// Nil for a frame of a type that is not known: those are passed over, so that the protocol can grow.
    private func read(_ header: FrameHeader, _ range: Range<Int>) -> Received? {
        let input = input
        let data = input.span.bytes.extracting(range)
        switch header.type {
        case FrameType.response: return .answer(stream: header.stream, ResponseEnvelope.decode(data))
        case FrameType.data:
            let isLast = header.flags & FrameFlag.remoteClosed != 0
            let message = header.flags & FrameFlag.noData == 0 ? data.copied : nil
            return .message(stream: header.stream, message, isLast: isLast)
        case FrameType.ping:
            if header.flags & FrameFlag.answer != 0, offer == .made { hasExtraFrames = true }
            return nil
        default: return nil
        }
    }

    /// Moves what is left of the input to its front, and gives the room of a long frame back once that was read.
    private func keep(from start: Int, room: Int) {
        let left = held - start
        if input.count != room, left <= room, input.count < room || left == 0 {
            var other = [UInt8](repeating: 0, count: room)
            for index in 0..<left { other[index] = input[start + index] }
            input = other
        } else if start > 0, left > 0 {
            input.withUnsafeMutableBytes { bytes in
                bytes.copyMemory(from: start..<held)
            }
        }
        held = left
    }
}

extension UnsafeMutableRawBufferPointer {
    /// Copies a part of itself to its front; the two may overlap.
    fileprivate func copyMemory(from part: Range<Int>) {
        copyMemory(from: UnsafeRawBufferPointer(rebasing: self[part]))
    }
}
