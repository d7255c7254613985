/// Why bytes are not the message they should be.
package enum DecodeFailure: Error, Equatable, Sendable {
    /// They don't follow protobuf's wire format, or a field has another wire type than it should.
    case malformed
    /// Once decoded they would need more memory than the arena may give.
    case budgetExceeded
    /// A `string` field holds what is no text. `field` is its path: "display_name", "variables[2].name";
    /// `why` ends a sentence that begins with it.
    case badText(field: String, why: String)

    /// The same failure, seen from the message around it.
    func inside(_ outer: String) -> DecodeFailure {
        switch self {
        case .badText(let field, let why): .badText(field: outer + "." + field, why: why)
        case .malformed, .budgetExceeded: self
        }
    }
}
