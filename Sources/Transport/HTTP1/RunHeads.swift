import Glibc
import RPC

// HTTP/1's face: pages for operators, and nothing else.
extension Shard {
    /// Requests of one read that are answered; the last of them is told that the connection ends.
    private static let requestsARead = 32

    /// Answers every request whose head is whole, in their order. Says how many bytes they took.
    func runHeads(_ connection: Connection, _ bytes: RawSpan) -> Int {
        var position = 0
        for number in 1...Self.requestsARead {
            guard let count = HTTP1Head.byteCount(bytes, from: position) else {
                if bytes.byteCount - position >= HTTP1Head.maximumBytes {
                    answerLast(connection, .text(431, "A request's head is at most 8 KiB."))
                    return bytes.byteCount
                }
                return position
            }
            // Its last line keeps the end that it has.
            let text = bytes.extracting(position..<position + count - 2).copied
            position += count
            guard let head = HTTP1Head(text) else {
                answerLast(connection, .text(400, "This is no HTTP/1 request."))
                return bytes.byteCount
            }
            let isLast = !head.keepsAlive || head.hasBody || isDraining || number == Self.requestsARead
            answer(page(head), to: head, isLast: isLast)
            if isLast {
                connection.closesWhenSent = true
                return bytes.byteCount
            }
        }
        return position
    }

    private func page(_ head: HTTP1Head) -> HTTPPage {
        guard let page = options.page?(head.path) else { return .text(404, "There is no such page.") }
        return head.method == .other ? .text(405, "Only GET and HEAD are answered.") : page
    }

    private func answerLast(_ connection: Connection, _ page: HTTPPage) {
        answer(page, to: nil, isLast: true)
        connection.closesWhenSent = true
    }

    private func answer(_ page: HTTPPage, to head: HTTP1Head?, isLast: Bool) {
        var lines = [
            "HTTP/1.1 \(page.status) \(Self.phrase(page.status))", "Date: \(HTTPDate.now)",
            "Content-Type: \(page.contentType)", "Content-Length: \(page.body.count)", "Cache-Control: no-store",
            "X-Content-Type-Options: nosniff",
        ]
        if page.status == 405 { lines.append("Allow: GET, HEAD") }
        if isLast {
            lines.append("Connection: close")
        } else if head?.isHTTP10 == true {
            lines.append("Connection: keep-alive")
        }
        output.append(Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8))
        if head?.method != .head { output.append(page.body) }
    }

    private static func phrase(_ status: Int) -> String {
        switch status {
        case 200: "OK"
        case 400: "Bad Request"
        case 404: "Not Found"
        case 405: "Method Not Allowed"
        case 431: "Request Header Fields Too Large"
        case 503: "Service Unavailable"
        default: "Other"
        }
    }
}

/// The time as HTTP writes it: "Sun, 06 Nov 1994 08:49:37 GMT".
enum HTTPDate {
    static var now: String {
        var seconds = time(nil)
        var parts = tm()
        gmtime_r(&seconds, &parts)
        let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let day = days[Int(parts.tm_wday) % 7]
        let month = months[Int(parts.tm_mon) % 12]
        let clock = [parts.tm_hour, parts.tm_min, parts.tm_sec].map(twoDigits).joined(separator: ":")
        return "\(day), \(twoDigits(parts.tm_mday)) \(month) \(parts.tm_year + 1_900) \(clock) GMT"
    }

    private static func twoDigits(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
