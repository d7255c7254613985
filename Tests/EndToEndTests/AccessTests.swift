import Foundation
import Messages
import RPC
import RPCClient
import TestSupport
import Testing

/// Walks the contract's access table, method by method, with every kind of caller.
@Suite(.serialized)
struct AccessTests {
    let callers: Callers
    let server: ServerProcess
    let client: Client

    init() throws {
        callers = try Callers.shared.get()
        server = callers.server
        client = try server.client()
    }

    @Test func everyMethodHasARow() {
        #expect(Set(AccessRow.all.keys) == Set(Messages.Method.allCases))
        #expect(Set(AccessRow.all.values.compactMap(\.allowed.scope) + ["deletions.read"]) == Set(Callers.scopes))
    }

    @Test(arguments: Messages.Method.allCases)
    func nobodyIsToldWhoTheyWouldHaveToBe(_ method: Messages.Method) async throws {
        let row = try #require(AccessRow.all[method])
        if row.allowed == .anyone { return try await expectPast(method, row.request(Subject()), []) }
        let expected = row.allowed.isOwners ? "SESSION_INVALID" : "SERVICE_UNKNOWN"
        for request in [row.request(Subject()), nil] {
            let bytes = request?.encodedBytes() ?? []
            try await expectStatus(.unauthenticated, reason: expected) {
                try await client.bytes(method, payload: bytes, CallOptions())
            }
        }
        for header in [
            "Bearer ", "Bearer x", "bearer", "Basic eDp5", "Bearer " + String(repeating: "x", count: 300), "",
        ] {
            try await expectStatus(.unauthenticated) {
                try await call(method, row.request(Subject()), [Metadata("authorization", header)])
            }
        }
    }

    @Test(arguments: Messages.Method.allCases)
    func aServiceThatNobodyKnowsGetsNothing(_ method: Messages.Method) async throws {
        let row = try #require(AccessRow.all[method])
        let customer = try await Customer.signUp(on: server, client: client)
        let unknown = Metadata.serviceAuthorization("svc_" + String(repeating: "0", count: 64))
        if row.allowed == .anyone { return try await expectPast(method, row.request(Subject()), [unknown]) }
        try await expectStatus(.unauthenticated, reason: "SERVICE_UNKNOWN") {
            try await call(method, row.request(Subject()), [unknown])
        }
        // Nor does a live session help it.
        try await expectStatus(.unauthenticated, reason: "SERVICE_UNKNOWN") {
            try await call(method, row.request(Subject()), [unknown, .authorization(customer.sessionToken)])
        }
        // A session token is no service's, nor the other way round.
        try await expectStatus(.unauthenticated, reason: "SERVICE_UNKNOWN") {
            try await call(method, row.request(Subject()), [.serviceAuthorization(customer.sessionToken)])
        }
        if row.allowed.isOwners {
            try await expectStatus(.unauthenticated, reason: "SESSION_INVALID") {
                try await call(method, row.request(Subject()), [.authorization(server.serviceToken)])
            }
        }
    }

    @Test(arguments: Messages.Method.allCases)
    func aServiceDoesWhatItsScopesSay(_ method: Messages.Method) async throws {
        let row = try #require(AccessRow.all[method])
        let customer = try await Customer.signUp(on: server, client: client)
        let request = row.request(Subject(account: customer.accountID))
        for scope in Callers.scopes {
            let only = try callers.service("only-\(scope)")
            let but = try callers.service("but-\(scope)")
            switch row.allowed {
            case .anyService, .ownerOrAnyService, .anyone:
                try await expectPast(method, request, [only])
            case .support:
                try await expectStatus(.permissionDenied, reason: "SCOPE_MISSING") {
                    try await call(method, request, [only])
                }
            case .owner, .ownerSteppedUp, .ownerOrSupport:
                try await expectStatus(.unauthenticated, reason: "SESSION_INVALID") {
                    try await call(method, request, [only])
                }
            case .service(let needed), .ownerOrService(let needed):
                let (right, wrong) = needed == scope ? (only, but) : (but, only)
                try await expectPast(method, request, [right])
                try await expectStatus(.permissionDenied, reason: "SCOPE_MISSING") {
                    try await call(method, request, [wrong])
                }
            }
        }
    }

