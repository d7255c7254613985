import Foundation
import Messages
import RPC
import RPCClient
import TestSupport
import Testing

/// What every call must end in, whatever was sent: an answer, or a refusal that names its field.
struct Hostile {
    let method: Messages.Method
    let customer: Customer
    /// A request that could be right, as bytes.
    let base: [UInt8]

    init(_ method: Messages.Method, on server: ServerProcess, _ client: Client) async throws {
        self.method = method
        customer = try await Customer.signUp(on: server, client: client)
        base = try #require(AccessRow.all[method]).request(Subject(account: customer.accountID)).encodedBytes()
    }

    private static let codes: Set<StatusCode> = [
        .invalidArgument, .notFound, .alreadyExists, .permissionDenied, .resourceExhausted, .failedPrecondition,
        .internalError, .unauthenticated,
    ]

    /// Sends it, and holds the answer against the rules. `what` names the case in a failure's text.
    @discardableResult
    func send(_ payload: [UInt8], _ what: @autoclosure () -> String, mayBeMalformed: Bool = true) async throws
        -> Status?
    {
        let description = method.description
        // SignOut that succeeds would leave nobody to send the next.
        let sender = method == .signOut ? try await customer.signedInAgain() : customer
        let options = sender.options(.seconds(20))
        let result =
            description.serverStreaming
            ? try await customer.client.streamed(method, payload, options)
            : await customer.client.call(
                service: description.service, method: description.method, payload: payload, options: options)
        guard case .failure(let status) = result else { return nil }
        #expect(Self.codes.contains(status.code), "\(method), \(what()): \(status)")
        #expect(!status.message.isEmpty, "\(method), \(what()): \(status)")
        if status.code == .internalError {
            #expect(mayBeMalformed && status.reason == "MALFORMED", "\(method), \(what()): \(status)")
        }
        if status.code == .invalidArgument {
            #expect(!status.fieldViolations.isEmpty, "\(method), \(what()): \(status)")
            for violation in status.fieldViolations {
                #expect(
                    Schema.shared.has(violation.field, in: description.requestName),
                    "\(method), \(what()): \(violation.field)")
                #expect(!violation.description.isEmpty && !violation.reason.isEmpty, "\(method), \(what())")
            }
        }
        return status
    }

    /// What was taken can be read again.
    func readBack() async throws {
        let metadata = customer.options().metadata
        for reading in [
            Messages.Method.getAccount, .listActivity, .listBrowserProfiles, .listDriverSessions, .listRecordings,
            .listInvoices, .listEmails, .listApiKeys, .listWebhookEndpoints, .listWebhookDeliveries, .getPreferences,
            .getSecurity,
        ] {
            _ = try await customer.client.bytes(reading, payload: [], CallOptions(metadata: metadata))
        }
    }

    /// Every string field of a message, with the fields that lead to it.
    static func strings(in message: String) -> [[Schema.Field]] {
        Schema.shared[message].flatMap { field -> [[Schema.Field]] in
            switch field.kind {
            case .string: [[field]]
            case .message(let inner): strings(in: inner).map { [field] + $0 }
            case .bytes, .varint: []
            }
        }
    }

    /// The field with these bytes, inside the messages that lead to it.
    static func encode(_ path: [Schema.Field], _ value: [UInt8]) -> [UInt8] {
        path.reversed().reduce(value) { Wire.delimited($1.number, $0) }
    }

    static func name(_ path: [Schema.Field]) -> String { path.map(\.name).joined(separator: ".") }
}

/// A server's memory, in bytes.
func residentBytes(of server: ServerProcess) throws -> Int {
    let text = try String(contentsOfFile: "/proc/\(server.pid)/statm", encoding: .utf8)
    let words = text.split(separator: " ")
    return (words.count > 1 ? Int(words[1]) ?? 0 : 0) * Int(sysconf(Int32(_SC_PAGESIZE)))
}

/// Repeatable random bytes: the seed is printed.
struct SeededBytes {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        // SplitMix64.
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
        return word ^ word >> 31
    }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(1, bound))) }

    mutating func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8(truncatingIfNeeded: next()) } }
}
