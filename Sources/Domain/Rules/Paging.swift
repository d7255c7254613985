/// Lists, a page at a time. A token names the last row that was shown, so it stays right while rows are added.
package enum Paging {
    package static let defaultSize = 50
    package static let maximumSize = 200

    /// 0 asks for the default; more than the maximum gets the maximum. One row more is asked for than is shown: it says
    /// whether there is a next page.
    package static func request(pageSize: Int32, pageToken: String) throws(DomainError) -> PageRequest {
        guard pageSize >= 0 else {
            throw .invalid(
                "page_size", "Ask for 1 to \(maximumSize), or for 0, which is \(defaultSize).",
                reason: "PAGE_SIZE_INVALID")
        }
        let size = pageSize == 0 ? defaultSize : min(Int(pageSize), maximumSize)
        guard !pageToken.isEmpty else { return PageRequest(limit: size + 1) }
        guard let after = UUIDv7(text: pageToken) else {
            throw .invalid(
                "page_token", "Send the last page's next_page_token, or nothing for the first page.",
                reason: "PAGE_TOKEN_INVALID")
        }
        return PageRequest(limit: size + 1, after: after)
    }

    /// The page out of the rows that `request` got.
    package static func page<Row>(_ rows: [Row], _ request: PageRequest, id: (Row) -> UUIDv7) -> Page<Row> {
        let size = max(request.limit - 1, 0)
        let shown = Array(rows.prefix(size))
        let hasMore = rows.count > size
        return Page(items: shown, nextPageToken: hasMore ? shown.last.map { id($0).text } ?? "" : "")
    }
}

package struct Page<Element: Sendable>: Sendable {
    package let items: [Element]
    /// Empty after the last page.
    package let nextPageToken: String

    package init(items: [Element], nextPageToken: String) {
        self.items = items
        self.nextPageToken = nextPageToken
    }

    package func map<Other: Sendable>(_ transform: (Element) throws(DomainError) -> Other) throws(DomainError) -> Page<
        Other
    > {
        var others: [Other] = []
        others.reserveCapacity(items.count)
        for item in items { others.append(try transform(item)) }
        return Page<Other>(items: others, nextPageToken: nextPageToken)
    }
}