    @Test(arguments: Messages.Method.allCases)
    func anOperatorDoesWhatSupportMayAndNoMore(_ method: Messages.Method) async throws {
        let row = try #require(AccessRow.all[method])
        let customer = try await Customer.signUp(on: server, client: client)
        let request = row.request(Subject(account: customer.accountID))
        let support = try callers.service("support")
        let every = try callers.service("every")
        switch row.allowed {
        case .ownerOrSupport:
            try await expectPast(method, request, [support])
            try await expectStatus(.unauthenticated, reason: "SESSION_INVALID") {
                try await call(method, request, [every])
            }
        case .owner, .ownerSteppedUp:
            try await expectStatus(.unauthenticated, reason: "SESSION_INVALID") {
                try await call(method, request, [support])
            }
        case .service, .ownerOrService:
            try await expectStatus(.permissionDenied, reason: "SCOPE_MISSING") {
                try await call(method, request, [support])
            }
        case .support:
            try await expectPast(method, request, [support])
            try await expectStatus(.permissionDenied, reason: "SCOPE_MISSING") {
                try await call(method, request, [every])
            }
        case .anyService, .ownerOrAnyService, .anyone: try await expectPast(method, request, [support])
        }
    }

    @Test(arguments: Messages.Method.allCases)
    func aLiveSessionDoesWhatItsOwnerMay(_ method: Messages.Method) async throws {
        let row = try #require(AccessRow.all[method])
        let customer = try await Customer.signUp(on: server, client: client)
        let session = Metadata.authorization(customer.sessionToken)
        switch row.allowed {
        case .owner, .ownerSteppedUp, .ownerOrService, .ownerOrSupport, .ownerOrAnyService:
            // Through a service that has no scope for it, and naming nobody.
            try await expectPast(method, row.request(Subject()), [session, try callers.service("only-emails.send")])
        case .anyService:
            try await expectStatus(.unauthenticated, reason: "SERVICE_UNKNOWN") {
                try await call(method, row.request(Subject()), [session])
            }
        case .anyone: try await expectPast(method, row.request(Subject()), [session])
        case .support:
            let own = row.request(Subject(account: customer.accountID))
            try await expectStatus(.unauthenticated, reason: "SERVICE_UNKNOWN") {
                try await call(method, own, [session])
            }
            try await expectStatus(.permissionDenied, reason: "SCOPE_MISSING") {
                try await call(method, own, [session, try callers.service("every")])
            }
        case .service(let scope):
            let own = row.request(Subject(account: customer.accountID))
            try await expectStatus(.unauthenticated, reason: "SERVICE_UNKNOWN") {
                try await call(method, own, [session])
            }
            try await expectStatus(.permissionDenied, reason: "SCOPE_MISSING") {
                try await call(method, own, [session, try callers.service("but-\(scope)")])
            }
        }
    }

