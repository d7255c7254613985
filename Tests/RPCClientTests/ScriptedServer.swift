import Glibc
import RPC
import RPCClient
import Synchronization

/// A ttrpc server on the loopback that does what a test tells it, right or wrong. Each connection has a thread of its own.
final class ScriptedServer: Sendable {
    let endpoint: Endpoint
    private let listener: Int32
    private let accepted = Atomic<Int>(0)
    private let seen = Mutex<[SeenRequest]>([])
    private let peers = Mutex<[Peer]>([])

    /// `serve` gets each connection with its number, from 1; the connection ends when it returns. Port 0: any.
    init(port: UInt16 = 0, _ serve: @escaping @Sendable (Peer, Int) -> Void) throws {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var on: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let status = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(descriptor, address, size) == 0 && listen(descriptor, 64) == 0
                    && getsockname(descriptor, address, &size) == 0
            }
        }
        guard status, let endpoint = Endpoint("127.0.0.1:\(UInt16(bigEndian: address.sin_port))") else {
            throw SetupFailure()
        }
        self.endpoint = endpoint
        listener = descriptor
        onThread { [self] in
            while true {
                let connection = accept(listener, nil, nil)
                guard connection >= 0 else {
                    // Only here: a descriptor closed elsewhere could be another test's by now.
                    close(listener)
                    return
                }
                let number = accepted.add(1, ordering: .relaxed).newValue
                let peer = Peer(descriptor: connection) { [self] request in seen.withLock { $0.append(request) } }
                peers.withLock { $0.append(peer) }
                onThread {
                    serve(peer, number)
                    peer.hangUp()
                }
            }
        }
    }

    /// A server that echoes each call's payload.
    static func echo() throws -> ScriptedServer {
        try ScriptedServer { peer, _ in
            while let request = peer.next() { peer.answer(request, request.payload) }
        }
    }

    /// The listener outlives the test otherwise: its thread holds the server.
    func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
        peers.withLock { peers in
            for peer in peers { peer.hangUp() }
        }
    }

    var connections: Int { accepted.load(ordering: .relaxed) }
    var requests: [SeenRequest] { seen.withLock { $0 } }
}

struct SetupFailure: Error {}

struct SeenRequest: Sendable, Equatable {
    let stream: UInt32
    let flags: UInt8
    let service: String
    let method: String
    let payload: [UInt8]
    let timeoutNanoseconds: Int64
    let authorization: String
    let serviceAuthorization: String
}

/// The server's end of one connection.
final class Peer: Sendable {
    private let descriptor: Int32
    private let note: @Sendable (SeenRequest) -> Void

    init(descriptor: Int32, note: @escaping @Sendable (SeenRequest) -> Void) {
        self.descriptor = descriptor
        self.note = note
    }

    deinit { close(descriptor) }

    /// Waits for the next frame of any type; nil at the connection's end.
    func nextFrame() -> (header: FrameHeader, data: [UInt8])? {
        guard let head = read(FrameHeader.byteCount) else { return nil }
        let header = FrameHeader(reading: head.span.bytes, at: 0)
        return read(Int(header.length)).map { (header, $0) }
    }

    /// Waits for the next request; nil at the connection's end. Frames of other types are passed over, as ttrpc's servers do.
    func next() -> SeenRequest? {
        var frame = nextFrame()
        while let other = frame, other.header.type != FrameType.request { frame = nextFrame() }
        guard let (header, data) = frame else { return nil }
        guard let envelope = RequestEnvelope(reading: data.span.bytes) else { return nil }
        let request = SeenRequest(
            stream: header.stream, flags: header.flags, service: text(envelope.service), method: text(envelope.method),
            payload: envelope.payload.copied, timeoutNanoseconds: envelope.timeoutNanoseconds,
            authorization: text(envelope.authorization), serviceAuthorization: text(envelope.serviceAuthorization))
        note(request)
        return request
    }

    /// Says that the server speaks accountd's extra frames.
    func answerPing() {
        send(FrameHeader.frame(stream: 1, type: FrameType.ping, flags: FrameFlag.answer, []))
    }

    func answer(_ request: SeenRequest, _ payload: [UInt8] = []) {
        send(ResponseEnvelope.frame(stream: request.stream, payload: payload))
    }

    func fail(_ request: SeenRequest, _ status: Status) { send(ResponseEnvelope.frame(stream: request.stream, status)) }

    func message(_ request: SeenRequest, _ payload: [UInt8]) {
        send(FrameHeader.frame(stream: request.stream, type: FrameType.data, payload))
    }

    func endStream(_ request: SeenRequest) {
        let flags = FrameFlag.remoteClosed | FrameFlag.noData
        send(FrameHeader.frame(stream: request.stream, type: FrameType.data, flags: flags, []))
    }

    func send(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    func hangUp() { shutdown(descriptor, Int32(SHUT_RDWR)) }

    private func read(_ count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        var held = 0
        while held < count {
            let more = bytes.withUnsafeMutableBytes {
                recv(descriptor, $0.baseAddress.map { $0 + held }, count - held, 0)
            }
            guard more > 0 else { return nil }
            held += more
        }
        return bytes
    }

    private func text(_ bytes: RawSpan) -> String { String(decoding: bytes.copied, as: UTF8.self) }
}

func onThread(_ body: @escaping @Sendable () -> Void) {
    final class Body {
        let run: @Sendable () -> Void
        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }
    var thread = pthread_t()
    let held = Unmanaged.passRetained(Body(body))
    let start: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { argument in
        guard let argument else { return nil }
        Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run()
        return nil
    }
    guard pthread_create(&thread, nil, start, held.toOpaque()) == 0 else { return held.release() }
    pthread_detach(thread)
}

func pause(milliseconds: Int) { usleep(UInt32(milliseconds) * 1_000) }

extension Client {
    /// A call of nothing in particular.
    func echo(_ payload: [UInt8] = [1], _ options: CallOptions = CallOptions()) async -> Result<[UInt8], Status> {
        await call(service: "test.v1.Echo", method: "Say", payload: payload, options: options)
    }
}

extension Result where Failure == Status {
    var status: Status? {
        if case .failure(let status) = self { status } else { nil }
    }
}

extension ClientOptions {
    /// Waits that don't make a test long.
    static var quick: ClientOptions {
        var options = ClientOptions()
        options.backoff = Backoff(firstMs: 2, maxMs: 20)
        return options
    }
}
