import Foundation
import Messages
import RPC
import RPCClient
import TestSupport
import Testing

/// No room for the store's log, as on a full disk: the kernel refuses to let the server's files grow.
@Suite struct FullDiskTests {
    @Test(arguments: [0, 1_000, 5_000, 70_000])
    func aChangeThatFindsNoRoomIsRefusedAndNothingAcknowledgedIsLost(_ room: Int) async throws {
        let server = try ServerProcess()
        defer { server.discard() }
        let customer = try await Customer.signUp(on: server, client: server.client { $0.maxAttempts = 1 })
        for round in 0..<10 { try await rename(customer, "Before \(round)") }

        let log = server.data.appendingPathComponent("accounts.sqlite-wal")
        let size = try #require(try FileManager.default.attributesOfItem(atPath: log.path)[.size] as? Int)
        try limit(server, to: size + room)
        var acknowledged = "Before 9"
        var refusals: [Status] = []
        for round in 0..<60 where refusals.count < 5 {
            do {
                try await rename(customer, "During \(round)")
                acknowledged = "During \(round)"
            } catch let status as Status {
                refusals.append(status)
            }
        }
        #expect(refusals.count == 5 && refusals.allSatisfy { $0.code == .unavailable })
        #expect(try await name(customer) == acknowledged)

        // There is room again: work goes on, and a crash right then loses nothing.
        try limit(server, to: nil)
        for round in 0..<20 { try await rename(customer, "After \(round)") }
        server.kill9()
        let check = try server.run(["check"])
        #expect(check.status == 0, "\(check.output)")
        try server.start()
        #expect(try await name(customer.moved(to: server)) == "After 19")
    }

    private func rename(_ customer: Customer, _ name: String) async throws {
        let _: UpdateProfileResponse = try await customer.call(.updateProfile, UpdateProfileRequest(displayName: name))
    }

    private func name(_ customer: Customer) async throws -> String {
        let answer: GetAccountResponse = try await customer.call(.getAccount, GetAccountRequest())
        return answer.account?.displayName ?? ""
    }

    private func limit(_ server: ServerProcess, to bytes: Int?) throws {
        let soft = bytes.map(String.init) ?? "unlimited"
        let result = try runProgram(
            URL(fileURLWithPath: "/usr/bin/prlimit"), ["--pid", "\(server.pid)", "--fsize=\(soft):unlimited"])
        guard result.status == 0 else { throw TestFailure(result.output) }
    }
}
