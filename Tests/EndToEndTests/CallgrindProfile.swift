import Foundation
import TestSupport

/// What a callgrind.out file says, as far as bounds are set for it: instructions by library, and calls by the name of what is called.
struct CallgrindProfile {
    private(set) var instructions: [String: Int] = [:]
    private(set) var calls: [String: Int] = [:]

    /// The format is described in Valgrind's manual, "Callgrind Format Specification": `ob=` names the library of the lines that follow; the
    /// line after a `calls=` is what the callee cost, and so counted there already.
    init(_ file: URL) throws {
        var libraries = Names()
        var functions = Names()
        var library = ""
        var callee = ""
        var isCallee = false
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
            if let text = line.value(of: "ob=") {
                library = libraries.resolve(text)
            } else if let text = line.value(of: "cob=") {
                _ = libraries.resolve(text)
            } else if let text = line.value(of: "fn=") {
                _ = functions.resolve(text)
            } else if let text = line.value(of: "cfn=") {
                callee = functions.resolve(text)
            } else if let text = line.value(of: "calls=") {
                calls[callee, default: 0] += text.split(separator: " ").first.flatMap { Int($0) } ?? 0
                isCallee = true
            } else if let first = line.utf8.first, (0x30...0x39).contains(first) || "+-*".utf8.contains(first) {
                if !isCallee {
                    instructions[library, default: 0] += line.split(separator: " ").last.flatMap { Int($0) } ?? 0
                }
                isCallee = false
            }
        }
        guard !instructions.isEmpty else { throw TestFailure("\(file.path) holds no counts") }
    }

    /// `(12) name` gives a name its number, `(12)` stands for it from then on.
    private struct Names {
        private var byNumber: [Substring: String] = [:]

        mutating func resolve(_ text: Substring) -> String {
            guard let end = text.firstIndex(of: ")") else { return String(text) }
            let number = text[..<end]
            let name = text[text.index(after: end)...].drop { $0 == " " }
            if !name.isEmpty { byNumber[number] = String(name) }
            return byNumber[number] ?? ""
        }
    }
}

extension Substring {
    fileprivate func value(of key: String) -> Substring? { hasPrefix(key) ? dropFirst(key.count) : nil }
}
