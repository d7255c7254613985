import CLinux
import Glibc
import Synchronization

/// A program that a test starts. Foundation's `Process` learns of an end by a socket that any other program started at the same
/// moment may inherit; then it waits for ever. This one inherits nothing but its three descriptors, and is waited for by `waitpid`.
package final class ChildProcess: Sendable {
    package let pid: Int32
    private let ended = Mutex<Int32?>(nil)

    /// `input`, `output` and `errors` are descriptors that stay the caller's.
    package init(
        _ program: String, _ arguments: [String], environment: [String: String], input: Int32, output: Int32,
        errors: Int32
    ) throws {
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
        guard status == 0 else { throw TestFailure("\(program) can't be started: \(String(cString: strerror(status)))") }
        self.pid = pid
    }

    deinit {
        guard ended.withLock({ $0 }) == nil else { return }
        kill(pid, SIGKILL)
        waitUntilExit()
    }

    package var isRunning: Bool { status(WNOHANG) == nil }

    /// The exit status; 128 and the signal's number where a signal ended it.
    @discardableResult
    package func waitUntilExit() -> Int32 { status(0) ?? -1 }

    package func send(_ signal: Int32) { if isRunning { kill(pid, signal) } }

    private func status(_ options: Int32) -> Int32? {
        ended.withLock { ended in
            if let ended { return ended }
            var status: Int32 = 0
            var reaped: pid_t
            repeat { reaped = waitpid(pid, &status, options) } while reaped < 0 && errno == EINTR
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

    /// Up to and without the next line feed; nil at the end.
    package func readLine() -> String? {
        var line: [UInt8] = []
        var byte: UInt8 = 0
        while read(reading, &byte, 1) == 1 {
            if byte == UInt8(ascii: "\n") { return String(decoding: line, as: UTF8.self) }
            line.append(byte)
        }
        return line.isEmpty ? nil : String(decoding: line, as: UTF8.self)
    }
}
