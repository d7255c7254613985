import FoundationEssentials
import Messages
import RPC

/// One customer's life: what is known of the account as it goes on, and how each call is made and shown.
final class Tour {
    let caller: Caller
    let mail: MailFolder
    let bucket: String
    private let schema: Schema
    private var headings = 0
    /// The heading of the step that is going on.
    private(set) var step = ""
    var seenMails: Set<String> = []

    let run = String(UInt64.random(in: .min ... .max), radix: 16)
    var email: String
    var password: String
    var accountID = ""
    var session = ""
    var sessionID = ""
    var authenticator: Authenticator?
    var recoveryCodes: [String] = []

    init(caller: Caller, data: String) throws {
        self.caller = caller
        mail = MailFolder(path: data + "/mail")
        bucket = data + "/bucket"
        schema = try Schema()
        email = "tour-\(run)@example.com"
        password = "marble-kettle-\(String(UInt64.random(in: .min ... .max), radix: 36))"
    }

    // What is printed.

    func heading(_ text: String) {
        headings += 1
        step = "\(headings). \(text)"
        Terminal.say("\n\(step)")
    }

    func say(_ text: String) { Terminal.say("   \(text)") }

    func hold(_ isTrue: Bool, _ what: String) throws {
        guard isTrue else { throw ToolError("it does not hold that \(what)") }
        say("✓ \(what)")
    }

    // How calls are made.

    /// A call by the service alone, or in a session where there is a token.
    func call<Request: Message, Answer: Message>(
        _ method: Messages.Method, _ request: Request, _ answer: Answer.Type = Answer.self, in session: String? = nil
    ) throws -> Answer {
        let answer: Answer = try caller.ask(method, shown(method, request), session: session)
        let json = try schema.json(answer.encodedBytes(), of: Answer.fullName)
        say("→ " + Shown.json(json, indent: "     "))
        return answer
    }

    /// A call in the customer's session. Steps up first where the server asks for it.
    func owned<Request: Message, Answer: Message>(
        _ method: Messages.Method, _ request: Request, _ answer: Answer.Type = Answer.self
    ) throws -> Answer {
        do {
            return try call(method, request, answer, in: session)
        } catch let failure as CallFailure where failure.status.reason == "STEP_UP_REQUIRED" {
            say("→ \(failure.status.description)")
            try stepUp()
            return try call(method, request, answer, in: session)
        }
    }

    func stepUp() throws {
        let answer = try call(.stepUp, StepUpRequest(password: password), StepUpResponse.self, in: session)
        session = answer.sessionToken
    }

    /// A call that the server must refuse with this code; and with this reason, where one is given.
    func refused<Request: Message, Answer: Message>(
        _ method: Messages.Method, _ request: Request, _ answer: Answer.Type, in session: String? = nil,
        as code: StatusCode, _ reason: String = ""
    ) throws {
        do {
            let _: Answer = try caller.ask(method, shown(method, request), session: session)
        } catch let failure as CallFailure {
            say("→ refused: " + failure.status.description)
            guard failure.status.code == code, reason.isEmpty || failure.status.reason == reason else { throw failure }
            return
        }
        throw ToolError("\(method.description.method) succeeded, and should have been refused with \(code) \(reason)")
    }

    /// Prints the request; gives it a request_id where it can have one.
    private func shown<Request: Message>(_ method: Messages.Method, _ request: Request) throws -> Request {
        let json = try schema.json(request.encodedBytes(), of: Request.fullName)
        let name = method.description.service.split(separator: ".").last ?? ""
        say("\(name)/\(method.description.method) " + Shown.json(json, indent: "   "))
        guard var mutating = request as? any MutatingRequest else { return request }
        mutating.requestID = UUID().uuidString.lowercased()
        return mutating as? Request ?? request
    }

    // What a customer does beside calling.

    /// The token of the newest mailed link to the address.
    func mailedToken(to address: String) throws -> String {
        let found = try mail.wait(to: address, besides: seenMails)
        seenMails.insert(found.name)
        guard let token = found.token else { throw ToolError("the mail \(found.name) has no link") }
        say("Mail to \(address): “\(found.subject)”, its link ends in token=\(token.prefix(8))…")
        return token
    }

    /// A code that was not used before; waits for one where it must.
    func freshCode() throws -> String {
        while let wait = authenticator?.secondsToWait, wait > 0 {
            say("waiting \(wait) s for the next code")
            for _ in 0..<wait { try Interruption.pause(milliseconds: 1_000) }
        }
        guard let code = authenticator?.nextCode() else { throw ToolError("the tour has no authenticator yet") }
        return code
    }

    func recoveryCode() throws -> String {
        guard let code = recoveryCodes.popLast() else { throw ToolError("no recovery code is left") }
        return code
    }
}
