/// What a GET of a path answers.
package struct HTTPPage: Sendable {
    package let status: Int
    package let contentType: String
    package let body: [UInt8]

    package init(status: Int = 200, contentType: String, body: [UInt8]) {
        self.status = status
        self.contentType = contentType
        self.body = body
    }

    /// A line of text.
    package static func text(_ line: String) -> HTTPPage { text(200, line) }

    package static func text(_ status: Int, _ line: String) -> HTTPPage {
        HTTPPage(status: status, contentType: "text/plain; charset=utf-8", body: Array((line + "\n").utf8))
    }
}
