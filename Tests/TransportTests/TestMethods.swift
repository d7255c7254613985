import Dispatch
import Foundation
import RPC
import Synchronization

@testable import Transport

/// What the methods of the test's service saw and hold.
final class Probe: Sendable {
    private struct Seen {
        var held: [any Responder] = []
        var sources: [any MessageSource] = []
        var owned: [OwnedCall] = []
        var runs = 0
        var batches: [Int] = []
    }
    private let seen = Mutex(Seen())

    func run() { seen.withLock { $0.runs += 1 } }

    func hold(_ call: OwnedCall, _ responder: any Responder) {
        seen.withLock {
            $0.runs += 1
            $0.held.append(responder)
            $0.owned.append(call)
        }
    }

    func hold(_ call: OwnedCall, _ responder: any Responder, _ source: any MessageSource) {
        seen.withLock { $0.sources.append(source) }
        hold(call, responder)
    }

    var sources: [any MessageSource] { seen.withLock { $0.sources } }

    func note(batch count: Int) { seen.withLock { $0.batches.append(count) } }

    /// Lets go of all that it held.
    func release() {
        _ = seen.withLock { seen in
            let held = (seen.held, seen.sources)
            seen.held = []
            seen.sources = []
            return held
        }
    }

    /// How many calls each batch held.
    var batches: [Int] { seen.withLock { $0.batches } }
    var runs: Int { seen.withLock { $0.runs } }
    var held: [any Responder] { seen.withLock { $0.held } }
    var calls: [OwnedCall] { seen.withLock { $0.owned } }

    /// Waits until `count` calls are held.
    func waitForHeld(_ count: Int, seconds: Double = 10) throws {
        try eventually("\(count) calls held", seconds: seconds) { self.held.count >= count }
    }
}

/// Polls; throws when it does not come true in time.
func eventually(_ what: String, seconds: Double = 60, _ condition: () throws -> Bool) throws {
    let until = Date().addingTimeInterval(seconds)
    while try !condition() {
        guard Date() < until else { throw RawFailure("not in time: \(what)") }
        usleep(2_000)
    }
}

/// A service whose methods do what a transport has to cope with.
enum TestMethods {
    static let service = "test.v1.TestService"

    static func table(_ probe: Probe) -> MethodTable {
        let elsewhere = DispatchQueue(label: "test.elsewhere", attributes: .concurrent)
        return MethodTable([
            entry("Echo", .inline { call, reply in echo(call, &reply, probe) }),
            // The names in the client's certificate.
            entry(
                "Peers",
                .inline { call, reply in
                    let names = Array(call.connection.peer.names.joined(separator: " ").utf8)
                    reply.succeed(maximumBytes: names.count) { span in
                        span.withUnsafeMutableBytes { $0.copyBytes(from: names) }
                        return names.count
                    }
                }),
            entry("Together", .batched(BatchEcho(probe))),
            entry("Silent", .inline { _, _ in probe.run() }),
            entry("Fail", .inline { _, reply in reply.fail(Status(.notFound, "There is none.", reason: "NONE")) }),
            // Answers from another thread, at once.
            entry("Elsewhere", .deferred { call, responder in elsewhere.async { responder.respond(call.payload) } }),
            // The same, with an answer that the shard makes.
            entry("Made", .deferred { call, responder in elsewhere.async { responder.respond { call.payload } } }),
            // Answers from another thread, after as many milliseconds as the payload says.
            entry(
                "Slow",
                .deferred { call, responder in
                    probe.hold(call, responder)
                    elsewhere.asyncAfter(deadline: .now() + .milliseconds(number(call.payload))) {
                        responder.respond(call.payload)
                    }
                }),
            entry(
                "FailElsewhere",
                .deferred { _, responder in
                    elsewhere.async {
                        responder.fail(Status(.aborted, "Not now.", reason: "NOT_NOW", retryDelayMs: 20))
                    }
                }),
            // Never answers by itself: the probe holds its responder.
            entry("Never", .deferred { call, responder in probe.hold(call, responder) }),
            MethodEntry(
                service: service, method: "Urgent", isUrgent: true,
                handler: .deferred { call, responder in probe.hold(call, responder) }),
            // As many bytes as the payload says.
            entry(
                "Large",
                .deferred { call, responder in
                    probe.run()
                    let count = number(call.payload)
                    elsewhere.async { responder.respond([UInt8](repeating: 0x7A, count: count)) }
                }),
            // As many messages as the payload says: "0", "1", …
            entry(
                "Count", isServerStreaming: true,
                .deferred { call, responder in
                    elsewhere.async {
                        for index in 0..<number(call.payload) where !responder.send(Array(String(index).utf8)) {
                            return
                        }
                        responder.finish()
                    }
                }),
            // Two messages, the second empty, and then a failure.
            entry(
                "Break", isServerStreaming: true,
                .deferred { _, responder in
                    elsewhere.async {
                        _ = responder.send([1])
                        _ = responder.send([])
                        responder.fail(Status(.dataLoss, "It broke.", reason: "BROKEN"))
                        responder.finish()
                        _ = responder.send([2])
                    }
                }),
            // Sends back every message of a client's stream, and ends with it.
            entry(
                "Exchange", isServerStreaming: true, .streaming { _, source, responder in exchange(source, responder) }),
            // Reads no message by itself.
            entry(
                "Deaf", isServerStreaming: true,
                .streaming { call, source, responder in probe.hold(call, responder, source) }),
            entry("Watch", isServerStreaming: true, .deferred { call, responder in probe.hold(call, responder) }),
        ])
    }

    private static func entry(_ name: String, isServerStreaming: Bool = false, _ handler: Handler) -> MethodEntry {
        MethodEntry(service: service, method: name, isServerStreaming: isServerStreaming, handler: handler)
    }

    private static func echo(_ call: borrowing Call, _ reply: inout Reply, _ probe: Probe) {
        probe.run()
        let payload = call.payload.copied
        reply.succeed(maximumBytes: payload.count) { span in
            span.withUnsafeMutableBytes { $0.copyBytes(from: payload) }
            return payload.count
        }
    }

    private static func exchange(_ source: any MessageSource, _ responder: any Responder) {
        source.next { message in
            guard let message else { return responder.finish() }
            guard responder.send(message.bytes) else { return }
            exchange(source, responder)
        }
    }

    static func number(_ payload: [UInt8]) -> Int { Int(String(decoding: payload, as: UTF8.self)) ?? 0 }
}

/// Echoes batches, and tells the probe how large each was. A payload of one zero gets no answer.
final class BatchEcho: BatchHandler {
    private let probe: Probe
    init(_ probe: Probe) { self.probe = probe }

    func run(_ batch: borrowing CallBatch) {
        probe.note(batch: batch.count)
        for index in 0..<batch.count {
            let payload = batch.payload(index).copied
            batch.answer(index) { reply in
                guard payload != [0] else { return }
                reply.succeed(maximumBytes: payload.count) { span in
                    span.withUnsafeMutableBytes { $0.copyBytes(from: payload) }
                    return payload.count
                }
            }
        }
    }
}
