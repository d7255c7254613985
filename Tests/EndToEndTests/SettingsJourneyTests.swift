import Foundation
import Messages
import RPC
import RPCClient
import TestSupport
import Testing

/// The rest of the Settings page: what happened, mail, keys, password and second factor.
@Suite(.serialized)
struct SettingsJourneyTests {
    let server: ServerProcess

    init() throws { server = try SuiteServer.journeys.get() }

    @Test func activityTellsWhatHappenedNewestFirst() async throws {
        let customer = try await Customer.signUp(on: server, timeZone: "Asia/Tokyo")
        let _: UpdateProfileResponse = try await customer.call(
            .updateProfile, UpdateProfileRequest(displayName: "Noor"))
        let _: StartDriverSessionResponse = try await customer.client.call(
            .startDriverSession, StartDriverSessionRequest(accountID: customer.accountID, label: "run"),
            options: server.asService())
        let list = try await customer.call(.listActivity, ListActivityRequest(), as: ListActivityResponse.self)
        #expect(
            list.activities.map(\.kind) == [
                "driver_session.started", "profile.updated", "session.signed_in", "email.verified",
                "account.signed_up",
            ])
        #expect(list.nextPageToken.isEmpty)
        #expect(Set(list.activities.map(\.id)).count == 5 && list.activities.allSatisfy { isID($0.id, "act_") })
        for activity in list.activities {
            #expect(isRecent(activity.occurredAt) && !activity.summary.isEmpty)
            #expect(try activity.occurredText == pageText(activity.occurredAt, "Asia/Tokyo"))
        }
        #expect(list.activities[0].actor == .service && list.activities[0].actorName == "local")
        #expect(list.activities[1].actor == .customer && list.activities[1].actorName == "")
        #expect(list.activities[1].details == [ActivityDetail(name: "display_name", value: "Noor")])
        #expect(list.activities[2].details.contains(ActivityDetail(name: "device", value: "Firefox on Linux")))

        let only = try await customer.call(
            .listActivity, ListActivityRequest(kinds: ["email.verified", "profile.updated"]),
            as: ListActivityResponse.self)
        #expect(only.activities.map(\.kind) == ["profile.updated", "email.verified"])
        let before = try await customer.call(
            .listActivity, ListActivityRequest(until: .fromNow(-3_600)), as: ListActivityResponse.self)
        #expect(before.activities.isEmpty)
        let since = try await customer.call(
            .listActivity, ListActivityRequest(since: .fromNow(-3_600), until: .fromNow(60), pageSize: 2),
            as: ListActivityResponse.self)
        #expect(since.activities == Array(list.activities.prefix(2)) && !since.nextPageToken.isEmpty)

