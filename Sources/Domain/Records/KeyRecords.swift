/// How many values name one generation of the server's keys.
package struct KeyUse: Sendable, Equatable {
    package var generation: UInt8
    /// Accounts whose data key is wrapped under it.
    package var dataKeys: Int
    package var invoices: Int
    /// Stored answers that belong to no account.
    package var answers: Int

    package init(generation: UInt8, dataKeys: Int = 0, invoices: Int = 0, answers: Int = 0) {
        self.generation = generation
        self.dataKeys = dataKeys
        self.invoices = invoices
        self.answers = answers
    }

    package var total: Int { dataKeys + invoices + answers }
}

/// What the server has said of a generation of its keys.
package struct KeyGenerationRecord: Sendable, Equatable {
    package var generation: UInt8
    /// From when on everything was sealed under it.
    package var sealsSince: Instant
    /// Values that named an older one, when it was last written down.
    package var remaining: Int
    /// When nothing named an older one any more, if that is so.
    package var aloneSince: Instant?

    package init(generation: UInt8, sealsSince: Instant, remaining: Int, aloneSince: Instant? = nil) {
        self.generation = generation
        self.sealsSince = sealsSince
        self.remaining = remaining
        self.aloneSince = aloneSince
    }
}

/// Some of the data keys that are wrapped under an older generation.
package struct WrappedDataKeys: Sendable {
    package let keys: [(account: AccountID, wrapped: [UInt8])]
    /// Where to look on, in an order of the store's own; nil at the end.
    package let next: Int64?

    package init(keys: [(account: AccountID, wrapped: [UInt8])], next: Int64?) {
        self.keys = keys
        self.next = next
    }
}
