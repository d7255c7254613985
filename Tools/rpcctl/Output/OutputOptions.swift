import ArgumentParser
import FoundationEssentials
import Glibc

/// How what is found is shown.
struct OutputOptions: ParsableArguments {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: "text, for people, or json. (default: text on a terminal, json elsewhere)")
    var format: Format?

    /// Whether standard output is for people.
    var isText: Bool { format.map { $0 == .text } ?? (isatty(STDOUT_FILENO) == 1) }
    /// Whether failures are for people.
    var errorsAreText: Bool { format.map { $0 == .text } ?? (isatty(STDERR_FILENO) == 1) }
}

/// Colours, where they are wanted.
struct Style {
    let isColoured: Bool

    init(isColoured: Bool) { self.isColoured = isColoured }

    /// Of what is written for people to a descriptor. NO_COLOR (no-color.org) and a terminal that knows none turn them off.
    init(descriptor: Int32) {
        let environment = ProcessInfo.processInfo.environment
        isColoured =
            isatty(descriptor) == 1 && environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
    }

    init(_ output: OutputOptions) {
        self = output.isText ? Style(descriptor: STDOUT_FILENO) : Style(isColoured: false)
    }

    private func wrapped(_ code: String, _ text: String) -> String {
        isColoured && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }

    func name(_ text: String) -> String { wrapped("36", text) }
    func heading(_ text: String) -> String { wrapped("1", text) }
    func faint(_ text: String) -> String { wrapped("2", text) }
    func good(_ text: String) -> String { wrapped("32", text) }
    func bad(_ text: String) -> String { wrapped("31", text) }
    func failure(_ text: String) -> String { wrapped("1;31", text) }
    func time(_ text: String) -> String { wrapped("33", text) }
}

/// What a server says, made fit for a terminal: what would move its cursor or colour it is shown instead.
enum PlainText {
    static func of(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isControl) else { return text }
        var out = ""
        for scalar in text.unicodeScalars {
            if isControl(scalar) {
                out += "\\u{\(String(scalar.value, radix: 16))}"
            } else {
                out.unicodeScalars.append(scalar)
            }
        }
        return out
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: scalar.value != 0x200D
        default: false
        }
    }
}

/// The size of the terminal in characters.
enum TerminalSize {
    static var now: (columns: Int, rows: Int) {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return (80, 24) }
        return (Int(size.ws_col), Int(size.ws_row))
    }
}
