package import Foundation

/// Runs a program to its end; both its outputs together. One that is not over in `seconds` is killed, and fails the test.
package func runProgram(
    _ program: URL, _ arguments: [String], environment: [String: String] = [:], input: String? = nil,
    seconds: Double = ChildProcess.patienceSeconds, onHang: (String) -> Void = ChildProcess.failTest
) throws -> (status: Int32, output: String) {
    let output = try ScratchFile()
    let status = try run(
        program, arguments, environment, input: Array((input ?? "").utf8), output: output, errors: output.descriptor,
        seconds, onHang)
    return (status, output.text)
}

/// The same of a program whose output is no text. What it says of errors goes where the tests' own goes.
package func captureProgram(
    _ program: URL, _ arguments: [String], environment: [String: String] = [:], input: [UInt8] = []
) throws -> (status: Int32, output: [UInt8]) {
    let output = try ScratchFile()
    let status = try run(
        program, arguments, environment, input: input, output: output, errors: STDERR_FILENO,
        ChildProcess.patienceSeconds, ChildProcess.failTest)
    return (status, output.bytes)
}

private func run(
    _ program: URL, _ arguments: [String], _ environment: [String: String], input: [UInt8], output: ScratchFile,
    errors: Int32, _ seconds: Double, _ onHang: (String) -> Void
) throws -> Int32 {
    // Files: a pipe's writer would wait for a program that doesn't read.
    let inputFile = try ScratchFile(input)
    let process = try ChildProcess(
        program.path, arguments, environment: ProcessInfo.processInfo.environment.merging(environment) { $1 },
        input: inputFile.descriptor, output: output.descriptor, errors: errors)
    return process.waitUntilExit(seconds: seconds, onHang: onHang) { "It had said: \(output.text.suffix(4_000))" }
}

/// A file without a name, for as long as it is held.
private final class ScratchFile {
    let descriptor: Int32

    /// Reads from the beginning of `contents`.
    init(_ contents: [UInt8] = []) throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("scratch-\(UUID().uuidString)").path
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw TestFailure("\(path) can't be made") }
        unlink(path)
        guard write(descriptor, contents, contents.count) == contents.count, lseek(descriptor, 0, SEEK_SET) == 0 else {
            throw TestFailure("\(path) can't be written")
        }
    }

    deinit { close(descriptor) }

    var bytes: [UInt8] {
        var all: [UInt8] = []
        var room = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = pread(descriptor, &room, room.count, all.count)
            guard count > 0 else { return all }
            all += room[..<count]
        }
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// The same for what takes long: Swift's threads are as few as the cores, and other tests wait for theirs.
package func runProgramAside(
    _ program: URL, _ arguments: [String], seconds: Double = ChildProcess.patienceSeconds
) async throws -> (status: Int32, output: String) {
    try await withCheckedThrowingContinuation { continuation in
        Thread.detachNewThread {
            continuation.resume(with: Result { try runProgram(program, arguments, seconds: seconds) })
        }
    }
}
