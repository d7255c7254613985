import Domain

/// What a zone's clocks show for a while.
struct LocalTimeType: Equatable, Sendable {
    /// Seconds east of UTC.
    let offset: Int
    let abbreviation: String
}

/// One parsed zone: transitions, and the rule that goes on after the last of them.
struct TimeZoneFile: TimeZoneRules {
    private let transitions: [Int64]
    // One a transition: what holds from it on.
    private let typeIndexes: [UInt8]
    // Never empty; the first holds before all transitions.
    private let types: [LocalTimeType]
    private let future: PosixTimeZone?

    static let utc = TimeZoneFile(types: [LocalTimeType(offset: 0, abbreviation: "UTC")])

    private init(types: [LocalTimeType]) {
        self.types = types
        transitions = []
        typeIndexes = []
        future = nil
    }

    /// Nil unless it is a TZif file of version 1 to 4 that keeps every rule of RFC 9636, and counts no leap seconds.
    init?(_ bytes: [UInt8]) {
        var reader = BigEndianReader(bytes)
        guard var header = TZifHeader(&reader) else { return nil }
        var timeSize = 4
        if header.version >= UInt8(ascii: "2") {
            // The first block is for readers that know only 32-bit times.
            guard reader.skip(header.blockSize(timeSize: 4)), let second = TZifHeader(&reader) else { return nil }
            header = second
            timeSize = 8
        }
        guard let block = TZifBlock(&reader, header, timeSize: timeSize) else { return nil }
        guard let future = Self.footer(&reader, version: header.version) else { return nil }
        transitions = block.transitions
        typeIndexes = block.typeIndexes
        types = block.types
        self.future = future.rule
    }

    package func offset(at instant: Instant) -> (seconds: Int, abbreviation: String) {
        let type = type(at: instant.seconds)
        return (type.offset, type.abbreviation)
    }

    private func type(at seconds: Int64) -> LocalTimeType {
        let passed = transitionsPassed(at: seconds)
        if passed == transitions.count, let future { return future.type(at: seconds) }
        return passed == 0 ? types[0] : types[Int(typeIndexes[passed - 1])]
    }

    /// How many transitions are at or before that moment.
    private func transitionsPassed(at seconds: Int64) -> Int {
        var low = 0
        var high = transitions.count
        while low < high {
            let middle = (low + high) / 2
            if transitions[middle] <= seconds { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Nil when malformed; a rule of nil when the file has none, and the last type holds for ever.
    private static func footer(_ reader: inout BigEndianReader, version: UInt8) -> (rule: PosixTimeZone?, Void)? {
        guard version >= UInt8(ascii: "2") else { return (nil, ()) }
        guard reader.byte() == UInt8(ascii: "\n"), let text = reader.bytes(until: UInt8(ascii: "\n")) else {
            return nil
        }
        guard !text.isEmpty else { return (nil, ()) }
        guard let rule = PosixTimeZone(text) else { return nil }
        return (rule, ())
    }
}
