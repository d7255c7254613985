import RPC

/// Answers that wait for the kernel. What it takes is passed over, and moved out of the way only once that is most of it: a
/// slow reader would else have the rest copied for every few bytes.
struct PendingOutput {
    private var buffer: OutputBuffer
    private var sent = 0

    init(_ bytes: UnsafeRawBufferPointer) {
        buffer = OutputBuffer(capacity: bytes.count)
        buffer.append(bytes)
    }

    var count: Int { buffer.count - sent }
    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: buffer.bytes[sent...]) }

    mutating func append(_ bytes: UnsafeRawBufferPointer) {
        if sent > 0, buffer.count + bytes.count > 2 * count { compact() }
        buffer.append(bytes)
    }

    /// Says that the kernel took `count` bytes.
    mutating func drop(_ count: Int) {
        sent += count
        if sent > 256 << 10, sent > self.count { compact() }
    }

    private mutating func compact() {
        let rest = OutputBuffer(capacity: count)
        rest.append(bytes)
        buffer = rest
        sent = 0
    }
}
