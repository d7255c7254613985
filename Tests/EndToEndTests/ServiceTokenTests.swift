import Foundation
import Messages
import RPC
import RPCClient
import TestSupport
import Testing

@Suite struct ServiceTokenTests {
    /// A server that knows a service without a token file.
    private func start() throws -> (server: ServerProcess, list: URL) {
        let list = FileManager.default.temporaryDirectory.appendingPathComponent("services-\(UUID().uuidString)")
        try "# NAME SCOPES\ndriver sessions.validate,driver_sessions.write\nsupport support\n"
            .write(to: list, atomically: true, encoding: .utf8)
        return (try ServerProcess(arguments: ["--services", list.path]), list)
    }

    private func issue(_ server: ServerProcess, _ list: URL, _ arguments: String...) throws -> Metadata {
        let result = try server.run(["token", "--services", list.path] + arguments)
        guard result.status == 0 else { throw TestFailure(result.output) }
        return .serviceAuthorization(result.output.trimmingCharacters(in: .whitespacesAndNewlines))
    }

    private func validate(_ client: Client, _ token: String, _ service: Metadata) async throws -> String {
        let answer: ValidateSessionResponse = try await client.call(
            .validateSession, ValidateSessionRequest(sessionToken: token), options: CallOptions(metadata: [service]))
        return answer.accountID
    }

    @Test func anIssuedTokenDoesWhatItsServiceMay() async throws {
        let (server, list) = try start()
        defer { server.discard() }
        let customer = try await Customer.signUp(on: server)
        let token = try issue(server, list, "--service", "driver")
        #expect(try await validate(customer.client, customer.sessionToken, token) == customer.accountID)
        try await expectStatus(.permissionDenied, reason: "SCOPE_MISSING") {
            try await customer.client.bytes(.getStats, GetStatsRequest(), CallOptions(metadata: [token]))
        }
        let narrow = try issue(server, list, "--service", "driver", "--scopes", "driver_sessions.write")
        try await expectStatus(.permissionDenied, reason: "SCOPE_MISSING") {
            try await validate(customer.client, customer.sessionToken, narrow)
        }
        let support = try issue(server, list, "--service", "support")
        _ = try await customer.client.bytes(.getStats, GetStatsRequest(), CallOptions(metadata: [support]))
    }

    @Test func anExpiredTokenIsRefusedOnTheConnectionThatProvedIt() async throws {
        let (server, list) = try start()
        defer { server.discard() }
        let customer = try await Customer.signUp(on: server)
        let token = try issue(server, list, "--service", "driver", "--ttl", "3")
        var refused: Status?
        // Until the clock has passed its end.
        for _ in 0..<600 where refused == nil {
            do {
                _ = try await validate(customer.client, customer.sessionToken, token)
                try await Task.sleep(for: .milliseconds(50))
            } catch let status as Status {
                refused = status
            }
        }
        #expect(refused?.code == .unauthenticated && refused?.reason == "SERVICE_TOKEN_EXPIRED")
        try await expectStatus(.unauthenticated, reason: "SERVICE_TOKEN_EXPIRED") {
            try await customer.client.bytes(.listCategories, ListCategoriesRequest(), CallOptions(metadata: [token]))
        }
    }

    @Test func keysAreRotatedBesideARunningServer() async throws {
        let (server, list) = try start()
        defer { server.discard() }
        let customer = try await Customer.signUp(on: server)
        let old = try issue(server, list, "--service", "driver")
        let rotated = try server.run(["token", "rotate"])
        #expect(rotated.status == 0 && rotated.output.contains("tokens-2.key"))
        let new = try issue(server, list, "--service", "driver")
        // A key is looked for once a second at most.
        var answered = ""
        for _ in 0..<600 where answered.isEmpty {
            answered = (try? await validate(customer.client, customer.sessionToken, new)) ?? ""
            if answered.isEmpty { try await Task.sleep(for: .milliseconds(50)) }
        }
        #expect(answered == customer.accountID)
        #expect(try await validate(customer.client, customer.sessionToken, old) == customer.accountID)
    }

