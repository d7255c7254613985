/// A method that can be called, by its names on the wire.
package struct MethodEntry: Sendable {
    /// "account.v1.AccountService".
    package let service: [UInt8]
    /// "SignUp".
    package let method: [UInt8]
    package let handler: Handler
    package let isServerStreaming: Bool
    /// Whether its handler looks at metadata besides what every call tells.
    package let readsMetadata: Bool
    /// Its calls find room on a connection that is full of others'.
    package let isUrgent: Bool

    package init(
        service: String, method: String, isServerStreaming: Bool = false, readsMetadata: Bool = false,
        isUrgent: Bool = false, handler: Handler
    ) {
        self.isUrgent = isUrgent
        self.service = Array(service.utf8)
        self.method = Array(method.utf8)
        self.isServerStreaming = isServerStreaming
        self.readsMetadata = readsMetadata
        self.handler = handler
    }
}

/// Finds a method by its names without making a string of them. Open addressing over a power of two of slots.
package struct MethodTable: Sendable {
    package let entries: [MethodEntry]
    /// Index into `entries`, or -1.
    private let slots: [Int]

    package init(_ entries: [MethodEntry]) {
        self.entries = entries
        var size = 64
        while size < entries.count * 4 { size *= 2 }
        var slots = [Int](repeating: -1, count: size)
        for (index, entry) in entries.enumerated() {
            var slot = unsafe MethodTable.hash(entry.service.span.bytes, entry.method.span.bytes) & (size - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = index
        }
        self.slots = slots
    }

    /// Index of the method in `entries`; nil where there is none.
    @inline(__always)
    package func index(service: RawSpan, method: RawSpan) -> Int? {
        let mask = slots.count - 1
        var slot = MethodTable.hash(service, method) & mask
        while true {
            let index = slots[slot]
            guard index >= 0 else { return nil }
            if method.isEqual(to: entries[index].method), service.isEqual(to: entries[index].service) { return index }
            slot = (slot + 1) & mask
        }
    }

    /// Both lengths and four of the method's letters tell nearly all apart; the names themselves are compared anyway.
    @inline(__always)
    private static func hash(_ service: RawSpan, _ method: RawSpan) -> Int {
        let count = method.byteCount
        guard count > 0 else { return 0 }
        var hash = UInt64(truncatingIfNeeded: service.byteCount &* 31 &+ count)
        hash = hash &* 31 &+ UInt64(method.byte(at: 0))
        hash = hash &* 31 &+ UInt64(method.byte(at: count / 3))
        hash = hash &* 31 &+ UInt64(method.byte(at: count / 2))
        hash = hash &* 31 &+ UInt64(method.byte(at: count - 1))
        return Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> 40)
    }
}
