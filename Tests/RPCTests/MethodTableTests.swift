import RPC
import Testing

@Suite struct MethodTableTests {
    private static let nothing = Handler.inline { _, _ in }

    private func find(_ table: MethodTable, _ service: String, _ method: String) -> Int? {
        let service = Array(service.utf8)
        let method = Array(method.utf8)
        return table.index(service: service.span.bytes, method: method.span.bytes)
    }

    @Test func `every method of a large table is found, and only by its own names`() {
        let names = (0..<500).map { ("account.v1.S\($0 % 7)", "Method\($0)") }
        let table = MethodTable(names.map { MethodEntry(service: $0.0, method: $0.1, handler: Self.nothing) })
        for (index, name) in names.enumerated() {
            #expect(find(table, name.0, name.1) == index)
            #expect(find(table, name.0 + "x", name.1) == nil)
            #expect(find(table, name.0, name.1 + "x") == nil)
            #expect(find(table, name.1, name.0) == nil)
        }
    }

    @Test func `names that share lengths and the letters looked at are told apart`() {
        // First, third, middle and last letter are the same in all.
        let methods = ["AbCdEfGhI", "AxCdEfGhI", "AbCdExGhI", "AbCdEfxhI", "AbCdEfGxI"]
        let services = ["a.v1.Left", "a.v1.Rght"]
        var entries: [MethodEntry] = []
        for service in services {
            for method in methods {
                entries.append(MethodEntry(service: service, method: method, handler: Self.nothing))
            }
        }
        let table = MethodTable(entries)
        for (index, entry) in entries.enumerated() {
            #expect(
                find(
                    table, String(decoding: entry.service, as: UTF8.self), String(decoding: entry.method, as: UTF8.self)
                )
                    == index)
        }
        #expect(find(table, "a.v1.Left", "AbCdEfGhx") == nil)
        #expect(find(table, "a.v1.Midl", "AbCdEfGhI") == nil)
    }

    @Test func `nothing is found by empty names, nor in an empty table`() {
        let table = MethodTable([MethodEntry(service: "S", method: "M", handler: Self.nothing)])
        #expect(find(table, "", "") == nil)
        #expect(find(table, "S", "") == nil)
        #expect(find(table, "", "M") == nil)
        #expect(find(MethodTable([]), "S", "M") == nil)
    }
}