        let support: ListActivityResponse = try await customer.client.call(
            .listActivity, ListActivityRequest(accountID: customer.accountID), options: server.asService())
        #expect(support.activities == list.activities && support.head == list.head && support.chainKey.isEmpty)
    }

    @Test func mandatoryMailCannotBeTurnedOffAndOptionalMailCan() async throws {
        let customer = try await Customer.signUp(on: server)
        let categories: ListCategoriesResponse = try await customer.client.call(
            .listCategories, ListCategoriesRequest(), options: server.asService())
        #expect(
            categories.categories.filter(\.mandatory).map(\.id) == [
                "signup_verification", "password_reset", "security_notice", "billing_failure",
                "subscription_cancellation", "support_reply",
            ])
        #expect(
            categories.categories.filter { !$0.mandatory }.map(\.id) == [
                "product_updates", "usage_summary", "quota_warning", "session_failure_digest", "tips",
            ])
        #expect(categories.categories.allSatisfy { !$0.title.isEmpty && !$0.description.isEmpty })
        let fresh = try await customer.call(
            .getPreferences, GetPreferencesRequest(), as: GetPreferencesResponse.self)
        #expect(fresh.preferences.map(\.category) == categories.categories.map(\.id))
        #expect(fresh.preferences.map(\.mandatory) == categories.categories.map(\.mandatory))
        #expect(fresh.preferences.allSatisfy { $0.enabled })

        let refused = try await expectStatus(.invalidArgument) {
            try await customer.call(
                .updatePreferences,
                UpdatePreferencesRequest(preferences: [
                    Preference(category: "tips", enabled: false),
                    Preference(category: "security_notice", enabled: false),
                ]), as: UpdatePreferencesResponse.self)
        }
        #expect(refused.fieldViolations.map(\.field) == ["preferences[1].enabled"])
        let changed = try await customer.call(
            .updatePreferences, UpdatePreferencesRequest(preferences: [Preference(category: "tips", enabled: false)]),
            as: UpdatePreferencesResponse.self)
        let now = try await customer.call(.getPreferences, GetPreferencesRequest(), as: GetPreferencesResponse.self)
        #expect(changed.preferences == now.preferences)
        #expect(now.preferences.filter { !$0.enabled }.map(\.category) == ["tips"])
    }

    @Test func servicesMailThroughThePreferences() async throws {
        let customer = try await Customer.signUp(on: server, timeZone: "America/Sao_Paulo")
        let _: UpdatePreferencesResponse = try await customer.call(
            .updatePreferences, UpdatePreferencesRequest(preferences: [Preference(category: "tips", enabled: false)]))
        let sent = try await send(
            customer, "billing_failure",
            [
                EmailVariable(name: "due", time: Timestamp(seconds: 1_776_243_600)),
                EmailVariable(name: "sum", value: "9 €"),
            ])
        #expect(isID(sent.id, "eml_") && sent.category == "billing_failure" && sent.recipient == customer.email)
        #expect(sent.state == .queued || sent.state == .sent)
        #expect(try sent.createdText == pageText(sent.createdAt, "America/Sao_Paulo"))
        let mail = try await server.mailFolder.wait(to: customer.email, subject: "Your payment did not go through")
        #expect(mail.text.contains("2026-04-15 06:00 -03"))
        let suppressed = try await send(customer, "tips", [])
        #expect(suppressed.state == .suppressed && suppressed.sentAt == nil && !suppressed.failureReason.isEmpty)

        var list = ListEmailsResponse()
        for _ in 0..<500 {
            list = try await customer.call(.listEmails, ListEmailsRequest(), as: ListEmailsResponse.self)
            if list.emails.allSatisfy({ $0.state != .queued }) { break }
            try await Task.sleep(for: .milliseconds(20))
        }
        #expect(list.emails.map(\.category) == ["tips", "billing_failure", "signup_verification"])
        #expect(list.emails.map(\.state) == [.suppressed, .sent, .sent])
        #expect(list.emails[1].id == sent.id && isRecent(list.emails[1].sentAt))
        #expect(try list.emails[1].sentText == pageText(list.emails[1].sentAt, "America/Sao_Paulo"))
        #expect(list.emails[1].subject == "Your payment did not go through")
        let support: ListEmailsResponse = try await customer.client.call(
            .listEmails, ListEmailsRequest(accountID: customer.accountID), options: server.asService())
        #expect(support == list)
    }

    private func send(
        _ customer: Customer, _ category: String, _ variables: [EmailVariable]
    ) async throws -> Email {
        let answer: SendEmailResponse = try await customer.client.call(
            .sendEmail,
            SendEmailRequest(accountID: customer.accountID, category: category, variables: variables),
            options: server.asService())
        return try #require(answer.email)
    }

    @Test func anAPIKeyOpensTheAccountUntilItIsRevoked() async throws {
        let customer = try await Customer.signUp(on: server, timeZone: "Australia/Sydney")
        let expires = Timestamp.fromNow(86_400)
        let minted = try await customer.call(
            .mintApiKey, MintApiKeyRequest(name: "CI", scopes: ["runs.read", "runs.write"], expiresAt: expires),
            as: MintApiKeyResponse.self)
        let key = try #require(minted.apiKey)
        #expect(isID(key.id, "key_") && key.name == "CI" && key.scopes == ["runs.read", "runs.write"])
        #expect(minted.secret.hasPrefix(key.prefix) && isToken(minted.secret, "ak_"))
        #expect(isRecent(key.createdAt) && key.expiresAt == expires && key.lastUsedAt == nil)
        #expect(try key.createdText == pageText(key.createdAt, "Australia/Sydney"))
        #expect(try key.expiresText == pageText(expires, "Australia/Sydney") && key.lastUsedText == "Never")
        let verified = try await verify(minted.secret)
        #expect(verified.accountID == customer.accountID && verified.keyID == key.id)
        #expect(verified.scopes == key.scopes && verified.expiresAt == expires)
        _ = try await server.mailFolder.wait(to: customer.email, subject: "A new API key was made")

        let endless = try await customer.call(
            .mintApiKey, MintApiKeyRequest(name: "Endless", scopes: ["a"]), as: MintApiKeyResponse.self)
        #expect(endless.apiKey?.expiresAt == nil && endless.apiKey?.expiresText == "Never")
        var list = try await customer.call(.listApiKeys, ListApiKeysRequest(), as: ListApiKeysResponse.self)
        #expect(list.apiKeys.map(\.id) == [endless.apiKey?.id ?? "", key.id])
        for _ in 0..<600 where list.apiKeys.last?.lastUsedAt == nil {
            // Uses are written down together, now and then.
            try await Task.sleep(for: .milliseconds(100))
            list = try await customer.call(.listApiKeys, ListApiKeysRequest(), as: ListApiKeysResponse.self)
        }
        #expect(isRecent(list.apiKeys.last?.lastUsedAt))

        let _: RevokeApiKeyResponse = try await customer.call(.revokeApiKey, RevokeApiKeyRequest(keyID: key.id))
        try await expectStatus(.unauthenticated, reason: "BAD_CREDENTIALS") { try await verify(minted.secret) }
        try await expectStatus(.notFound) {
            try await customer.call(.revokeApiKey, RevokeApiKeyRequest(keyID: key.id), as: RevokeApiKeyResponse.self)
        }
        _ = try await verify(endless.secret)
    }

    private func verify(_ secret: String) async throws -> VerifyApiKeyResponse {
        try await server.client().call(
            .verifyApiKey, VerifyApiKeyRequest(secret: secret), options: server.asService())
    }

    @Test func securityTellsTheStateOfPasswordAndSecondFactor() async throws {
        let customer = try await Customer.signUp(on: server, timeZone: "Europe/Zurich")
        func security() async throws -> Security {
            try #require(
                try await customer.call(.getSecurity, GetSecurityRequest(), as: GetSecurityResponse.self).security)
        }
        var state = try await security()
        #expect(state.passwordSet && isRecent(state.passwordChangedAt))
        #expect(try state.passwordChangedText == "Changed \(pageText(state.passwordChangedAt, "Europe/Zurich"))")
        #expect(!state.twoFactorEnabled && !state.twoFactorPending && state.twoFactorText == "Off")
        #expect(state.twoFactorEnabledAt == nil && state.recoveryCodesLeft == 0)

        let enrolled = try await customer.call(.enrollTotp, EnrollTotpRequest(), as: EnrollTotpResponse.self)
        #expect(enrolled.otpauthURI.hasPrefix("otpauth://totp/accountd:"))
        #expect(enrolled.otpauthURI.contains("secret=\(enrolled.secret)&"))
        #expect(enrolled.qrSvg.contains("<svg"))
        state = try await security()
        #expect(
            state.twoFactorPending && !state.twoFactorEnabled && state.twoFactorText == "Waiting for the first code")

        let (authenticator, codes) = try await customer.enableTwoFactor()
        #expect(codes.count == 10 && Set(codes).count == 10 && codes.allSatisfy { $0.count == 19 })
        state = try await security()
        #expect(state.twoFactorEnabled && !state.twoFactorPending && state.recoveryCodesLeft == 10)
        #expect(try state.twoFactorText == "On since \(pageText(state.twoFactorEnabledAt, "Europe/Zurich"))")
        _ = try await server.mailFolder.wait(to: customer.email, subject: "Two-factor authentication is on")

        let challenge = try await customer.challenge()
        let opened: CompleteSignInResponse = try await customer.client.call(
            .completeSignIn, CompleteSignInRequest(challengeToken: challenge, recoveryCode: codes[0].lowercased()),
            options: server.asService())
        #expect(opened.session?.twoFactor == true && opened.session?.deviceLabel == "Firefox on Linux")
        #expect(try await security().recoveryCodesLeft == 9)
        _ = try await server.mailFolder.wait(to: customer.email, subject: "A recovery code was used")

        let second = try await customer.challenge()
        let byCode: CompleteSignInResponse = try await customer.client.call(
            .completeSignIn,
            CompleteSignInRequest(
                challengeToken: second, totpCode: try authenticator.code(step: Authenticator.step)),
            options: server.asService())
        #expect(byCode.session?.twoFactor == true)

        let renewed = try await customer.call(
            .regenerateRecoveryCodes, RegenerateRecoveryCodesRequest(), as: RegenerateRecoveryCodesResponse.self)
        #expect(renewed.recoveryCodes.count == 10 && Set(renewed.recoveryCodes).isDisjoint(with: codes))
        let third = try await customer.challenge()
        try await expectStatus(.unauthenticated, reason: "BAD_CREDENTIALS") {
            try await customer.client.call(
                .completeSignIn, CompleteSignInRequest(challengeToken: third, recoveryCode: codes[1]),
                as: CompleteSignInResponse.self, options: server.asService())
        }

        let _: DisableTotpResponse = try await customer.call(.disableTotp, DisableTotpRequest())
        state = try await security()
        #expect(!state.twoFactorEnabled && state.recoveryCodesLeft == 0 && state.twoFactorText == "Off")
        _ = try await customer.signedInAgain()
    }
}
