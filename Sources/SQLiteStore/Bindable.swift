import Domain

/// A value that a parameter takes.
protocol Bindable {
    func bind(to statement: Statement, at index: Int32)
}

extension Int64: Bindable {
    func bind(to statement: Statement, at index: Int32) { statement.bind(self, at: index) }
}

extension Int: Bindable {
    func bind(to statement: Statement, at index: Int32) { statement.bind(Int64(self), at: index) }
}

extension Bool: Bindable {
    func bind(to statement: Statement, at index: Int32) { statement.bind(self ? 1 : 0 as Int64, at: index) }
}

extension String: Bindable {
    func bind(to statement: Statement, at index: Int32) { statement.bind(self, at: index) }
}

extension [UInt8]: Bindable {
    func bind(to statement: Statement, at index: Int32) { statement.bind(self, at: index) }
}

extension UUIDv7: Bindable {
    func bind(to statement: Statement, at index: Int32) { statement.bind(high, low, at: index) }
}

extension Identifier: Bindable {
    func bind(to statement: Statement, at index: Int32) { statement.bind(uuid.high, uuid.low, at: index) }
}

extension KeyedHash: Bindable {
    func bind(to statement: Statement, at index: Int32) { statement.bind(self, at: index) }
}

extension Instant: Bindable {
    func bind(to statement: Statement, at index: Int32) { statement.bind(microseconds, at: index) }
}

extension Optional: Bindable where Wrapped: Bindable {
    func bind(to statement: Statement, at index: Int32) {
        if let self { self.bind(to: statement, at: index) } else { statement.bindNull(at: index) }
    }
}

extension Bindable where Self: RawRepresentable, RawValue == Int64 {
    func bind(to statement: Statement, at index: Int32) { statement.bind(rawValue, at: index) }
}

extension AccountState: Bindable {}
extension LinkPurpose: Bindable {}
extension ThrottlePurpose: Bindable {}
extension Actor: Bindable {}
extension EmailState: Bindable {}
extension OutboxKind: Bindable {}
extension OutboxLane: Bindable {}
extension WebhookDeliveryState: Bindable {}
extension RevocationKind: Bindable {}
extension TwoFactorResetEnd: Bindable {}

extension PageRequest {
    /// Rows come strictly before this id. No UUIDv7 has all bits set.
    var before: UUIDv7 { after ?? UUIDv7(high: .max, low: .max) }
    var rows: Int { max(0, limit) }
}
