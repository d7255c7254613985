internal import Messages
internal import RPC
package import RPCClient

/// Makes customers as customers are made: they sign up, follow the mailed link and sign in.
package struct SignUps: Sendable {
    private let client: Client
    private let links: MailedLinks
    private let run: String
    /// At a time: the server hashes passwords on as many cores as it has.
    private static let atATime = 16
    /// For the server's turning away what it can't do in time.
    private static let triesEach = 20

    /// `data`: the server's data folder, whose mail is read.
    package init(client: Client, data: String) {
        self.client = client
        links = MailedLinks(folder: data + "/mail")
        run = String(UInt64.random(in: .min ... .max), radix: 36)
    }

    /// `progress` is told how many are done.
    package func make(_ count: Int, progress: @escaping @Sendable (Int) -> Void) async throws -> [LoadAccount] {
        try await withThrowingTaskGroup(of: (Int, LoadAccount).self) { group in
            var accounts = [LoadAccount](repeating: LoadAccount(), count: count)
            var begun = 0
            var done = 0
            while done < count {
                while begun < count, begun - done < Self.atATime {
                    group.addTask { [begun] in (begun, try await one(begun)) }
                    begun += 1
                }
                guard let (index, account) = try await group.next() else { break }
                accounts[index] = account
                done += 1
                progress(done)
            }
            return accounts
        }
    }

    private func one(_ index: Int) async throws -> LoadAccount {
        let email = "load-\(run)-\(index)@example.com"
        let password = "copper-lantern-\(run)-\(String(UInt64.random(in: .min ... .max), radix: 36))"
        let _: SignUpResponse = try await call(
            .signUp,
            SignUpRequest(email: email, password: password, displayName: "Load \(index)", timeZone: "Europe/Berlin"))
        let token = try await links.token(for: email, seconds: 60)
        let _: VerifyEmailResponse = try await call(.verifyEmail, VerifyEmailRequest(token: token))
        let answer: SignInResponse = try await call(
            .signIn, SignInRequest(email: email, password: password, userAgent: "rpcload"))
        return LoadAccount(email: email, password: password, session: answer.sessionToken)
    }

    private func call<Request: Message, Answer: Message>(
        _ method: Messages.Method, _ request: Request
    ) async throws -> Answer {
        for _ in 1..<Self.triesEach {
            do throws(Status) {
                return try await client.call(method, request)
            } catch {
                guard error.code == .resourceExhausted else { throw Self.failure(method, error) }
                try await Task.sleep(for: .milliseconds(max(50, error.retryDelayMs ?? 0)))
            }
        }
        throw LoadError("\(method.description.method): the server has been turning calls away for too long")
    }

    private static func failure(_ method: Messages.Method, _ status: Status) -> LoadError {
        LoadError("\(method.description.method): \(status)")
    }
}
