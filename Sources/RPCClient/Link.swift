internal import Glibc
internal import RPC
internal import TLS

/// What a connection sends and receives through: a socket, or TLS over one. Handed over once, from the thread that connected it to
/// the client's.
final class Link: @unchecked Sendable {
    let socket: Socket
    private let tls: SecuredLink?

    private init(_ socket: Socket, _ tls: SecuredLink?) {
        self.socket = socket
        self.tls = tls
    }

    /// Connected, and through its handshake where there is one. Waits for at most `timeoutMs` for each address, and for the handshake.
    static func connected(to endpoint: Endpoint, _ tls: TLSClient?, timeoutMs: Int) throws(SocketError) -> Link {
        try secured(try endpoint.connect(timeoutMs: timeoutMs), endpoint, tls, timeoutMs: timeoutMs)
    }

    /// The same over a socket that is connected already.
    static func secured(
        _ socket: Socket, _ endpoint: Endpoint, _ tls: TLSClient?, timeoutMs: Int
    ) throws(SocketError) -> Link {
        guard let tls else { return Link(socket, nil) }
        let secured = SecuredLink()
        guard let session = tls.makeSession(secured.wire, host: endpoint.host) else {
            throw SocketError(what: "can't be spoken to by TLS: memory is short")
        }
        secured.session = session
        try secured.shakeHands(socket, until: MonotonicTime.after(nanoseconds: Int64(timeoutMs) * 1_000_000))
        return Link(socket, secured)
    }

    /// Whether bytes lie here that the kernel tells nothing of any more.
    var hasUnread: Bool { tls?.hasUnread ?? false }

    /// Whether bytes that were taken wait for the kernel.
    var wantsToSend: Bool { tls.map { $0.wire.output.count > $0.sent } ?? false }

    /// How many bytes were taken; 0 where none are now; nil where the connection is gone.
    func send(_ bytes: UnsafeRawBufferPointer) -> Int? {
        guard let tls else { return socket.send(bytes) }
        // One lot after the other: what is encrypted can't be taken back.
        guard let isClear = tls.flush(socket) else { return nil }
        guard isClear, bytes.count > 0 else { return 0 }
        guard tls.session?.write(bytes) == true, tls.flush(socket) != nil else { return nil }
        return bytes.count
    }

    func receive(into buffer: UnsafeMutableRawBufferPointer) -> Socket.Received {
        guard let tls else { return socket.receive(into: buffer) }
        return tls.receive(socket, into: buffer)
    }

    /// Why TLS ended it, where it did; ends a sentence.
    var failure: String? { tls?.failure }
}

/// A session, what came for it and what it wants sent.
private final class SecuredLink {
    let wire = TLSWire()
    var session: TLSSession?
    /// Bytes at the front of the wire's output that the kernel took.
    private(set) var sent = 0
    private(set) var failure: String?
    private let input = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
    /// Bytes of `input` that came and were not read yet.
    private var unread = 0..<0

    deinit { input.deallocate() }

    var hasUnread: Bool { !unread.isEmpty || session?.hasPlainBytes == true }

    /// Whether nothing waits any more; nil where the connection is gone.
    func flush(_ socket: Socket) -> Bool? {
        while sent < wire.output.count {
            guard let count = socket.send(UnsafeRawBufferPointer(rebasing: wire.output.bytes[sent...])) else {
                return nil
            }
            guard count > 0 else { return false }
            sent += count
        }
        wire.output.removeAll()
        sent = 0
        return true
    }

    func receive(_ socket: Socket, into buffer: UnsafeMutableRawBufferPointer) -> Socket.Received {
        guard let session else { return .ended }
        while true {
            switch withInput({ session.read(into: buffer) }) {
            case .bytes(let count): return .bytes(count)
            case .ended: return .ended
            case .failed(let why):
                failure = why.words
                return .ended
            case .wantsMore: break
            }
            // Keys are changed by an answer.
            guard flush(socket) != nil else { return .ended }
            switch socket.receive(into: input) {
            case .bytes(let count): unread = 0..<count
            case .wouldBlock: return .wouldBlock
            case .ended: return .ended
            }
        }
    }

    private func withInput<Answer>(_ body: () -> Answer) -> Answer {
        wire.input = UnsafeRawBufferPointer(rebasing: input[unread])
        let answer = body()
        unread = (unread.upperBound - wire.input.count)..<unread.upperBound
        wire.input = UnsafeRawBufferPointer(start: nil, count: 0)
        return answer
    }

    /// On a thread that may wait.
    func shakeHands(_ socket: Socket, until: Int64) throws(SocketError) {
        guard let session else { return }
        while true {
            let step = withInput { session.handshake() }
            // What went wrong is told to the server too.
            let isClear = flush(socket)
            switch step {
            case .done: return
            case .failed(let why): throw SocketError(what: why.words)
            case .wantsMore: break
            }
            guard let isClear else { throw SocketError(what: "ended the connection in the TLS handshake") }
            if !isClear || unread.isEmpty {
                try socket.wait(for: isClear ? POLLIN : POLLIN | POLLOUT, until: until)
            }
            switch socket.receive(into: input) {
            case .bytes(let count): unread = 0..<count
            case .wouldBlock: unread = 0..<0
            case .ended: throw SocketError(what: "ended the connection in the TLS handshake")
            }
        }
    }
}

extension TLSFailure {
    /// Behind the server's address.
    fileprivate var words: String {
        switch self {
        case .malformed: "doesn't speak TLS as it should; does it speak TLS at all?"
        case .version: "speaks no TLS 1.3"
        case .protocolUnknown: "speaks none of the client's protocols"
        case .certificateMissing: "showed no certificate"
        case .certificateExpired: "showed a certificate that has expired"
        case .certificateUntrusted: "showed a certificate of another name, or of an authority that isn't trusted"
        case .refusedByPeer: "refused the client; does it ask for a certificate that this one didn't show?"
        }
    }
}
