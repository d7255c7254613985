import Crypto
import Foundation
package import Messages
package import RPC
package import RPCClient

/// A customer as they really come about: signed up, verified by the mailed link, signed in; all through the wire.
package struct Customer: Sendable {
    package static let firstPassword = "Tangerine lamp orbit 77"
    package static let userAgent = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"

    package let server: ServerProcess
    package let client: Client
    package let accountID: String
    package var email: String
    package var password: String
    package var sessionToken: String
    package var session: Session

    package static func signUp(
        on server: ServerProcess, email: String? = nil, password: String = firstPassword,
        displayName: String = "Robin Vale", timeZone: String = "UTC", client: Client? = nil
    ) async throws -> Customer {
        let address = email ?? freshAddress()
        let client = try client ?? server.client()
        let options = server.asService()
        let _: SignUpResponse = try await client.call(
            .signUp,
            SignUpRequest(email: address, password: password, displayName: displayName, timeZone: timeZone),
            options: options)
        let token = try await server.mailFolder.token(to: address, subject: "Verify your email address")
        let verified: VerifyEmailResponse = try await client.call(
            .verifyEmail, VerifyEmailRequest(token: token), options: options)
        let opened: SignInResponse = try await client.call(
            .signIn, SignInRequest(email: address, password: password, userAgent: userAgent), options: options)
        guard let session = opened.session else { throw TestFailure("a first sign-in gave no session") }
        return Customer(
            server: server, client: client, accountID: verified.accountID, email: address, password: password,
            sessionToken: opened.sessionToken, session: session)
    }

    /// The same customer at a server that was started on the same data.
    package func moved(to server: ServerProcess) throws -> Customer {
        Customer(
            server: server, client: try server.client(), accountID: accountID, email: email, password: password,
            sessionToken: sessionToken, session: session)
    }

    package static func freshAddress() -> String { "c-\(UUID().uuidString.lowercased())@example.com" }

    /// Both tokens: the customer's, and the service's that calls for them.
    package func options(_ deadline: Duration? = nil) -> CallOptions {
        CallOptions(
            deadline: deadline,
            metadata: [.authorization(sessionToken), .serviceAuthorization(server.serviceToken)])
    }

    /// A call in the customer's name.
    package func call<Request: Message, Answer: Message>(
        _ method: Messages.Method, _ request: Request, as: Answer.Type = Answer.self
    ) async throws(Status) -> Answer {
        try await client.call(method, request, options: options())
    }

    /// The same person on another device. Two-factor must be off.
    package func signedInAgain(userAgent: String = Customer.userAgent) async throws -> Customer {
        let opened: SignInResponse = try await client.call(
            .signIn, SignInRequest(email: email, password: password, userAgent: userAgent), options: server.asService())
        guard let session = opened.session else { throw TestFailure("a sign-in gave no session") }
        var again = self
        again.sessionToken = opened.sessionToken
        again.session = session
        return again
    }

    /// The password is right; a code is still to come.
    package func challenge() async throws -> String {
        let opened: SignInResponse = try await client.call(
            .signIn, SignInRequest(email: email, password: password, userAgent: Self.userAgent),
            options: server.asService())
        guard !opened.challengeToken.isEmpty else { throw TestFailure("a sign-in gave no challenge") }
        return opened.challengeToken
    }

    /// Enrols with the code of the step before this one, so that this step's code is still good.
    package func enableTwoFactor() async throws -> (authenticator: Authenticator, recoveryCodes: [String]) {
        let enrolled: EnrollTotpResponse = try await call(.enrollTotp, EnrollTotpRequest())
        let authenticator = Authenticator(base32: enrolled.secret)
        try await Authenticator.awayFromStepsEnd()
        let confirmed: ConfirmTotpResponse = try await call(
            .confirmTotp, ConfirmTotpRequest(totpCode: try authenticator.code(step: Authenticator.step - 1)))
        return (authenticator, confirmed.recoveryCodes)
    }

    /// The mailed link's token, asked for by the address.
    package func resetToken() async throws -> String {
        let seen = Set(server.mailFolder.mails(to: email).map(\.name))
        let _: RequestPasswordResetResponse = try await client.call(
            .requestPasswordReset, RequestPasswordResetRequest(email: email), options: server.asService())
        return try await server.mailFolder.token(to: email, subject: "Set a new password", besides: seen)
    }
}

extension ServerProcess {
    /// One connection of its own. Tries once: tests want to see what the server says.
    package func client(_ change: (inout ClientOptions) -> Void = { _ in }) throws -> Client {
        guard let endpoint = Endpoint(address) else { throw TestFailure("\(address) is no address") }
        var options = ClientOptions()
        options.maxAttempts = 1
        change(&options)
        return Client(endpoint, options: options)
    }

    /// What a known service sends for nobody's session.
    package func asService(_ token: String? = nil) -> CallOptions {
        CallOptions(metadata: [.serviceAuthorization(token ?? serviceToken)])
    }
}

extension Authenticator {
    /// HMAC needs no server's key, but the port comes with one: a throw-away folder's.
    private static let cryptography: ServerCryptography? = {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("authenticator-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        guard let keys = try? ServerKeys.loadOrCreate(folder: folder.path) else { return nil }
        return try? ServerCryptography(keys: keys)
    }()

    package func code(step: Int64) throws -> String {
        guard let cryptography = Self.cryptography else { throw TestFailure("no cryptography for the authenticator") }
        return code(step: step, with: cryptography)
    }

    /// Waits where this step has less than `seconds` left, so that its code is good for what follows.
    package static func awayFromStepsEnd(seconds: Double = 6) async throws {
        let left = 30 - Date().timeIntervalSince1970.truncatingRemainder(dividingBy: 30)
        if left < seconds { try await Task.sleep(for: .seconds(left + 0.1)) }
    }

    /// Waits for the first step after `step`, and answers it.
    package static func step(after step: Int64) async throws -> Int64 {
        while Self.step <= step { try await Task.sleep(for: .milliseconds(100)) }
        return Self.step
    }
}

/// Runs a call that has to fail, and answers its status. `reason` nil: any.
@discardableResult
package func expectStatus(
    _ code: StatusCode, reason: String? = nil, _ call: () async throws -> some Any
) async throws -> Status {
    let answer: any Sendable
    do {
        answer = String(describing: try await call())
    } catch let status as Status {
        guard status.code == code, reason == nil || status.reason == reason else {
            throw TestFailure("\(code) \(reason ?? "") was due, not \(status)")
        }
        return status
    }
    throw TestFailure("\(code) \(reason ?? "") was due, not an answer: \(answer)")
}

/// Whether an Ed25519 signature is right.
package func isSigned(_ document: [UInt8], by publicKey: [UInt8], _ signature: [UInt8]) -> Bool {
    ServerCryptography.verify(signature, of: document, by: publicKey)
}
