internal import COpenSSL.TLS
internal import Synchronization

/// Owner of an `SSL_CTX`: what many sessions share.
final class TLSContext: @unchecked Sendable {
    let context: OpaquePointer
    /// ALPN's list, kept for as long as the context points to it.
    private let protocols: UnsafeMutablePointer<UInt8>

    private static let maximumCertificateBytes = 32 << 10

    /// TLS 1.3 alone, AES-128-GCM before the others. `protocols`: ALPN's names, the most wanted first.
    init(_ method: OpaquePointer?, protocols names: [String]) throws(TLSError) {
        guard let context = SSL_CTX_new(method) else { throw TLSError.last("no TLS context can be made") }
        self.context = context
        var list: [UInt8] = []
        for name in names { list += [UInt8(truncatingIfNeeded: name.utf8.count)] + Array(name.utf8) }
        list.append(0)
        protocols = .allocate(capacity: list.count)
        protocols.initialize(from: list, count: list.count)
        let suites = "TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256"
        guard accountd_tls_only_1_3(context) == 1, SSL_CTX_set_ciphersuites(context, suites) == 1,
            accountd_tls_set_groups(context, "X25519:P-256") == 1
        else { throw TLSError.last("TLS 1.3 can't be set up") }
        accountd_tls_set_frugal(context)
        accountd_tls_set_max_certificate_bytes(context, Self.maximumCertificateBytes)
        accountd_tls_count_messages(context)
        SSL_CTX_set_verify_depth(context, 4)
    }

    deinit {
        SSL_CTX_free(context)
        protocols.deallocate()
    }

    func selectProtocols() { accountd_tls_set_protocols(context, protocols) }

    func offerProtocols(_ names: [String]) {
        let count = names.reduce(0) { $0 + 1 + $1.utf8.count }
        if count > 0 { SSL_CTX_set_alpn_protos(context, protocols, UInt32(truncatingIfNeeded: count)) }
    }

    /// The certificate with its chain, and the key that belongs to it, both PEM.
    func use(certificate: String, key: String) throws(TLSError) {
        guard SSL_CTX_use_certificate_chain_file(context, certificate) == 1 else {
            throw TLSError.last("the certificate \(certificate) can't be used")
        }
        guard SSL_CTX_use_PrivateKey_file(context, key, SSL_FILETYPE_PEM) == 1, SSL_CTX_check_private_key(context) == 1
        else { throw TLSError.last("the key \(key) can't be used with \(certificate)") }
    }

    /// Whom to trust, PEM.
    func trust(_ file: String) throws(TLSError) {
        guard SSL_CTX_load_verify_file(context, file) == 1 else {
            throw TLSError.last("the authorities \(file) can't be used")
        }
    }
}

/// What a server shows and whom it trusts: files, each PEM.
package struct TLSServerFiles: Sendable {
    /// With the chain up to its authority, which need not be in it.
    package var certificate: String
    package var key: String
    /// Who may have issued a client's certificate; nil: clients are asked for none.
    package var clientAuthorities: String?
    package var requiresClientCertificate = false

    package init(certificate: String, key: String) {
        self.certificate = certificate
        self.key = key
    }
}

/// Makes a server's sessions.
package final class TLSServer: Sendable {
    private let files: TLSServerFiles
    private let protocols: [String]
    private let current: Mutex<TLSContext>

    package init(_ files: TLSServerFiles, protocols: [String]) throws(TLSError) {
        self.files = files
        self.protocols = protocols
        current = Mutex(try Self.context(files, protocols))
    }

    /// Reads the files anew, for sessions that begin from now on; those of before stay. Where it fails nothing has changed.
    package func reload() throws(TLSError) {
        let context = try Self.context(files, protocols)
        current.withLock { $0 = context }
    }

    /// Nil where memory is short.
    package func makeSession(_ wire: TLSWire) -> TLSSession? {
        let context = current.withLock { $0 }
        return TLSSession(context, wire, SSL_set_accept_state)
    }

    private static func context(_ files: TLSServerFiles, _ protocols: [String]) throws(TLSError) -> TLSContext {
        let tls = try TLSContext(TLS_server_method(), protocols: protocols)
        try tls.use(certificate: files.certificate, key: files.key)
        tls.selectProtocols()
        accountd_tls_prefer_own_ciphers(tls.context)
        guard let authorities = files.clientAuthorities else {
            SSL_CTX_set_num_tickets(tls.context, 1)
            return tls
        }
        try tls.trust(authorities)
        SSL_CTX_set_client_CA_list(tls.context, SSL_load_client_CA_file(authorities))
        let mode = SSL_VERIFY_PEER | (files.requiresClientCertificate ? SSL_VERIFY_FAIL_IF_NO_PEER_CERT : 0)
        SSL_CTX_set_verify(tls.context, mode, nil)
        // A resumed session would show a certificate that nobody looks at again.
        SSL_CTX_set_num_tickets(tls.context, 0)
        return tls
    }
}

/// Whom a client trusts and what it shows: files, each PEM.
package struct TLSClientFiles: Sendable {
    /// Who may have issued the server's certificate; nil: whom the system trusts.
    package var authorities: String?
    /// What the client shows of itself, with its key.
    package var certificate: String?
    package var key: String?

    package init() {}
}

/// Makes a client's sessions.
package final class TLSClient: Sendable {
    private let context: TLSContext

    package init(_ files: TLSClientFiles, protocols: [String]) throws(TLSError) {
        context = try TLSContext(TLS_client_method(), protocols: protocols)
        context.offerProtocols(protocols)
        if let authorities = files.authorities {
            try context.trust(authorities)
        } else {
            SSL_CTX_set_default_verify_paths(context.context)
        }
        if let certificate = files.certificate {
            try context.use(certificate: certificate, key: files.key ?? certificate)
        }
        SSL_CTX_set_verify(context.context, SSL_VERIFY_PEER, nil)
    }

    /// A session with the server of that name or IP address, which its certificate must bear.
    package func makeSession(_ wire: TLSWire, host: String) -> TLSSession? {
        guard let session = TLSSession(context, wire, SSL_set_connect_state), session.expect(host: host) else {
            return nil
        }
        return session
    }
}
