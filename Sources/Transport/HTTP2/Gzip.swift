import CZlib

/// Messages of gRPC's encoding `gzip`: each is a gzip file of its own (RFC 1952).
enum Gzip {
    enum Failure: Error {
        case malformed
        case tooLong
    }

    /// 15 bits of window, and 16 says gzip.
    private static let windowBits: Int32 = 15 + 16

    /// Stops as soon as there would be more than `maximumBytes`.
    static func decompress(_ bytes: UnsafeRawBufferPointer, maximumBytes: Int) throws(Failure) -> [UInt8] {
        let stream = newStream()
        defer { stream.deallocate() }
        guard inflateInit2_(stream, windowBits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            throw .malformed
        }
        defer { inflateEnd(stream) }
        stream.pointee.next_in = UnsafeMutablePointer(mutating: bytes.bindMemory(to: UInt8.self).baseAddress)
        stream.pointee.avail_in = UInt32(truncatingIfNeeded: bytes.count)
        var out = [UInt8](repeating: 0, count: min(maximumBytes + 1, max(1_024, bytes.count * 4)))
        var written = 0
        while true {
            let status = step(stream, inflate(_:_:), Z_NO_FLUSH, into: &out, &written)
            if written > maximumBytes { throw .tooLong }
            if status == Z_STREAM_END { break }
            guard status == Z_OK, written == out.count else { throw .malformed }
            out.append(contentsOf: [UInt8](repeating: 0, count: min(out.count, maximumBytes + 1 - out.count)))
        }
        guard stream.pointee.avail_in == 0 else { throw .malformed }
        out.removeLast(out.count - written)
        return out
    }

    /// Nil where there is no memory for it.
    static func compress(_ bytes: [UInt8]) -> [UInt8]? {
        let stream = newStream()
        defer { stream.deallocate() }
        let opened = deflateInit2_(
            stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size))
        guard opened == Z_OK else { return nil }
        defer { deflateEnd(stream) }
        var out = [UInt8](repeating: 0, count: Int(deflateBound(stream, UInt(bytes.count))))
        var written = 0
        let status = bytes.withUnsafeBufferPointer { input in
            stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
            stream.pointee.avail_in = UInt32(truncatingIfNeeded: input.count)
            return step(stream, deflate(_:_:), Z_FINISH, into: &out, &written)
        }
        guard status == Z_STREAM_END else { return nil }
        out.removeLast(out.count - written)
        return out
    }

    /// zlib remembers where it lies.
    private static func newStream() -> UnsafeMutablePointer<z_stream> {
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        stream.initialize(to: z_stream())
        return stream
    }

    private static func step(
        _ stream: UnsafeMutablePointer<z_stream>, _ function: (z_streamp?, Int32) -> Int32, _ flush: Int32,
        into out: inout [UInt8],
        _ written: inout Int
    ) -> Int32 {
        let start = written
        return out.withUnsafeMutableBufferPointer { buffer in
            stream.pointee.next_out = buffer.baseAddress.map { $0 + start }
            stream.pointee.avail_out = UInt32(truncatingIfNeeded: buffer.count - start)
            let status = function(stream, flush)
            written = buffer.count - Int(stream.pointee.avail_out)
            return status
        }
    }
}
