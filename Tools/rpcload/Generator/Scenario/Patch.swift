/// A value that differs from call to call, always of one length: written over its place in a request's bytes.
package struct Patch {
    package enum Value: String, CaseIterable {
        /// A random UUID, version 4.
        case uuid
        /// Twelve digits, more with every call.
        case number
    }

    let offset: Int
    let value: Value
    let source: PatchSource

    @inline(__always)
    func apply(_ bytes: UnsafeMutableRawBufferPointer) { source.write(value, to: bytes, at: offset) }
}

/// Where the values come from.
package final class PatchSource {
    private var random: SplitMix64
    private var number: UInt64
    private let step: UInt64
    static let numberDigits = 12

    /// No two threads' shares have a number in common.
    package init(seed: UInt64, share: Share = .all) {
        random = SplitMix64(state: seed &+ UInt64(share.index))
        step = UInt64(share.count)
        number = UInt64(share.index) &+ 1 &- step
    }

    func write(_ value: Patch.Value, to bytes: UnsafeMutableRawBufferPointer, at offset: Int) {
        switch value {
        case .uuid: writeUUID(bytes, offset)
        case .number:
            number &+= step
            var rest = number
            for index in (0..<Self.numberDigits).reversed() {
                bytes[offset + index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            }
        }
    }

    func nanoseconds(in range: ClosedRange<UInt64>) -> UInt64 {
        range.lowerBound == range.upperBound ? range.lowerBound : UInt64.random(in: range, using: &random)
    }

    func text(_ value: Patch.Value) -> String {
        let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 36, alignment: 8)
        defer { room.deallocate() }
        write(value, to: room, at: 0)
        let count = value == .uuid ? 36 : Self.numberDigits
        return String(decoding: room[..<count], as: UTF8.self)
    }

    private func writeUUID(_ bytes: UnsafeMutableRawBufferPointer, _ offset: Int) {
        var high = random.next() & 0xFFFF_FFFF_FFFF_0FFF | 0x4000
        var low = random.next() & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
        var at = offset
        for index in 0..<32 {
            if index == 8 || index == 12 || index == 16 || index == 20 {
                bytes[at] = UInt8(ascii: "-")
                at += 1
            }
            let nibble: UInt8
            if index < 16 {
                nibble = UInt8(truncatingIfNeeded: high >> 60)
                high <<= 4
            } else {
                nibble = UInt8(truncatingIfNeeded: low >> 60)
                low <<= 4
            }
            bytes[at] = nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10
            at += 1
        }
    }
}
