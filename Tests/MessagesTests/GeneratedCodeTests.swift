import Foundation
import TestSupport
import Testing

@testable import Messages

@Suite struct GeneratedCodeTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    @Test func committedGeneratedCodeIsCurrent() throws {
        let (status, output) = try runProgram(
            GeneratedCodeTests.root.appending(path: "Tools/generate"), ["--check"])
        #expect(status == 0, "\(output)")
    }

    @Test func everyMethodIsNamedAfterItsMessages() {
        #expect(MethodCatalog.all.count == Method.allCases.count)
        #expect(Set(MethodCatalog.all).count == MethodCatalog.all.count)
        for method in Method.allCases {
            let described = method.description
            #expect(method.rawValue == described.service + "/" + described.method)
            #expect(method.request.fullName == described.requestName)
            #expect(method.response.fullName == described.responseName)
            // gRPC's own services have other customs.
            guard described.service.hasPrefix("account.") else { continue }
            #expect(described.requestName == "account.v1.\(described.method)Request")
            #expect(described.responseName == "account.v1.\(described.method)Response")
        }
    }

    @Test func protocReadsWhatWeWrite() throws {
        let request = SendEmailRequest(
            accountID: "acc_1", category: "tips", template: "hello",
            variables: [EmailVariable(name: "when", time: Timestamp(seconds: 7, nanos: 8))], requestID: "r")
        let text = try protoc("--decode=account.v1.SendEmailRequest", input: request.encodedBytes())
        let expected = """
            account_id: "acc_1"
            category: "tips"
            template: "hello"
            variables {
              name: "when"
              time {
                seconds: 7
                nanos: 8
              }
            }
            request_id: "r"

            """
        #expect(String(decoding: text, as: UTF8.self) == expected)
        #expect(
            try protoc("--encode=account.v1.SendEmailRequest", input: Array(expected.utf8)) == request.encodedBytes())
    }

    /// protoc here knows only the embedded set, so the set is whole.
    private func protoc(_ mode: String, input: [UInt8]) throws -> [UInt8] {
        let set = FileManager.default.temporaryDirectory.appending(path: "messages-\(UUID().uuidString).bin")
        defer { try? FileManager.default.removeItem(at: set) }
        try Data(DescriptorSet.bytes).write(to: set)
        let (status, output) = try captureProgram(
            URL(fileURLWithPath: "/usr/bin/env"),
            ["protoc", "--descriptor_set_in=\(set.path)", mode, "account/v1/notifications.proto"], input: input)
        #expect(status == 0)
        return output
    }
}
