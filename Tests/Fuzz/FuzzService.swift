import RPC

/// Methods of every kind, each of which answers at once.
enum FuzzService {
    static let service = "test.v1.Fuzz"
    static let methods = ["Echo", "Together", "Later", "Count", "Exchange"]

    static func table() -> MethodTable {
        MethodTable([
            entry("Echo", .inline { call, reply in echo(call.payload.copied, &reply) }),
            entry("Together", .batched(Echoes())),
            entry("Later", .deferred { call, responder in responder.respond(call.payload) }),
            entry(
                "Count", isServerStreaming: true,
                .deferred { call, responder in
                    for byte in call.payload.prefix(4) { _ = responder.send([byte]) }
                    responder.finish()
                }),
            entry(
                "Exchange", isServerStreaming: true, .streaming { _, source, responder in exchange(source, responder) }),
        ])
    }

    private static func entry(_ name: String, isServerStreaming: Bool = false, _ handler: Handler) -> MethodEntry {
        MethodEntry(
            service: service, method: name, isServerStreaming: isServerStreaming, readsMetadata: true, handler: handler)
    }

    fileprivate static func echo(_ payload: [UInt8], _ reply: inout Reply) {
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
}

private final class Echoes: BatchHandler {
    func run(_ batch: borrowing CallBatch) {
        for index in 0..<batch.count {
            let payload = batch.payload(index).copied
            batch.answer(index) { FuzzService.echo(payload, &$0) }
        }
    }
}
