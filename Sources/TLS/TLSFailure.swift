internal import COpenSSL.TLS

/// Why a session ended before its time.
package enum TLSFailure: Sendable, Equatable {
    /// The peer sent what is no TLS, or broke its rules.
    case malformed
    /// It speaks no TLS 1.3.
    case version
    /// None of its protocols (ALPN) is spoken here.
    case protocolUnknown
    case certificateMissing
    case certificateExpired
    /// From another authority, for another purpose, or of another name.
    case certificateUntrusted
    /// The peer said so by an alert: it doesn't take our certificate, for one.
    case refusedByPeer

    /// Out of what OpenSSL left in this thread's queue, which is empty afterwards.
    static func last(_ ssl: OpaquePointer) -> TLSFailure {
        let error = ERR_peek_error()
        defer { ERR_clear_error() }
        let reason = accountd_tls_error_reason(error)
        switch reason {
        case SSL_R_PEER_DID_NOT_RETURN_A_CERTIFICATE: return .certificateMissing
        case SSL_R_CERTIFICATE_VERIFY_FAILED:
            let result = SSL_get_verify_result(ssl)
            return result == Int(X509_V_ERR_CERT_HAS_EXPIRED) ? .certificateExpired : .certificateUntrusted
        case SSL_R_UNSUPPORTED_PROTOCOL, SSL_R_NO_PROTOCOLS_AVAILABLE, SSL_R_TLSV1_ALERT_PROTOCOL_VERSION,
            SSL_R_WRONG_SSL_VERSION:
            return .version
        case SSL_R_NO_APPLICATION_PROTOCOL: return .protocolUnknown
        // Alerts of the peer: their number and 1000.
        case 1_000..<1_256: return .refusedByPeer
        default: return .malformed
        }
    }
}

/// Why files can't be used for TLS; ends a sentence.
package struct TLSError: Error, CustomStringConvertible {
    package let description: String

    init(_ description: String) { self.description = description }

    /// With OpenSSL's own words.
    static func last(_ what: String) -> TLSError {
        let error = ERR_peek_last_error()
        defer { ERR_clear_error() }
        return TLSError("\(what): \(String(cString: accountd_tls_reason(error)))")
    }
}
