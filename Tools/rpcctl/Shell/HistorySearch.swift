/// Ctrl-R: the newest line of the history that holds what is typed; pressed again, an older one.
struct HistorySearch {
    private let lines: [String]
    private var wanted = ""
    /// Nothing older holds it: what was found before stays.
    private var isFailing = false
    /// Of the line that was found; nil before.
    private(set) var place: Int?

    init(_ lines: [String]) { self.lines = lines }

    var found: String? { place.map { lines[$0] } }

    var prompt: String { "\(isFailing ? "nothing holds" : "search") “\(wanted)”: " }

    mutating func add(_ character: Character) {
        wanted.append(character)
        look(through: place ?? lines.count - 1)
    }

    mutating func removeLast() {
        _ = wanted.popLast()
        look(through: lines.count - 1)
    }

    mutating func goOn() { look(through: (place ?? lines.count) - 1, besides: found) }

    /// Back from a line.
    private mutating func look(through last: Int, besides shown: String? = nil) {
        guard !wanted.isEmpty else {
            place = nil
            isFailing = false
            return
        }
        let older = lines.prefix(max(0, last + 1)).lastIndex { $0.contains(wanted) && $0 != shown }
        isFailing = older == nil
        place = older ?? place
    }
}
