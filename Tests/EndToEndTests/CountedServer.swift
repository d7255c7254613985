import Foundation
import RPC
import TestSupport

/// The release binary under callgrind, asked in batches of one size: each is sent in one piece and answered before the next, so that the server reads
/// the same number of calls at a time however busy the machine is.
struct CountedServer {
    static let batch = 64

    /// Valgrind doesn't read Swift's debug information (DWARF 5): it runs a copy without it, the same code.
    let binary: URL
    let data: URL

    static let valgrind = program("valgrind")
    static let objcopy = program("objcopy")

    private static func program(_ name: String) -> URL? {
        (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
            .map { URL(fileURLWithPath: String($0)).appendingPathComponent(name) }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    }

    init(data: URL, folder: URL) throws {
        guard let objcopy = Self.objcopy else { throw TestFailure("binutils are not installed") }
        self.data = data
        binary = folder.appendingPathComponent("accountd")
        let (status, output) = try runProgram(objcopy, ["--strip-debug", ServerProcess.binary.path, binary.path])
        guard status == 0 else { throw TestFailure("objcopy: \(output)") }
    }

    /// What the process counted from its start to its end, with so many batches of the requests, in turn, between.
    func count(batches: Int, of requests: [[UInt8]]) throws -> CallgrindProfile {
        guard let valgrind = Self.valgrind else { throw TestFailure("valgrind is not installed") }
        let out = binary.appendingPathExtension("\(UUID().uuidString).out")
        let log = open(out.path + ".log", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard log >= 0 else { throw TestFailure("\(out.path).log can't be made") }
        defer { close(log) }
        let output = try ChildPipe()
        defer { close(output.reading) }
        let process = try ChildProcess(
            valgrind.path,
            [
                "--tool=callgrind", "--callgrind-out-file=\(out.path)", binary.path, "serve", "--listen", "127.0.0.1:0",
                "--data", data.path, "--log-level", "error",
            ],
            environment: ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("ACCOUNTD_") },
            input: STDIN_FILENO, output: output.writing, errors: log)
        close(output.writing)
        func said() -> String { (try? String(contentsOfFile: out.path + ".log", encoding: .utf8)) ?? "" }
        guard let address = output.readLine()?.split(separator: " ").last else {
            throw TestFailure("accountd did not start under callgrind: \(said())")
        }
        let connection = try BatchConnection(String(address))
        defer { connection.close() }
        for _ in 0..<batches { try connection.exchange(requests, count: Self.batch) }
        process.send(SIGTERM)
        let status = process.waitUntilExit()
        guard status == 0 else { throw TestFailure("accountd ended with \(status) under callgrind: \(said())") }
        return try CallgrindProfile(out)
    }
}

/// A connection that sends many calls as one piece and reads all their answers.
private final class BatchConnection {
    private let descriptor: Int32
    private var stream: UInt32 = 1

    init(_ address: String) throws {
        descriptor = try loopbackSocket(to: address, patienceSeconds: 120)
    }

    func close() { Glibc.close(descriptor) }

    /// Every answer must be a success.
    func exchange(_ requests: [[UInt8]], count: Int) throws {
        var bytes: [UInt8] = []
        for index in 0..<count {
            bytes += FrameHeader.frame(stream: stream, type: FrameType.request, requests[index % requests.count])
            stream += 2
        }
        guard send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count else {
            throw TestFailure("send: \(errno)")
        }
        var received: [UInt8] = []
        var answers = 0
        var at = 0
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        while answers < count {
            let got = recv(descriptor, &chunk, chunk.count, 0)
            guard got > 0 else { throw TestFailure("the server stopped answering: \(errno)") }
            received += chunk[..<got]
            while received.count - at >= FrameHeader.byteCount {
                let header = FrameHeader(reading: received.span.bytes, at: at)
                let end = at + FrameHeader.byteCount + Int(header.length)
                guard received.count >= end else { break }
                let body = Array(received[at + FrameHeader.byteCount..<end])
                if case .failure(let status) = ResponseEnvelope.decode(body.span.bytes) { throw status }
                answers += 1
                at = end
            }
        }
    }
}
