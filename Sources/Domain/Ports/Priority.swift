/// Whose work goes first where there is more of it than time.
package enum Priority: Int, Sendable, CaseIterable {
    /// What cuts somebody off, or is the end of an account: refused only by a queue's hard limit.
    case first
    case signIn
    case rest

    /// As metrics name them.
    package static var names: [String] { ["first", "sign_in", "rest"] }
}
