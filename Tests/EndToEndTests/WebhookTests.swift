import Foundation
import Messages
import RPC
import RPCClient
import TestSupport
import Testing

/// Webhooks as a customer's receiver sees them: a real https server that verifies with `standardwebhooks`.
@Suite struct WebhookTests {
    let server: ServerProcess
    let receiver: WebhookReceiver

    init() throws {
        receiver = try WebhookReceiver.shared.get()
        server = try SuiteServer.webhooks.get()
    }

    @Test func aDeliveryIsSignedListedAndShowsTheAccountAsItWas() async throws {
        let customer = try await Customer.signUp(on: server, displayName: "Robin Then", timeZone: "Europe/Berlin")
        let (endpoint, secret) = try await customer.endpoint(receiver.url("signed"), eventTypes: ["a.b"])
        #expect(secret.hasPrefix("whsec_") && Data(base64Encoded: String(secret.dropFirst(6)))?.count == 32)
        try receiver.trust([secret, "whsec_" + Data(repeating: 1, count: 32).base64EncodedString()], at: "signed")
        #expect(try await customer.publish("other.type") == [])
        let ids = try await customer.publish("a.b", "{\"n\":[1,2.5,\"é\"]}")
        let came = try await receiver.wait(for: 1, at: "signed")
        #expect(came.map(\.id) == ids && came[0].id.hasPrefix("whd_"))
        #expect(came[0].verified == [true, false])
        #expect(came[0].method == "POST" && came[0].headers["content-type"] == "application/json")
        let body = try #require(try JSONSerialization.jsonObject(with: Data(came[0].body.utf8)) as? [String: Any])
        #expect(body["type"] as? String == "a.b" && body.keys.sorted() == ["data", "timestamp", "type"])
        #expect(came[0].body.hasSuffix(",\"data\":{\"n\":[1,2.5,\"é\"]}}"))
        let _: UpdateProfileResponse = try await customer.call(
            .updateProfile,
            UpdateProfileRequest(displayName: "Robin Now", updateMask: FieldMask(paths: ["display_name"])))
        let delivery = try await customer.delivery(ids[0]) { $0.state == .succeeded }
        #expect(delivery.displayName == "Robin Then" && delivery.email == customer.email)
        #expect(
            delivery.endpointID == endpoint && delivery.eventType == "a.b" && delivery.url == receiver.url("signed"))
        #expect(delivery.responseCode == 200 && delivery.attemptCount == 1 && delivery.failureReason.isEmpty)
        #expect(delivery.createdText.hasSuffix("CET") || delivery.createdText.hasSuffix("CEST"))
        #expect(delivery.nextAttemptAt == nil && delivery.attempts.map(\.responseCode) == [200])
    }

    @Test func afterARotationBothSecretsSign() async throws {
        let customer = try await Customer.signUp(on: server)
        let (endpoint, old) = try await customer.endpoint(receiver.url("rotated"))
        let rotated: RotateWebhookSecretResponse = try await customer.call(
            .rotateWebhookSecret, RotateWebhookSecretRequest(endpointID: endpoint))
        #expect(rotated.secret != old)
        let until = (rotated.webhookEndpoint?.oldSecretSignsUntil?.seconds ?? 0) - Int64(Date().timeIntervalSince1970)
        #expect((86_300...86_401).contains(until))
        try receiver.trust([old, rotated.secret], at: "rotated")
        _ = try await customer.publish()
        let came = try await receiver.wait(for: 1, at: "rotated")
        #expect(came[0].verified == [true, true])
        #expect(came[0].headers["webhook-signature"]?.split(separator: " ").count == 2)
        for _ in 0..<3 {
            let _: RotateWebhookSecretResponse = try await customer.call(
                .rotateWebhookSecret, RotateWebhookSecretRequest(endpointID: endpoint))
        }
        try await expectStatus(.failedPrecondition, reason: "TOO_MANY_ROTATIONS") {
            try await customer.call(
                .rotateWebhookSecret, RotateWebhookSecretRequest(endpointID: endpoint),
                as: RotateWebhookSecretResponse.self)
        }
    }

    @Test func aFailureIsTriedAgainUnderTheSameId() async throws {
        let customer = try await Customer.signUp(on: server)
        let (_, secret) = try await customer.endpoint(receiver.url("again?first=503"))
        try receiver.trust([secret], at: "again")
        let ids = try await customer.publish()
        let waiting = try await customer.delivery(ids[0]) { $0.attemptCount == 1 }
        #expect(waiting.state == .pending && waiting.responseCode == 503 && waiting.failureReason == "It answered 503.")
        let came = try await receiver.wait(for: 2, at: "again")
        #expect(came.map(\.id) == [ids[0], ids[0]] && came.map(\.verified) == [[true], [true]])
        #expect(came[0].body == came[1].body)
        let times = came.compactMap { $0.headers["webhook-timestamp"].flatMap { Int($0) } }
        #expect((4...8).contains(times[1] - times[0]))
        let done = try await customer.delivery(ids[0]) { $0.state == .succeeded }
        #expect(done.attempts.map(\.responseCode) == [200, 503])
    }

    @Test func retryAfterIsHonouredWithinADay() async throws {
        let customer = try await Customer.signUp(on: server)
        for (asked, least, most) in [("60", 59, 67), ("999999999", 86_390, 95_100), ("1", 4, 7)]
            as [(String, Int64, Int64)]
        {
            let (endpoint, _) = try await customer.endpoint(receiver.url("later?status=429&retry_after=\(asked)"))
            let ids = try await customer.publish()
            let id = try #require(ids.last)
            let delivery = try await customer.delivery(id) { $0.attemptCount == 1 }
            let wait = (delivery.nextAttemptAt?.seconds ?? 0) - (delivery.attempts[0].attemptedAt?.seconds ?? 0)
            #expect((least...most).contains(wait), "Retry-After \(asked): \(wait) s")
            let _: DeleteWebhookEndpointResponse = try await customer.call(
                .deleteWebhookEndpoint, DeleteWebhookEndpointRequest(endpointID: endpoint))
        }
    }

    @Test func aRedirectIsAFailureAndNotFollowed() async throws {
        let customer = try await Customer.signUp(on: server)
        _ = try await customer.endpoint(
            receiver.url("redirect?status=307&location=\(receiver.url("target"))"))
        let ids = try await customer.publish()
        let delivery = try await customer.delivery(ids[0]) { $0.attemptCount == 1 }
        #expect(delivery.state == .pending && delivery.responseCode == 307)
        #expect(delivery.failureReason == "It answered 307, a redirect; redirects are not followed.")
        #expect(receiver.deliveries(at: "target").isEmpty)
    }

    @Test func a410DisablesTheEndpointAndTellsTheCustomer() async throws {
        let customer = try await Customer.signUp(on: server)
        let (gone, _) = try await customer.endpoint(receiver.url("gone?first=503&status=410"))
        let first = try await customer.publish()
        _ = try await customer.delivery(first[0]) { $0.attemptCount == 1 }
        // The second event's first try is a 503 as well: both wait for their 410.
        let second = try await customer.publish()
        // On a slow machine the first one's 410 may be there before the second event: then nobody gets that.
        var states: [WebhookDeliveryState] = []
        for id in first + second {
            let ended = try await customer.delivery(id) { $0.state == .failed || $0.state == .cancelled }
            states.append(ended.state)
        }
        #expect(!first.isEmpty && states.contains(.failed))
        let listed: ListWebhookEndpointsResponse = try await customer.call(
            .listWebhookEndpoints, ListWebhookEndpointsRequest())
        #expect(listed.webhookEndpoints.map(\.state) == [.disabled])
        let endpoint = try #require(listed.webhookEndpoints.first)
        #expect(endpoint.disabledAt != nil && !endpoint.disabledReason.isEmpty)
        _ = try await server.mailFolder.wait(to: customer.email, subject: "A webhook endpoint was turned off")
        let activity: ListActivityResponse = try await customer.call(
            .listActivity, ListActivityRequest(kinds: ["webhook_endpoint.disabled"]))
        #expect(activity.activities.count == 1)
        #expect(try await customer.publish() == [])
        try await expectStatus(.failedPrecondition, reason: "ENDPOINT_DISABLED") {
            try await customer.call(
                .redeliverWebhook, RedeliverWebhookRequest(deliveryID: first[0]), as: RedeliverWebhookResponse.self)
        }
        let _: DeleteWebhookEndpointResponse = try await customer.call(
            .deleteWebhookEndpoint, DeleteWebhookEndpointRequest(endpointID: gone))
        try await expectStatus(.failedPrecondition, reason: "ENDPOINT_DELETED") {
            try await customer.call(
                .redeliverWebhook, RedeliverWebhookRequest(deliveryID: first[0]), as: RedeliverWebhookResponse.self)
        }
    }

    @Test func whatIsRedeliveredHasItsOldIdAndBody() async throws {
        let customer = try await Customer.signUp(on: server)
        let (_, secret) = try await customer.endpoint(receiver.url("twice"))
        try receiver.trust([secret], at: "twice")
        let ids = try await customer.publish("a.b", "[1]")
        _ = try await customer.delivery(ids[0]) { $0.state == .succeeded }
        let again: RedeliverWebhookResponse = try await customer.call(
            .redeliverWebhook, RedeliverWebhookRequest(deliveryID: ids[0]))
        #expect(again.webhookDelivery?.state == .pending && again.webhookDelivery?.id == ids[0])
        let came = try await receiver.wait(for: 2, at: "twice")
        #expect(came.map(\.id) == [ids[0], ids[0]] && came[0].body == came[1].body && came[1].verified == [true])
        #expect(try await customer.delivery(ids[0]) { $0.state == .succeeded }.attemptCount == 2)
        try await expectStatus(.notFound) {
            try await Customer.signUp(on: server).call(
                .redeliverWebhook, RedeliverWebhookRequest(deliveryID: ids[0]), as: RedeliverWebhookResponse.self)
        }
    }

    @Test(arguments: [
        ("drop", "failed"), ("plain", "failed"), ("closed", "failed"), ("garbage", "failed"), ("lying", "failed"),
        ("truncated", "failed"), ("headers", "failed"),
    ])
    func whatIsNoAnswerIsAFailureThatIsTriedAgain(_ fault: String, _ words: String) async throws {
        let customer = try await Customer.signUp(on: server)
        _ = try await customer.endpoint(try receiver.url("fault", behind: fault))
        let ids = try await customer.publish()
        let delivery = try await customer.delivery(ids[0]) { $0.attemptCount == 1 }
        #expect(delivery.state == .pending && delivery.responseCode == 0)
        #expect(delivery.failureReason.contains(words), "\(fault): \(delivery.failureReason)")
        #expect(delivery.attempts[0].durationMilliseconds < 14_000, "\(fault)")
    }

    @Test(arguments: ["mute", "slow", "trickle"])
    func anAnswerThatTakesTooLongIsNone(_ fault: String) async throws {
        let customer = try await Customer.signUp(on: server)
        _ = try await customer.endpoint(try receiver.url("late", behind: fault), eventTypes: ["a.late"])
        let (quick, _) = try await customer.endpoint(receiver.url("beside-\(fault)"))
        let late = try await customer.publish("a.late")[0]
        // The same customer's other endpoint, and this one's neighbours, don't wait for it.
        #expect(try await receiver.wait(for: 1, at: "beside-\(fault)").count == 1)
        #expect(try await customer.deliveries(to: quick).count == 1)
        let delivery = try await customer.delivery(late) { $0.attemptCount == 1 }
        #expect(delivery.failureReason == "It did not answer within 15 seconds.")
        #expect((14_900...17_000).contains(delivery.attempts[0].durationMilliseconds))
    }

    @Test func anEndlessBodyIsCutOffAndItsStatusCounts() async throws {
        let customer = try await Customer.signUp(on: server)
        _ = try await customer.endpoint(try receiver.url("body", behind: "body"))
        let ids = try await customer.publish()
        #expect(try await customer.delivery(ids[0]) { $0.attemptCount == 1 }.state == .succeeded)
    }

    @Test func anAnswerThatIsLostMeansADuplicateWithTheSameId() async throws {
        let customer = try await Customer.signUp(on: server)
        let (_, secret) = try await customer.endpoint(try receiver.url("flaky", behind: "flaky"))
        try receiver.trust([secret], at: "flaky")
        let ids = try await customer.publish()
        let came = try await receiver.wait(for: 2, at: "flaky")
        #expect(Set(came.map(\.id)) == Set(ids) && came.allSatisfy { $0.verified == [true] })
        #expect(
            try await customer.delivery(ids[0]) { $0.state == .succeeded }.attempts.map(\.responseCode) == [200, 0])
    }

    @Test func aCertificateThatNobodyVouchesForIsRefused() async throws {
        // Trusts the system's CAs only.
        let server = try ServerProcess(arguments: ["--webhook-allow", "127.0.0.0/8,::1"])
        defer { server.discard() }
        let customer = try await Customer.signUp(on: server)
        _ = try await customer.endpoint(receiver.url("untrusted"))
        let ids = try await customer.publish()
        let delivery = try await customer.delivery(ids[0]) { $0.attemptCount == 1 }
        #expect(delivery.failureReason.contains("certificate") && receiver.deliveries(at: "untrusted").isEmpty)
    }

    @Test func whatWasPromisedBeforeACrashIsDelivered() async throws {
        let server = try ServerProcess(
            arguments: ["--webhook-allow", "127.0.0.0/8,::1", "--webhook-ca", receiver.certificateAuthority])
        defer { server.discard() }
        let customer = try await Customer.signUp(on: server)
        let (_, secret) = try await customer.endpoint(receiver.url("crash"))
        try receiver.trust([secret], at: "crash")
        var ids: Set<String> = []
        for _ in 0..<40 { ids.formUnion(try await customer.publish()) }
        server.kill9()
        try server.start()
        for _ in 0..<600 where !ids.isSubset(of: receiver.deliveries(at: "crash").map(\.id)) {
            try await Task.sleep(for: .milliseconds(100))
        }
        let came = receiver.deliveries(at: "crash")
        #expect(Set(came.map(\.id)) == ids && came.allSatisfy { $0.verified == [true] })
    }

    @Test func aStopDoesNotWaitForAnAnswerAndTheDeliveryGoesOutAfterwards() async throws {
        let server = try ServerProcess(
            arguments: ["--webhook-allow", "127.0.0.0/8,::1", "--webhook-ca", receiver.certificateAuthority])
        defer { server.discard() }
        let customer = try await Customer.signUp(on: server)
        _ = try await customer.endpoint(try receiver.url("stop", behind: "mute"))
        let ids = try await customer.publish()
        try await Task.sleep(for: .seconds(1))
        let start = ContinuousClock().now
        #expect(server.stop() == 0)
        #expect(start.duration(to: ContinuousClock().now) < .seconds(8))
        try server.start()
        let client = try server.client()
        let listed: ListWebhookDeliveriesResponse = try await client.call(
            .listWebhookDeliveries, ListWebhookDeliveriesRequest(), options: customer.options())
        // It counts as no try, and is begun again at once.
        #expect(listed.webhookDeliveries.map(\.id) == ids)
        #expect(listed.webhookDeliveries.map(\.state) == [.pending])
        #expect(listed.webhookDeliveries.map(\.attemptCount) == [0])
    }

    @Test func whatIsDeletedGetsNothingMore() async throws {
        let customer = try await Customer.signUp(on: server)
        let (endpoint, _) = try await customer.endpoint(receiver.url("deleted?status=500"))
        let ids = try await customer.publish()
        _ = try await customer.delivery(ids[0]) { $0.attemptCount == 1 }
        let _: DeleteWebhookEndpointResponse = try await customer.call(
            .deleteWebhookEndpoint, DeleteWebhookEndpointRequest(endpointID: endpoint))
        let delivery = try await customer.deliveries(to: endpoint)[0]
        #expect(delivery.state == .cancelled && delivery.nextAttemptAt == nil)
        #expect(try await customer.publish() == [])
        try await expectStatus(.notFound) {
            try await customer.call(
                .deleteWebhookEndpoint, DeleteWebhookEndpointRequest(endpointID: endpoint),
                as: DeleteWebhookEndpointResponse.self)
        }
    }

    @Test func anAccountHasAtMostSixteenEndpointsAndItsDeletionRevokesThem() async throws {
        let customer = try await Customer.signUp(on: server)
        for number in 0..<16 { _ = try await customer.endpoint(receiver.url("many\(number)")) }
        try await expectStatus(.failedPrecondition, reason: "TOO_MANY_WEBHOOK_ENDPOINTS") {
            try await customer.endpoint(receiver.url("many"))
        }
        #expect(try await customer.publish().count == 16)
        let deleted: DeleteAccountResponse = try await customer.call(
            .deleteAccount, DeleteAccountRequest(confirmEmail: customer.email))
        let revoked = deleted.deletion?.revoked.first { $0.kind == "webhook_endpoint" }
        #expect(revoked?.count == 16 && revoked?.ids.count == 16)
    }

    @Test(arguments: [
        ("A.b", "{}", "EVENT_TYPE_INVALID"), ("", "{}", "EVENT_TYPE_INVALID"), ("a", "", "PAYLOAD_NOT_JSON"),
        ("a", "{\"a\":1,}", "PAYLOAD_NOT_JSON"),
    ])
    func anEventThatIsNoneIsRefused(_ type: String, _ payload: String, _ reason: String) async throws {
        let customer = try await Customer.signUp(on: server)
        try await expectStatus(.invalidArgument, reason: reason) { try await customer.publish(type, payload) }
    }

    @Test func theLargestEventStaysBelowTwentyKibibytes() async throws {
        let customer = try await Customer.signUp(on: server)
        for (payload, reason) in [
            ("\"" + String(repeating: "a", count: 19_998) + "\"", "PAYLOAD_TOO_LONG"),
            (String(repeating: "[", count: 9_000), "PAYLOAD_NOT_JSON"),
        ] {
            try await expectStatus(.invalidArgument, reason: reason) { try await customer.publish("a", payload) }
        }
        let (_, secret) = try await customer.endpoint(receiver.url("large"))
        try receiver.trust([secret], at: "large")
        let type = "a" + String(repeating: ".b", count: 63) + "c"
        _ = try await customer.publish(type, "\"" + String(repeating: "a", count: 19_997) + "\"")
        let came = try await receiver.wait(for: 1, at: "large")
        #expect(came[0].verified == [true] && came[0].body.utf8.count < 20_480)
    }
}

