internal import Glibc

/// Why a socket gave up; ends a sentence that begins with the address.
struct SocketError: Error {
    let what: String

    init(what: String) { self.what = what }

    init(_ number: Int32) {
        what = number == ECONNREFUSED ? "refused the connection" : String(cString: strerror(number))
    }
}

/// The only place with socket calls. A stream socket that never blocks; it closes itself.
final class Socket: Sendable {
    enum Received {
        case bytes(Int)
        case wouldBlock
        case ended
    }

    let descriptor: Int32

    private init(descriptor: Int32) { self.descriptor = descriptor }

    deinit { close(descriptor) }

    static func connected(to address: addrinfo, timeoutMs: Int) throws(SocketError) -> Socket {
        let type = Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
        let descriptor = socket(address.ai_family, type, 0)
        guard descriptor >= 0 else { throw SocketError(errno) }
        let made = Socket(descriptor: descriptor)
        var on: Int32 = 1
        setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
        // A server that has vanished is found, while a stream waits, in a minute or two.
        setsockopt(descriptor, SOL_SOCKET, SO_KEEPALIVE, &on, socklen_t(MemoryLayout<Int32>.size))
        for (name, seconds) in [(TCP_KEEPIDLE, 30), (TCP_KEEPINTVL, 10), (TCP_KEEPCNT, 3)] as [(Int32, Int32)] {
            var seconds = seconds
            setsockopt(descriptor, Int32(IPPROTO_TCP), name, &seconds, socklen_t(MemoryLayout<Int32>.size))
        }
        if connect(descriptor, address.ai_addr, address.ai_addrlen) != 0 {
            guard errno == EINPROGRESS else { throw SocketError(errno) }
            try made.awaitConnection(timeoutMs: timeoutMs)
        }
        return made
    }

    private func awaitConnection(timeoutMs: Int) throws(SocketError) {
        try wait(for: POLLOUT, until: MonotonicTime.after(nanoseconds: Int64(timeoutMs) * 1_000_000))
        var failure: Int32 = 0
        var size = socklen_t(MemoryLayout<Int32>.size)
        getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &failure, &size)
        guard failure == 0 else { throw SocketError(failure) }
    }

    /// Until it is ready for `events`; fails at that moment of the monotonic clock.
    func wait(for events: Int32, until: Int64) throws(SocketError) {
        var interest = pollfd(fd: descriptor, events: Int16(events), revents: 0)
        while true {
            let left = max(0, (until - MonotonicTime.now) / 1_000_000)
            let ready = poll(&interest, 1, Int32(clamping: left))
            if ready > 0 { return }
            if ready == 0 { throw SocketError(what: "did not answer in time") }
            guard errno == EINTR else { throw SocketError(errno) }
        }
    }

    /// How many bytes the kernel took; 0 where it takes none now; nil where the connection is gone.
    func send(_ bytes: UnsafeRawBufferPointer) -> Int? {
        while true {
            let count = Glibc.send(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
            if count >= 0 { return count }
            if errno == EAGAIN { return 0 }
            guard errno == EINTR else { return nil }
        }
    }

    func receive(into buffer: UnsafeMutableRawBufferPointer) -> Received {
        while true {
            let count = recv(descriptor, buffer.baseAddress, buffer.count, 0)
            if count > 0 { return .bytes(count) }
            if count == 0 { return .ended }
            if errno == EAGAIN { return .wouldBlock }
            guard errno == EINTR else { return .ended }
        }
    }
}

/// What wakes the client's thread out of its `poll`: a pipe of its own.
final class WakeUp: Sendable {
    /// Becomes readable; -1 where the system gave no pipe.
    let descriptor: Int32
    private let writer: Int32

    init() {
        var ends: [Int32] = [-1, -1]
        if pipe(&ends) != 0 { ends = [-1, -1] }
        for end in ends where end >= 0 {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        descriptor = ends[0]
        writer = ends[1]
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
        if writer >= 0 { close(writer) }
    }

    func signal() {
        // A full pipe wakes as well.
        var one: UInt8 = 1
        _ = write(writer, &one, 1)
    }

    func drain() {
        var bytes = [UInt8](repeating: 0, count: 64)
        while read(descriptor, &bytes, 64) == 64 {}
    }
}

/// Nanoseconds of the clock that only goes forwards.
enum MonotonicTime {
    static var now: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }

    /// `now` plus a duration; far away, never past the end, where that is too long.
    static func after(nanoseconds: Int64) -> Int64 {
        let (sum, overflow) = now.addingReportingOverflow(max(0, nanoseconds))
        return overflow ? .max : sum
    }
}