    /// A credential like the one before isn't looked at again; one that was refused is refused again.
    @Test func callsThatComeTogetherAreEachJudgedByTheirOwnCredential() async throws {
        let (server, list) = try start()
        defer { server.discard() }
        let customer = try await Customer.signUp(on: server)
        let good = try issue(server, list, "--service", "driver").value
        let narrow = try issue(server, list, "--service", "driver", "--scopes", "driver_sessions.write").value
        let forged = String(good.dropLast(4)) + "AAAA"
        let credentials = [narrow, narrow, good, good, forged, forged, good, narrow, narrow, good, good]
        let frames = try answers(
            of: server,
            credentials.map {
                RequestEnvelope.encode(
                    service: "account.v1.SessionsService", method: "ValidateSession",
                    payload: ValidateSessionRequest(sessionToken: customer.sessionToken).encodedBytes(),
                    metadata: [("service-authorization", $0)])
            })
        let reasons = frames.map { frame in
            if case .failure(let status) = ResponseEnvelope.decode(frame.span.bytes) { return status.reason }
            return "OK"
        }
        let expected = credentials.map { $0 == good ? "OK" : $0 == narrow ? "SCOPE_MISSING" : "SERVICE_UNKNOWN" }
        #expect(reasons == expected)
    }

    /// Sends all requests in one write, and reads as many answers.
    private func answers(of server: ServerProcess, _ requests: [[UInt8]]) throws -> [[UInt8]] {
        let descriptor = try loopbackSocket(to: server.address, patienceSeconds: 30)
        defer { close(descriptor) }
        let bytes = requests.enumerated().flatMap {
            FrameHeader.frame(stream: UInt32(2 * $0.offset + 1), type: FrameType.request, $0.element)
        }
        guard write(descriptor, bytes, bytes.count) == bytes.count else { throw TestFailure("write: \(errno)") }
        func receive(_ count: Int) throws -> [UInt8] {
            var buffer = [UInt8](repeating: 0, count: count)
            guard recv(descriptor, &buffer, count, Int32(MSG_WAITALL)) == count else {
                throw TestFailure("recv: \(errno)")
            }
            return buffer
        }
        return try requests.map { _ in
            let header = try receive(FrameHeader.byteCount)
            let length = Int(FrameHeader(reading: header.span.bytes, at: 0).length)
            return length == 0 ? [] : try receive(length)
        }
    }

    /// A certificate's name is a service's; Python shows it and no token.
    @Test func aClientCertificateNamesTheService() throws {
        let certificates = try TestCertificates.shared.get()
        let list = FileManager.default.temporaryDirectory.appendingPathComponent("services-\(UUID().uuidString)")
        try "driver sessions.validate san=spiffe://test.example/driver\n"
            .write(to: list, atomically: true, encoding: .utf8)
        let server = try ServerProcess(arguments: [
            "--services", list.path, "--tls-cert", certificates.certificate("server"), "--tls-key",
            certificates.key("server"), "--tls-client-ca", certificates.authority,
        ])
        defer { server.discard() }
        let port = try #require(server.address.split(separator: ":").last.map(String.init))
        let script = TestCertificates.root.appendingPathComponent("Tests/Interop/tls/calls.py").path
        func call(_ shown: [String]) throws -> String {
            try runProgram(TestCertificates.python, [script, port, certificates.authority] + shown).output
        }
        // "True": the answer was SERVICE_UNKNOWN.
        #expect(try call([]).hasSuffix("answer 1 2 True\n"))
        #expect(
            try call([certificates.certificate("client"), certificates.key("client")]).hasSuffix("answer 1 2 False\n"))
    }

    @Test func whatCanNotBeIssuedIsSaid() async throws {
        let (server, list) = try start()
        defer { server.discard() }
        for arguments in [
            ["--service", "nobody"], ["--service", "driver", "--scopes", "emails.send"],
            ["--service", "driver", "--ttl", "0"],
            ["--service", "driver", "--ttl", "3601"], [],
        ] {
            let result = try server.run(["token", "--services", list.path] + arguments)
            #expect(result.status != 0 && !result.output.contains("sst_"))
        }
    }
}
