import Crypto
import Delivery
import Dispatch
import Domain
import Glibc
import Load
import Platform
import RPC
import SQLiteStore
import Services
import Transport

/// The only wiring: makes every part, joins them, serves until a signal, takes them apart in the opposite order.
struct Serve {
    private let settings: Settings
    private let log: EventLog
    private let address: ListenAddress
    private let encryption: Encryption

    init(_ settings: Settings, _ warnings: [String]) throws(StartError) {
        guard let address = ListenAddress(settings.listen) else {
            throw StartError(message: "listen takes HOST:PORT, not \(settings.listen)")
        }
        self.settings = settings
        self.address = address
        encryption = try Encryption(settings, address)
        log = EventLog(level: settings.logLevel)
        for warning in warnings { log.warn(warning) }
    }

    func run() throws(StartError) {
        Process.raiseDescriptorLimit()
        let signals = StopSignals()
        let reloading = encryption.reloading(log)
        defer { reloading?.cancel() }
        let folder = DataFolder(settings.data)
        try folder.make()
        let random = SystemRandom()
        let (keys, cryptography) = try makeCryptography()
        let environment = try makeEnvironment(cryptography, random)
        let services = try CallingServices(
            folder, listFile: settings.services, cryptography, random, try TokenCommands.keys(settings))
        let meters = StoreMeters()
        let store = try openStore(folder, meters)
        try KeyFitting.check(keys, cryptography, in: settings.keyFolder, for: store)
        let worker = try makeWorker(folder, store, environment)
        let pool = HashThreads(threads: settings.hashThreads, settings.hashRules)
        let measured = Measured(store: meters, hashes: pool.meter)
        let runtime = ServiceRuntime(
            store: store, environment: environment, hashPool: pool, services: services.registry,
            parts: { measured.reading }, report: { [log] in log.log($0) })
        let pages = Pages(settings.pages) {
            HTTPPage(contentType: ServiceRuntime.metricsContentType, body: runtime.metricsPage())
        }
        let server = try serve(runtime, pages)
        measured.serves(server)
        let sweeper = Sweeper(store, environment, worker.timeGuard)
        let keeper = KeyKeeper(settings.keyFolder, keys, cryptography, store, environment.clock, log)
        worker.start()
        sweeper.start()
        keeper.start()
        let heartbeat = Heartbeat(runtime.watches, everySeconds: settings.watchHeartbeatSeconds)
        heartbeat.start()
        Console.say("accountd ready on \(server.address.text)")
        log.info("ready on \(server.address.text)")

        signals.wait()
        log.info("draining for at most \(settings.drainSeconds) s")
        pages.beginDrain()
        heartbeat.stop()
        runtime.watches.drain()
        runtime.beginDrain()
        server.stop(drainSeconds: settings.drainSeconds)
        pool.stop()
        sweeper.stop()
        keeper.stop()
        worker.stop()
        store.close()
        log.info("stopped")
    }

    private func makeCryptography() throws(StartError) -> (ServerKeys, ServerCryptography) {
        do throws(CryptoError) {
            let keys = try ServerKeys.loadOrCreate(folder: settings.keyFolder)
            return (keys, try ServerCryptography(keys: keys))
        } catch {
            throw StartError(message: "\(error)")
        }
    }

    private func makeEnvironment(_ cryptography: any Cryptography, _ random: any Random) throws(StartError)
        -> Environment
    {
        do throws(CryptoError) {
            return Environment(
                clock: SystemClock(), random: random, cryptography: cryptography,
                passwords: try Argon2idHasher(memoryKiB: settings.argon2MemoryKiB, passes: settings.argon2Passes),
                timeZones: TZifTimeZones(), qrCodes: LibQREncode(), policy: settings.policy)
        } catch {
            throw StartError(message: "\(error)")
        }
    }

    private func openStore(_ folder: DataFolder, _ meters: StoreMeters) throws(StartError) -> SQLiteStore {
        var options = SQLiteStoreOptions()
        options.readers = settings.readers
        options.queueTargetMs = settings.queueTargetMs
        options.queueIntervalMs = settings.queueIntervalMs
        options.meters = meters
        do throws(SQLiteStoreError) {
            return try SQLiteStore.open(folder: folder.path, options: options)
        } catch {
            throw StartError(message: error.message)
        }
    }

    private func makeWorker(
        _ folder: DataFolder, _ store: SQLiteStore, _ environment: Environment
    ) throws(StartError) -> OutboxWorker {
        guard let sender = MailSender(settings.mailFrom) else {
            throw StartError(message: "mail-from takes NAME <ADDRESS>, not \(settings.mailFrom)")
        }
        try Files.makeFolder(folder.mail)
        try Files.makeFolder(folder.bucket)
        if !settings.webhookCA.isEmpty, Files.text(settings.webhookCA) == nil {
            log.warn("webhook-ca \(settings.webhookCA) can't be read: webhooks fail until it can")
        }
        let mail = MailFolder(path: folder.mail)
        let transport = MailServer.transport(settings, sender, log) ?? mail
        let renderer = MailRenderer(sender: sender, policy: environment.policy, time: environment.text)
        let worker = OutboxWorker(
            store: store, environment: environment,
            handlers: [
                DeletionJobs(removal: mail),
                TwoFactorResetJobs(),
                MailJobs(renderer: renderer, transport: transport),
                PurgeJobs(objects: try Recordings.bucket(settings, folder, environment.cryptography, log)),
                WebhookJobs(
                    transport: HTTPSWebhooks(
                        allow: environment.policy.webhookAllow,
                        certificateAuthorities: settings.webhookCA.isEmpty ? nil : settings.webhookCA,
                        clock: environment.clock)),
            ], report: { [log] in log.log($0) })
        store.whenPromised { [weak worker] in worker?.wake() }
        return worker
    }

    private func serve(_ runtime: ServiceRuntime, _ pages: Pages) throws(StartError) -> Server {
        var options = ServerOptions()
        options.shards = settings.shards
        options.coalesceMicroseconds = settings.coalesceMicroseconds
        options.maxConnections = settings.maxConnections
        options.maxCallsPerConnection = settings.maxCallsPerConnection
        options.minPingIntervalSeconds = settings.minPingIntervalSeconds
        options.maxConnectionAgeSeconds = settings.maxConnectionAgeSeconds
        options.connectionAgeGraceSeconds = settings.connectionAgeGraceSeconds
        options.idleTimeoutSeconds = settings.idleTimeoutSeconds
        options.silenceSeconds = settings.silenceSeconds
        options.partialFrameTimeoutSeconds = settings.partialFrameTimeoutSeconds
        options.tls = encryption.tls
        options.plaintext = encryption.plaintext
        options.page = { pages.page($0) }
        do throws(TransportError) {
            return try Server(listen: address, options: options, table: runtime.methodTable) { [log] in log.log($0) }
        } catch {
            throw StartError(message: error.description)
        }
    }
}