    @Test(arguments: Messages.Method.allCases)
    func anothersIsAsAbsentAsWhatNeverWas(_ method: Messages.Method) async throws {
        let row = try #require(AccessRow.all[method])
        guard row.allowed.isOwners else { return }
        let customer = try await Customer.signUp(on: server, client: client)
        let other = try await Customer.signUp(on: server, client: client)
        let things = try await belongings(of: other)
        let options = [Metadata.authorization(customer.sessionToken), .serviceAuthorization(server.serviceToken)]
        if String(decoding: row.request(Subject(account: "acc_marker")).encodedBytes(), as: UTF8.self).contains(
            "acc_marker")
        {
            var statuses: [Status] = []
            for account in [other.accountID, "acc_01890000-0000-7000-8000-000000000000", "nonsense"] {
                statuses.append(
                    try await expectStatus(.notFound) {
                        try await call(method, row.request(Subject(account: account)), options)
                    })
            }
            #expect(statuses.allSatisfy { $0 == statuses[0] })
        }
        if let theirs = things[method] {
            let foreign = try await expectStatus(.notFound) {
                try await call(method, row.request(Subject(uuid: theirs)), options)
            }
            let absent = try await expectStatus(.notFound) { try await call(method, row.request(Subject()), options) }
            #expect(foreign == absent)
        }
        // Nothing of the other's has changed.
        let live: ValidateSessionResponse = try await client.call(
            .validateSession, ValidateSessionRequest(sessionToken: other.sessionToken), options: server.asService())
        #expect(live.accountID == other.accountID)
        let keys = try await other.call(.listApiKeys, ListApiKeysRequest(), as: ListApiKeysResponse.self)
        let profiles = try await other.call(
            .listBrowserProfiles, ListBrowserProfilesRequest(), as: ListBrowserProfilesResponse.self)
        #expect(keys.apiKeys.count == 1 && profiles.browserProfiles.count == 1)
    }

    /// What was signed out, revoked, replaced or deleted.
    @Test(arguments: Messages.Method.allCases)
    func aDeadSessionIsRefusedByTheNextCall(_ method: Messages.Method) async throws {
        let row = try #require(AccessRow.all[method])
        let customer = try await Customer.signUp(on: server, client: client)
        var dead: [String] = []
        let signedOut = try await customer.signedInAgain()
        let _: SignOutResponse = try await signedOut.call(.signOut, SignOutRequest())
        dead.append(signedOut.sessionToken)
        let revoked = try await customer.signedInAgain()
        let _: RevokeSessionResponse = try await customer.call(
            .revokeSession, RevokeSessionRequest(sessionID: revoked.session.id))
        dead.append(revoked.sessionToken)
        let _: StepUpResponse = try await customer.call(.stepUp, StepUpRequest(password: customer.password))
        dead.append(customer.sessionToken)
        let leaving = try await customer.signedInAgain()
        let _: DeleteAccountResponse = try await leaving.call(
            .deleteAccount, DeleteAccountRequest(confirmEmail: customer.email))
        dead.append(leaving.sessionToken)
        for token in dead { try await expectDead(method, row, token) }
    }

    @Test func aSessionThatRanOutOpensNothing() async throws {
        let customer = try await Customer.signUp(on: server, client: client)
        let expired = try await customer.signedInAgain()
        let idle = try await customer.signedInAgain()
        let stale = try await customer.signedInAgain()
        server.stop()
        let now = Int64(Date().timeIntervalSince1970) * 1_000_000
        func set(_ column: String, _ secondsAgo: Int64, of session: Session) throws {
            let id = session.id.dropFirst(4).filter { $0 != "-" }
            try editStore(
                of: server,
                "UPDATE sessions SET \(column) = \(now - secondsAgo * 1_000_000) WHERE session_id = x'\(id)'")
        }
        try set("expires_at", 1, of: expired.session)
        try set("last_seen_at", 7 * 86_400 + 1, of: idle.session)
        try set("authenticated_at", 601, of: stale.session)
        try server.start()
        let client = try server.client()
        for method in Messages.Method.allCases {
            let row = try #require(AccessRow.all[method])
            for token in [expired.sessionToken, idle.sessionToken] {
                try await expectDead(method, row, token, client)
            }
        }
        for token in [expired.sessionToken, idle.sessionToken] {
            try await expectStatus(.unauthenticated, reason: "BAD_CREDENTIALS") {
                try await client.bytes(
                    .validateSession, ValidateSessionRequest(sessionToken: token), server.asService())
            }
        }
        let ownTokens = CallOptions(metadata: [
            .authorization(stale.sessionToken), .serviceAuthorization(server.serviceToken),
        ])
        for method in Messages.Method.allCases where AccessRow.all[method]?.allowed == .ownerSteppedUp {
            let request = try #require(AccessRow.all[method]).request(Subject())
            try await expectStatus(.failedPrecondition, reason: "STEP_UP_REQUIRED") {
                try await client.bytes(method, request, ownTokens)
            }
        }
        // What needs no fresh factor still goes, and a fresh one opens the rest.
        _ = try await client.bytes(.getSecurity, GetSecurityRequest(), ownTokens)
        let renewed: StepUpResponse = try await client.call(
            .stepUp, StepUpRequest(password: customer.password), options: ownTokens)
        _ = try await client.bytes(
            .enrollTotp, EnrollTotpRequest(),
            CallOptions(metadata: [
                .authorization(renewed.sessionToken), .serviceAuthorization(server.serviceToken),
            ]))
    }

