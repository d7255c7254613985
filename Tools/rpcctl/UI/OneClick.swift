import FlyingFox
import Foundation

/// RFC 8058: what a mail program posts to the address in List-Unsubscribe. It brings no cookie and nothing of the page's own; its right
/// is the token in the address.
enum OneClick {
    /// The token; nil where it is no such request.
    static func token(of request: HTTPRequest, _ body: Data) -> String? {
        let type = (request.headers[.contentType] ?? "").lowercased()
        let text = String(decoding: body, as: UTF8.self)
        let isMeant =
            type.hasPrefix("application/x-www-form-urlencoded")
            ? text.trimmed.split(separator: "&").contains("List-Unsubscribe=One-Click")
            : type.hasPrefix("multipart/form-data") && isMeant(text.replacing("\r\n", with: "\n"))
        return isMeant ? request.query["token"] : nil
    }

    /// By one of a form's parts (RFC 7578).
    private static func isMeant(_ form: String) -> Bool {
        form.split(separator: "\n--").contains { part in
            guard let end = part.firstRange(of: "\n\n") else { return false }
            return part[..<end.lowerBound].contains("name=\"List-Unsubscribe\"")
                && String(part[end.upperBound...]).trimmed == "One-Click"
        }
    }
}
