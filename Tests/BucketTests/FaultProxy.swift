import Foundation
import Synchronization
import TestSupport

/// Stands in front of an S3 server and spoils some answers. Seeded, so that a run can be repeated.
final class FaultProxy: Sendable {
    struct Faults {
        /// Of all requests: not passed on (503, closed), or passed on and their answer lost or cut in the middle.
        var share = 0.0
        /// Of batch deletes: a 200 that says each second key failed, and nothing was deleted.
        var refusedBatches = 0.0
        /// Answers every request with this instead.
        var always: [UInt8]?
    }

    let port: UInt16
    private let listener: Int32
    private let counts: Counts

    final class Counts: Sendable {
        let requests = Atomic<Int>(0)
        let spoiled = Atomic<Int>(0)
        let batches = Atomic<Int>(0)
        let refusedBatches = Atomic<Int>(0)
        fileprivate let random: Mutex<UInt64>
        init(seed: UInt64) { random = Mutex(seed) }

        /// 0..<1
        fileprivate func draw() -> Double {
            random.withLock { state in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return Double(state >> 11) / Double(UInt64(1) << 53)
            }
        }
    }

    var seen: Counts { counts }

    init(upstream: UInt16, _ faults: Faults, seed: UInt64 = 1) throws {
        let (listener, port) = try Loopback.listen()
        self.listener = listener
        self.port = port
        let counts = Counts(seed: seed)
        self.counts = counts
        Thread.detachNewThread {
            while true {
                let client = accept(listener, nil, nil)
                guard client >= 0 else {
                    close(listener)
                    return
                }
                Thread.detachNewThread {
                    Exchange(client: client, upstream: upstream, faults: faults, counts: counts).run()
                    close(client)
                }
            }
        }
    }

    deinit { shutdown(listener, Int32(SHUT_RDWR)) }
}

/// One connection of the client's.
private struct Exchange {
    let client: Int32
    let upstream: UInt16
    let faults: FaultProxy.Faults
    let counts: FaultProxy.Counts

    func run() {
        while let request = Message.read(from: client) {
            counts.requests.add(1, ordering: .relaxed)
            guard answer(request) else { return }
        }
    }

    /// False ends the connection.
    private func answer(_ request: Message) -> Bool {
        if let fixed = faults.always { return Message.write(fixed, to: client) }
        if request.isBatchDelete {
            counts.batches.add(1, ordering: .relaxed)
            if counts.draw() < faults.refusedBatches {
                counts.refusedBatches.add(1, ordering: .relaxed)
                return Message.write(Message.response(200, request.refusal), to: client)
            }
        }
        guard counts.draw() < faults.share else {
            guard let reply = forward(request) else { return false }
            return Message.write(reply.bytes, to: client)
        }
        counts.spoiled.add(1, ordering: .relaxed)
        switch counts.draw() {
        case ..<0.4: return Message.write(Message.response(503, Message.slowDown), to: client)
        case ..<0.6: return false
        case ..<0.8:
            _ = forward(request)
            return false
        default:
            guard let reply = forward(request) else { return false }
            return Message.write(Message.response(200, Array(reply.body.prefix(reply.body.count * 2 / 3))), to: client)
        }
    }

    private func forward(_ request: Message) -> Message? {
        let server = Loopback.connect(upstream)
        guard server >= 0 else { return nil }
        defer { close(server) }
        guard Message.write(request.bytes, to: server) else { return nil }
        return Message.read(from: server, isRequest: false, hasBody: true)
    }
}

/// An HTTP/1.1 message, whole.
private struct Message {
    var bytes: [UInt8]
    var head: String
    var body: [UInt8]

    static let slowDown = Array("<Error><Code>SlowDown</Code><Message>Later.</Message></Error>".utf8)

    var isBatchDelete: Bool { head.hasPrefix("POST") && head.prefix { $0 != "\r\n" }.contains("?delete") }

    /// Says that each second key could not be deleted.
    var refusal: [UInt8] {
        let keys = String(decoding: body, as: UTF8.self).components(separatedBy: "<Object>").dropFirst()
        var text = "<DeleteResult>"
        for (index, object) in keys.enumerated() where index % 2 == 0 {
            let key = object.components(separatedBy: "</Key>")[0]
            text +=
                "<Error>\(key)</Key><Code>InternalError</Code><Message>We encountered an internal error.</Message></Error>"
        }
        return Array((text + "</DeleteResult>").utf8)
    }

    static func response(_ status: Int, _ body: [UInt8]) -> [UInt8] {
        Array("HTTP/1.1 \(status) X\r\nContent-Type: application/xml\r\nContent-Length: \(body.count)\r\n\r\n".utf8)
            + body
    }

    static func read(from descriptor: Int32, isRequest: Bool = true, hasBody: Bool = true) -> Message? {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        var headEnd: Int?
        var length: Int?
        var isChunked = false
        while true {
            if headEnd == nil, let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) {
                headEnd = end.upperBound
                for line in String(decoding: bytes[..<end.upperBound], as: UTF8.self).components(separatedBy: "\r\n") {
                    let lower = line.lowercased()
                    if lower.hasPrefix("content-length:") {
                        length = Int(line.dropFirst(15).trimmingCharacters(in: .whitespaces))
                    }
                    if lower.hasPrefix("transfer-encoding:") { isChunked = lower.contains("chunked") }
                }
            }
            if let headEnd {
                let isWhole =
                    isChunked
                    ? bytes.suffix(5).elementsEqual("0\r\n\r\n".utf8) : bytes.count >= headEnd + (length ?? 0)
                if isWhole {
                    let body = isChunked ? dechunked(bytes[headEnd...]) : Array(bytes[headEnd...])
                    return Message(bytes: bytes, head: String(decoding: bytes[..<headEnd], as: UTF8.self), body: body)
                }
            }
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            guard count > 0 else { return nil }
            bytes += buffer[..<count]
        }
    }

    private static func dechunked(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var rest = bytes
        var body: [UInt8] = []
        while let end = rest.firstRange(of: Array("\r\n".utf8)),
            let count = Int(String(decoding: rest[..<end.lowerBound], as: UTF8.self), radix: 16), count > 0
        {
            body += rest[end.upperBound...].prefix(count)
            rest = rest[end.upperBound...].dropFirst(count + 2)
        }
        return body
    }

    static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                send(descriptor, $0.baseAddress?.advanced(by: written), $0.count - written, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            written += count
        }
        return true
    }
}
