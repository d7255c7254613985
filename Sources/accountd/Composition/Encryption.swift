import Dispatch
import Glibc
import TLS
import Transport

/// TLS as the settings have it, and who may do without.
struct Encryption {
    let tls: TLSServer?
    let plaintext: Plaintext
    private let settings: Settings

    /// Refuses what would leave callers' secrets readable on a network.
    init(_ settings: Settings, _ address: ListenAddress) throws(StartError) {
        self.settings = settings
        plaintext = Plaintext(rawValue: settings.plaintext) ?? .loopback
        try Self.check(settings)
        tls = try Self.server(settings)
        try checkReach(address)
    }

    private func checkReach(_ address: ListenAddress) throws(StartError) {
        if settings.production, plaintext == .anywhere {
            throw StartError(message: "production takes plaintext never or loopback")
        }
        if plaintext == .never, tls == nil { throw StartError(message: "plaintext never takes tls-cert beside it") }
        guard tls == nil, plaintext != .anywhere else { return }
        let isLoopback: Bool
        do throws(TransportError) { isLoopback = try address.isLoopback() } catch {
            throw StartError(message: error.description)
        }
        guard !isLoopback else { return }
        throw StartError(
            message:
                "listen \(address.text) can be reached from other machines: it takes tls-cert and tls-key beside it"
                + (settings.production ? "" : ", or plaintext anywhere"))
    }

    private static func server(_ settings: Settings) throws(StartError) -> TLSServer? {
        guard !settings.tlsCertificate.isEmpty else { return nil }
        var files = TLSServerFiles(certificate: settings.tlsCertificate, key: settings.tlsKey)
        files.clientAuthorities = settings.tlsClientCA.isEmpty ? nil : settings.tlsClientCA
        files.requiresClientCertificate = settings.tlsRequireClientCertificate
        do throws(TLSError) {
            return try TLSServer(files, protocols: Server.protocols)
        } catch {
            throw StartError(message: error.description)
        }
    }

    private static func check(_ settings: Settings) throws(StartError) {
        guard !settings.tlsCertificate.isEmpty else {
            let others = [
                ("tls-key", !settings.tlsKey.isEmpty), ("tls-client-ca", !settings.tlsClientCA.isEmpty),
                ("tls-require-client-cert", settings.tlsRequireClientCertificate),
            ]
            for (name, isSet) in others where isSet {
                throw StartError(message: "\(name) takes tls-cert beside it")
            }
            return
        }
        guard !settings.tlsKey.isEmpty else { throw StartError(message: "tls-cert takes tls-key beside it") }
        if settings.tlsRequireClientCertificate, settings.tlsClientCA.isEmpty {
            throw StartError(message: "tls-require-client-cert takes tls-client-ca beside it")
        }
        let files = [
            ("tls-cert", settings.tlsCertificate), ("tls-key", settings.tlsKey),
            ("tls-client-ca", settings.tlsClientCA),
        ]
        for (name, file) in files where !file.isEmpty && Files.text(file) == nil {
            throw StartError(message: "\(name) \(file) can't be read")
        }
        guard Files.isOwn(settings.tlsKey) else {
            throw StartError(message: "tls-key \(settings.tlsKey) belongs to another user")
        }
        guard !Files.isOpenToOthers(settings.tlsKey) else {
            throw StartError(message: "tls-key \(settings.tlsKey) is open to other users; chmod 600 it first")
        }
    }

    /// On SIGHUP the files are read anew; where they can't be used, those in use stay. Without TLS, SIGHUP ends the process as ever.
    /// Kept for as long as it is to work.
    func reloading(_ log: EventLog) -> (any DispatchSourceSignal)? {
        guard let tls else { return nil }
        signal(SIGHUP, SIG_IGN)
        let source = DispatchSource.makeSignalSource(
            signal: SIGHUP, queue: DispatchQueue(label: "accountd.certificates"))
        source.setEventHandler { [settings] in
            do {
                try Encryption.check(settings)
                try tls.reload()
                log.info("certificates read anew")
            } catch let error as StartError {
                log.warn("certificates stay as they were: \(error.message)")
            } catch {
                log.warn("certificates stay as they were: \(error)")
            }
        }
        source.activate()
        return source
    }
}
