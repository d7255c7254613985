/// Which generations a key folder holds, told from the names of its files alone.
struct GenerationFiles {
    private let folder: KeyFolder
    /// By generation: the parts that have a file.
    private(set) var parts: [UInt8: Set<KeyGeneration.Part>] = [:]
    private(set) var retired: Set<UInt8> = []

    init(_ folder: KeyFolder) throws(CryptoError) {
        self.folder = folder
        for name in try folder.names() {
            for part in KeyGeneration.Part.allCases {
                if let number = Self.number(name, "\(part.rawValue)-", ".key") {
                    parts[number, default: []].insert(part)
                }
            }
            if let number = Self.number(name, "signing-", ".public") { retired.insert(number) }
        }
        // All of them put back, for an old backup's sake: in use again.
        retired = retired.filter { (parts[$0]?.count ?? 0) < KeyGeneration.Part.allCases.count }
    }

    /// Ascending. A generation above all others that has no wrapping key is one that a killed rotation began: nothing was ever
    /// sealed under it. Any other gap is a loss.
    func inUse() throws(CryptoError) -> [UInt8] {
        let made = self.made
        guard let newest = made.last else {
            let lost = parts.keys.filter { !retired.contains($0) }.max() ?? 1
            throw .missing(folder.file(KeyGeneration.Part.wrapping.file(lost)))
        }
        for (number, found) in parts where number <= newest && !retired.contains(number) {
            for part in KeyGeneration.Part.allCases where !found.contains(part) {
                throw .missing(folder.file(part.file(number)))
            }
        }
        return made
    }

    /// Those with a wrapping key, ascending.
    private var made: [UInt8] {
        parts.filter { $0.value.contains(.wrapping) && !retired.contains($0.key) }.keys.sorted()
    }

    /// What a killed rotation began, or the number after all that ever were; nil after 255.
    func next() throws(CryptoError) -> UInt8? {
        let newest = try inUse().last ?? 0
        if let begun = parts.keys.filter({ $0 > newest && !retired.contains($0) }).min() { return begun }
        let highest = max(newest, retired.max() ?? 0)
        return highest < .max ? highest + 1 : nil
    }

    private static func number(_ name: String, _ prefix: String, _ suffix: String) -> UInt8? {
        guard name.hasPrefix(prefix), name.hasSuffix(suffix) else { return nil }
        let digits = name.dropFirst(prefix.count).dropLast(suffix.count)
        // Written as it is read: no sign, no zeros in front.
        guard let number = UInt8(digits), number > 0, String(number) == digits else { return nil }
        return number
    }
}
