import Foundation
import TestSupport

/// `rpcctl ui` beside a server whose mails link to it.
struct SettingsPage {
    let server: ServerProcess
    let port: UInt16
    private let process: ChildProcess

    var address: String { "http://127.0.0.1:\(port)" }

    /// Nobody else holds the port at that moment; the server's mails have to name it before the page is served.
    init(publicURL: String? = nil) throws {
        port = try Self.freePort()
        server = try ServerProcess(arguments: ["--public-url", publicURL ?? "http://127.0.0.1:\(port)"])
        let named = ProcessInfo.processInfo.environment["RPCCTL_BIN"] ?? ".build/release/rpcctl"
        let output = try ChildPipe()
        defer { Glibc.close(output.reading) }
        process = try ChildProcess(
            named,
            [
                "ui", "--port", "\(port)", "--address", server.address, "--service-token",
                server.data.appendingPathComponent("service-token").path,
            ], environment: ProcessInfo.processInfo.environment, input: STDIN_FILENO, output: output.writing,
            errors: STDERR_FILENO)
        Glibc.close(output.writing)
        guard output.readLine()?.hasSuffix("\(address)/") == true else { throw TestFailure("rpcctl ui did not start") }
    }

    func discard() {
        process.send(SIGKILL)
        process.waitUntilExit()
        server.discard()
    }

    struct Answer {
        let status: Int
        /// Lower-case names; what came twice is there twice.
        let fields: [(name: String, value: String)]
        let body: String

        func field(_ name: String) -> String? { fields.first { $0.name == name }?.value }
        var cookies: [String] { fields.filter { $0.name == "set-cookie" }.map(\.value) }
    }

    /// By curl, which lets every field be set, `Host` and `Origin` too.
    func ask(
        _ path: String, fields: [String] = [], body: String? = nil, method: String? = nil
    ) throws -> Answer {
        var arguments = ["-sS", "-i", "--max-time", "60"] + fields.flatMap { ["-H", $0] }
        if body != nil { arguments += ["--data-binary", "@-", "-H", "Expect:"] }
        if let method { arguments += ["-X", method] }
        let result = try runProgram(
            URL(fileURLWithPath: "/usr/bin/curl"), arguments + [address + path], input: body)
        guard result.status == 0 else { throw TestFailure("curl \(result.status): \(result.output)") }
        let text = result.output.replacingOccurrences(of: "\r\n", with: "\n")
        guard let end = text.range(of: "\n\n") else { throw TestFailure("no HTTP answer: \(text)") }
        let lines = text[..<end.lowerBound].split(separator: "\n")
        let status = lines.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        let answered: [(name: String, value: String)] = lines.dropFirst().compactMap { line in
            guard let colon = line.firstIndex(of: ":") else { return nil }
            let value = line[line.index(after: colon)...].drop { $0 == " " }
            return (line[..<colon].lowercased(), String(value))
        }
        return Answer(status: status, fields: answered, body: String(text[end.upperBound...]))
    }

    /// What the page's own script sends.
    var own: [String] {
        ["Content-Type: application/json", "X-Accountd-UI: 1", "Origin: \(address)", "Sec-Fetch-Site: same-origin"]
    }

    func call(_ method: String, _ json: String = "{}", fields: [String] = []) throws -> Answer {
        try ask("/api/\(method)", fields: own + fields, body: json)
    }

    private static func freePort() throws -> UInt16 {
        let result = try runProgram(
            URL(fileURLWithPath: "/usr/bin/python3"),
            ["-c", "import socket; s = socket.socket(); s.bind(('127.0.0.1', 0)); print(s.getsockname()[1])"])
        guard let port = UInt16(result.output.trimmingCharacters(in: .whitespacesAndNewlines)) else {
            throw TestFailure("no free port: \(result.output)")
        }
        return port
    }
}
