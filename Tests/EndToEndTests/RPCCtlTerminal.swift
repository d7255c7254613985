import Foundation
import TestSupport

/// rpcctl on a terminal of its own: what somebody would see there, and type.
final class RPCCtlTerminal {
    private let master: Int32
    private let process: ChildProcess
    private var bytes: [UInt8] = []
    /// What was looked at already.
    private var seen = 0

    convenience init(_ rpcctl: RPCCtl, _ arguments: [String], columns: UInt16 = 200, rows: UInt16 = 40) throws {
        try self.init(
            program: RPCCtl.program, rpcctl.options + arguments, rpcctl.environment, columns: columns, rows: rows)
    }

    /// Another program.
    init(
        program: String, _ arguments: [String], _ environment: [String: String], columns: UInt16 = 200,
        rows: UInt16 = 40
    ) throws {
        // What unlockpt and ptsname do (tty_ioctl(4)): TIOCSPTLCK, TIOCGPTN.
        master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        var (locked, number): (Int32, UInt32) = (0, 0)
        guard master >= 0, ioctl(master, 0x4004_5431, &locked) == 0, ioctl(master, 0x8004_5430, &number) == 0 else {
            throw TestFailure("no terminal can be made")
        }
        let slave = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard slave >= 0 else { throw TestFailure("the terminal can't be opened") }
        defer { Glibc.close(slave) }
        var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(slave, UInt(TIOCSWINSZ), &size)
        var environment = environment
        environment["TERM"] = "xterm-256color"
        environment["NO_COLOR"] = nil
        process = try ChildProcess(
            program, arguments, environment: environment, input: slave, output: slave,
            errors: slave)
    }

    deinit { Glibc.close(master) }

    func type(_ text: String) {
        let bytes = Array(text.utf8)
        _ = write(master, bytes, bytes.count)
    }

    /// Everything that was shown, as it came.
    var raw: String { String(decoding: bytes, as: UTF8.self) }
    /// The same without colours and the cursor's movements.
    var shown: String { Self.plain(raw) }

    static func plain(_ text: String) -> String {
        text.replacing(/\u{1B}(\[[0-9;?]*[A-Za-z]|\][^\u{07}]*\u{07})|\u{07}/, with: "").replacing("\r\n", with: "\n")
    }

    /// Reads until the words stand behind what was awaited before.
    @discardableResult
    func awaitText(_ words: String, seconds: Double = 60) throws -> String {
        let until = Date().addingTimeInterval(seconds)
        while true {
            let text = Self.plain(String(decoding: bytes[seen...], as: UTF8.self))
            if text.contains(words) {
                seen = bytes.count
                return text
            }
            guard Date() < until, read() else { throw TestFailure("“\(words)” isn't among: \(shown)") }
        }
    }

    /// Reads what is there by now.
    func look() { _ = read() }

    /// Reads until a prompt is the last that was shown.
    func awaitPrompt(_ prompt: String) throws {
        let until = Date().addingTimeInterval(60)
        while !Self.plain(String(decoding: bytes.suffix(1_000), as: UTF8.self)).hasSuffix("\r" + prompt + "\r") {
            guard Date() < until, read() else { throw TestFailure("no prompt behind: \(shown.suffix(1_000))") }
        }
    }

    /// Reads to the end, and answers the exit status; one that doesn't end in time is killed.
    func end() -> Int32 {
        let until = Date().addingTimeInterval(60)
        while read() {
            guard Date() < until else {
                kill()
                break
            }
        }
        return process.waitUntilExit()
    }

    /// False at the end.
    private func read() -> Bool {
        var interest = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        guard poll(&interest, 1, 200) > 0 else { return true }
        var room = [UInt8](repeating: 0, count: 16 << 10)
        let count = Glibc.read(master, &room, room.count)
        guard count > 0 else { return false }
        bytes += room.prefix(count)
        return true
    }

    func interrupt() { process.send(SIGINT) }

    func kill() {
        process.send(SIGKILL)
        process.waitUntilExit()
    }
}
