import Foundation
import Messages
import RPC
import RPCClient
import TestSupport

/// Holds a journal against what the server says after its restart. Every failure is a line.
struct CrashVerification: Sendable {
    let server: ServerProcess
    let client: Client
    let customer: Customer
    let journal: CrashJournal

    func failures() async -> [String] {
        var failures = journal.surprises
        let parts: [(String, @Sendable () async throws -> [String])] = [
            ("profile", profile), ("things", things), ("repetition", repetition), ("sessions", sessions),
            ("deletions", deletions), ("mails", mails), ("sign-ups", signUps),
        ]
        for (name, part) in parts {
            do {
                failures += try await part()
            } catch {
                failures.append("\(name): \(error)")
            }
        }
        return failures
    }

    private func call<Request: Message, Answer: Message>(
        _ method: Messages.Method, _ request: Request, as: Answer.Type = Answer.self
    ) async throws -> Answer {
        try await client.call(method, request, options: customer.options())
    }

    private func profile() async throws -> [String] {
        var failures: [String] = []
        let account: GetAccountResponse = try await call(.getAccount, GetAccountRequest())
        let name = account.account?.displayName ?? ""
        if !journal.name.allows(name) { failures.append("the name is \(name), acknowledged was \(journal.name)") }
        let answer: GetPreferencesResponse = try await call(.getPreferences, GetPreferencesRequest())
        let tips = answer.preferences.first { $0.category == "tips" }?.enabled ?? false
        if !journal.tips.allows(tips) { failures.append("tips are \(tips), acknowledged was \(journal.tips)") }
        return failures
    }

    private func things() async throws -> [String] {
        let profiles = try await all { token in
            let page: ListBrowserProfilesResponse = try await call(
                .listBrowserProfiles, ListBrowserProfilesRequest(pageSize: 200, pageToken: token))
            return (page.browserProfiles.map(\.id), page.nextPageToken)
        }
        let recordings = try await all { token in
            let page: ListRecordingsResponse = try await call(
                .listRecordings, ListRecordingsRequest(pageSize: 200, pageToken: token))
            return (page.recordings.map(\.id), page.nextPageToken)
        }
        let invoices = try await all { token in
            let page: ListInvoicesResponse = try await call(
                .listInvoices, ListInvoicesRequest(pageSize: 200, pageToken: token))
            return (page.invoices.map(\.id), page.nextPageToken)
        }
        return missing("browser profile", journal.profiles, profiles)
            + missing("recording", journal.recordings, recordings) + missing("invoice", journal.invoices, invoices)
    }

    /// Acknowledged ones are there, and at most one more: the one that was in flight.
    private func missing(_ what: String, _ acknowledged: [String], _ found: [String]) -> [String] {
        var failures = acknowledged.filter { !found.contains($0) }.map { "\(what) \($0) is lost" }
        if Set(found).count != found.count { failures.append("a \(what) is listed twice") }
        if found.count > acknowledged.count + 1 { failures.append("\(found.count) \(what)s of \(acknowledged.count)") }
        return failures
    }

    private func all(_ page: (String) async throws -> ([String], String)) async throws -> [String] {
        var ids: [String] = []
        var token = ""
        repeat {
            let (more, next) = try await page(token)
            ids += more
            token = next
        } while !token.isEmpty
        return ids
    }

    /// A request asked again over the crash is done once.
    private func repetition() async throws -> [String] {
        guard let (request, id) = journal.lastProfile else { return [] }
        let again: CreateBrowserProfileResponse = try await call(.createBrowserProfile, request)
        var failures: [String] = []
        if let id, again.browserProfile?.id != id { failures.append("the repeated request made another profile") }
        let page: ListBrowserProfilesResponse = try await call(
            .listBrowserProfiles, ListBrowserProfilesRequest(pageSize: 200))
        let same = page.browserProfiles.filter { $0.name == request.name }.count
        if same != 1 { failures.append("\(request.name) is there \(same) times") }
        return failures
    }

    private func sessions() async throws -> [String] {
        var failures: [String] = []
        for token in journal.liveTokens where await validate(token) != .ok {
            failures.append("a session that was opened is gone")
        }
        for token in journal.revokedTokens where await validate(token) != .unauthenticated {
            failures.append("a revoked session is back")
        }
        return failures
    }

    private func validate(_ token: String) async -> StatusCode {
        await client.status(
            .validateSession, ValidateSessionRequest(sessionToken: token), ValidateSessionResponse.self,
            server.asService())
    }

    private func deletions() async throws -> [String] {
        var failures: [String] = []
        for deleted in journal.deleted {
            if await validate(deleted.token) != .unauthenticated {
                failures.append("a deleted account's session lives")
            }
            let signIn = SignInRequest(email: deleted.email, password: Customer.firstPassword)
            let status = await client.status(.signIn, signIn, SignInResponse.self, server.asService())
            if status != .unauthenticated { failures.append("a deleted account's sign-in: \(status)") }
            if try await !isCompleted(deleted) { failures.append("a deletion is not completed after ten seconds") }
            if !server.mailFolder.mails(to: deleted.email).isEmpty { failures.append("a deleted account's mail stays") }
        }
        return failures
    }

    private func isCompleted(_ deleted: CrashJournal.Deleted) async throws -> Bool {
        for _ in 0..<200 {
            let answer: GetDeletionResponse = try await client.call(
                .getDeletion, GetDeletionRequest(receipt: deleted.receipt), options: server.asService())
            guard answer.deletion?.accountID == deleted.accountID else { return false }
            if answer.deletion?.state == .completed { return true }
            try await Task.sleep(for: .milliseconds(50))
        }
        return false
    }

    /// Each promised mail is in the folder under its own id, once.
    private func mails() async throws -> [String] {
        let folder = server.mailFolder.folder
        var waiting = Set(journal.mails)
        for _ in 0..<200 where !waiting.isEmpty {
            waiting = waiting.filter { id in
                let file = folder.appendingPathComponent("\(id).eml")
                guard let mail = try? String(contentsOf: file, encoding: .utf8) else { return true }
                return !mail.contains("Message-ID: <\(id)@") || !mail.hasSuffix("--\r\n")
            }
            if !waiting.isEmpty { try await Task.sleep(for: .milliseconds(50)) }
        }
        return waiting.sorted().map { "the mail \($0) did not come" }
    }

    /// The link of every acknowledged sign-up comes, and opens the account.
    private func signUps() async throws -> [String] {
        var failures: [String] = []
        for address in journal.signedUp {
            do {
                let token = try await server.mailFolder.token(to: address, subject: "Verify your email address")
                let _: VerifyEmailResponse = try await client.call(
                    .verifyEmail, VerifyEmailRequest(token: token), options: server.asService())
                let _: SignInResponse = try await client.call(
                    .signIn, SignInRequest(email: address, password: Customer.firstPassword),
                    options: server.asService())
            } catch {
                failures.append("a sign-up is lost: \(error)")
            }
        }
        return failures
    }
}
