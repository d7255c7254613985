import FoundationEssentials
import Messages
import RPC
import RPCClient

/// From the page's JSON to accountd and back. The one place here that knows the client and the schema, which isn't for two threads
/// at once: hence an actor.
actor Gateway {
    /// What the browser brings beside the request.
    struct Caller {
        var session: String?
        var challenge: String?
        var userAgent: String
    }

    struct Answer {
        var json: String
        var session = TokenChange.keep
        var challenge = TokenChange.keep
    }

    private let schema: Schema
    private let client: Client

    init(_ options: ServerOptions) throws {
        schema = try Schema()
        client = try options.client()
    }

    /// `name` is one of the allowed methods.
    func call(_ name: String, json: String, for caller: Caller) async throws(Status) -> Answer {
        let method: Schema.Method
        let request: [UInt8]
        do {
            method = try schema.method(named: name)
            request = try schema.encode(json, as: method.request, requestID: UUID().uuidString.lowercased())
        } catch {
            throw Status(.invalidArgument, "\(error)", reason: "REQUEST_MALFORMED")
        }
        var options = CallOptions(deadline: .seconds(30))
        if let session = caller.session { options.metadata = [.authorization(session)] }
        let payload = try await client.call(
            service: method.service, method: method.name, payload: try completed(request, of: name, caller),
            options: options
        ).get()
        var answer = Answer(json: "")
        let shown = try withoutTokens(payload, of: name, &answer)
        answer.json = try text(shown, of: method.response)
        return answer
    }

    /// The account's activity from a cursor on, as protobuf.
    nonisolated func activity(after cursor: String, session: String) -> AsyncThrowingStream<[UInt8], any Error> {
        let method = Messages.Method.watchActivity.description
        return client.stream(
            service: method.service, method: method.method,
            payload: WatchActivityRequest(cursor: cursor).encodedBytes(),
            options: CallOptions(metadata: [.authorization(session)]))
    }

    /// Everything held on the account, in pieces of one JSON document.
    nonisolated func export(session: String) -> AsyncThrowingStream<[UInt8], any Error> {
        let method = Messages.Method.exportData.description
        return client.stream(
            service: method.service, method: method.method, payload: ExportDataRequest().encodedBytes(),
            options: CallOptions(metadata: [.authorization(session)]))
    }

    func activityText(_ payload: [UInt8]) throws(Status) -> (cursor: String, json: String) {
        (
            try read(payload, as: WatchActivityResponse.self).cursor,
            try text(payload, of: WatchActivityResponse.fullName)
        )
    }

    /// What the page doesn't know: its challenge, which lies in a cookie, and how its browser calls itself.
    private func completed(_ request: [UInt8], of name: String, _ caller: Caller) throws(Status) -> [UInt8] {
        switch name {
        case "SessionsService/SignIn":
            var message = try read(request, as: SignInRequest.self)
            message.userAgent = caller.userAgent
            return message.encodedBytes()
        case "SessionsService/CompleteSignIn":
            var message = try read(request, as: CompleteSignInRequest.self)
            message.userAgent = caller.userAgent
            message.challengeToken = caller.challenge ?? ""
            return message.encodedBytes()
        default: return request
        }
    }

    /// Tokens go into cookies, and not into what a script reads.
    private func withoutTokens(_ payload: [UInt8], of name: String, _ answer: inout Answer) throws(Status) -> [UInt8] {
        switch name {
        case "SessionsService/SignIn":
            var message = try read(payload, as: SignInResponse.self)
            if !message.sessionToken.isEmpty { answer.session = .set(message.sessionToken) }
            if !message.challengeToken.isEmpty { answer.challenge = .set(message.challengeToken) }
            (message.sessionToken, message.challengeToken) = ("", "")
            return message.encodedBytes()
        case "SessionsService/CompleteSignIn":
            var message = try read(payload, as: CompleteSignInResponse.self)
            answer.session = .set(message.sessionToken)
            answer.challenge = .clear
            message.sessionToken = ""
            return message.encodedBytes()
        case "SessionsService/StepUp":
            var message = try read(payload, as: StepUpResponse.self)
            answer.session = .set(message.sessionToken)
            message.sessionToken = ""
            return message.encodedBytes()
        case "SessionsService/SignOut", "AccountService/DeleteAccount":
            answer.session = .clear
            return payload
        default: return payload
        }
    }

    private func read<M: Message>(_ payload: [UInt8], as type: M.Type) throws(Status) -> M {
        do throws(DecodeFailure) {
            return try M.decode(payload)
        } catch {
            throw Status(.internalError, "A message doesn't parse.", reason: "ANSWER_MALFORMED")
        }
    }

    private func text(_ payload: [UInt8], of message: String) throws(Status) -> String {
        do {
            return try schema.json(payload, of: message, pretty: false).trimmed
        } catch {
            throw Status(.internalError, "\(error)", reason: "ANSWER_MALFORMED")
        }
    }
}
