import Crypto
import Dispatch
import Domain
import SQLiteStore

/// Follows the folder of keys while the server runs: takes up a generation that `accountd keys rotate` made, brings everything
/// under it, and lets go of one that was retired. What a killed server left half done is gone on with at the start.
final class KeyKeeper: @unchecked Sendable {
    private static let everySeconds = 2
    /// What can't be opened may be put right meanwhile, and stored answers die.
    private static let ticksWhenStuck = 300

    // All on the queue.
    private let queue = DispatchQueue(label: "accountd.keys", qos: .utility)
    private let timer: any DispatchSourceTimer
    private let folder: String
    private let cryptography: ServerCryptography
    private let resealer: Resealer
    private let log: EventLog
    private var inUse: [UInt8]
    private var isRunning = false
    private var hadWork = false
    /// Until a run begins; nil: none has to.
    private var ticksLeft: Int? = 0
    private var complaint: String?

    init(
        _ folder: String, _ keys: ServerKeys, _ cryptography: ServerCryptography, _ store: SQLiteStore,
        _ clock: any Clock, _ log: EventLog
    ) {
        self.folder = folder
        self.cryptography = cryptography
        self.log = log
        inUse = keys.numbers
        resealer = Resealer(store, cryptography, clock, on: queue)
        timer = DispatchSource.makeTimerSource(queue: queue)
        timer.setEventHandler { [weak self] in self?.tick() }
    }

    func start() {
        timer.schedule(deadline: .now(), repeating: .seconds(Self.everySeconds), leeway: .milliseconds(500))
        timer.activate()
    }

    func stop() {
        timer.cancel()
        resealer.stop()
    }

    private func tick() {
        let complaint = look()
        // Said once.
        if let complaint, complaint != self.complaint { log.warn("keys: \(complaint); those in memory stay in use") }
        self.complaint = complaint
        guard let ticks = ticksLeft, !isRunning else { return }
        ticksLeft = ticks - 1
        if ticks <= 0 { run() }
    }

    /// Takes up what changed. Answers why it can't.
    private func look() -> String? {
        do throws(CryptoError) {
            let found = try ServerKeys.generations(in: folder)
            guard found.inUse != inUse else { return nil }
            // Lost, it would be needed: only one that was retired is let go of.
            for number in inUse where !found.inUse.contains(number) && !found.retired.contains(number) {
                return "generation \(number) has vanished from \(folder), put it back"
            }
            takeUp(try ServerKeys.load(folder: folder))
            return nil
        } catch {
            return "\(error)"
        }
    }

    private func takeUp(_ keys: ServerKeys) {
        let before = cryptography.generation
        cryptography.use(keys)
        inUse = keys.numbers
        if keys.newest != before { log.info("keys: generation \(keys.newest) seals and signs from now on") }
        ticksLeft = 0
    }

    private func run() {
        isRunning = true
        ticksLeft = nil
        let generation = cryptography.generation
        resealer.run { [weak self] _ in
            self?.hadWork = true
        } end: { [weak self] end in
            self?.finish(end, generation)
        }
    }

    private func finish(_ end: Resealer.End, _ generation: UInt8) {
        isRunning = false
        switch end {
        case .done:
            if hadWork { log.info("keys: nothing names a generation before \(generation) any more") }
            hadWork = false
        case .stuck(let values):
            log.warn("keys: \(values) values that name a generation before \(generation) can't be opened; tried again")
            ticksLeft = ticksLeft ?? Self.ticksWhenStuck
        case .failed(let error):
            log.warn("keys: sealing anew was refused by the store, and is tried again: \(error)")
            ticksLeft = ticksLeft ?? 1
        }
    }
}
