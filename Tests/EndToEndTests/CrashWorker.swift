import Foundation
import Messages
import RPC
import RPCClient
import TestSupport

/// Changes its own customer's account without a pause until the server is gone, and notes every answer.
struct CrashWorker: Sendable {
    let customer: Customer
    /// Sessions to be revoked, accounts to be deleted, one after another.
    private var doomedSessions: [Customer] = []
    private var victims: [Customer] = []
    private var random: CrashRandom
    private var count = 0
    private(set) var journal = CrashJournal()

    /// Prepares at leisure what can't be made in the rush.
    init(on server: ServerProcess, seed: UInt64) async throws {
        random = CrashRandom(seed: seed)
        let client = try server.client()
        customer = try await Customer.signUp(on: server, displayName: "Counter 0", client: client)
        for _ in 0..<3 { doomedSessions.append(try await customer.signedInAgain()) }
        for _ in 0..<2 { victims.append(try await Customer.signUp(on: server, client: client)) }
        journal.name = .init("Counter 0")
        journal.liveTokens = [customer.sessionToken]
    }

    mutating func run() async -> CrashJournal {
        while true {
            do {
                try await step()
                journal.acknowledged += 1
            } catch let status as Status where status.code == .unavailable {
                return journal
            } catch {
                journal.surprises.append("\(error)")
                if journal.surprises.count > 10 { return journal }
            }
        }
    }

    private mutating func step() async throws {
        count += 1
        switch Int.random(in: 0..<100, using: &random) {
        case 0..<30: try await rename()
        case 30..<42: try await choose()
        case 42..<56: try await makeProfile()
        case 56..<68: try await record()
        case 68..<80: try await invoice()
        case 80..<92: try await mail()
        case 92..<95: try await revoke()
        case 95..<97: try await signIn()
        case 97..<99: try await signUp()
        default: try await delete()
        }
    }

    private var service: CallOptions { customer.server.asService() }
    private func request() -> String { UUID().uuidString }

    private mutating func rename() async throws {
        journal.name.ask("Counter \(count)")
        let _: UpdateProfileResponse = try await customer.call(
            .updateProfile, UpdateProfileRequest(displayName: "Counter \(count)", requestID: request()))
        journal.name.acknowledge()
    }

    private mutating func choose() async throws {
        let isOn = !journal.tips.acknowledged
        journal.tips.ask(isOn)
        let _: UpdatePreferencesResponse = try await customer.call(
            .updatePreferences,
            UpdatePreferencesRequest(preferences: [Preference(category: "tips", enabled: isOn)], requestID: request()))
        journal.tips.acknowledge()
    }

    private mutating func makeProfile() async throws {
        let wanted = CreateBrowserProfileRequest(name: "Profile \(count)", requestID: request())
        journal.lastProfile = (wanted, nil)
        let made: CreateBrowserProfileResponse = try await customer.call(.createBrowserProfile, wanted)
        guard let id = made.browserProfile?.id else { return }
        journal.lastProfile = (wanted, id)
        journal.profiles.append(id)
    }

    private mutating func record() async throws {
        let made: RegisterRecordingResponse = try await customer.client.call(
            .registerRecording,
            RegisterRecordingRequest(
                accountID: customer.accountID, objectKey: "\(customer.accountID)/\(count).webm", sizeBytes: 1,
                requestID: request()), options: service)
        if let id = made.recording?.id { journal.recordings.append(id) }
    }

    private mutating func invoice() async throws {
        let made: RegisterInvoiceResponse = try await customer.client.call(
            .registerInvoice,
            RegisterInvoiceRequest(
                accountID: customer.accountID, number: "N-\(count)", currency: "EUR", amountMinor: Int64(count),
                requestID: request()), options: service)
        if let id = made.invoice?.id { journal.invoices.append(id) }
    }

    private mutating func mail() async throws {
        let sent: SendEmailResponse = try await customer.client.call(
            .sendEmail,
            SendEmailRequest(
                accountID: customer.accountID, category: "support_reply", template: "support_reply",
                variables: [EmailVariable(name: "ticket", value: "\(count)")], requestID: request()), options: service)
        if let id = sent.email?.id { journal.mails.append(id) }
    }

    private mutating func revoke() async throws {
        guard let doomed = doomedSessions.popLast() else { return }
        let _: RevokeSessionResponse = try await customer.call(
            .revokeSession, RevokeSessionRequest(sessionID: doomed.session.id, requestID: request()))
        journal.revokedTokens.append(doomed.sessionToken)
    }

    private mutating func signIn() async throws {
        let again = try await customer.signedInAgain()
        journal.liveTokens.append(again.sessionToken)
    }

    private mutating func signUp() async throws {
        let address = Customer.freshAddress()
        let _: SignUpResponse = try await customer.client.call(
            .signUp, SignUpRequest(email: address, password: Customer.firstPassword, displayName: "Robin Vale"),
            options: service)
        journal.signedUp.append(address)
    }

    private mutating func delete() async throws {
        guard let victim = victims.popLast() else { return }
        let answer: DeleteAccountResponse = try await victim.call(
            .deleteAccount, DeleteAccountRequest(confirmEmail: victim.email, requestID: request()))
        journal.deleted.append(
            .init(
                email: victim.email, token: victim.sessionToken, receipt: answer.receipt, accountID: victim.accountID))
    }
}
