import Glibc
import RPC
import RPCClient

/// Why no call came about: one line that says what is wrong, and what to do.
struct ToolError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}

/// A call that the server answered with a failure, or that nobody answered.
struct CallFailure: Error {
    let status: Status
    private let told: StatusText
    private let isJSON: Bool

    /// What was called with -o json, or not on a terminal, is answered as JSON; commands that only talk to people, which give no
    /// `output`, say it in words.
    init(_ outcome: DirectOutcome, _ schema: Schema? = nil, _ output: OutputOptions? = nil) {
        status = outcome.status
        told = StatusText(status, encoded: outcome.encodedStatus, schema)
        isJSON = output.map { !$0.errorsAreText } ?? false
    }

    /// 64 and the gRPC code: one exit code a status code, apart from the shell's own.
    var exitCode: Int32 { 64 + status.code.rawValue }

    var text: String {
        isJSON ? told.json : told.text(Style(descriptor: STDERR_FILENO)) + (hint.isEmpty ? "" : "\n  " + hint)
    }

    /// What to do about what only the tool knows.
    private var hint: String {
        switch status.reason {
        case "SERVER_UNREACHABLE": "Start the server with Tools/run, or name another with --addr."
        case "SPEAKS_TLS": "Add --tls, and --ca FILE where the system doesn't trust its authority."
        case "SPEAKS_PLAINTEXT": "Leave out --tls, --ca, --cert and --key."
        case "FACE_TOO_SMALL": "Add --face grpc."
        case "SPEAKS_OTHER": "Perhaps the other --face is meant: ttrpc or grpc."
        default: ""
        }
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
