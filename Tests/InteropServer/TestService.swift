import Dispatch
import RPC

/// The methods of grpc.testing.TestService. UnimplementedCall is left out: that is what it is for.
enum TestService {
    static let name = "grpc.testing.TestService"
    private static let queue = DispatchQueue(label: "interop", attributes: .concurrent)

    static var table: MethodTable {
        MethodTable([
            entry("EmptyCall", .inline { _, reply in reply.succeed(maximumBytes: 0) { _ in 0 } }),
            entry("UnaryCall", readsMetadata: true, .deferred { call, responder in unary(call, responder) }),
            entry(
                "StreamingOutputCall", streams: true,
                .deferred { call, responder in
                    guard let request = TestRequest(call.payload, .output) else { return responder.fail(malformed) }
                    send(request.parameters[...], responder) { responder.finish() }
                }),
            entry(
                "StreamingInputCall",
                .streaming { _, source, responder in sum(source, responder, total: 0) }),
            entry(
                "FullDuplexCall", streams: true, readsMetadata: true,
                .streaming { call, source, responder in
                    echo(call.metadata, responder)
                    answerEach(source, responder)
                }),
            entry(
                "HalfDuplexCall", streams: true,
                .streaming { _, source, responder in gather(source, responder, parameters: []) }),
        ])
    }

    private static func entry(
        _ method: String, streams: Bool = false, readsMetadata: Bool = false, _ handler: Handler
    ) -> MethodEntry {
        MethodEntry(
            service: name, method: method, isServerStreaming: streams, readsMetadata: readsMetadata, handler: handler)
    }

    private static let malformed = Status(.internalError, "The message doesn't parse.")
    private static let uncompressed = Status(.invalidArgument, "The message was to come compressed.")

    private static func unary(_ call: OwnedCall, _ responder: any Responder) {
        guard let request = TestRequest(call.payload, .simple) else { return responder.fail(malformed) }
        echo(call.metadata, responder)
        if request.expectCompressed == true, !call.wasCompressed { return responder.fail(uncompressed) }
        if let status = request.status { return responder.fail(status.status) }
        responder.setCompression(request.responseCompressed)
        responder.respond(TestResponse.payload(request.responseSize))
    }

    /// Two keys of the client's metadata come back.
    private static func echo(_ metadata: CallMetadata, _ responder: any Responder) {
        var initial = CallMetadata()
        var trailing = CallMetadata()
        if let value = metadata["x-grpc-test-echo-initial"] { initial.append("x-grpc-test-echo-initial", value) }
        if let value = metadata["x-grpc-test-echo-trailing-bin"] {
            trailing.append("x-grpc-test-echo-trailing-bin", value)
        }
        responder.setMetadata(initial: initial, trailing: trailing)
    }

    /// Sends a message for each, each after its pause, where the client takes them; then goes on.
    private static func send(
        _ parameters: ArraySlice<ResponseParameters>, _ responder: any Responder,
        then proceed: @escaping @Sendable () -> Void
    ) {
        guard let first = parameters.first else { return proceed() }
        queue.asyncAfter(deadline: .now() + .microseconds(first.intervalUs)) {
            responder.whenRoom {
                responder.setCompression(first.compressed)
                guard responder.send(TestResponse.payload(first.size)) else { return }
                queue.async { send(parameters.dropFirst(), responder, then: proceed) }
            }
        }
    }

    private static func sum(_ source: any MessageSource, _ responder: any Responder, total: Int) {
        source.next { message in
            guard let message else { return responder.respond(TestResponse.aggregated(total)) }
            guard let request = TestRequest(message.bytes, .input) else { return responder.fail(malformed) }
            if request.expectCompressed == true, !message.wasCompressed { return responder.fail(uncompressed) }
            queue.async { sum(source, responder, total: total + request.payloadBytes) }
        }
    }

    private static func answerEach(_ source: any MessageSource, _ responder: any Responder) {
        source.next { message in
            guard let message else { return responder.finish() }
            guard let request = TestRequest(message.bytes, .output) else { return responder.fail(malformed) }
            if let status = request.status { return responder.fail(status.status) }
            send(request.parameters[...], responder) { answerEach(source, responder) }
        }
    }

    private static func gather(
        _ source: any MessageSource, _ responder: any Responder, parameters: [ResponseParameters]
    ) {
        source.next { message in
            guard let message else { return send(parameters[...], responder) { responder.finish() } }
            guard let request = TestRequest(message.bytes, .output) else { return responder.fail(malformed) }
            queue.async { gather(source, responder, parameters: parameters + request.parameters) }
        }
    }
}
