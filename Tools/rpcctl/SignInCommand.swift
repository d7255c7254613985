import ArgumentParser
import FoundationEssentials
import Messages
import RPC
import RPCClient

struct SignInCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign-in", abstract: "Signs a customer in; “rpcctl call” then calls in that session.",
        discussion: """
            The password, and a code where two-factor is on, are asked for; where standard input is no terminal they are read \
            from it, one on each line.
            """
    )

    @OptionGroup var server: ServerOptions
    @Argument(help: "The account's address.") var email: String

    func run() async throws {
        guard let password = Terminal.readSecret("Password: "), !password.isEmpty else {
            throw ToolError("no password was given")
        }
        let client = try server.client()
        defer { client.close() }
        let answer: SignInResponse = try await client.ask(
            .signIn,
            SignInRequest(
                email: email, password: password, userAgent: "rpcctl", requestID: UUID().uuidString.lowercased()))
        if answer.challengeToken.isEmpty {
            return try keep(answer.sessionToken, answer.session)
        }
        let completed = try await complete(answer.challengeToken, client)
        try keep(completed.sessionToken, completed.session)
    }

    private func complete(_ challenge: String, _ client: Client) async throws -> CompleteSignInResponse {
        guard let code = Terminal.readLine("Code of the authenticator, or a recovery code: ")?.trimmed, !code.isEmpty
        else {
            throw ToolError("two-factor is on, and no code was given")
        }
        let isTotp =
            code.utf8.count == 6 && code.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        return try await client.ask(
            .completeSignIn,
            CompleteSignInRequest(
                challengeToken: challenge, totpCode: isTotp ? code : "", recoveryCode: isTotp ? "" : code,
                userAgent: "rpcctl", requestID: UUID().uuidString.lowercased()))
    }

    private func keep(_ token: String, _ session: Session?) throws {
        try SessionFile.write(token)
        Terminal.say("Signed in as \(email), session \(session?.id ?? "?"). The token is in \(SessionFile.path).")
    }
}

struct SignOutCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign-out", abstract: "Ends the session of “rpcctl sign-in”.")

    @OptionGroup var server: ServerOptions

    func run() async throws {
        guard let token = try server.sessionToken() else { throw ToolError("nobody is signed in") }
        let client = try server.client()
        defer { client.close() }
        do {
            let _: SignOutResponse = try await client.ask(
                .signOut, SignOutRequest(requestID: UUID().uuidString.lowercased()), session: token)
            Terminal.say("Signed out.")
        } catch let failure as CallFailure where failure.status.code == .unauthenticated {
            Terminal.say("The session had ended already.")
        }
        if server.token == nil { SessionFile.remove() }
    }
}

extension Client {
    /// A typed call whose failure ends the tool as `CallFailure` says.
    func ask<Request: Message, Answer: Message>(
        _ method: Messages.Method, _ request: Request, session: String? = nil
    ) async throws -> Answer {
        do throws(Status) {
            let metadata = session.map { [Metadata.authorization($0)] } ?? []
            return try await call(method, request, options: CallOptions(metadata: metadata))
        } catch {
            throw CallFailure(status: error)
        }
    }
}
