import Foundation
import Messages
import RPCClient
import TestSupport
import Testing

/// A customer's receiver: uvicorn with a certificate of a CA of the test's own, verifying with the package
/// `standardwebhooks`; and a fault proxy in front of it.
final class WebhookReceiver: @unchecked Sendable {
    struct Delivery: Decodable {
        let path: String
        let method: String
        let headers: [String: String]
        let body: String
        /// For each secret that the receiver knows, whether `standardwebhooks` takes the delivery.
        let verified: [Bool]
        let status: Int

        var id: String { headers["webhook-id"] ?? "" }
    }

    let folder: URL
    let port: Int
    private(set) var faults: [String: Int] = [:]
    private var server: ChildProcess?
    private var proxy: ChildProcess?
    /// The proxy ends with it.
    private var proxyInput: ChildPipe?

    static let shared = Result { try WebhookReceiver() }

    static var scripts: URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Interop/webhooks")
    }

    /// `Tools/test` makes it.
    static var python: URL {
        let named = ProcessInfo.processInfo.environment["ACCOUNTD_PYTHON"] ?? ".venv/bin/python"
        return URL(fileURLWithPath: named)
    }

    var certificateAuthority: String { folder.appendingPathComponent("ca.pem").path }
    var certificate: String { folder.appendingPathComponent("leaf.pem").path }
    var key: String { folder.appendingPathComponent("leaf.key").path }

    private init() throws {
        guard FileManager.default.isExecutableFile(atPath: Self.python.path) else {
            throw TestFailure("\(Self.python.path) is not there: run Tools/test, which makes it")
        }
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("webhooks-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder.appendingPathComponent("secrets"), withIntermediateDirectories: true)
        port = try Self.freePort()
        try Self.makeCertificates(in: folder)
        server = try ChildProcess(
            Self.python.path,
            [
                "-m", "uvicorn", "--app-dir", Self.scripts.path, "receiver:app", "--host", "127.0.0.1", "--port",
                "\(port)", "--ssl-certfile", certificate, "--ssl-keyfile", key, "--log-level", "warning",
            ], environment: ProcessInfo.processInfo.environment.merging(["RECEIVER_DIR": folder.path]) { $1 },
            input: STDIN_FILENO, output: STDERR_FILENO, errors: STDERR_FILENO)
        try startProxy()
        try waitUntilUp()
        atexit { (try? WebhookReceiver.shared.get())?.stop() }
    }

    private func startProxy() throws {
        let (input, output) = (try ChildPipe(), try ChildPipe())
        proxy = try ChildProcess(
            Self.python.path, [Self.scripts.appendingPathComponent("faults.py").path, certificate, key, "\(port)"],
            environment: ProcessInfo.processInfo.environment, input: input.reading, output: output.writing,
            errors: STDERR_FILENO)
        proxyInput = input
        close(input.reading)
        close(output.writing)
        guard let line = output.readLine() else { throw TestFailure("the fault proxy did not start") }
        close(output.reading)
        faults = try JSONDecoder().decode([String: Int].self, from: Data(line.utf8))
    }

    private func waitUntilUp() throws {
        for _ in 0..<200 {
            if (try? Self.connects(to: port)) == true { return }
            usleep(50_000)
        }
        throw TestFailure("uvicorn did not start")
    }

    private func stop() {
        // At once: uvicorn would wait for connections that a fault keeps open.
        for process in [server, proxy] { process?.send(SIGKILL) }
        try? FileManager.default.removeItem(at: folder)
    }

    func url(_ path: String) -> String { "https://localhost:\(port)/\(path)" }
    func url(_ path: String, behind fault: String) throws -> String {
        guard let port = faults[fault] else { throw TestFailure("no fault \(fault)") }
        return "https://localhost:\(port)/\(path)"
    }

    /// What the receiver of that path verifies with.
    func trust(_ secrets: [String], at path: String) throws {
        try secrets.joined(separator: "\n").write(
            to: folder.appendingPathComponent("secrets/\(path)"), atomically: true, encoding: .utf8)
    }

    func deliveries(at path: String) -> [Delivery] {
        let log = (try? String(contentsOf: folder.appendingPathComponent("log"), encoding: .utf8)) ?? ""
        return log.split(separator: "\n").compactMap { line in
            try? JSONDecoder().decode(Delivery.self, from: Data(line.utf8))
        }.filter { $0.path == path }
    }

    /// Waits for so many, for twenty seconds at most.
    func wait(for count: Int, at path: String) async throws -> [Delivery] {
        for _ in 0..<400 {
            let found = deliveries(at: path)
            if found.count >= count { return found }
            try await Task.sleep(for: .milliseconds(50))
        }
        throw TestFailure("\(deliveries(at: path).count) deliveries of \(count) came to \(path)")
    }
}

