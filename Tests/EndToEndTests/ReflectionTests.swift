import Foundation
import Messages
import TestSupport
import Testing

/// `buf curl` has no .proto file at hand, and calls all the same.
@Suite struct ReflectionTests {
    private static let buf = TestCertificates.root.appendingPathComponent(".venv/bin/buf")

    private func curl(_ arguments: [String]) throws -> (status: Int32, output: String) {
        try runProgram(Self.buf, ["curl", "--http2-prior-knowledge", "--protocol", "grpc"] + arguments)
    }

    @Test(arguments: ["grpc-v1", "grpc-v1alpha"])
    func bufListsAndCallsMethods(_ version: String) throws {
        let server = try SuiteServer.hostile.get()
        let base = "http://\(server.address)"
        let list = try curl(["--reflect-protocol", version, "--list-methods", base])
        #expect(list.status == 0, "\(list.output)")
        let names = Set(list.output.split(separator: "\n").map(String.init))
        #expect(names == Set(Messages.Method.allCases.map(\.rawValue)))
        let call = try curl([
            "--reflect-protocol", version, "-H", "service-authorization: Bearer \(server.serviceToken)", "-d", "{}",
            base + "/account.v1.NotificationsService/ListCategories",
        ])
        #expect(call.status == 0 && call.output.contains("password_reset"), "\(call.output)")
    }
}
