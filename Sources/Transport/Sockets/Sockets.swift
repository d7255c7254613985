import CLinux
import Glibc

/// Thin names for the system calls that shards make.
enum Sockets {
    static func failure(_ what: String) -> TransportError {
        TransportError(description: "\(what): \(String(cString: strerror(errno)))")
    }

    static func localPort(of descriptor: Int32) -> UInt16 {
        var storage = sockaddr_storage()
        var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
        return withUnsafeMutablePointer(to: &storage) { pointer in
            let address = UnsafeMutableRawPointer(pointer)
            guard getsockname(descriptor, address.assumingMemoryBound(to: sockaddr.self), &size) == 0 else { return 0 }
            // The port stands at the same place in both families.
            return UInt16(bigEndian: address.load(fromByteOffset: 2, as: UInt16.self))
        }
    }

    /// The next connection: its descriptor, or nil and `errno`. Where it came from is never asked.
    static func accept(_ listener: Int32) -> Int32? {
        let descriptor = accept4(listener, nil, nil, Int32(SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue))
        guard descriptor >= 0 else { return nil }
        var on: Int32 = 1
        setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
        return descriptor
    }

    enum Received {
        case bytes(Int)
        case nothing
        case ended
    }

    @inline(__always)
    static func receive(_ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer) -> Received {
        while true {
            let count = recv(descriptor, buffer.baseAddress, buffer.count, 0)
            if count > 0 { return .bytes(count) }
            if count == 0 { return .ended }
            if errno == EAGAIN { return .nothing }
            guard errno == EINTR else { return .ended }
        }
    }

    /// How many bytes the kernel took; nil where the connection is gone.
    @inline(__always)
    static func send(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int? {
        while true {
            let count = Glibc.send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
            if count >= 0 { return count }
            if errno == EAGAIN { return 0 }
            guard errno == EINTR else { return nil }
        }
    }
}

/// The clock that only goes forwards, in nanoseconds.
package enum MonotonicClock {
    package static var now: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}
