import HTTP2Client
import RPC
import Testing

@Suite struct SessionTests {
    typealias Peer = ScriptedPeer
    let session: HTTP2Session
    let peer: ScriptedPeer
    let head: HTTP2RequestHead

    init() throws {
        session = try #require(HTTP2Session())
        peer = ScriptedPeer(session)
        head = try #require(
            HTTP2RequestHead(
                path: "/test.v1.TestService/Echo", authority: "host:1", isSecure: false,
                metadata: [("authorization", Array("Bearer x".utf8)), ("trace-bin", [0, 255])]))
    }

    private func ok(_ tag: UInt64) -> Told { .ended(tag, Status(.ok, ""), refused: false, [:]) }

    private func failure(_ told: [Told]) -> Status? {
        guard case .ended(_, let status, _, _)? = told.last else { return nil }
        return status
    }

    @Test func aRequestIsGRPCs() throws {
        #expect(session.begin(head, 1, [7, 8], timeout: 2_500_000_000) == 1)
        let frames = peer.frames()
        #expect(frames.first?.type == Peer.Kind.settings)
        let headers = try #require(frames.first { $0.type == Peer.Kind.headers })
        #expect(
            headers.fields == [
                ":method": "POST", ":scheme": "http", ":path": "/test.v1.TestService/Echo", ":authority": "host:1",
                "te": "trailers", "content-type": "application/grpc", "user-agent": "accountd",
                "authorization": "Bearer x", "trace-bin": "AP8", "grpc-timeout": "2500m",
            ])
        let data = try #require(frames.first { $0.type == Peer.Kind.data })
        #expect(data.payload == [0, 0, 0, 0, 2, 7, 8] && data.endsRequest)
    }

    @Test(arguments: [1, 2, 3, 7, .max]) func messagesComeWholeHoweverTheyAreCut(piece: Int) throws {
        let long = (0..<40_000).map { UInt8(truncatingIfNeeded: $0) }
        #expect(session.begin(head, 9, wantsMetadata: true) == 1)
        _ = peer.frames()
        let body = Peer.message([1, 2, 3]) + Peer.message([]) + Peer.message(long)
        var bytes = Peer.settings() + Peer.begin(1, [("initial", "a"), ("some-bin", "AP8")])
        // DATA frames that end anywhere.
        var rest = body[...]
        while !rest.isEmpty {
            bytes += Peer.data(1, Array(rest.prefix(9_001)))
            rest = rest.dropFirst(9_001)
        }
        peer.give(bytes + Peer.trailers(1, 0, [("final", "b")]), piece: piece)
        #expect(
            session.told() == [
                .headers(9, ["initial": [97], "some-bin": [0, 255]]), .message(9, [1, 2, 3]), .message(9, []),
                .message(9, long), .ended(9, Status(.ok, ""), refused: false, ["final": [98]]),
            ])
        #expect(session.openCalls == 0)
    }

    @Test func trailersTellWhatWentWrong() {
        let status = Status(
            .invalidArgument, "No, não.", reason: "BAD",
            fieldViolations: [FieldViolation(field: "f", description: "d", reason: "R")])
        let details = String(decoding: Base64.encode(status.encoded), as: UTF8.self)
        let short = Status(.notFound, "", reason: "X")
        for tag in UInt64(1)...4 { _ = session.begin(head, tag) }
        _ = peer.frames()
        peer.give(
            Peer.settings() + Peer.begin(1) + Peer.trailers(1, 3, [("grpc-message", "100%25 n%C3%A3o %zz%4")])
                + Peer.headers(
                    3,
                    [
                        (":status", "200"), ("content-type", "application/grpc"), ("grpc-status", "5"),
                        ("grpc-status-details-bin", String(decoding: Base64.encode(short.encoded), as: UTF8.self)),
                    ], ends: true)
                + Peer.begin(5) + Peer.trailers(5, 99, [("grpc-message", "odd")])
                + Peer.begin(7) + Peer.trailers(7, 9, [("grpc-message", "other")]))
        #expect(details.utf8.count > 100)
        #expect(
            session.told() == [
                .ended(1, Status(.invalidArgument, "100% não %zz%4"), refused: false, [:]),
                .ended(2, short, refused: false, [:]), .ended(3, Status(.unknown, "odd"), refused: false, [:]),
                .ended(4, Status(.failedPrecondition, "other"), refused: false, [:]),
            ])
    }

    @Test func aClientsStreamSendsAsItGoes() throws {
        let stream = try #require(session.begin(head, 4, nil, isLast: false))
        #expect(peer.frames().filter { $0.type == Peer.Kind.data }.isEmpty)
        #expect(session.send([5], on: stream))
        #expect(peer.frames().map(\.payload) == [[0, 0, 0, 0, 1, 5]])
        #expect(session.send([6], on: stream, isLast: true))
        let last = try #require(peer.frames().last)
        #expect(last.payload == [0, 0, 0, 0, 1, 6] && last.endsRequest)
        #expect(!session.send([7], on: stream), "a request that is whole takes no more")
        peer.give(Peer.settings() + Peer.begin(1) + Peer.data(1, Peer.message([1])) + Peer.trailers(1, 0))
        #expect(session.told() == [.message(4, [1]), ok(4)])
        #expect(!session.send([7], on: stream))
    }

    @Test func aRequestEndsWithoutAnotherMessage() throws {
        let stream = try #require(session.begin(head, 4, [1], isLast: false))
        #expect(peer.frames().last?.endsRequest == false)
        session.finish(stream)
        let last = try #require(peer.frames().last)
        #expect(last.payload.isEmpty && last.endsRequest)
    }

    @Test func givingUpResetsTheStream() throws {
        let stream = try #require(session.begin(head, 2))
        _ = peer.frames()
        session.cancel(stream)
        let reset = try #require(peer.frames().last)
        #expect(reset.type == Peer.Kind.reset && reset.payload == Peer.word(8))
        #expect(failure(session.told())?.code == .cancelled)
        // What the server says to it meanwhile is passed over.
        peer.give(Peer.settings() + Peer.begin(1) + Peer.data(1, Peer.message([1])) + Peer.trailers(1, 0))
        #expect(session.told().isEmpty && session.failure == nil)
    }

    @Test func whatTheServerNeverBeganMayBeSentAgain() {
        for tag in UInt64(1)...3 { _ = session.begin(head, tag) }
        _ = peer.frames()
        peer.give(Peer.settings() + Peer.reset(1, code: 7) + Peer.goAway(last: 3))
        let told = session.told()
        #expect(told.count == 3)
        let refused = told.compactMap { event -> UInt64? in
            if case .ended(let tag, let status, refused: true, _) = event, status.code == .unavailable {
                tag
            } else {
                nil
            }
        }
        #expect(refused.sorted() == [1, 3])
        #expect(session.isGoingAway && !session.takesCalls && session.begin(head, 9) == nil)
        peer.give(Peer.begin(3) + Peer.trailers(3, 0))
        #expect(session.told() == [ok(2)])
    }

    @Test func moreCallsThanTheServerTakesWait() {
        peer.give(Peer.settings([(3, 1)]))
        for tag in UInt64(1)...2 { _ = session.begin(head, tag) }
        #expect(session.maxConcurrentCalls == 1)
        #expect(peer.frames().filter { $0.type == Peer.Kind.headers }.map(\.stream) == [1])
        peer.give(Peer.begin(1) + Peer.trailers(1, 0))
        #expect(session.told() == [ok(1)])
        #expect(peer.frames().filter { $0.type == Peer.Kind.headers }.map(\.stream) == [3])
        session.cancel(3)
        _ = peer.frames()
        #expect(failure(session.told())?.code == .cancelled)
    }

    @Test func aCallThatStillWaitsCanBeGivenUp() {
        peer.give(Peer.settings([(3, 1)]))
        for tag in UInt64(1)...2 { _ = session.begin(head, tag) }
        _ = peer.frames()
        session.cancel(3)
        peer.give(Peer.begin(1) + Peer.trailers(1, 0))
        #expect(peer.frames().allSatisfy { $0.stream != 3 })
        let ended = session.told().compactMap { if case .ended(let tag, _, _, _) = $0 { tag } else { nil } }
        #expect(Set(ended) == [1, 2] && session.openCalls == 0)
    }

    @Test func longMessagesAreRefused() throws {
        var options = HTTP2SessionOptions()
        options.maxMessageBytes = 4
        let session = try #require(HTTP2Session(options: options))
        let peer = ScriptedPeer(session)
        for tag in UInt64(1)...3 { _ = session.begin(head, tag) }
        _ = peer.frames()
        peer.give(
            Peer.settings() + Peer.begin(1) + Peer.data(1, Peer.message([1, 2, 3, 4, 5])) + Peer.begin(3)
                + Peer.data(3, [0, 255, 255, 255]) + Peer.data(3, [255]) + Peer.begin(5)
                + Peer.data(5, Peer.message([1], flags: 1)))
        let resets = peer.frames().filter { $0.type == Peer.Kind.reset }.map(\.stream)
        #expect(resets.sorted() == [1, 3, 5])
        let codes = session.told().compactMap { if case .ended(_, let status, _, _) = $0 { status.code } else { nil } }
        #expect(codes.sorted { $0.rawValue < $1.rawValue } == [.resourceExhausted, .resourceExhausted, .internalError])
    }

    @Test func whatIsNoGRPCIsSaid() {
        for tag in UInt64(1)...4 { _ = session.begin(head, tag) }
        _ = peer.frames()
        peer.give(
            Peer.settings() + Peer.headers(1, [(":status", "503"), ("content-type", "text/html")], ends: true)
                + Peer.headers(3, [(":status", "404")]) + Peer.data(3, [60, 61], ends: true)
                + Peer.begin(5) + Peer.data(5, [0, 0, 0], ends: true) + Peer.begin(7) + Peer.data(7, [0, 0])
                + Peer.trailers(7, 0))
        let codes = session.told().compactMap { if case .ended(_, let status, _, _) = $0 { status.code } else { nil } }
        #expect(codes == [.unavailable, .unimplemented, .unknown, .internalError])
    }

    @Test(arguments: [
        (Array("HTTP/1.1 400 Bad Request\r\n\r\n".utf8), "HTTP/1"),
        (Array("SSH-2.0".utf8), "no HTTP/2"), ([0x15, 3, 3, 0, 2, 2, 40], "TLS"),
        (Peer.settings() + Peer.frame(9, stream: 1, [0]), "doesn't allow"),
    ])
    func aConnectionThatIsSomethingElseEndsItsCalls(bytes: [UInt8], words: String) throws {
        _ = session.begin(head, 3)
        _ = peer.frames()
        peer.give(bytes, piece: 3)
        _ = peer.frames()
        let status = try #require(failure(session.told()))
        #expect(status.code == .unavailable && status.message.contains(words), "\(status)")
        #expect(session.isOver && !session.takesCalls && session.begin(head, 4) == nil)
    }

    @Test func aLostConnectionEndsItsCalls() {
        for tag in UInt64(1)...2 { _ = session.begin(head, tag) }
        session.lose("was lost")
        let told = session.told()
        #expect(told.count == 2 && failure(told)?.code == .unavailable)
        session.lose("again")
        #expect(session.told().isEmpty && !session.wantsToWrite)
    }

    @Test func aPingIsAnswered() {
        session.ping()
        let ping = peer.frames().first { $0.type == Peer.Kind.ping }
        peer.give(Peer.settings() + Peer.frame(Peer.Kind.ping, flags: 1, ping?.payload ?? []))
        #expect(session.told() == [.pong])
    }

    @Test func metadataThatNoFieldCanCarryIsRefused() {
        let bad: [(name: String, value: [UInt8])] = [
            ("Upper", [97]), ("grpc-x", [97]), (":path", [97]), ("te", [97]), ("a b", [97]), ("", [97]),
            ("ok", [10]), ("ok", [0xC3]), ("ok", [32, 97]),
        ]
        for entry in bad {
            #expect(
                HTTP2RequestHead(path: "/a/b", authority: "h", isSecure: true, metadata: [entry]) == nil, "\(entry)")
        }
        #expect(HTTP2RequestHead(path: "/a/b", authority: "h", isSecure: true, metadata: [("x-bin", [10])]) != nil)
    }

    @Test func callsAreUsedAgain() {
        let memory = HTTP2Memory()
        guard let session = HTTP2Session(memory: memory) else { return #expect(Bool(false)) }
        let peer = ScriptedPeer(session)
        peer.give(Peer.settings())
        for round in Int32(0)..<2_000 {
            let stream = session.begin(head, UInt64(round), [1])
            #expect(stream == 2 * round + 1)
            _ = peer.frames()
            peer.give(
                Peer.begin(2 * round + 1) + Peer.data(2 * round + 1, Peer.message([2]))
                    + Peer.trailers(2 * round + 1, Int(round % 2)))
            let told = session.told()
            #expect(told.first == .message(UInt64(round), [2]))
            #expect(failure(told)?.code == (round % 2 == 0 ? .ok : .cancelled))
        }
    }
}
