import Glibc
import RPC

/// Why no call came about: one line that says what is wrong, and what to do.
struct ToolError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}

/// A call that the server answered with a failure, or that nobody answered.
struct CallFailure: Error {
    let status: Status

    private var isUnreachable: Bool { status.reason == "SERVER_UNREACHABLE" }

    /// 64 and the gRPC code: one exit code a status code, apart from the shell's own.
    var exitCode: Int32 { isUnreachable ? 1 : 64 + status.code.rawValue }

    var text: String {
        if isUnreachable {
            return "rpcctl: \(status.message) Start the server with Tools/run, or name another with --address."
        }
        var lines = ["rpcctl: \(status.description)"]
        for violation in status.fieldViolations {
            let reason = violation.reason.isEmpty ? "" : " (\(violation.reason))"
            lines.append("  \(violation.field): \(violation.description)\(reason)")
        }
        if let delay = status.retryDelayMs { lines.append("  try again in \(seconds(delay)) s") }
        return lines.joined(separator: "\n")
    }

    private func seconds(_ milliseconds: Int64) -> String {
        let tenths = (max(0, milliseconds) + 99) / 100
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }
}

enum Terminal {
    static var inputIsTerminal: Bool { isatty(STDIN_FILENO) == 1 }

    /// One line, or a few, to standard error.
    static func complain(_ text: String) { write(text + "\n", to: STDERR_FILENO) }

    /// To standard output, at once.
    static func say(_ text: String = "", terminator: String = "\n") { write(text + terminator, to: STDOUT_FILENO) }

    /// Asks where somebody can answer; silent where input comes from a pipe.
    private static func ask(_ prompt: String) {
        if inputIsTerminal { write(prompt, to: STDERR_FILENO) }
    }

    private static func write(_ text: String, to descriptor: Int32) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { return }
            bytes = bytes.dropFirst(count)
        }
    }

    static func readLine(_ prompt: String) -> String? {
        ask(prompt)
        return Swift.readLine()
    }

    /// A line that the terminal doesn't show while it is typed.
    static func readSecret(_ prompt: String) -> String? {
        guard inputIsTerminal else { return Swift.readLine() }
        var before = termios()
        guard tcgetattr(STDIN_FILENO, &before) == 0 else { return readLine(prompt) }
        var hidden = before
        hidden.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden)
        defer {
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &before)
            write("\n", to: STDERR_FILENO)
        }
        return readLine(prompt)
    }
}
