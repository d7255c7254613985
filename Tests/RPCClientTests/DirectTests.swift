import Glibc
import RPC
import Synchronization
import TLS
import TestSupport
import Testing
import Transport

@testable import RPCClient

/// One call at a time, of all four kinds, over both faces, in the clear and by TLS.
@Suite(.timeLimit(.minutes(5))) struct DirectTests {
    enum Way: CaseIterable {
        case ttrpc, grpc, securedTtrpc, securedGRPC

        var face: RPCFace { self == .ttrpc || self == .securedTtrpc ? .ttrpc : .grpc }
        var isSecured: Bool { self == .securedTtrpc || self == .securedGRPC }
    }

    private let certificates: TestCertificates

    init() throws { certificates = try TestCertificates.shared.get() }

    private func serve() throws -> (Server, Endpoint) {
        var options = Transport.ServerOptions()
        let files = TLSServerFiles(
            certificate: certificates.certificate("server"), key: certificates.key("server"))
        options.tls = try TLSServer(files, protocols: Server.protocols)
        let server = try Server(
            listen: ListenAddress(host: "127.0.0.1", port: 0), options: options, table: DirectMethods.table())
        guard let endpoint = Endpoint("localhost:\(server.address.port)") else { throw SetupFailure() }
        return (server, endpoint)
    }

    private func connection(_ endpoint: Endpoint, _ way: Way) throws -> DirectConnection {
        var files = TLSClientFiles()
        files.authorities = certificates.authority
        let tls = way.isSecured ? try TLSClient(files, protocols: [way.face.tlsProtocol]) : nil
        return DirectConnection(endpoint, face: way.face, tls: tls)
    }

    private func call(_ method: String, requests: Bool = false, answers: Bool = false) -> DirectCall {
        var call = DirectCall(service: DirectMethods.service, method: method)
        call.streamsRequests = requests
        call.streamsAnswers = answers
        call.deadline = .seconds(60)
        return call
    }

    private func run(
        _ connection: DirectConnection, _ call: DirectCall, _ messages: [[UInt8]]
    ) throws -> (outcome: DirectOutcome, answers: [[UInt8]]) {
        var source = ListedRequests(messages)
        var answers: [[UInt8]] = []
        let outcome = try connection.run(call, &source) { news in
            if case .message(let bytes) = news { answers.append(bytes) }
        }
        return (outcome, answers)
    }

    @Test(arguments: Way.allCases) func callsFollowEachOtherOnOneConnection(way: Way) throws {
        let (server, endpoint) = try serve()
        defer { server.stop(drainSeconds: 0) }
        let connection = try connection(endpoint, way)
        for count in [1, 0, 3_900_000, 70_000] {
            let payload = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
            let echoed = try run(connection, call("Say"), [payload])
            #expect(echoed.outcome.failure == nil && echoed.answers == [payload], "\(echoed.outcome.status)")
            let timing = echoed.outcome.timing
            #expect((timing.connect > 0) == (count == 1) && (timing.tls > 0) == (count == 1 && way.isSecured))
        }
        let refused = try run(connection, call("Refuse"), [[]])
        #expect(refused.outcome.status.reason == "NONE" && refused.answers.isEmpty)
        #expect(Status(decoding: refused.outcome.encodedStatus.span.bytes)?.fieldViolations.count == 1)
        #expect(try run(connection, call("Absent"), [[]]).outcome.status.code == .unimplemented)
        let streamed = try run(connection, call("Watch", answers: true), [[]])
        #expect(streamed.outcome.failure == nil && streamed.answers.count == 200)
        #expect(streamed.answers.enumerated().allSatisfy { $1 == [UInt8](repeating: UInt8($0), count: 40_000) })
    }

    @Test(arguments: Way.allCases) func aDeadlineEndsACallAndTheNextOneIsMade(way: Way) throws {
        let (server, endpoint) = try serve()
        defer { server.stop(drainSeconds: 0) }
        let connection = try connection(endpoint, way)
        var call = call("Never")
        call.deadline = .milliseconds(100)
        #expect(try run(connection, call, [[]]).outcome.status.code == .deadlineExceeded)
        #expect(try run(connection, self.call("Say"), [[5]]).answers == [[5]])
        call.deadline = .zero
        #expect(try run(connection, call, [[]]).outcome.status.code == .deadlineExceeded)
    }

    @Test(arguments: [Way.grpc, .securedGRPC]) func clientsStreams(way: Way) throws {
        let (server, endpoint) = try serve()
        defer { server.stop(drainSeconds: 0) }
        let connection = try connection(endpoint, way)
        // More than both ends hold at once.
        let messages = (0..<5_000).map { [UInt8](repeating: UInt8(truncatingIfNeeded: $0), count: 2_000) }
        let counted = try run(connection, call("Count", requests: true), messages)
        #expect(counted.answers == [Array("5000 10000000".utf8)], "\(counted.outcome.status)")
        #expect(try run(connection, call("Count", requests: true), []).answers == [Array("0 0".utf8)])
        let all = try run(connection, call("Converse", requests: true, answers: true), messages)
        #expect(all.outcome.failure == nil && all.answers == messages)
        // The server ends before the client does.
        let early = try run(connection, call("Hasty", requests: true), messages)
        #expect(early.outcome.status.code == .aborted)
        #expect(try run(connection, call("Say"), [[1]]).answers == [[1]])
    }

    @Test func clientsStreamsAreNotTtrpcs() throws {
        let (server, endpoint) = try serve()
        defer { server.stop(drainSeconds: 0) }
        let refused = try run(try connection(endpoint, .ttrpc), call("Count", requests: true), [[1]])
        #expect(refused.outcome.status.code == .unimplemented)
    }

    private struct Enough: Error {}

    @Test(arguments: Way.allCases) func whoHasEnoughGivesTheCallUp(way: Way) throws {
        let (server, endpoint) = try serve()
        defer { server.stop(drainSeconds: 0) }
        let connection = try connection(endpoint, way)
        var source = ListedRequests([[]])
        #expect(throws: Enough.self) {
            _ = try connection.run(call("Watch", answers: true), &source) { _ in throw Enough() }
        }
        #expect(try run(connection, call("Say"), [[1]]).answers == [[1]])
    }

    @Test(arguments: Way.allCases) func whoReadsSlowlyIsInterruptedAllTheSame(way: Way) throws {
        let (server, endpoint) = try serve()
        defer { server.stop(drainSeconds: 0) }
        let connection = try connection(endpoint, way)
        for isByDeadline in [true, false] {
            let seen = Atomic<Int>(0)
            var call = call("Watch", answers: true)
            if isByDeadline { call.deadline = .milliseconds(100) }
            connection.isInterrupted = { !isByDeadline && seen.load(ordering: .relaxed) >= 3 }
            var source = ListedRequests([[]])
            let outcome = try connection.run(call, &source) { _ in
                seen.add(1, ordering: .relaxed)
                pause(milliseconds: 20)
            }
            #expect(outcome.status.code == (isByDeadline ? .deadlineExceeded : .cancelled))
            #expect(isByDeadline || seen.load(ordering: .relaxed) == 3)
        }
    }

    @Test(arguments: Way.allCases) func aCallThatIsGivenUpEndsAtTheServerAndTheConnectionGoesOn(way: Way) throws {
        let (server, endpoint) = try serve()
        defer { server.stop(drainSeconds: 0) }
        let connection = try connection(endpoint, way)
        let name = Array("\(UInt64.random(in: .min ... .max))".utf8)
        var hasBegun = false
        connection.isInterrupted = { hasBegun }
        var source = ListedRequests([name])
        let outcome = try connection.run(call("Wait", answers: true), &source) { _ in hasBegun = true }
        #expect(outcome.status.code == .cancelled)
        hasBegun = false
        let next = try run(connection, call("Say"), [[1]])
        #expect(next.answers == [[1]] && next.outcome.timing.connect == 0, "over the same connection")
        let stream = try #require(Kept.shared.stream(name))
        for _ in 0..<3_000 where !stream.isCancelled { pause(milliseconds: 10) }
        #expect(stream.isCancelled)
    }

    @Test func whatAsksForAttentionIsHeardWhileNothingComes() throws {
        let (server, endpoint) = try serve()
        defer { server.stop(drainSeconds: 0) }
        let connection = try connection(endpoint, .ttrpc)
        let pipe = try ChildPipe()
        defer { for end in [pipe.reading, pipe.writing] { close(end) } }
        let isDue = Atomic<Bool>(false)
        connection.attention = [pipe.reading]
        connection.isInterrupted = { isDue.load(ordering: .relaxed) }
        var source = ListedRequests([[]])
        let outcome = try connection.run(call("Wait", answers: true), &source) { _ in
            isDue.store(true, ordering: .relaxed)
            _ = write(pipe.writing, [1], 1)
        }
        #expect(outcome.status.code == .cancelled)
    }

    @Test func aConnectionThatWasClosedInBetweenIsMadeAnew() throws {
        let server = try ScriptedServer { peer, _ in
            if let request = peer.next() { peer.answer(request, request.payload) }
        }
        defer { server.stop() }
        let connection = DirectConnection(server.endpoint, face: .ttrpc)
        for number in UInt8(1)...3 {
            #expect(try run(connection, call("Say"), [[number]]).answers == [[number]])
            // The end may still be on its way.
            pause(milliseconds: 50)
        }
    }

    @Test func aConnectionLostHalfwayIsUnavailableAndNotRepeated() throws {
        let server = try ScriptedServer { peer, _ in
            guard let request = peer.next() else { return }
            peer.message(request, [1])
        }
        defer { server.stop() }
        let connection = DirectConnection(server.endpoint, face: .ttrpc)
        let lost = try run(connection, call("Watch", answers: true), [[]])
        #expect(lost.answers == [[1]] && lost.outcome.status.code == .unavailable)
        #expect(server.requests.count == 1)
    }

    @Test func framesMayComeByteByByte() throws {
        let server = try ScriptedServer { peer, _ in
            guard let request = peer.next() else { return }
            let frames =
                FrameHeader.frame(stream: request.stream, type: FrameType.data, [1, 2])
                + FrameHeader.frame(stream: 99, type: FrameType.data, [9])
                + FrameHeader.frame(stream: request.stream, type: 0x33, [7])
                + FrameHeader.frame(stream: request.stream, type: FrameType.data, flags: 5, [])
            for byte in frames { peer.send([byte]) }
            _ = peer.next()
        }
        defer { server.stop() }
        let streamed = try run(
            DirectConnection(server.endpoint, face: .ttrpc), call("Watch", answers: true), [[]])
        #expect(streamed.outcome.failure == nil && streamed.answers == [[1, 2]])
    }

    @Test(arguments: [
        (Array("HTTP/1.1 400 Bad Request\r\n\r\n".utf8), "SPEAKS_HTTP1"), ([0x15, 3, 3, 0, 2, 2, 40], "SPEAKS_TLS"),
        (Array("SSH-2.0-x\r\n".utf8), "SPEAKS_OTHER"),
    ])
    func whatElseIsSpokenIsSaid(bytes: [UInt8], reason: String) throws {
        for face in RPCFace.allCases {
            let server = try ScriptedServer { peer, _ in
                peer.send(bytes)
                while peer.nextFrame() != nil {}
            }
            defer { server.stop() }
            let outcome = try run(DirectConnection(server.endpoint, face: face), call("Say"), [[]]).outcome
            #expect(outcome.status.reason == reason, "\(face): \(outcome.status)")
        }
    }
}

