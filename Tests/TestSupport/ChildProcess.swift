import CLinux
import Foundation
import Glibc
import Synchronization
import Testing

/// A program that a test starts. Foundation's `Process` learns of an end by a socket that any other program started at the same
/// moment may inherit; then it waits for ever. This one inherits nothing but its three descriptors, and is waited for by `waitpid`.
/// Nor does anybody wait for ever: one that hangs is killed, and fails the test.
package final class ChildProcess: Sendable {
    package let pid: Int32
    private let command: String
    private let ended = Mutex<Int32?>(nil)

    /// `input`, `output` and `errors` are descriptors that stay the caller's.
    package init(
        _ program: String, _ arguments: [String], environment: [String: String], input: Int32, output: Int32,
        errors: Int32
    ) throws {
        // A program that doesn't read its input is no reason to end.
        signal(SIGPIPE, SIG_IGN)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (number, descriptor) in [input, output, errors].enumerated() {
            posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(number))
        }
        posix_spawn_file_actions_addclosefrom_np(&actions, 3)
        var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
        var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0)=\($1)") } + [nil]
        defer { for text in words + variables { free(text) } }
        var pid: pid_t = 0
        let status = posix_spawn(&pid, program, &actions, nil, &words, &variables)
        guard status == 0 else {
            throw TestFailure("\(program) can't be started: \(String(cString: strerror(status)))")
        }
        self.pid = pid
        command = ([program] + arguments).joined(separator: " ")
    }

    deinit {
        guard ended.withLock({ $0 }) == nil else { return }
        kill(pid, SIGKILL)
        waitUntilExit()
    }

    package var isRunning: Bool { status == nil }

    /// Longer than any program of the tests takes that ends by itself, on a busy machine too.
    package static let patienceSeconds = 300.0

    /// The exit status; 128 and the signal's number where a signal ended it. One that is not over in `seconds` is killed with all
    /// that it started, which fails the test; `output` is told then.
    @discardableResult
    package func waitUntilExit(
        seconds: Double = patienceSeconds, onHang: (String) -> Void = failTest, output: () -> String = { "" }
    ) -> Int32 {
        let end = Date().addingTimeInterval(seconds)
        var pauseUs: UInt32 = 500
        while true {
            if let status { return status }
            if Date() >= end { break }
            usleep(pauseUs)
            pauseUs = min(pauseUs * 2, 10_000)
        }
        for process in [pid] + Self.descendants(of: pid) { kill(process, SIGKILL) }
        onHang("“\(command)” was not over in \(Int(seconds)) s and was killed. \(output())")
        while status == nil { usleep(1_000) }
        return status ?? -1
    }

    package static func failTest(_ why: String) { Issue.record(Comment(rawValue: why)) }

    private static func descendants(of pid: Int32) -> [Int32] {
        let threads = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(pid)/task")) ?? []
        let children = threads.flatMap { thread in
            let text = try? String(contentsOfFile: "/proc/\(pid)/task/\(thread)/children", encoding: .utf8)
            return (text ?? "").split(separator: " ").compactMap { Int32($0) }
        }
        return children + children.flatMap(descendants)
    }

    package func send(_ signal: Int32) { if isRunning { kill(pid, signal) } }

    /// nil: it goes on.
    private var status: Int32? {
        ended.withLock { ended in
            if let ended { return ended }
            var status: Int32 = 0
            var reaped: pid_t
            repeat { reaped = waitpid(pid, &status, WNOHANG) } while reaped < 0 && errno == EINTR
            guard reaped == pid else { return nil }
            ended = status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + (status & 0x7F)
            return ended
        }
    }
}

/// A pipe whose ends no other program inherits.
package struct ChildPipe {
    package let reading: Int32
    package let writing: Int32

    package init() throws {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw TestFailure("a pipe can't be made") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        reading = ends[0]
        writing = ends[1]
    }

    /// Up to and without the next line feed; nil at the end, or where nothing comes for so long, which fails the test.
    package func readLine(seconds: Int32 = 120, onHang: (String) -> Void = ChildProcess.failTest) -> String? {
        var line: [UInt8] = []
        var byte: UInt8 = 0
        while true {
            var interest = pollfd(fd: reading, events: Int16(POLLIN), revents: 0)
            guard poll(&interest, 1, seconds * 1_000) != 0 else {
                onHang("a program said nothing for \(seconds) s after “\(String(decoding: line, as: UTF8.self))”")
                return nil
            }
            guard read(reading, &byte, 1) == 1 else { break }
            if byte == UInt8(ascii: "\n") { return String(decoding: line, as: UTF8.self) }
            line.append(byte)
        }
        return line.isEmpty ? nil : String(decoding: line, as: UTF8.self)
    }
}
