import Messages
import RPC
import Testing

@testable import Services

@Suite struct ReflectionTests {
    private func ask(_ number: UInt32, _ text: String) throws -> [UInt32: [[UInt8]]] {
        var request = WireWriter()
        request.write(field: 1, text: "here")
        request.write(field: number, bytes: Array(text.utf8))
        let answer = try #require(Reflection.answer(request.bytes))
        let fields = fields(answer)
        #expect(fields[1] == [Array("here".utf8)] && fields[2] == [request.bytes])
        return fields
    }

    private func fields(_ bytes: [UInt8]) -> [UInt32: [[UInt8]]] {
        var found: [UInt32: [[UInt8]]] = [:]
        bytes.span.bytes.eachField { found[$0, default: []].append($1.copied) }
        return found
    }

    private func files(_ answer: [UInt32: [[UInt8]]]) throws -> [String] {
        let response = try #require(answer[4]?.first)
        return (fields(response)[1] ?? []).map { $0.span.bytes.text(ofField: 1) }
    }

    @Test func everyServiceIsListed() throws {
        let list = try #require(try ask(7, "")[6]?.first)
        let names = (fields(list)[1] ?? []).map { $0.span.bytes.text(ofField: 1) }
        #expect(Set(names) == Set(Messages.Method.allCases.map(\.description.service)))
    }

    /// Whatever is declared leads to its file, and that comes with all it imports.
    @Test func everyMethodAndMessageIsFoundWithItsImports() throws {
        for method in Messages.Method.allCases {
            let described = method.description
            let symbols = [
                described.service, "\(described.service).\(described.method)", described.requestName,
                described.responseName,
            ]
            for symbol in symbols {
                let names = try files(try ask(4, symbol))
                #expect(!names.isEmpty && Set(names).count == names.count)
                let imports = names.flatMap { DescriptorIndex.embedded.files[$0]?.imports ?? [] }
                #expect(Set(imports).isSubset(of: names))
            }
        }
        #expect(try files(try ask(3, "account/v1/sessions.proto")).first == "account/v1/sessions.proto")
        #expect(
            try files(try ask(4, "grpc.health.v1.HealthCheckResponse.SERVING")).first == "grpc/health/v1/health.proto")
        #expect(try files(try ask(4, "account.v1.Session.id")).first == "account/v1/sessions.proto")
    }

    @Test func whatIsNotThereIsSaid() throws {
        let notFound = Array("\u{8}\u{5}".utf8)
        for (number, text): (UInt32, String) in [
            (3, "nothing.proto"), (4, "account.v1.Nothing"), (4, ""), (5, ""), (6, "account.v1.Nothing"),
        ] {
            let error = try #require(try ask(number, text)[7]?.first)
            #expect(error.starts(with: notFound))
        }
        #expect(try ask(6, "account.v1.Session")[5]?.first == [10, 18] + Array("account.v1.Session".utf8))
        #expect(try #require(try ask(9, "x")[7]?.first).starts(with: [8, 3]))
        #expect(Reflection.answer([0xFF]) == nil)
        #expect(Reflection.answer([UInt8](repeating: 0, count: 5_000)) == nil)
    }
}