/// A service whose methods do what a client has to cope with.
private enum DirectMethods {
    static let service = "test.v1.Direct"

    static func table() -> MethodTable {
        MethodTable([
            entry("Say", .deferred { call, responder in responder.respond(call.payload) }),
            entry(
                "Refuse",
                .deferred { _, responder in
                    let violation = FieldViolation(field: "f", description: "d", reason: "R")
                    responder.fail(Status(.notFound, "There is none.", reason: "NONE", fieldViolations: [violation]))
                }),
            entry("Never", .deferred { _, responder in Kept.shared.keep(responder) }),
            MethodEntry(
                service: service, method: "Wait", isServerStreaming: true,
                handler: .deferred { call, responder in
                    Kept.shared.keep(responder, as: call.payload)
                    _ = responder.send([1])
                }),
            MethodEntry(
                service: service, method: "Watch", isServerStreaming: true,
                handler: .deferred { _, responder in
                    for number in 0..<200 { _ = responder.send([UInt8](repeating: UInt8(number), count: 40_000)) }
                    responder.finish()
                }),
            entry("Count", .streaming { _, source, responder in count(source, responder, 0, 0) }),
            MethodEntry(
                service: service, method: "Converse", isServerStreaming: true,
                handler: .streaming { _, source, responder in converse(source, responder) }),
            entry(
                "Hasty",
                .streaming { _, source, responder in
                    source.next { _ in responder.fail(Status(.aborted, "Enough.", reason: "HASTY")) }
                }),
        ])
    }

    private static func entry(_ method: String, _ handler: Handler) -> MethodEntry {
        MethodEntry(service: service, method: method, handler: handler)
    }

    private static func count(_ source: any MessageSource, _ responder: any Responder, _ messages: Int, _ bytes: Int) {
        source.next { message in
            guard let message else { return responder.respond(Array("\(messages) \(bytes)".utf8)) }
            count(source, responder, messages + 1, bytes + message.bytes.count)
        }
    }

    private static func converse(_ source: any MessageSource, _ responder: any Responder) {
        source.next { message in
            guard let message else { return responder.finish() }
            _ = responder.send(message.bytes)
            converse(source, responder)
        }
    }
}

/// Responders that never answer.
private final class Kept: Sendable {
    static let shared = Kept()
    private let responders = Mutex<[(name: [UInt8], responder: any Responder)]>([])

    func keep(_ responder: any Responder, as name: [UInt8] = []) {
        responders.withLock { $0.append((name, responder)) }
    }

    func stream(_ name: [UInt8]) -> (any Responder)? {
        responders.withLock { $0.first { $0.name == name }?.responder }
    }
}
