import Glibc

/// A connected TCP socket, for tests that write whatever bytes they like. Its reads fail after so many seconds; small `receiveBytes`
/// make a slow reader slow early. The caller closes it.
///
/// - Parameter address: `HOST:PORT`; the host is taken to be 127.0.0.1.
package func loopbackSocket(to address: String, patienceSeconds: Int, receiveBytes: Int32? = nil) throws -> Int32 {
    guard let port = address.split(separator: ":").last.flatMap({ UInt16($0) }) else {
        throw TestFailure("no port in \(address)")
    }
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { throw TestFailure("socket: \(errno)") }
    if var size = receiveBytes {
        setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &size, socklen_t(MemoryLayout<Int32>.size))
    }
    var time = timeval(tv_sec: patienceSeconds, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
    var name = sockaddr_in()
    name.sin_family = sa_family_t(AF_INET)
    name.sin_port = port.bigEndian
    name.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let status = withUnsafePointer(to: &name) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
    }
    guard status == 0 else {
        let code = errno
        close(descriptor)
        throw TestFailure("connect: \(code)")
    }
    return descriptor
}
