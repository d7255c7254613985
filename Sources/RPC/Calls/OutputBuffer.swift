/// Bytes on their way out. Grows, and keeps up to 1 MiB of what it grew to. Belongs to one thread at a time.
@safe
package final class OutputBuffer {
    // Checks of exclusive access cost more here than what they guard: no method calls out while it changes these.
    @exclusivity(unchecked) private var storage: UnsafeMutableRawPointer
    @exclusivity(unchecked) private var capacity: Int
    /// Bytes written and not yet taken off the front.
    @exclusivity(unchecked) package private(set) var count = 0

    package init(capacity: Int) {
        unsafe self.capacity = max(capacity, 64)
        unsafe storage = .allocate(byteCount: self.capacity, alignment: 16)
    }

    deinit { unsafe storage.deallocate() }

    /// What it takes in memory.
    package var roomBytes: Int { unsafe capacity }

    /// The written bytes.
    package var bytes: UnsafeRawBufferPointer { unsafe UnsafeRawBufferPointer(start: storage, count: count) }

    package func removeAll() {
        unsafe count = 0
        if unsafe capacity > OutputBuffer.keptBytes { shrink() }
    }

    /// Takes bytes out; those behind move up. The range must lie within.
    package func remove(_ range: Range<Int>) {
        let behind = unsafe count - range.upperBound
        guard range.lowerBound >= 0, behind >= 0 else { return }
        unsafe (storage + range.lowerBound).copyMemory(from: storage + range.upperBound, byteCount: behind)
        unsafe count -= range.count
    }

    private static let keptBytes = 1 << 20

    private func shrink() {
        unsafe storage.deallocate()
        unsafe capacity = OutputBuffer.keptBytes
        unsafe storage = .allocate(byteCount: capacity, alignment: 16)
    }

    package func append(_ bytes: [UInt8]) {
        unsafe bytes.withUnsafeBytes { source in
            unsafe append(source)
        }
    }

    package func append(_ source: UnsafeRawBufferPointer) {
        guard let start = source.baseAddress, source.count > 0 else { return }
        reserve(source.count)
        unsafe (storage + count).copyMemory(from: start, byteCount: source.count)
        unsafe count += source.count
    }

    /// Room for `additional` bytes more.
    @inline(__always)
    func reserve(_ additional: Int) {
        if unsafe capacity - count < additional { grow(additional) }
    }

    private func grow(_ additional: Int) {
        let wanted = unsafe max(count + additional, capacity * 2)
        let larger = UnsafeMutableRawPointer.allocate(byteCount: wanted, alignment: 16)
        unsafe larger.copyMemory(from: storage, byteCount: count)
        unsafe storage.deallocate()
        unsafe storage = larger
        unsafe capacity = wanted
    }

    /// Writes a success, framed as `framing` says, whose payload `fill` puts into a span of `maximumBytes`; `fill` says how many it
    /// wrote, or nil where it did not fit: then nothing is written and the answer is false.
    @inline(__always)
    func appendSuccess(
        _ framing: ReplyFraming, stream: UInt32, maximumBytes: Int, _ fill: (inout MutableRawSpan) -> Int?
    ) -> Bool {
        let lengthBytes = Varint.byteCount(maximumBytes)
        let head = framing == .ttrpc ? FrameHeader.byteCount + 1 + lengthBytes : ReplyRecord.headBytes
        reserve(head + maximumBytes)
        let start = unsafe storage + count
        let written: Int?
        do {
            let room = unsafe UnsafeMutableRawBufferPointer(start: start + head, count: maximumBytes)
            var span = unsafe room.mutableBytes
            written = fill(&span)
        }
        guard let payload = written, payload >= 0, payload <= maximumBytes else { return false }
        switch framing {
        case .ttrpc:
            unsafe finishResponse(start, stream: stream, payload: payload, lengthBytes: lengthBytes)
        case .records:
            unsafe ReplyRecord.storeHead(at: start, stream: stream, isFailure: false, byteCount: payload)
            unsafe count += head + payload
        }
        return true
    }

    /// Puts ttrpc's Response frame around a payload that lies behind the room kept for its head.
    @inline(__always)
    @unsafe
    private func finishResponse(_ start: UnsafeMutableRawPointer, stream: UInt32, payload: Int, lengthBytes: Int) {
        let actual = Varint.byteCount(payload)
        if actual != lengthBytes {
            // The length took fewer bytes than were kept for it.
            let head = FrameHeader.byteCount + 1 + lengthBytes
            unsafe (start + head - (lengthBytes - actual)).copyMemory(from: start + head, byteCount: payload)
        }
        let length = payload == 0 ? 0 : 1 + actual + payload
        unsafe start.storeBytes(of: UInt32(truncatingIfNeeded: length).bigEndian, as: UInt32.self)
        unsafe (start + 4).storeBytes(of: stream.bigEndian, as: UInt32.self)
        unsafe (start + 8).storeBytes(of: FrameType.response, as: UInt8.self)
        unsafe (start + 9).storeBytes(of: 0, as: UInt8.self)
        if payload > 0 {
            unsafe (start + 10).storeBytes(of: 2 << 3 | 2, as: UInt8.self)
            unsafe Varint.store(payload, at: start + 11)
        }
        unsafe count += FrameHeader.byteCount + length
    }

    /// Writes a failure, framed as `framing` says.
    func appendFailure(_ framing: ReplyFraming, stream: UInt32, _ status: Status) {
        guard framing == .records else { return append(ResponseEnvelope.frame(stream: stream, status)) }
        let encoded = status.encoded
        reserve(ReplyRecord.headBytes)
        unsafe ReplyRecord.storeHead(at: storage + count, stream: stream, isFailure: true, byteCount: encoded.count)
        unsafe count += ReplyRecord.headBytes
        append(encoded)
    }
}

private enum Varint {
    @inline(__always)
    static func byteCount(_ value: Int) -> Int { value < 1 << 7 ? 1 : value < 1 << 14 ? 2 : value < 1 << 21 ? 3 : 4 }

    /// `value` is below 2^28: no frame is longer.
    @inline(__always)
    @unsafe
    static func store(_ value: Int, at pointer: UnsafeMutableRawPointer) {
        var rest = value
        var offset = 0
        while rest >= 0x80 {
            unsafe (pointer + offset).storeBytes(of: UInt8(truncatingIfNeeded: rest) | 0x80, as: UInt8.self)
            rest >>= 7
            offset += 1
        }
        unsafe (pointer + offset).storeBytes(of: UInt8(truncatingIfNeeded: rest), as: UInt8.self)
    }
}
