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

    /// Peers that vanished without a word are found within about two minutes. Set on a listening socket: its connections have it
    /// from there.
    static func findDeadPeers(_ listener: Int32) {
        let size = socklen_t(MemoryLayout<Int32>.size)
        var on: Int32 = 1
        setsockopt(listener, SOL_SOCKET, SO_KEEPALIVE, &on, size)
        for (option, value) in [(TCP_KEEPIDLE, 60), (TCP_KEEPINTVL, 10), (TCP_KEEPCNT, 6)] as [(Int32, Int32)] {
            var value = value
            setsockopt(listener, Int32(IPPROTO_TCP), option, &value, size)
        }
    }

    /// Whether the peer is on this machine: 127.0.0.0/8, also in IPv6's form, or ::1. The address is not kept.
    static func isFromLoopback(_ descriptor: Int32) -> Bool {
        var storage = sockaddr_storage()
        var size = socklen_t(MemoryLayout<sockaddr_storage>.size)
        return withUnsafeMutablePointer(to: &storage) { pointer in
            let address = UnsafeMutableRawPointer(pointer)
            guard getpeername(descriptor, address.assumingMemoryBound(to: sockaddr.self), &size) == 0 else {
                return false
            }
            return isLoopback(UnsafeRawPointer(address))
        }
    }

    /// `address` is a `sockaddr_storage`.
    static func isLoopback(_ address: UnsafeRawPointer) -> Bool {
        switch Int32(address.load(as: sa_family_t.self)) {
        case AF_INET: return address.load(fromByteOffset: 4, as: UInt8.self) == 127
        case AF_INET6:
            let bytes = (0..<16).map { address.load(fromByteOffset: 8 + $0, as: UInt8.self) }
            let isMapped = bytes[..<10].allSatisfy { $0 == 0 } && bytes[10] == 0xFF && bytes[11] == 0xFF
            return isMapped ? bytes[12] == 127 : bytes[..<15].allSatisfy { $0 == 0 } && bytes[15] == 1
        default: return false
        }
    }

    /// The next connection: its descriptor, or nil and `errno`. Where it came from is not asked here, and never kept.
    static func accept(_ listener: Int32) -> Int32? {
        let descriptor = accept4(listener, nil, nil, Int32(SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue))
        guard descriptor >= 0 else { return nil }
        var on: Int32 = 1
        setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
        return descriptor
    }

    static func endWriting(_ descriptor: Int32) { shutdown(descriptor, Int32(SHUT_WR)) }

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
