/// One line as it is typed: keys go in, what is to be shown comes out. Touches no terminal.
struct LineEditor {
    enum Step: Equatable {
        case editing
        case done(String)
        /// The line was given up.
        case interrupted
        case ended
        /// Completions to show under the line.
        case choices([String])
        case clear
    }

    /// Completions of the word that ends at the cursor, and how much of the line that word takes.
    typealias Completer = (_ before: String) -> (word: Int, choices: [String])

    private(set) var text: [Character] = []
    private(set) var cursor = 0
    private let history: [String]
    /// Where in the history it is; `history.count`: at what was typed.
    private var place: Int
    private var typed: [Character] = []
    private let complete: Completer
    private var search: HistorySearch?

    init(history: [String], complete: @escaping Completer) {
        self.history = history
        self.complete = complete
        place = history.count
    }

    mutating func press(_ key: Key) -> Step {
        if search != nil, seek(key) { return .editing }
        switch key {
        case .text(let character):
            text.insert(character, at: cursor)
            cursor += 1
        case .enter: return .done(String(text))
        case .tab: return completed()
        case .backspace: erase(max(0, cursor - 1)..<cursor)
        case .delete: erase(cursor..<min(text.count, cursor + 1))
        case .left: cursor = max(0, cursor - 1)
        case .right: cursor = min(text.count, cursor + 1)
        case .wordLeft: cursor = wordStart
        case .wordRight: cursor = wordEnd
        case .home: cursor = 0
        case .end: cursor = text.count
        case .up: recall(place - 1)
        case .down: recall(place + 1)
        case .killStart: erase(0..<cursor)
        case .killEnd: erase(cursor..<text.count)
        case .killWord: erase(wordStart..<cursor)
        case .clear: return .clear
        case .search: search = HistorySearch(history)
        case .abandon: break
        case .interrupt: return .interrupted
        case .endOfInput:
            if text.isEmpty { return .ended }
            erase(cursor..<min(text.count, cursor + 1))
        }
        return .editing
    }

    /// Whether the key belongs to the search. Any other takes what was found for the line, and acts on it.
    private mutating func seek(_ key: Key) -> Bool {
        switch key {
        case .text(let character): search?.add(character)
        case .backspace: search?.removeLast()
        case .search: search?.goOn()
        case .abandon: search = nil
        default:
            if let place = search?.place { recall(place) }
            search = nil
            return false
        }
        return true
    }

    /// What is looked for, in place of the prompt.
    var searchPrompt: String? { search?.prompt }

    private mutating func erase(_ range: Range<Int>) {
        text.removeSubrange(range)
        cursor = range.lowerBound
    }

    private var wordStart: Int {
        var at = cursor
        while at > 0, text[at - 1] == " " { at -= 1 }
        while at > 0, text[at - 1] != " " { at -= 1 }
        return at
    }

    private var wordEnd: Int {
        var at = cursor
        while at < text.count, text[at] == " " { at += 1 }
        while at < text.count, text[at] != " " { at += 1 }
        return at
    }

    private mutating func recall(_ wanted: Int) {
        guard wanted >= 0, wanted <= history.count, wanted != place else { return }
        if place == history.count { typed = text }
        place = wanted
        text = wanted == history.count ? typed : Array(history[wanted])
        cursor = text.count
    }

    /// Puts in what all choices begin with.
    private mutating func completed() -> Step {
        let (word, choices) = complete(String(text[..<cursor]))
        guard let first = choices.first else { return .editing }
        let common = choices.dropFirst().reduce(first) { common, choice in
            String(zip(common, choice).prefix { $0 == $1 }.map(\.0))
        }
        if choices.count > 1, common.count <= word { return .choices(choices) }
        text.removeSubrange(cursor - word..<cursor)
        cursor -= word
        // One that goes on behind itself gets no space.
        let isOpen = choices.count > 1 || common.hasSuffix("=") || common.hasSuffix("/")
        let new = Array(common + (isOpen ? "" : " "))
        text.insert(contentsOf: new, at: cursor)
        cursor += new.count
        return .editing
    }

    /// The part of the line that is in sight, and the cursor's column in it.
    func window(columns: Int) -> (text: String, cursor: Int) {
        let text = search?.found.map { Array($0) } ?? text
        let cursor = search?.found == nil ? cursor : text.count
        let room = max(1, columns)
        let start = cursor < room ? 0 : cursor - room + 1
        return (String(text[start..<min(text.count, start + room)]), cursor - start)
    }
}