/// Every way inside, in a network namespace that has no way out.
@Suite(.enabled(if: Namespace.isThere, "network namespaces may not be made here"))
struct WebhookGuardTests {
    @Test func nothingInsideIsEverConnectedTo() throws {
        let receiver = try WebhookReceiver.shared.get()
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("ssrf-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: folder) }
        let rpcctl = ProcessInfo.processInfo.environment["RPCCTL_BIN"] ?? ".build/release/rpcctl"
        let result = try runProgram(
            URL(fileURLWithPath: "/usr/bin/unshare"),
            Namespace.arguments + [
                "timeout", "--signal=KILL", "300", WebhookReceiver.python.path,
                WebhookReceiver.scripts.appendingPathComponent("ssrf.py").path, ServerProcess.binary.path,
                URL(fileURLWithPath: rpcctl).path, folder.path, receiver.certificateAuthority, receiver.certificate,
                receiver.key, WebhookReceiver.python.path,
            ])
        let lines = result.output.split(separator: "\n").map(String.init)
        #expect(result.status == 0 && lines.last == "passed", "\(result.output)")
        #expect(lines.filter { $0.hasPrefix("ok ") }.count >= 55, "\(result.output)")
    }
}

enum Namespace {
    /// Root makes one at once; others may be root of a user namespace of their own.
    /// What is started inside ends with it.
    static var arguments: [String] {
        (geteuid() == 0 ? [] : ["-Ur"]) + ["-nmpf", "--kill-child", "--mount-proc"]
    }

    static var isThere: Bool {
        let tried = try? runProgram(
            URL(fileURLWithPath: "/usr/bin/unshare"), arguments + ["ip", "link", "set", "lo", "up"])
        return tried?.status == 0
    }
}
