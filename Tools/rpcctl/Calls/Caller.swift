import Messages
import RPC
import RPCClient

/// Makes typed calls over one connection, for the commands that know what they call.
final class Caller {
    let connection: DirectConnection
    private let metadata: [Metadata]

    init(_ connection: DirectConnection, metadata: [Metadata]) {
        self.connection = connection
        self.metadata = metadata
    }

    var endpoint: Endpoint { connection.endpoint }

    /// A call whose failure ends the tool as `CallFailure` says. Mutating requests are to have a `request_id`.
    func ask<Request: Message, Answer: Message>(
        _ method: Messages.Method, _ request: Request, session: String? = nil
    ) throws -> Answer {
        var answer: Answer?
        try run(method, request, session, .seconds(30)) { (message: Answer) in answer = message }
        guard let answer else { throw ToolError("the server answered \(method.description.method) with no message") }
        return answer
    }

    /// A server's stream, until it ends or `body` throws.
    func follow<Request: Message, Answer: Message>(
        _ method: Messages.Method, _ request: Request, session: String? = nil, _ body: (Answer) throws -> Void
    ) throws {
        try run(method, request, session, nil, body)
    }

    /// A stream that goes on until somebody ends it, which is no failure then.
    func watch<Request: Message, Answer: Message>(
        _ method: Messages.Method, _ request: Request, session: String? = nil, _ body: (Answer) throws -> Void
    ) throws {
        do {
            try follow(method, request, session: session, body)
        } catch let failure as CallFailure where failure.status.reason == "CALL_CANCELLED" {
            return
        }
    }

    private func run<Request: Message, Answer: Message>(
        _ method: Messages.Method, _ request: Request, _ session: String?, _ deadline: Duration?,
        _ body: (Answer) throws -> Void
    ) throws {
        let description = method.description
        var call = DirectCall(service: description.service, method: description.method)
        call.metadata = metadata + (session.map { [.authorization($0)] } ?? [])
        call.deadline = deadline
        call.streamsAnswers = description.serverStreaming
        var source = ListedRequests([request.encodedBytes()])
        let outcome = try connection.run(call, &source) { news in
            guard case .message(let bytes) = news else { return }
            guard let answer = try? Answer.decode(bytes) else {
                throw ToolError("the server's answer to \(description.method) doesn't parse")
            }
            try body(answer)
        }
        if outcome.failure != nil { throw CallFailure(outcome) }
    }
}
