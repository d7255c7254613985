import Foundation
import Glibc
import Synchronization

/// What is said beside the report: on standard error, so that the report can be piped.
enum Terminal {
    static let isPerson = isatty(STDERR_FILENO) == 1

    static func say(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

    /// Takes the place of the line of before, where a person looks on.
    static func replaceLine(_ text: String) {
        FileHandle.standardError.write(Data((isPerson ? "\r\u{1B}[K" + text : text + "\n").utf8))
    }

    static func endLine() { if isPerson { FileHandle.standardError.write(Data("\n".utf8)) } }
}

/// Set by the first Ctrl-C: the run ends and is reported. The second ends the program.
enum Interrupt {
    private static let isSet = Atomic<Bool>(false)

    static func watch() {
        signal(SIGINT) { _ in
            if Interrupt.isSet.exchange(true, ordering: .relaxed) { _exit(130) }
        }
    }

    static var hasCome: Bool { isSet.load(ordering: .relaxed) }
}

/// “[#####-----] 50/100 accounts”.
final class ProgressBar: Sendable {
    private let total: Int
    private let what: String
    private let lastTenth = Atomic<Int>(-1)
    private static let width = 40

    init(total: Int, what: String) {
        self.total = max(1, total)
        self.what = what
    }

    func show(_ done: Int) {
        // Where nobody looks on, ten lines are enough.
        let tenth = done * 10 / total
        guard Terminal.isPerson || lastTenth.exchange(tenth, ordering: .relaxed) != tenth else { return }
        let filled = done * Self.width / total
        let bar = String(repeating: "#", count: filled) + String(repeating: "-", count: Self.width - filled)
        Terminal.replaceLine("[\(bar)] \(done)/\(total) \(what)")
        if done == total { Terminal.endLine() }
    }
}
