// What an export's members hold, or why they don't.
extension JSONValue {
    func text(_ name: String) throws(BrokenLog) -> String {
        guard case .text(let text)? = self[name] else { throw BrokenLog("\(name) is no text") }
        return text
    }

    func number(_ name: String) throws(BrokenLog) -> Int64 {
        guard case .number(let text)? = self[name], let number = Int64(text) else {
            throw BrokenLog("\(name) is no integer")
        }
        return number
    }

    func list(_ name: String) throws(BrokenLog) -> [JSONValue] {
        guard case .array(let elements)? = self[name] else { throw BrokenLog("\(name) is no list") }
        return elements
    }

    /// Microseconds since 1970, of a time in an export's one spelling.
    func time(_ name: String) throws(BrokenLog) -> Int64 {
        let text = try text(name)
        let numbers = Self.numbers(Array(text.utf8), like: Array("0000-00-00T00:00:00.000000Z".utf8))
        guard numbers.count == 7, (1...12).contains(numbers[1]), numbers[3] < 24, numbers[4] < 60, numbers[5] < 60,
            (1...Self.days(of: numbers[1], in: numbers[0])).contains(numbers[2])
        else { throw BrokenLog("\(name) is no time") }
        let day = Self.dayNumber(numbers[0], numbers[1], numbers[2])
        return (day * 86_400 + numbers[3] * 3_600 + numbers[4] * 60 + numbers[5]) * 1_000_000 + numbers[6]
    }

    /// The numbers in a text that has digits just where the pattern has them, and else what the pattern has; none otherwise.
    private static func numbers(_ text: [UInt8], like pattern: [UInt8]) -> [Int64] {
        guard text.count == pattern.count else { return [] }
        var numbers: [Int64] = []
        var isInNumber = false
        for (byte, expected) in zip(text, pattern) {
            guard expected == UInt8(ascii: "0") else {
                guard byte == expected else { return [] }
                isInNumber = false
                continue
            }
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return [] }
            if !isInNumber { numbers.append(0) }
            isInNumber = true
            numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + Int64(byte - UInt8(ascii: "0"))
        }
        return numbers
    }

    private static func isLeap(_ year: Int64) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    private static func days(of month: Int64, in year: Int64) -> Int64 {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days since 1970-01-01.
    private static func dayNumber(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
        // Whole years before this one, with their leap days.
        let before = year - 1
        var days = before * 365 + before / 4 - before / 100 + before / 400 - 719_162
        if year == 0 { days = -719_162 - 366 }
        for earlier in 1..<month { days += Self.days(of: earlier, in: year) }
        return days + day - 1
    }

    func bytes(_ name: String, count: Int) throws(BrokenLog) -> [UInt8] {
        guard let bytes = [UInt8](hexadecimal: try text(name)), bytes.count == count else {
            throw BrokenLog("\(name) is not \(count) bytes in hexadecimal")
        }
        return bytes
    }
}

extension [UInt8] {
    /// Lower case only.
    init?(hexadecimal text: String) {
        let digits = [UInt8](text.utf8)
        guard digits.count % 2 == 0 else { return nil }
        self = []
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let high = Self.value(digits[index]), let low = Self.value(digits[index + 1]) else { return nil }
            append(high << 4 | low)
        }
    }

    private static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        default: nil
        }
    }

    // A row's hash is over these; docs/protocol.md.
    mutating func appendNumber(_ number: Int64) {
        for shift in stride(from: 56, through: 0, by: -8) {
            append(UInt8(truncatingIfNeeded: number >> Int64(shift)))
        }
    }

    mutating func appendBytes(_ bytes: [UInt8]) {
        let count = UInt32(clamping: bytes.count)
        for shift in [24, 16, 8, 0] as [UInt32] { append(UInt8(truncatingIfNeeded: count >> shift)) }
        append(contentsOf: bytes)
    }

    mutating func appendText(_ text: String) { appendBytes([UInt8](text.utf8)) }
}
