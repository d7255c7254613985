import Glibc
import Synchronization

/// The terminal's other screen, and the keys pressed meanwhile. What was there before is there again afterwards.
final class FullScreen: Sendable {
    private static let leave = "\u{1B}[?25h\u{1B}[?1049l"
    private static let saved = Mutex<RawTerminal?>(nil)
    private let chosen = Mutex(TopOrder.calls)

    /// Nil where standard output or input is no terminal.
    init?() {
        guard isatty(STDOUT_FILENO) == 1, let terminal = RawTerminal() else { return nil }
        Self.saved.withLock { $0 = terminal }
    }

    var order: TopOrder { chosen.withLock { $0 } }

    func begin() {
        Self.saved.withLock { $0?.begin() }
        Terminal.say("\u{1B}[?1049h\u{1B}[?25l\u{1B}[H\u{1B}[2J", terminator: "")
        for number in [SIGTERM, SIGHUP] {
            signal(number) { number in
                FullScreen.restore()
                _exit(128 + number)
            }
        }
        let thread = KeyThread { [weak self] key in self?.press(key) }
        thread.start()
    }

    func end() { Self.restore() }

    private static func restore() {
        saved.withLock { terminal in
            guard let before = terminal else { return }
            Terminal.say(leave, terminator: "")
            before.end()
            terminal = nil
        }
    }

    private func press(_ key: Key) {
        switch key {
        case .text("q"), .text("Q"), .interrupt, .endOfInput:
            Self.restore()
            exit(0)
        case .text("c"): chosen.withLock { $0 = .calls }
        case .text("e"): chosen.withLock { $0 = .errors }
        case .text("l"): chosen.withLock { $0 = .latency }
        default: break
        }
    }

    /// Over the lines of before, row by row, so that nothing flickers.
    func show(_ lines: [String]) {
        let text = lines.map { $0 + "\u{1B}[K" }.joined(separator: "\r\n")
        Terminal.say("\u{1B}[H" + text + "\u{1B}[J", terminator: "")
    }
}

/// Reads keys while the main thread waits for the server.
private final class KeyThread: Sendable {
    private let press: @Sendable (Key) -> Void

    init(_ press: @escaping @Sendable (Key) -> Void) { self.press = press }

    func start() {
        var thread = pthread_t()
        let held = Unmanaged.passRetained(self)
        let status = pthread_create(
            &thread, nil,
            { argument in
                guard let argument else { return nil }
                Unmanaged<KeyThread>.fromOpaque(argument).takeRetainedValue().run()
                return nil
            }, held.toOpaque())
        if status == 0 { pthread_detach(thread) } else { held.release() }
    }

    private func run() {
        var keys = KeyReader()
        var bytes = [UInt8](repeating: 0, count: 64)
        while true {
            let count = read(STDIN_FILENO, &bytes, bytes.count)
            guard count > 0 else { return }
            keys.add(bytes.prefix(count))
            while let key = keys.next() { press(key) }
        }
    }
}