    @Test func aDeletionIsReadByItsReceiptOrByAServiceThatMay() async throws {
        let customer = try await Customer.signUp(on: server, client: client)
        let answer = try await customer.call(
            .deleteAccount, DeleteAccountRequest(confirmEmail: customer.email), as: DeleteAccountResponse.self)
        let byReceipt = GetDeletionRequest(receipt: answer.receipt)
        let byAccount = GetDeletionRequest(accountID: customer.accountID)
        let without = try callers.service("but-deletions.read")
        _ = try await call(.getDeletion, byReceipt, [without])
        try await expectStatus(.permissionDenied, reason: "SCOPE_MISSING") {
            try await call(.getDeletion, byAccount, [without])
        }
        _ = try await call(.getDeletion, byAccount, [try callers.service("only-deletions.read")])
        try await expectStatus(.notFound) {
            try await call(.getDeletion, GetDeletionRequest(receipt: answer.receipt + "x"), [without])
        }
    }
}

extension AccessTests {
    private func call(
        _ method: Messages.Method, _ request: any Message, _ metadata: [Metadata]
    ) async throws -> [UInt8] {
        try await client.bytes(method, request, CallOptions(metadata: metadata))
    }

    /// Whatever it says then, it is not about who asks.
    private func expectPast(
        _ method: Messages.Method, _ request: any Message, _ metadata: [Metadata]
    ) async throws {
        do {
            // A stream that goes on for ever is past it once it has begun.
            let deadline: Duration? = [.watchStats, .healthWatch].contains(method) ? .seconds(1) : nil
            _ = try await client.bytes(method, request, CallOptions(deadline: deadline, metadata: metadata))
        } catch let status as Status {
            let isRefused =
                status.code == .permissionDenied
                || ["SESSION_INVALID", "SERVICE_UNKNOWN", "STEP_UP_REQUIRED"].contains(status.reason)
                || [.internalError, .unknown, .dataLoss, .unavailable].contains(status.code)
            if isRefused { throw TestFailure("\(method): \(status)") }
        }
    }

    /// An owner's method refuses the dead token, whatever the service beside it may do.
    private func expectDead(
        _ method: Messages.Method, _ row: AccessRow, _ token: String, _ client: Client? = nil
    ) async throws {
        let options = CallOptions(metadata: [
            .authorization(token), .serviceAuthorization(server.serviceToken),
        ])
        guard row.allowed.isOwners else { return }
        try await expectStatus(.unauthenticated, reason: "SESSION_INVALID") {
            try await (client ?? self.client).bytes(method, row.request(Subject()), options)
        }
    }

    /// UUIDs of what another customer has, by the method that would take it away.
    private func belongings(of other: Customer) async throws -> [Messages.Method: String] {
        let profile = try await other.call(
            .createBrowserProfile, CreateBrowserProfileRequest(name: "p"), as: CreateBrowserProfileResponse.self)
        let key = try await other.call(
            .mintApiKey, MintApiKeyRequest(name: "k", scopes: ["a"]), as: MintApiKeyResponse.self)
        return [
            .deleteBrowserProfile: String((profile.browserProfile?.id ?? "").dropFirst(4)),
            .rotateApiKey: String((key.apiKey?.id ?? "").dropFirst(4)),
            .revokeApiKey: String((key.apiKey?.id ?? "").dropFirst(4)),
            .revokeSession: String(other.session.id.dropFirst(4)),
        ]
    }
}
