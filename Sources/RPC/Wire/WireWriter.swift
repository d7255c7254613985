/// Writes protobuf's wire format: the few shapes that envelopes and statuses need.
package struct WireWriter {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    package init(reservingCapacity capacity: Int) { bytes.reserveCapacity(capacity) }

    package mutating func write(varint value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    /// Zero is left out, as proto3 does.
    package mutating func write(field number: UInt32, varint value: UInt64) {
        guard value != 0 else { return }
        write(varint: UInt64(number) << 3)
        write(varint: value)
    }

    package mutating func write(field number: UInt32, bytes value: [UInt8]) {
        write(varint: UInt64(number) << 3 | 2)
        write(varint: UInt64(value.count))
        bytes.append(contentsOf: value)
    }

    /// Empty text is left out.
    package mutating func write(field number: UInt32, text: String) {
        guard !text.isEmpty else { return }
        write(field: number, bytes: Array(text.utf8))
    }
}
