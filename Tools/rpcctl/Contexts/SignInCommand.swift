import ArgumentParser
import FoundationEssentials
import Messages
import RPC

struct SignInCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign-in", abstract: "Signs a customer in; “rpcctl call” then calls in that session.",
        discussion: """
            The password, and a code where two-factor is on, are asked for; where standard input is no terminal they are read \
            from it, one on each line.
            """
    )

    @OptionGroup var server: ServerOptions
    @Argument(help: "The account's address.") var email: String

    func run() throws {
        guard let password = Terminal.readSecret("Password: "), !password.isEmpty else {
            throw ToolError("no password was given")
        }
        let caller = try server.caller()
        let answer: SignInResponse = try caller.ask(
            .signIn,
            SignInRequest(
                email: email, password: password, userAgent: "rpcctl", requestID: UUID().uuidString.lowercased()))
        if answer.challengeToken.isEmpty {
            return try keep(answer.sessionToken, answer.session)
        }
        let completed = try complete(answer.challengeToken, caller)
        try keep(completed.sessionToken, completed.session)
    }

    private func complete(_ challenge: String, _ caller: Caller) throws -> CompleteSignInResponse {
        guard let code = Terminal.readLine("Code of the authenticator, or a recovery code: ")?.trimmed, !code.isEmpty
        else {
            throw ToolError("two-factor is on, and no code was given")
        }
        let isTotp =
            code.utf8.count == 6 && code.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        return try caller.ask(
            .completeSignIn,
            CompleteSignInRequest(
                challengeToken: challenge, totpCode: isTotp ? code : "", recoveryCode: isTotp ? "" : code,
                userAgent: "rpcctl", requestID: UUID().uuidString.lowercased()))
    }

    private func keep(_ token: String, _ session: Session?) throws {
        let context = try server.contextName()
        try SessionFile.write(token, context)
        Terminal.say(
            "Signed in as \(email), session \(session?.id ?? "?"). The token is in \(SessionFile.path(context)).")
    }
}

struct SignOutCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign-out", abstract: "Ends the session of “rpcctl sign-in”.")

    @OptionGroup var server: ServerOptions

    func run() throws {
        guard let token = try server.sessionToken() else { throw ToolError("nobody is signed in") }
        let caller = try server.caller()
        do {
            let _: SignOutResponse = try caller.ask(
                .signOut, SignOutRequest(requestID: UUID().uuidString.lowercased()), session: token)
            Terminal.say("Signed out.")
        } catch let failure as CallFailure where failure.status.code == .unauthenticated {
            Terminal.say("The session had ended already.")
        }
        if server.token == nil { SessionFile.remove(try server.contextName()) }
    }
}
