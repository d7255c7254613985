internal import Foundation

/// One object of a scenario file: every field is asked for, and what nobody asked for is refused by name.
struct FieldReader {
    let path: String
    private var fields: [String: Any]

    init(_ value: Any, at path: String) throws(LoadError) {
        guard let fields = value as? [String: Any] else { throw LoadError("\(path): is no JSON object") }
        self.path = path
        self.fields = fields
    }

    func has(_ name: String) -> Bool { fields[name] != nil }
    func at(_ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }

    mutating func text(_ name: String) throws(LoadError) -> String? {
        guard let value = fields.removeValue(forKey: name) else { return nil }
        guard let text = value as? String, !text.isEmpty else { throw LoadError("\(at(name)): is no text") }
        return text
    }

    mutating func needText(_ name: String) throws(LoadError) -> String {
        guard let text = try text(name) else { throw LoadError("\(at(name)): is missing") }
        return text
    }

    mutating func number(_ name: String, in range: ClosedRange<Int>) throws(LoadError) -> Int? {
        guard let value = fields.removeValue(forKey: name) else { return nil }
        // A truth is a number too, of one character.
        guard let number = value as? NSNumber, String(cString: number.objCType) != "c",
            number.doubleValue == Double(number.intValue),
            range.contains(number.intValue)
        else { throw LoadError("\(at(name)): is no whole number from \(range.lowerBound) to \(range.upperBound)") }
        return number.intValue
    }

    /// As nanoseconds; up to a day.
    mutating func seconds(_ name: String) throws(LoadError) -> UInt64? {
        guard let value = fields.removeValue(forKey: name) else { return nil }
        return try Self.nanoseconds(value, at: at(name))
    }

    /// A number of seconds, or a list of the least and the most.
    mutating func secondsRange(_ name: String) throws(LoadError) -> ClosedRange<UInt64>? {
        guard let value = fields.removeValue(forKey: name) else { return nil }
        guard let list = value as? [Any] else {
            let nanoseconds = try Self.nanoseconds(value, at: at(name))
            return nanoseconds...nanoseconds
        }
        guard list.count == 2 else { throw LoadError("\(at(name)): is no list of the least and the most seconds") }
        let least = try Self.nanoseconds(list[0], at: at(name))
        let most = try Self.nanoseconds(list[1], at: at(name))
        guard least <= most else { throw LoadError("\(at(name)): the least is more than the most") }
        return least...most
    }

    private static func nanoseconds(_ value: Any, at path: String) throws(LoadError) -> UInt64 {
        guard let number = value as? NSNumber, String(cString: number.objCType) != "c",
            number.doubleValue > 0, number.doubleValue <= 86_400
        else { throw LoadError("\(path): is no number of seconds above 0, up to a day") }
        return UInt64((number.doubleValue * 1e9).rounded())
    }

    mutating func list(_ name: String, atMost count: Int) throws(LoadError) -> [Any]? {
        guard let value = fields.removeValue(forKey: name) else { return nil }
        guard let list = value as? [Any], (1...count).contains(list.count) else {
            throw LoadError("\(at(name)): is no list of 1 to \(count)")
        }
        return list
    }

    /// An object, as it is.
    mutating func object(_ name: String) throws(LoadError) -> [String: Any]? {
        guard let value = fields.removeValue(forKey: name) else { return nil }
        guard let object = value as? [String: Any] else { throw LoadError("\(at(name)): is no JSON object") }
        return object
    }

    /// Call it last.
    func refuseTheRest() throws(LoadError) {
        if let name = fields.keys.sorted().first { throw LoadError("\(at(name)): is no field that is known here") }
    }
}
