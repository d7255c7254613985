import Glibc

/// Lines from somebody at a terminal, with editing, history and completion; or from a file, as they are.
final class LineReader {
    private let terminal = RawTerminal()
    private var keys = KeyReader()
    private let complete: LineEditor.Completer
    private(set) var history: History

    enum Line {
        case text(String)
        case interrupted
        case ended
    }

    init(history: History, complete: @escaping LineEditor.Completer) {
        self.history = history
        self.complete = complete
    }

    var isInteractive: Bool { terminal != nil }

    func read(prompt: String) -> Line {
        guard let terminal else { return Swift.readLine().map { .text($0) } ?? .ended }
        terminal.begin()
        defer { terminal.end() }
        var editor = LineEditor(history: history.lines, complete: complete)
        show(prompt, editor)
        while true {
            guard let key = nextKey() else { return .ended }
            switch editor.press(key) {
            case .editing: break
            case .clear: Terminal.say("\u{1B}[H\u{1B}[2J", terminator: "")
            case .choices(let choices): Terminal.say("\r\n" + Self.columns(choices).joined(separator: "\r\n"))
            case .done(let line):
                show(prompt, editor)
                Terminal.say("\r")
                history.add(line)
                return .text(line)
            case .interrupted:
                _ = editor.press(.end)
                show(prompt, editor)
                Terminal.say("^C\r")
                return .interrupted
            case .ended:
                Terminal.say("\r")
                return .ended
            }
            show(prompt, editor)
        }
    }

    private func nextKey() -> Key? {
        while true {
            if let key = keys.next() { return key }
            var bytes = [UInt8](repeating: 0, count: 256)
            let count = Glibc.read(STDIN_FILENO, &bytes, bytes.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return nil }
            keys.add(bytes.prefix(count))
        }
    }

    /// On one row: a line that is longer shows the part around the cursor.
    private func show(_ prompt: String, _ editor: LineEditor) {
        let prompt = editor.searchPrompt ?? prompt
        let window = editor.window(columns: TerminalSize.now.columns - prompt.count - 1)
        let column = prompt.count + window.cursor
        let text = "\r\(prompt)\(PlainText.of(window.text))\u{1B}[K\r" + (column > 0 ? "\u{1B}[\(column)C" : "")
        Terminal.say(text, terminator: "")
    }

    private static func columns(_ choices: [String]) -> [String] {
        let width = (choices.map(\.count).max() ?? 0) + 2
        let perRow = max(1, TerminalSize.now.columns / max(1, width))
        return stride(from: 0, to: choices.count, by: perRow).map { start in
            choices[start..<min(start + perRow, choices.count)]
                .map { $0 + String(repeating: " ", count: width - $0.count) }.joined()
        }
    }
}
