import Glibc
import Synchronization

/// The terminal's other screen, and the keys pressed meanwhile. What was there before is there again afterwards.
final class FullScreen {
    private static let leave = "\u{1B}[?25h\u{1B}[?1049l"
    private static let saved = Mutex<RawTerminal?>(nil)
    private var keys = KeyReader()
    private(set) var order = TopOrder.calls
    /// Whether somebody has had enough.
    private(set) var isLeft = false

    /// Nil where standard output or input is no terminal.
    init?() {
        guard isatty(STDOUT_FILENO) == 1, let terminal = RawTerminal() else { return nil }
        Self.saved.withLock { $0 = terminal }
    }

    func begin() {
        Self.saved.withLock { $0?.begin() }
        Terminal.say("\u{1B}[?1049h\u{1B}[?25l\u{1B}[H\u{1B}[2J", terminator: "")
        for number in [SIGTERM, SIGHUP] {
            signal(number) { number in
                FullScreen.restore()
                _exit(128 + number)
            }
        }
    }

    func end() {
        Self.restore()
        for number in [SIGTERM, SIGHUP] { signal(number, SIG_DFL) }
    }

    private static func restore() {
        saved.withLock { terminal in
            guard let before = terminal else { return }
            Terminal.say(leave, terminator: "")
            before.end()
            terminal = nil
        }
    }

    /// Takes what was pressed by now.
    func readKeys() {
        var interest = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        while !isLeft, poll(&interest, 1, 0) > 0 {
            var bytes = [UInt8](repeating: 0, count: 64)
            let count = read(STDIN_FILENO, &bytes, bytes.count)
            guard count > 0 else {
                isLeft = true
                return
            }
            keys.add(bytes.prefix(count))
            while !isLeft, let key = keys.next() { press(key) }
        }
    }

    private func press(_ key: Key) {
        switch key {
        case .text("q"), .text("Q"), .interrupt, .endOfInput: isLeft = true
        case .text("c"): order = .calls
        case .text("e"): order = .errors
        case .text("l"): order = .latency
        default: break
        }
    }

    /// Over the lines of before, row by row, so that nothing flickers.
    func show(_ lines: [String]) {
        let text = lines.map { $0 + "\u{1B}[K" }.joined(separator: "\r\n")
        Terminal.say("\u{1B}[H" + text + "\u{1B}[J", terminator: "")
    }
}
