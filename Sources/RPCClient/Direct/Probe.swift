internal import Glibc
internal import HTTP2Client
internal import RPC
internal import TLS

/// Finds out what a port speaks, once a call there came to nothing. Each takes a connection of its own and at most two seconds.
enum Probe {
    private static let timeoutMs = 2_000

    /// Whether a greeting of TLS is answered as TLS does.
    static func speaksTLS(_ endpoint: Endpoint) -> Bool {
        guard let client = try? TLSClient(TLSClientFiles(), protocols: ["h2", "ttrpc/1"]) else { return false }
        let wire = TLSWire()
        guard let session = client.makeSession(wire, host: endpoint.host) else { return false }
        _ = session.handshake()
        let answer = exchange(endpoint, [UInt8](wire.output.bytes), wanted: 3)
        // A handshake record, or an alert.
        return answer.count >= 2 && (answer[0] == 0x16 || answer[0] == 0x15) && answer[1] == 3
    }

    /// Whether HTTP/2, ttrpc or HTTP/1 is answered without TLS.
    static func speaksPlaintext(_ endpoint: Endpoint) -> Bool {
        if let session = HTTP2Session() {
            let output = OutputBuffer(capacity: 256)
            session.write(into: output)
            let answer = exchange(endpoint, [UInt8](output.bytes), wanted: 9)
            if answer.starts(with: "HTTP/".utf8) || answer.count >= 9 && answer[0] == 0 && answer[3] == 4 {
                return true
            }
        }
        let request = RequestEnvelope.encode(
            service: "none", method: "None", payload: [], timeoutNanoseconds: 0, metadata: [])
        let frame = FrameHeader.frame(stream: 1, type: FrameType.request, request)
        let answer = exchange(endpoint, frame, wanted: FrameHeader.byteCount)
        return answer.count >= FrameHeader.byteCount && answer[0] == 0 && answer[8] == FrameType.response
    }

    /// Sends, and answers what came until there are `wanted` bytes, the connection ends or time is up.
    private static func exchange(_ endpoint: Endpoint, _ bytes: [UInt8], wanted: Int) -> [UInt8] {
        let until = MonotonicTime.after(nanoseconds: Int64(timeoutMs) * 1_000_000)
        var answer: [UInt8] = []
        guard let socket = try? endpoint.connect(timeoutMs: timeoutMs),
            bytes.withUnsafeBytes({ socket.send($0) }) == bytes.count
        else { return answer }
        var room = [UInt8](repeating: 0, count: 256)
        while answer.count < wanted {
            switch room.withUnsafeMutableBytes({ socket.receive(into: $0) }) {
            case .bytes(let count): answer += room.prefix(count)
            case .ended: return answer
            case .wouldBlock:
                do throws(SocketError) { try socket.wait(for: POLLIN, until: until) } catch { return answer }
            }
        }
        return answer
    }
}
