internal import COpenSSL.TLS
package import RPC

/// Owner of an `SSL`: one connection's TLS. It knows no socket: it reads from a wire's input and writes to its output. Idle it
/// keeps no buffers. One thread at a time.
package final class TLSSession {
    private let ssl: OpaquePointer
    private let wire: TLSWire
    private let messages: UnsafeMutablePointer<UInt32>
    /// The handshake is done.
    package private(set) var isEstablished = false
    private var hasFailed = false

    /// Handshake messages in one read of an established session: it has few uses for them (new keys, tickets), and each costs
    /// more than a call does.
    private static let messagesARead: UInt32 = 16

    init?(_ context: TLSContext, _ wire: TLSWire, _ side: (OpaquePointer?) -> Void) {
        guard let ssl = SSL_new(context.context) else { return nil }
        guard let bio = wire.makeBIO() else {
            SSL_free(ssl)
            return nil
        }
        SSL_set_bio(ssl, bio, bio)
        side(ssl)
        messages = .allocate(capacity: 1)
        messages.initialize(to: 0)
        SSL_set_ex_data(ssl, 0, messages)
        self.ssl = ssl
        self.wire = wire
    }

    deinit {
        SSL_free(ssl)
        messages.deallocate()
    }

    func expect(host: String) -> Bool {
        if X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(ssl), host) == 1 { return true }
        return SSL_set1_host(ssl, host) == 1 && accountd_tls_set_server_name(ssl, host) == 1
    }

    package enum Handshake {
        case wantsMore
        case done
        case failed(TLSFailure)
    }

    /// Goes on with what the wire's input holds.
    package func handshake() -> Handshake {
        ERR_clear_error()
        let result = SSL_do_handshake(ssl)
        if result == 1 {
            isEstablished = true
            messages.pointee = 0
            return .done
        }
        if SSL_get_error(ssl, result) == SSL_ERROR_WANT_READ { return .wantsMore }
        hasFailed = true
        return .failed(.last(ssl))
    }

    package enum Reading {
        case bytes(Int)
        case wantsMore
        /// The peer sends no more, and said so.
        case ended
        case failed(TLSFailure)
    }

    /// What the wire's input says, at most a record of it.
    package func read(into buffer: UnsafeMutableRawBufferPointer) -> Reading {
        ERR_clear_error()
        var count = 0
        let result = SSL_read_ex(ssl, buffer.baseAddress, buffer.count, &count)
        if result == 1 { return .bytes(count) }
        switch SSL_get_error(ssl, result) {
        case SSL_ERROR_WANT_READ:
            guard messages.pointee <= Self.messagesARead else {
                hasFailed = true
                return .failed(.malformed)
            }
            messages.pointee = 0
            return .wantsMore
        case SSL_ERROR_ZERO_RETURN: return .ended
        default:
            hasFailed = true
            return .failed(.last(ssl))
        }
    }

    /// Whether it holds a part of a record whose rest has not come.
    package var isMidway: Bool { SSL_has_pending(ssl) == 1 }

    /// Whether bytes of a record that came whole were not read yet.
    package var hasPlainBytes: Bool { SSL_pending(ssl) > 0 }

    /// Writes records of all of `bytes` to the wire's output; false where the session can't go on.
    package func write(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard bytes.count > 0 else { return true }
        ERR_clear_error()
        var count = 0
        let result = SSL_write_ex(ssl, bytes.baseAddress, bytes.count, &count)
        guard result == 1, count == bytes.count else {
            hasFailed = true
            ERR_clear_error()
            return false
        }
        return true
    }

    /// Writes that no more will come.
    package func end() {
        guard isEstablished, !hasFailed else { return }
        ERR_clear_error()
        SSL_shutdown(ssl)
        ERR_clear_error()
    }

    /// The protocol that both agreed on (ALPN); empty: none was asked for.
    package var agreedProtocol: String {
        var name: UnsafePointer<UInt8>?
        var count: UInt32 = 0
        SSL_get0_alpn_selected(ssl, &name, &count)
        return String(decoding: UnsafeBufferPointer(start: name, count: Int(count)), as: UTF8.self)
    }

    /// What the peer's certificate says; nothing where it showed none, or none that was verified.
    package var peer: PeerCertificate {
        guard let certificate = SSL_get0_peer_certificate(ssl), SSL_get_verify_result(ssl) == Int(X509_V_OK) else {
            return .none
        }
        return PeerCertificate(
            names: Self.names(in: certificate), validUntilSeconds: accountd_tls_valid_until(ssl))
    }

    private static func names(in certificate: OpaquePointer) -> [String] {
        guard let names = accountd_tls_names(certificate) else { return [] }
        defer { GENERAL_NAMES_free(names) }
        var found: [String] = []
        for index in 0..<min(accountd_tls_name_count(names), 64) {
            var type: Int32 = 0
            var count: Int32 = 0
            guard let start = accountd_tls_name(names, index, &type, &count) else { continue }
            let bytes = UnsafeBufferPointer(start: start, count: Int(max(0, count)))
            if let name = PeerName.text(Array(bytes), isURI: type == GEN_URI) { found.append(name) }
        }
        return found
    }
}

/// A name as a certificate bears it. An authority signs whatever it likes: what could be taken for another name is none.
enum PeerName {
    static func text(_ bytes: [UInt8], isURI: Bool) -> String? {
        guard (1...255).contains(bytes.count) else { return nil }
        if isURI {
            guard bytes.contains(UInt8(ascii: ":")), bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
            return String(decoding: bytes, as: UTF8.self)
        }
        let isDNS = bytes.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
                true
            default: false
            }
        }
        return isDNS ? String(decoding: bytes, as: UTF8.self).lowercased() : nil
    }
}
