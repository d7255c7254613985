import RPC
import Testing

@testable import Messages

/// RPC writes google.rpc.Status by hand; protobuf reads it here.
@Suite struct StatusAgreementTests {
    private static let statuses = [
        Status(.ok, ""),
        Status(.unauthenticated, "That is not right.", reason: "BAD_CREDENTIALS"),
        Status(.resourceExhausted, "Wait.", reason: "THROTTLED", retryDelayMs: 90_061),
        Status(.unavailable, "Now.", reason: "DRAINING", retryDelayMs: 0),
        Status(
            .invalidArgument, "Two fields “bad”.", reason: "INVALID",
            fieldViolations: [
                FieldViolation(field: "display_name", description: "at most 100 letters", reason: "NAME_TOO_LONG"),
                FieldViolation(field: "preferences[2].category", description: "no such", reason: "CATEGORY_UNKNOWN"),
            ], retryDelayMs: 999),
    ]

    @Test(arguments: statuses)
    func whatRPCEncodesProtobufReads(status: RPC.Status) throws {
        let message = try StatusMessage.decode(status.encoded)
        #expect(message.code == status.code.rawValue)
        #expect(message.message == status.message)
        let infos = try details(of: message, "ErrorInfo", ErrorInfo.self)
        #expect(infos.map(\.reason) == (status.reason.isEmpty ? [] : [status.reason]))
        #expect(infos.allSatisfy { $0.domain == "accountd" })
        let violations = try details(of: message, "BadRequest", BadRequest.self).flatMap(\.fieldViolations)
        #expect(
            violations
                == status.fieldViolations.map {
                    BadRequest.FieldViolation(field: $0.field, description: $0.description, reason: $0.reason)
                })
        let delays = try details(of: message, "RetryInfo", RetryInfo.self).compactMap(\.retryDelay)
        #expect(
            delays.map { $0.seconds * 1_000 + Int64($0.nanos) / 1_000_000 } == [status.retryDelayMs].compactMap { $0 })
    }

    @Test(arguments: statuses)
    func whatProtobufEncodesRPCReads(status: RPC.Status) throws {
        let bytes = try StatusMessage.decode(status.encoded).encodedBytes()
        #expect(RPC.Status(decoding: bytes.span.bytes) == status)
    }

    private func details<Detail: Message>(
        of message: StatusMessage, _ name: String, _ type: Detail.Type
    ) throws -> [Detail] {
        try message.details.filter { $0.typeUrl == "type.googleapis.com/google.rpc." + name }
            .map { try Detail.decode($0.value) }
    }
}
