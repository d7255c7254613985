/// Names and values beside a call's messages. Names are lower case; one that ends in `-bin` has any bytes for a value, the others
/// printable ASCII.
package struct CallMetadata: Sendable {
    package struct Entry: Sendable {
        package let name: String
        package let value: [UInt8]
    }

    package private(set) var entries: [Entry] = []

    package init() {}

    package mutating func append(_ name: String, _ value: [UInt8]) {
        entries.append(Entry(name: name, value: value))
    }

    /// The first value of that name.
    package subscript(_ name: String) -> [UInt8]? { entries.first { $0.name == name }?.value }
}
