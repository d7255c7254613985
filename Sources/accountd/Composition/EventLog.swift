import Delivery
import Domain
import Logging
import Services
import TLS
import Transport

/// Turns events into log lines: one line an event, ids only, nothing secret or personal, no caller's address.
struct EventLog: Sendable {
    private let logger: Logger

    init(level: String) {
        LoggingSystem.bootstrap { StreamLogHandler.standardError(label: $0) }
        var logger = Logger(label: "accountd")
        logger.logLevel = Logger.Level(rawValue: level) ?? .info
        self.logger = logger
    }

    func info(_ event: String) { logger.info("\(event)") }
    func warn(_ event: String) { logger.warning("\(event)") }

    func log(_ event: ServerEvent) {
        switch event {
        case .outOfDescriptors: logger.error("out of descriptors: connections are turned away")
        case .tooManyConnections(let limit): logger.warning("too many connections", metadata: ["limit": "\(limit)"])
        case .acceptFailed(let number): logger.error("accept failed", metadata: ["errno": "\(number)"])
        case .refused(let why, let count):
            logger.warning("connections refused", metadata: ["why": "\(why.words)", "count": "\(count)"])
        case .cutOff(let calls):
            logger.warning("calls cut off by the end of the drain", metadata: ["calls": "\(calls)"])
        }
    }

    func log(_ event: DeliveryEvent) {
        switch event {
        case .mailSent(let id): logger.debug("mail sent", metadata: ["email": "\(id)"])
        case .mailDiscarded(let id): logger.info("mail discarded", metadata: ["email": "\(id)"])
        case .mailFailed(let id, let words):
            logger.error("mail failed", metadata: ["email": "\(id)", "why": "\(words)"])
        case .dataKeyDestroyed(let id): logger.info("data key destroyed", metadata: ["account": "\(id)"])
        case .mailsRemoved(let id, let count):
            logger.info("mails removed", metadata: ["account": "\(id)", "count": "\(count)"])
        case .recordingPurged(let id): logger.info("recording purged", metadata: ["recording": "\(id)"])
        case .prefixEmptied(let id): logger.info("nothing is left in the bucket", metadata: ["account": "\(id)"])
        case .purgeRefused(let id, let words):
            logger.critical("the bucket refuses a purge", metadata: ["account": "\(id)", "why": "\(words)"])
        case .bucketUnusable(let words): logger.error("the bucket can't be used", metadata: ["why": "\(words)"])
        case .timeJumped(let span):
            logger.critical(
                """
                the clock jumped: purges, the removal of old rows and the giving up of mails wait until it is set right, or \
                until a restart says that it is right
                """, metadata: ["seconds": "\(span.microseconds / 1_000_000)"])
        case .timeTrusted: logger.warning("the clock is right again: what waited for it goes on")
        case .purgeLate(let account, let id, let tenths, let due, let words):
            logger.critical(
                "purge is late",
                metadata: [
                    "account": "\(account)", "recording": "\(id?.text ?? "")", "tenths_of_time": "\(tenths)",
                    "due_unix": "\(due.seconds)",
                    "why": "\(words)",
                ])
        case .webhookDelivered(let id): logger.debug("webhook delivered", metadata: ["delivery": "\(id)"])
        case .webhookDiscarded(let id): logger.info("webhook discarded", metadata: ["delivery": "\(id)"])
        case .webhookFailed(let id, let words):
            logger.info("webhook failed", metadata: ["delivery": "\(id)", "why": "\(words)"])
        case .jobPostponed(let kind, let id, let attempts, let wait, let words):
            logger.warning(
                "job postponed",
                metadata: [
                    "kind": "\(kind)", "job": "\(id.text)", "attempts": "\(attempts)",
                    "wait_ms": "\(wait.millisecondsRoundedUp)", "why": "\(words)",
                ])
        case .jobDied(let kind, let id, let words):
            logger.error("job given up", metadata: ["kind": "\(kind)", "job": "\(id.text)", "why": "\(words)"])
        case .depth(let lanes):
            let shown = lanes.map { "\($0.lane) \($0.count), oldest \($0.age.microseconds / 1_000_000) s" }
            logger.info("outbox: \(shown.joined(separator: "; "))")
        case .leasesTakenOver(let count):
            logger.info("jobs of a dead process taken over", metadata: ["count": "\(count)"])
        case .store(let words): logger.error("the outbox can't use the store", metadata: ["why": "\(words)"])
        }
    }

    private static func failure(_ method: String, _ what: String, _ trace: TraceParent?) -> Logger.Metadata {
        var metadata: Logger.Metadata = ["method": "\(method)", "what": "\(what)"]
        if let trace { metadata["traceparent"] = "\(trace)" }
        return metadata
    }

    func log(_ event: ServiceEvent) {
        switch event {
        case .corrupted(let method, let what, let trace):
            logger.error("a row can't be opened", metadata: Self.failure(method, what, trace))
        case .storage(let method, let what, let trace):
            logger.error("the store refused", metadata: Self.failure(method, what, trace))
        }
    }
}

extension RefusedConnection {
    fileprivate var words: String {
        switch self {
        case .foreign: "no protocol that is spoken here"
        case .plaintext: "no TLS"
        case .noTLSHere: "TLS, which tls-cert would be needed for"
        case .cancelFlood: "cancelled one call after the other"
        case .silent: "silent for too long"
        case .tls(let failure): failure.words
        }
    }
}

extension TLSFailure {
    fileprivate var words: String {
        switch self {
        case .malformed: "broken TLS"
        case .version: "no TLS 1.3"
        case .protocolUnknown: "no protocol (ALPN) that is spoken here"
        case .certificateMissing: "no client certificate"
        case .certificateExpired: "client certificate expired"
        case .certificateUntrusted: "client certificate not trusted"
        case .refusedByPeer: "the client ended it; it may not trust our certificate"
        }
    }
}
