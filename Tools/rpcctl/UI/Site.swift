import FlyingFox
import Foundation
import RPC

/// Every address of the page: its files, `POST /api/SERVICE/METHOD`, `GET /api/activity`, and what mail programs post.
struct Site: HTTPHandler {
    let gateway: Gateway
    let requestGuard: RequestGuard
    private let streams = StreamPlaces()

    init(gateway: Gateway, requestGuard: RequestGuard) {
        self.gateway = gateway
        self.requestGuard = requestGuard
    }

    func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
        guard let body = try await RequestBody.read(request) else { return lastAnswer(Refusal.tooLarge.failure) }
        if let refusal = requestGuard.refusal(of: request) { return answer(refusal.failure) }
        let path = request.target.path()
        switch (request.method, path) {
        case (.GET, "/api/activity"): return activity(request)
        case (.POST, "/api/AccountService/ExportData"): return await export(request)
        case (.POST, "/unsubscribe"): return await unsubscribe(OneClick.token(of: request, body))
        case (.POST, _) where path.hasPrefix("/api/"):
            return await call(String(path.dropFirst("/api/".count)), String(decoding: body, as: UTF8.self), request)
        case (.GET, _):
            guard let asset = Asset.at(path) else { return answer(Refusal.unknownPath.failure) }
            return answer(.ok, asset.type, Data(asset.bytes))
        default: return answer(Refusal.wrongMethod.failure)
        }
    }

    private var cookies: SessionCookies { SessionCookies(suffix: requestGuard.cookieSuffix) }

    private func call(_ name: String, _ json: String, _ request: HTTPRequest) async -> HTTPResponse {
        guard let access = AllowedMethods.table[name] else { return answer(Refusal.notAllowed.failure) }
        let session = access == .anyone ? nil : cookies.session(of: request)
        guard access != .owner || session != nil else { return answer(Refusal.signedOut.failure) }
        let caller = Gateway.Caller(
            session: session, challenge: cookies.challenge(of: request),
            userAgent: String((request.headers[HTTPHeader("User-Agent")] ?? "").prefix(256)))
        do throws(Status) {
            let answered = try await gateway.call(name, json: json.isEmpty ? "{}" : json, for: caller)
            var response = answer(.ok, "application/json", Data(answered.json.utf8))
            cookies.apply(answered, to: &response.headers)
            return response
        } catch {
            // A dead session's cookie stays: a StepUp beside this call may be about to replace it.
            return answer(PageFailure(error))
        }
    }

    private func activity(_ request: HTTPRequest) -> HTTPResponse {
        guard let session = cookies.session(of: request) else { return answer(Refusal.signedOut.failure) }
        guard let place = streams.take() else { return answer(Refusal.tooManyStreams.failure) }
        let cursor = String((request.headers[HTTPHeader("Last-Event-ID")] ?? "").prefix(256))
        let events = ActivityEvents(
            payloads: gateway.activity(after: cursor, session: session), gateway: gateway, place: place)
        var headers = SafetyHeaders.all
        headers[.contentType] = "text/event-stream"
        return HTTPResponse(statusCode: .ok, headers: headers, body: HTTPBodySequence(from: events))
    }

    /// Answered once the first piece is there: until then a refusal is one.
    private func export(_ request: HTTPRequest) async -> HTTPResponse {
        guard let session = cookies.session(of: request) else { return answer(Refusal.signedOut.failure) }
        guard let place = streams.take() else { return answer(Refusal.tooManyStreams.failure) }
        let pieces = gateway.export(session: session)
        do {
            var iterator = pieces.makeAsyncIterator()
            guard let first = try await iterator.next() else { return answer(Refusal.emptyExport.failure) }
            var headers = SafetyHeaders.all
            headers[.contentType] = "application/json"
            let data = ExportedData(first: first, rest: pieces, place: place)
            return HTTPResponse(statusCode: .ok, headers: headers, body: HTTPBodySequence(from: data))
        } catch {
            return answer((error as? Status).map { PageFailure($0) } ?? Refusal.emptyExport.failure)
        }
    }

    private func unsubscribe(_ token: String?) async -> HTTPResponse {
        guard let token else { return answer(Refusal.notOneClick.failure) }
        let caller = Gateway.Caller(userAgent: "")
        do throws(Status) {
            let json = JSONWriter.text(.object(["token": .text(token)]))
            _ = try await gateway.call("NotificationsService/Unsubscribe", json: json, for: caller)
            return answer(.ok, "text/plain; charset=utf-8", Data("Unsubscribed.\n".utf8))
        } catch {
            return answer(PageFailure(error))
        }
    }

    private func answer(_ failure: PageFailure) -> HTTPResponse {
        answer(HTTPStatusCode(failure.httpStatus, phrase: failure.reason), "application/json", failure.json)
    }

    private func answer(_ status: HTTPStatusCode, _ type: String, _ data: Data) -> HTTPResponse {
        var headers = SafetyHeaders.all
        headers[.contentType] = type
        return HTTPResponse(statusCode: status, headers: headers, body: data)
    }

    /// What the request still brings isn't read: the connection ends.
    private func lastAnswer(_ failure: PageFailure) -> HTTPResponse {
        var response = answer(failure)
        response.headers[.connection] = "close"
        let data = failure.json
        response.payload = .httpBody(HTTPBodySequence(from: LastBytes(data: data), count: data.count))
        return response
    }
}
