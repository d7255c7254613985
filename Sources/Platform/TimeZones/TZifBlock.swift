/// RFC 9636, 3.1: 44 bytes before each block.
struct TZifHeader {
    let version: UInt8
    private let utCount, standardCount: Int
    let leapCount, transitionCount, typeCount, characterCount: Int

    init?(_ reader: inout BigEndianReader) {
        guard let magic = reader.bytes(4), magic.elementsEqual("TZif".utf8), let version = reader.byte(),
            version == 0 || (UInt8(ascii: "2")...UInt8(ascii: "4")).contains(version), reader.skip(15),
            let utCount = reader.count(), let standardCount = reader.count(), let leapCount = reader.count(),
            let transitionCount = reader.count(), let typeCount = reader.count(), let characterCount = reader.count()
        else { return nil }
        self.version = version
        self.utCount = utCount
        self.standardCount = standardCount
        self.leapCount = leapCount
        self.transitionCount = transitionCount
        self.typeCount = typeCount
        self.characterCount = characterCount
    }

    /// Counts have 32 bits, so the sum can't overflow.
    func blockSize(timeSize: Int) -> Int {
        transitionCount * (timeSize + 1) + typeCount * 6 + characterCount + leapCount * (timeSize + 4)
            + indicatorCount
    }

    /// Bytes that only tell how the zone's source was written.
    var indicatorCount: Int { standardCount + utCount }
}

/// RFC 9636, 3.2: when clocks changed, and to what.
struct TZifBlock {
    let transitions: [Int64]
    let typeIndexes: [UInt8]
    let types: [LocalTimeType]

    /// Nil when it breaks a rule of the format, and for files that count leap seconds: their times are not UTC's.
    init?(_ reader: inout BigEndianReader, _ header: TZifHeader, timeSize: Int) {
        guard header.leapCount == 0, (1...256).contains(header.typeCount),
            let transitions = Self.transitions(&reader, header.transitionCount, timeSize),
            let indexes = reader.bytes(header.transitionCount),
            indexes.allSatisfy({ Int($0) < header.typeCount }),
            let descriptions = reader.bytes(header.typeCount * 6),
            let names = reader.bytes(header.characterCount), reader.skip(header.indicatorCount)
        else { return nil }
        var types: [LocalTimeType] = []
        var entries = BigEndianReader(Array(descriptions))
        for _ in 0..<header.typeCount {
            guard let type = Self.type(&entries, names: Array(names)) else { return nil }
            types.append(type)
        }
        self.transitions = transitions
        self.types = types
        typeIndexes = Array(indexes)
    }

    private static func transitions(_ reader: inout BigEndianReader, _ count: Int, _ size: Int) -> [Int64]? {
        guard let raw = reader.bytes(count * size) else { return nil }
        var times = BigEndianReader(Array(raw))
        var transitions: [Int64] = []
        transitions.reserveCapacity(count)
        for _ in 0..<count {
            guard let time = times.integer(size: size), transitions.last.map({ $0 < time }) ?? true else { return nil }
            transitions.append(time)
        }
        return transitions
    }

    private static func type(_ reader: inout BigEndianReader, names: [UInt8]) -> LocalTimeType? {
        guard let offset = reader.integer(size: 4), (-93_600...93_600).contains(offset), reader.skip(1),
            let start = reader.byte(), Int(start) < names.count,
            let end = names[Int(start)...].firstIndex(of: 0),
            let name = ZoneAbbreviation.text(names[Int(start)..<end])
        else { return nil }
        return LocalTimeType(offset: Int(offset), abbreviation: name)
    }
}

/// "CEST", "+03": it is shown to people and written into mails.
enum ZoneAbbreviation {
    /// Nil unless there are 1 to 16 letters, digits and signs.
    static func text(_ bytes: ArraySlice<UInt8>) -> String? {
        guard (1...16).contains(bytes.count), bytes.allSatisfy({ isLetter($0) || isDigitOrSign($0) }) else {
            return nil
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    }

    private static func isDigitOrSign(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
    }
}
