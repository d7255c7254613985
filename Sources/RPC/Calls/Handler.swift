/// What runs a method.
package enum Handler: Sendable {
    /// On the shard, at once: for what neither blocks nor takes long.
    case inline(@Sendable (borrowing Call, inout Reply) -> Void)
    /// On the shard, many calls in step: for what is called so often that waiting for memory is most of its time.
    case staged(any StagedHandler)
    /// Hands the call on and returns; the answer comes later.
    case deferred(@Sendable (OwnedCall, any Responder) -> Void)
}

/// A method whose calls are taken through three steps, each step for all calls that came together before the next step for
/// any: so the memory that one call waits for comes while the others are worked on.
package protocol StagedHandler: AnyObject, Sendable {
    /// Reads the request, and asks for the memory that says where its data is.
    func prepare(_ call: borrowing Call) -> StagedNote
    /// Asks for the data.
    func approach(_ note: borrowing StagedNote)
    /// Answers.
    func run(_ call: borrowing Call, _ note: borrowing StagedNote, _ reply: inout Reply)
}

/// What a staged handler remembers of a call between its steps; its own affair.
package struct StagedNote: Sendable {
    package var word0: UInt64
    package var word1: UInt64
    package var word2: UInt64
    package var word3: UInt64
    /// 0 for a call that is not to be approached.
    package var kind: UInt8

    @inline(__always)
    package init(word0: UInt64 = 0, word1: UInt64 = 0, word2: UInt64 = 0, word3: UInt64 = 0, kind: UInt8 = 0) {
        self.word0 = word0
        self.word1 = word1
        self.word2 = word2
        self.word3 = word3
        self.kind = kind
    }
}
