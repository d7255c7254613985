import Glibc

/// The terminal without its own line editing, while a line is edited here; as it was before, afterwards.
struct RawTerminal {
    private var before = termios()

    /// Nil where standard input is no terminal.
    init?() {
        guard isatty(STDIN_FILENO) == 1, tcgetattr(STDIN_FILENO, &before) == 0 else { return nil }
    }

    func begin() {
        var raw = before
        raw.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG | IEXTEN)
        raw.c_iflag &= ~tcflag_t(IXON | ICRNL | INLCR)
        tcsetattr(STDIN_FILENO, TCSADRAIN, &raw)
    }

    func end() {
        var before = before
        tcsetattr(STDIN_FILENO, TCSADRAIN, &before)
    }
}
