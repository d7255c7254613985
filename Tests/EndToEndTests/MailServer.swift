import Foundation
import TestSupport

/// aiosmtpd, with the certificate of a test's own authority; and, between it and accountd, what may go wrong.
final class TestMailServer {
    static let user = "mail@er"
    static let password = "p:w/ %d"

    let folder: URL
    private(set) var port = 0
    private var processes: [ChildProcess] = []
    private var inputs: [ChildPipe] = []

    enum Mode: String { case starttls, smtps }

    init(_ mode: Mode = .starttls) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("smtp-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try makeCertificates()
        port = try launch(
            "server.py", [folder.path, path("server.pem"), path("server.key"), mode.rawValue, Self.user, Self.password])
    }

    func discard() {
        for input in inputs { close(input.writing) }
        for process in processes {
            process.send(SIGTERM)
            process.waitUntilExit()
        }
        try? FileManager.default.removeItem(at: folder)
    }

    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }
    var authority: String { path("ca.pem") }

    /// Arguments of an accountd that mails here, or to the port named.
    func arguments(_ mode: Mode = .starttls, port: Int? = nil, credentials: String = "mail%40er:p%3Aw%2F%20%25d@")
        -> [String]
    {
        let scheme = mode == .smtps ? "smtps" : "smtp"
        return ["--smtp-url", "\(scheme)://\(credentials)localhost:\(port ?? self.port)", "--smtp-ca", authority]
    }

    /// Answers the port of what stands in front of the server.
    func proxy(_ faults: [String: Double], seed: UInt64) throws -> Int {
        try launch(
            "proxy.py",
            ["\(port)", path("server.pem"), path("server.key"), authority, "\(seed)"]
                + faults.map { "\($0.key)=\($0.value)" })
    }

    struct Event: Decodable {
        let event: String
        let peer: Int
        let tls: Bool
        let user: String?
        let id: String?
        let to: [String]?
        let name: String?
    }

    var events: [Event] {
        let text = (try? String(contentsOfFile: path("log"), encoding: .utf8)) ?? ""
        return text.split(separator: "\n").compactMap {
            try? JSONDecoder().decode(Event.self, from: Data($0.utf8))
        }
    }

    func taken(to address: String) -> [Event] {
        events.filter { $0.event == "taken" && $0.to?.contains(address) == true }
    }

    var mails: [ReadMail] { get throws { try ReadMail.all(in: folder) } }

    /// Waits until it is so, for so long at most.
    func until(seconds: Double = 20, _ condition: () async throws -> Bool) async throws -> Bool {
        let end = Date().addingTimeInterval(seconds)
        while Date() < end {
            if try await condition() { return true }
            try await Task.sleep(for: .milliseconds(50))
        }
        return try await condition()
    }

    private func makeCertificates() throws {
        let script = """
            set -e
            openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj "/CN=accountd test CA" \
              -keyout ca.key -out ca.pem
            openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj "/CN=localhost" \
              -keyout server.key -out server.csr
            printf 'subjectAltName=DNS:localhost' > san
            openssl x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile san -out server.pem
            """
        let made = try runProgram(
            URL(fileURLWithPath: "/bin/sh"), ["-c", "cd '\(folder.path)' && { \(script)\n}"])
        guard made.status == 0 else { throw TestFailure("openssl: \(made.output)") }
    }

    private func launch(_ script: String, _ arguments: [String]) throws -> Int {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let (input, output) = (try ChildPipe(), try ChildPipe())
        let process = try ChildProcess(
            root.appendingPathComponent(".venv/bin/python3").path,
            [root.appendingPathComponent("Tests/Interop/smtp/\(script)").path] + arguments,
            environment: ProcessInfo.processInfo.environment, input: input.reading, output: output.writing,
            errors: STDERR_FILENO)
        close(input.reading)
        close(output.writing)
        processes.append(process)
        inputs.append(input)
        // Its reading end stays open: what the script says later goes nowhere, and doesn't end it.
        guard let line = output.readLine() else { throw TestFailure("\(script) did not start") }
        let text = line.trimmingCharacters(in: .whitespacesAndNewlines)
        guard let port = Int(text) else { throw TestFailure("\(script) said \(text)") }
        return port
    }
}