extension WebhookReceiver {
    private static func makeCertificates(in folder: URL) throws {
        let script = """
            set -e
            cd "$1"
            openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj "/CN=Test CA" \
                -keyout ca.key -out ca.pem
            openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj "/CN=localhost" \
                -keyout leaf.key -out leaf.csr
            printf '%s\\n' "$2" > names
            openssl x509 -req -in leaf.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile names -out leaf.pem
            """
        let names =
            "subjectAltName=DNS:localhost,IP:127.0.0.1,DNS:outside.example,DNS:redirect.example,"
            + "DNS:rebinding.example,DNS:both.example"
        let made = try runProgram(URL(fileURLWithPath: "/bin/sh"), ["-c", script, "sh", folder.path, names])
        guard made.status == 0 else { throw TestFailure("openssl: \(made.output)") }
    }

    private static func socketAddress(_ port: Int) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(port)).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return address
    }

    private static func freePort() throws -> Int {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = socketAddress(0)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(descriptor, address, length) == 0 && getsockname(descriptor, address, &length) == 0
            }
        }
        guard isBound else { throw TestFailure("no free port") }
        return Int(UInt16(bigEndian: address.sin_port))
    }

    private static func connects(to port: Int) throws -> Bool {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = socketAddress(port)
        return withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
    }
}

extension SuiteServer {
    /// May post to the test's receiver, and trusts its CA.
    static let webhooks = Result {
        let receiver = try WebhookReceiver.shared.get()
        return try make(arguments: [
            "--webhook-allow", "127.0.0.0/8,::1", "--webhook-ca", receiver.certificateAuthority,
        ])
    }
}

extension Customer {
    func endpoint(_ url: String, eventTypes: [String] = []) async throws -> (id: String, secret: String) {
        let answer: CreateWebhookEndpointResponse = try await call(
            .createWebhookEndpoint, CreateWebhookEndpointRequest(url: url, eventTypes: eventTypes))
        guard let endpoint = answer.webhookEndpoint else { throw TestFailure("no endpoint in the answer") }
        return (endpoint.id, answer.secret)
    }

    func publish(_ type: String = "browser.session.ended", _ payload: String = "{}") async throws -> [String] {
        let answer: PublishWebhookEventResponse = try await client.call(
            .publishWebhookEvent,
            PublishWebhookEventRequest(accountID: accountID, eventType: type, payload: payload),
            options: server.asService())
        return answer.deliveryIDs
    }

    func deliveries(to endpoint: String = "") async throws -> [WebhookDelivery] {
        let answer: ListWebhookDeliveriesResponse = try await call(
            .listWebhookDeliveries, ListWebhookDeliveriesRequest(endpointID: endpoint))
        return answer.webhookDeliveries
    }

    /// The delivery once it is as wanted, within 30 seconds.
    func delivery(_ id: String, when isReady: (WebhookDelivery) -> Bool) async throws -> WebhookDelivery {
        var last: WebhookDelivery?
        for _ in 0..<600 {
            last = try await deliveries().first { $0.id == id }
            if let last, isReady(last) { return last }
            try await Task.sleep(for: .milliseconds(50))
        }
        throw TestFailure("the delivery stays \(String(describing: last))")
    }
}
