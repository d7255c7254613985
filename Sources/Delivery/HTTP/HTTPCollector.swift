import CCurl
import Glibc

/// Takes one answer as libcurl hands it over, within bounds. Lives as long as the call.
final class HTTPCollector {
    private static let maximumHeaderBytes = 64 << 10

    private let maximumBytes: Int
    private let isAllowed: (@Sendable (PeerAddress) -> Bool)?
    private let isAbandoned: (@Sendable () -> Bool)?
    private var headers: [String: String] = [:]
    private var headerBytes = 0
    private var body: [UInt8] = []
    private(set) var isCut = false
    private(set) var refusedAddress = false
    private(set) var wasAbandoned = false

    init(
        maximumBytes: Int, isAllowed: (@Sendable (PeerAddress) -> Bool)?, isAbandoned: (@Sendable () -> Bool)? = nil
    ) {
        self.maximumBytes = max(0, maximumBytes)
        self.isAllowed = isAllowed
        self.isAbandoned = isAbandoned
    }

    func answer(status: Int) -> HTTPAnswer { HTTPAnswer(status: status, headers: headers, body: body, isCut: isCut) }

    /// The caller keeps the collector alive until `perform` is back.
    func attach(to handle: UnsafeMutableRawPointer) -> CURLcode {
        let context = Unmanaged.passUnretained(self).toOpaque()
        var code = accountd_curl_set_data(handle, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
            HTTPCollector.of(context)?.takeBody(UnsafeRawBufferPointer(start: bytes, count: size * count)) ?? 0
        }
        if code == CURLE_OK { code = accountd_curl_set_pointer(handle, CURLOPT_WRITEDATA, context) }
        if code == CURLE_OK {
            code = accountd_curl_set_data(handle, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
                HTTPCollector.of(context)?.takeHeader(UnsafeRawBufferPointer(start: bytes, count: size * count)) ?? 0
            }
        }
        if code == CURLE_OK { code = accountd_curl_set_pointer(handle, CURLOPT_HEADERDATA, context) }
        if isAbandoned != nil, code == CURLE_OK { code = attachProgress(to: handle, context) }
        guard isAllowed != nil, code == CURLE_OK else { return code }
        code = accountd_curl_set_open(handle) { context, _, address in
            HTTPCollector.of(context)?.openSocket(address) ?? -1
        }
        return code == CURLE_OK ? accountd_curl_set_pointer(handle, CURLOPT_OPENSOCKETDATA, context) : code
    }

    private func attachProgress(to handle: UnsafeMutableRawPointer, _ context: UnsafeMutableRawPointer) -> CURLcode {
        var code = accountd_curl_set_progress(handle) { context, _, _, _, _ in
            HTTPCollector.of(context)?.mustEnd() ?? true ? 1 : 0
        }
        if code == CURLE_OK { code = accountd_curl_set_pointer(handle, CURLOPT_XFERINFODATA, context) }
        return code == CURLE_OK ? accountd_curl_set_long(handle, CURLOPT_NOPROGRESS, 0) : code
    }

    private func mustEnd() -> Bool {
        if isAbandoned?() == true { wasAbandoned = true }
        return wasAbandoned
    }

    private static func of(_ context: UnsafeMutableRawPointer?) -> HTTPCollector? {
        context.map { Unmanaged<HTTPCollector>.fromOpaque($0).takeUnretainedValue() }
    }

    /// Anything but the count given ends the transfer.
    private func takeBody(_ bytes: UnsafeRawBufferPointer) -> Int {
        let room = maximumBytes - body.count
        body += bytes.prefix(room)
        if bytes.count > room { isCut = true }
        return isCut ? 0 : bytes.count
    }

    private func takeHeader(_ bytes: UnsafeRawBufferPointer) -> Int {
        // A status line begins an answer: what a "100 Continue" said is over.
        if bytes.starts(with: "HTTP/".utf8) { headers = [:] }
        headerBytes += bytes.count
        guard headerBytes <= Self.maximumHeaderBytes else { return 0 }
        if let colon = bytes.firstIndex(of: UInt8(ascii: ":")) {
            let name = String(decoding: bytes[..<colon], as: UTF8.self).lowercased()
            let value = bytes[bytes.index(after: colon)...].drop { $0 == 0x20 || $0 == 0x09 }
            let end = value.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? value.startIndex
            headers[name] = String(decoding: value[..<end], as: UTF8.self)
        }
        return bytes.count
    }

    private func openSocket(_ address: UnsafeMutablePointer<curl_sockaddr>?) -> curl_socket_t {
        guard let address, let peer = PeerAddress(address), let isAllowed, isAllowed(peer) else {
            refusedAddress = true
            return -1
        }
        return socket(
            address.pointee.family, address.pointee.socktype | Int32(SOCK_CLOEXEC.rawValue), address.pointee.protocol)
    }
}

extension PeerAddress {
    /// Nil for anything but IPv4 and IPv6.
    fileprivate init?(_ address: UnsafeMutablePointer<curl_sockaddr>) {
        // `addr` is the beginning of libcurl's own, longer storage, as `addrlen` says.
        let length = Int(address.pointee.addrlen)
        let start = UnsafeRawPointer(address).advanced(by: MemoryLayout<curl_sockaddr>.offset(of: \.addr) ?? 0)
        switch address.pointee.family {
        case AF_INET where length >= MemoryLayout<sockaddr_in>.size:
            let value = start.loadUnaligned(as: sockaddr_in.self)
            self.init(bytes: withUnsafeBytes(of: value.sin_addr) { Array($0) }, port: UInt16(bigEndian: value.sin_port))
        case AF_INET6 where length >= MemoryLayout<sockaddr_in6>.size:
            let value = start.loadUnaligned(as: sockaddr_in6.self)
            self.init(
                bytes: withUnsafeBytes(of: value.sin6_addr) { Array($0) }, port: UInt16(bigEndian: value.sin6_port))
        default: return nil
        }
    }
}
