import Foundation
import Messages
import RPC
import TestSupport
import Testing

/// What the hottest call takes of the processor and of the allocator, counted and not timed, against bounds that are checked in. Two runs
/// of the whole server that differ in nothing but the number of calls: their difference is the calls'.
@Suite(
    .enabled(
        if: CountedServer.valgrind != nil && CountedServer.objcopy != nil,
        "Debian's valgrind and binutils are not installed"))
struct CallCostTests {
    private static let few = 50
    /// So many that what the server does on its own in either run, some millions of instructions, is lost among them.
    private static let many = 1_050
    private static let allocators = ["malloc", "calloc", "realloc", "posix_memalign", "aligned_alloc", "memalign"]

    @Test func `A ValidateSession takes no more instructions, hashes and allocations than its bounds say`() async throws
    {
        let server = try ServerProcess()
        defer { server.discard() }
        var customer = try await Customer.signUp(on: server)
        var tokens = [customer.sessionToken]
        for _ in 0..<3 {
            customer = try await customer.signedInAgain()
            tokens.append(customer.sessionToken)
        }
        server.stop()
        let method = Messages.Method.validateSession.description
        let requests = tokens.map { token in
            RequestEnvelope.encode(
                service: method.service, method: method.method,
                payload: ValidateSessionRequest(sessionToken: token).encodedBytes(),
                metadata: [("service-authorization", "Bearer " + server.serviceToken)])
        }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("call-cost-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let counted = try CountedServer(data: server.data, folder: folder)
        let fewer = try counted.count(batches: Self.few, of: requests)
        let more = try counted.count(batches: Self.many, of: requests)

        let calls = Double((Self.many - Self.few) * CountedServer.batch)
        let isOurs = { (library: String) in !library.contains("libcrypto") }
        func instructions(_ profile: CallgrindProfile) -> Int {
            profile.instructions.filter { isOurs($0.key) }.values.reduce(0, +)
        }
        func taken(_ names: [String]) -> Double {
            Double(names.reduce(0) { $0 + (more.calls[$1] ?? 0) - (fewer.calls[$1] ?? 0) }) / calls
        }
        let bounds = try CallBounds("validate-session")
        bounds.check("instructions", Double(instructions(more) - instructions(fewer)) / calls)
        bounds.check("hashes", taken(["SHA256_Final", "SHA256_Transform"]))
        bounds.check("allocations", taken(Self.allocators))
    }
}

/// The numbers of one file in Tests/Bounds: a name and a number a line.
private struct CallBounds {
    private static let tolerance = 1.05
    private let file: URL
    private let numbers: [String: Double]

    init(_ name: String) throws {
        file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Bounds/\(name).txt")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
        numbers = Dictionary(
            lines.compactMap { line in
                let words = line.split(separator: " ")
                guard words.count == 2, let number = Double(words[1]) else { return nil }
                return (String(words[0]), number)
            }, uniquingKeysWith: { $1 })
    }

    func check(_ name: String, _ taken: Double) {
        guard let bound = numbers[name] else {
            Issue.record("Tests/Bounds/\(file.lastPathComponent) has no line for \(name): \(rounded(taken)) a call now")
            return
        }
        print("\(name) a call: \(rounded(taken)), bound \(rounded(bound))")
        #expect(
            taken <= bound * Self.tolerance,
            """
            \(rounded(taken)) \(name) a call; Tests/Bounds/\(file.lastPathComponent) allows \(rounded(bound)) and 5 % more. \
            callgrind_annotate shows where they went. If they are worth it, write the new number there, and what it buys into the commit's message.
            """)
        if taken < bound * 0.9, bound - taken > 0.1 {
            Issue.record(
                "\(rounded(taken)) \(name) a call is well below its bound: write it into Tests/Bounds/\(file.lastPathComponent), so that it stays.",
                severity: .warning)
        }
    }

    private func rounded(_ number: Double) -> String {
        String(format: number >= 100 ? "%.0f" : "%.3f", number)
    }
}
