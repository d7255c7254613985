internal import Glibc
internal import RPC

/// ttrpc: ten bytes of header before each request and each answer. The number becomes the stream id 2n + 1.
final class TTRPCFace: Face {
    private let output = OutputBuffer(capacity: 64 << 10)
    /// The front of a frame whose rest has not come.
    private let partial = OutputBuffer(capacity: 256)
    private var cancelling = Cancelling.unasked
    private(set) var owesBytes = false

    /// Whether the server takes a frame that cancels a stream: it is offered with the first stream, and asked by a ping.
    private enum Cancelling {
        case unasked
        /// What is to be cancelled once it has said so.
        case asked([UInt32])
        case spoken
    }

    func begin(_ request: PreparedRequest, number: UInt32, wantsPayload: Bool) -> Bool {
        request.bytes.storeBytes(of: Self.stream(number).bigEndian, toByteOffset: 4, as: UInt32.self)
        output.append(UnsafeRawBufferPointer(request.bytes))
        if request.isStream, case .unasked = cancelling {
            cancelling = .asked([])
            output.append(FrameHeader.frame(stream: Self.stream(number), type: FrameType.ping, []))
        }
        return true
    }

    private static func stream(_ number: UInt32) -> UInt32 { number &* 2 &+ 1 }

    func cancel(_ number: UInt32) {
        switch cancelling {
        case .unasked: break
        case .asked(let waiting): cancelling = .asked(waiting + [number])
        case .spoken: output.append(FrameHeader.frame(stream: Self.stream(number), type: FrameType.cancel, []))
        }
    }

    private func speak() {
        guard case .asked(let waiting) = cancelling else { return }
        cancelling = .spoken
        for number in waiting { cancel(number) }
        owesBytes = !waiting.isEmpty
    }

    func write(into other: OutputBuffer) {
        other.append(output.bytes)
        output.removeAll()
        owesBytes = false
    }

    func receive(_ bytes: UnsafeRawBufferPointer, _ each: (Answer) -> Void) -> Bool {
        if partial.count == 0 {
            guard let used = read(bytes, each) else { return false }
            if used < bytes.count { partial.append(UnsafeRawBufferPointer(rebasing: bytes[used...])) }
            return true
        }
        partial.append(bytes)
        guard let used = read(partial.bytes, each) else { return false }
        partial.remove(0..<used)
        return true
    }

    /// How many bytes were whole frames; nil: what came is no ttrpc.
    private func read(_ bytes: UnsafeRawBufferPointer, _ each: (Answer) -> Void) -> Int? {
        var at = 0
        while bytes.count - at >= FrameHeader.byteCount {
            let length = Int(UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self)))
            guard length <= FrameHeader.maximumLength else { return nil }
            let end = at + FrameHeader.byteCount + length
            guard end <= bytes.count else { break }
            let stream = UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: at + 4, as: UInt32.self))
            let body = UnsafeRawBufferPointer(rebasing: bytes[(at + FrameHeader.byteCount)..<end])
            if bytes[at + 8] == FrameType.response {
                each(answer(stream >> 1, body))
            } else {
                readOther(stream >> 1, type: bytes[at + 8], flags: bytes[at + 9], body, each)
            }
            at = end
        }
        return at
    }

    private func readOther(
        _ number: UInt32, type: UInt8, flags: UInt8, _ body: UnsafeRawBufferPointer, _ each: (Answer) -> Void
    ) {
        switch type {
        case FrameType.data:
            if flags & FrameFlag.noData == 0 { each(.message(number, body)) }
            if flags & FrameFlag.remoteClosed != 0 {
                each(.succeeded(number, UnsafeRawBufferPointer(start: nil, count: 0)))
            }
        case FrameType.ping where flags & FrameFlag.answer != 0: speak()
        default: break
        }
    }

    /// A success's first field is its payload; a failure's is its status.
    @inline(__always)
    private func answer(_ number: UInt32, _ body: UnsafeRawBufferPointer) -> Answer {
        guard body.count > 0, body[0] == 0x0A else { return .succeeded(number, Self.payload(body)) }
        return failed(number, body)
    }

    /// Tag 0x12, a length, and the message to the end.
    @inline(__always)
    private static func payload(_ body: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        var at = 1
        while at < body.count, at < 6, body[at] >= 0x80 { at += 1 }
        guard body.count > 0, body[0] == 0x12, at < body.count else {
            return UnsafeRawBufferPointer(start: nil, count: 0)
        }
        return UnsafeRawBufferPointer(rebasing: body[(at + 1)...])
    }

    private func failed(_ number: UInt32, _ body: UnsafeRawBufferPointer) -> Answer {
        var reader = WireReader(body.bytes)
        guard let field = reader.next(), field.number == 1 else {
            return .failed(number, code: StatusCode.internalError.rawValue, status: body)
        }
        var code: Int32 = 0
        var inner = WireReader(field.bytes)
        if let first = inner.next(), first.number == 1 { code = Int32(truncatingIfNeeded: first.varint) }
        if code == 0 { return .succeeded(number, UnsafeRawBufferPointer(start: nil, count: 0)) }
        return .failed(number, code: code, status: body)
    }

    func describe(_ answer: Answer) -> String {
        if case .failure(let status) = ResponseEnvelope.decode(answer.status.bytes) { return status.description }
        return "code \(answer.code)"
    }
}
