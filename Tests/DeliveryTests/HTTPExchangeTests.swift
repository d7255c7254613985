import Domain
import Foundation
import Synchronization
import Testing

@testable import Delivery

/// Answers each connection with fixed bytes and closes it. Keeps what it was asked.
private final class FixedServer: Sendable {
    let port: UInt16
    private let listener: Int32
    private let asked = Asked()
    var requests: [String] { asked.all.withLock { $0 } }

    private final class Asked: Sendable {
        let all = Mutex<[String]>([])
    }

    init(_ answer: [UInt8]) throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, length) == 0 && listen(listener, 16) == 0 && getsockname(listener, $0, &length) == 0
            }
        }
        try #require(bound)
        port = UInt16(bigEndian: address.sin_port)
        self.listener = listener
        Thread.detachNewThread { [asked] in
            while true {
                let peer = accept(listener, nil, nil)
                guard peer >= 0 else {
                    close(listener)
                    return
                }
                var buffer = [UInt8](repeating: 0, count: 65_536)
                let count = read(peer, &buffer, buffer.count)
                asked.all.withLock { $0.append(String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)) }
                if !answer.isEmpty { _ = send(peer, answer, answer.count, Int32(MSG_NOSIGNAL)) }
                close(peer)
            }
        }
    }

    deinit { shutdown(listener, Int32(SHUT_RDWR)) }

    var url: String { "http://127.0.0.1:\(port)/a" }
}

private func plain(_ isAllowed: (@Sendable (PeerAddress) -> Bool)? = nil) -> HTTPExchange {
    var options = HTTPOptions()
    options.allowsPlain = true
    options.isAllowed = isAllowed
    return HTTPExchange(options)
}

@Suite struct HTTPExchangeTests {
    @Test func anAnswersStatusHeadersAndBodyArrive() throws {
        let server = try FixedServer(
            Array("HTTP/1.1 503 Busy\r\nRetry-After:  7 \r\nContent-Length: 5\r\n\r\nhello".utf8))
        var request = HTTPRequest(method: "POST", url: server.url)
        request.headers = [("X-One", "1"), ("X-Empty", "")]
        request.body = Array("payload".utf8)
        let answer = try plain().perform(request)
        #expect(answer.status == 503)
        #expect(answer.headers["retry-after"] == "7")
        #expect(answer.body == Array("hello".utf8))
        #expect(!answer.isCut)
        let asked = try #require(server.requests.first)
        #expect(asked.hasPrefix("POST /a HTTP/1.1\r\n"))
        #expect(asked.contains("X-One: 1\r\n"))
        #expect(!asked.contains("Expect"))
    }

    @Test func aLongBodyIsCutAtTheBound() throws {
        let server = try FixedServer(
            Array("HTTP/1.1 200 OK\r\nContent-Length: 50000\r\n\r\n".utf8) + [UInt8](repeating: 65, count: 50_000))
        var request = HTTPRequest(method: "GET", url: server.url)
        request.maximumAnswerBytes = 1_000
        let answer = try plain().perform(request)
        #expect(answer.body.count == 1_000)
        #expect(answer.isCut)
    }

    @Test func aRedirectIsAnAnswerAndNotFollowed() throws {
        let inside = try FixedServer(Array("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".utf8))
        let server = try FixedServer(
            Array("HTTP/1.1 302 Found\r\nLocation: \(inside.url)\r\nContent-Length: 0\r\n\r\n".utf8))
        #expect(try plain().perform(HTTPRequest(method: "GET", url: server.url)).status == 302)
        #expect(inside.requests.isEmpty)
    }

    @Test func anAddressThatIsNotAllowedIsNotConnectedTo() throws {
        let server = try FixedServer(Array("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".utf8))
        let seen = Mutex<[PeerAddress]>([])
        let exchange = plain { address in
            seen.withLock { $0.append(address) }
            return false
        }
        #expect(throws: HTTPFailure.addressRefused) {
            try exchange.perform(HTTPRequest(method: "GET", url: server.url))
        }
        #expect(seen.withLock { $0 } == [PeerAddress(bytes: [127, 0, 0, 1], port: server.port)])
        #expect(server.requests.isEmpty)
        #expect(
            try plain { $0.bytes == [127, 0, 0, 1] }.perform(HTTPRequest(method: "GET", url: server.url)).status == 200)
    }

    @Test func noProxyIsTakenFromTheEnvironment() throws {
        let proxy = try FixedServer(Array("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".utf8))
        let server = try FixedServer(Array("HTTP/1.1 204 No\r\n\r\n".utf8))
        setenv("http_proxy", proxy.url, 1)
        defer { unsetenv("http_proxy") }
        #expect(try plain().perform(HTTPRequest(method: "GET", url: server.url)).status == 204)
        #expect(proxy.requests.isEmpty)
    }

    @Test func aServerThatSaysNothingIsTimedOut() throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(listener) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        _ = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, length) == 0 && listen(listener, 1) == 0 && getsockname(listener, $0, &length) == 0
            }
        }
        var request = HTTPRequest(method: "GET", url: "http://127.0.0.1:\(UInt16(bigEndian: address.sin_port))/")
        request.timeout = TimeSpan(microseconds: 200_000)
        #expect(throws: HTTPFailure.timedOut) { try plain().perform(request) }
    }

    @Test func garbageAndAClosedConnectionAreFailures() throws {
        for answer in ["", "nonsense\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nfour"] {
            let server = try FixedServer(Array(answer.utf8))
            #expect {
                try plain().perform(HTTPRequest(method: "GET", url: server.url))
            } throws: {
                if case HTTPFailure.broken? = $0 as? HTTPFailure { true } else { false }
            }
        }
    }

    @Test func headersWithoutEndAreRefused() throws {
        let line = "X: " + String(repeating: "y", count: 4_000) + "\r\n"
        let server = try FixedServer(Array(("HTTP/1.1 200 OK\r\n" + String(repeating: line, count: 40)).utf8))
        #expect(throws: HTTPFailure.self) { try plain().perform(HTTPRequest(method: "GET", url: server.url)) }
    }

    @Test(arguments: ["http://a.example/\r\nX: y", "ftp://127.0.0.1/", "file:///etc/passwd", "http://u:p@127.0.0.1/"])
    func aURLThatMayNotBeAskedIsNot(_ url: String) throws {
        #expect(throws: HTTPFailure.self) { try plain().perform(HTTPRequest(method: "GET", url: url)) }
    }

    @Test func plainHTTPIsRefusedUnlessAllowed() throws {
        let server = try FixedServer(Array("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".utf8))
        #expect(throws: HTTPFailure.unusable("The URL can't be used.")) {
            try HTTPExchange().perform(HTTPRequest(method: "GET", url: server.url))
        }
        #expect(server.requests.isEmpty)
    }
}
