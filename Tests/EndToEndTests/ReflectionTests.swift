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

    @Test func pythonsReflectionClientListsAndCallsMethods() throws {
        let server = try SuiteServer.hostile.get()
        let words = server.address.split(separator: ":").map(String.init)
        let script = TestCertificates.root.appendingPathComponent("Tests/Interop/grpc/reflected_calls.py").path
        let result = try runProgram(TestCertificates.python, [script] + words + [server.serviceToken])
        #expect(result.status == 0, "\(result.output)")
        let lines = Set(result.output.split(separator: "\n").map(String.init))
        #expect(lines.isSuperset(of: Messages.Method.allCases.map(\.rawValue)))
        #expect(lines.contains("password_reset"))
    }
}
