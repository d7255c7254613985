import Domain
import Testing

@Suite struct PagingTests {
    /// Newest first, as a store answers them.
    private let rows = (0..<7).reversed().map { UUIDv7(at: .utc(2026, 1, 1), randomHigh: 0, randomLow: UInt64($0)) }

    private func page(_ size: Int32, after token: String, of rows: [UUIDv7]) throws -> Page<UUIDv7> {
        let request = try Paging.request(pageSize: size, pageToken: token)
        let older = rows.filter { row in request.after.map { row < $0 } ?? true }
        return Paging.page(Array(older.prefix(request.limit)), request) { $0 }
    }

    @Test(arguments: [1, 2, 3, 6, 7, 8, 200] as [Int32])
    func followedToItsEndAListHasEveryRowOnce(size: Int32) throws {
        var seen: [UUIDv7] = []
        var token = ""
        repeat {
            let page = try page(size, after: token, of: rows)
            #expect(page.items.count <= Int(size))
            seen += page.items
            token = page.nextPageToken
        } while !token.isEmpty
        #expect(seen == rows)
    }

    @Test func aFullLastPageHasNoNext() throws {
        #expect(try page(7, after: "", of: rows).nextPageToken.isEmpty)
        #expect(try !page(6, after: "", of: rows).nextPageToken.isEmpty)
        #expect(try page(0, after: "", of: []).items.isEmpty)
    }

    @Test func rowsAddedMeanwhileDoNotShiftThePages() throws {
        let first = try page(3, after: "", of: rows)
        let newer = UUIDv7(at: .utc(2026, 2, 1), randomHigh: 0, randomLow: 0)
        let second = try page(3, after: first.nextPageToken, of: [newer] + rows)
        #expect(first.items + second.items == Array(rows.prefix(6)))
    }

    @Test func zeroIsTheDefaultAndMoreThanTheMostIsTheMost() throws {
        #expect(try Paging.request(pageSize: 0, pageToken: "").limit == 51)
        #expect(try Paging.request(pageSize: 200, pageToken: "").limit == 201)
        #expect(try Paging.request(pageSize: .max, pageToken: "").limit == 201)
    }

    @Test(arguments: [-1, .min] as [Int32]) func aNegativeSizeIsRefused(size: Int32) {
        #expect(
            reasons { () throws(DomainError) in _ = try Paging.request(pageSize: size, pageToken: "") } == [
                "PAGE_SIZE_INVALID"
            ])
    }

    @Test(arguments: ["x", "0", String(repeating: "a", count: 100_000), "018f0000-0000-4000-8000-000000000000"])
    func aTokenOfNobodysIsRefused(token: String) {
        #expect(
            reasons { () throws(DomainError) in _ = try Paging.request(pageSize: 0, pageToken: token) }
                == ["PAGE_TOKEN_INVALID"])
    }

    @Test func mappingKeepsTheTokenAndTheError() throws {
        let page = Page(items: [1, 2], nextPageToken: "next")
        let doubled = try page.map { item throws(DomainError) in item * 2 }
        #expect(doubled.items == [2, 4])
        #expect(doubled.nextPageToken == "next")
        #expect(throws: DomainError.notFound("row")) {
            _ = try page.map { _ throws(DomainError) -> Int in throw .notFound("row") }
        }
    }
}
