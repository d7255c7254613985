/// What runs a method.
package enum Handler: Sendable {
    /// On the shard, at once: for what neither blocks nor takes long.
    case inline(@Sendable (borrowing Call, inout Reply) -> Void)
    /// On the shard, all calls that came together at once: for what is called so often that waiting for memory, one call after
    /// the other, would be most of its time.
    case batched(any BatchHandler)
    /// Hands the call on and returns; the answer comes later.
    case deferred(@Sendable (OwnedCall, any Responder) -> Void)
    /// The same behind a gate, which is asked before anything of the call is kept: what is refused under overload costs next to
    /// nothing.
    case gated(Gate, @Sendable (OwnedCall, any Responder) -> Void)
    /// For client and bidirectional streams: the call has no payload, its messages are asked for one after the other. Only gRPC's face
    /// has them.
    case streaming(@Sendable (OwnedCall, any MessageSource, any Responder) -> Void)
}

/// Says why no call of a method may begin now; nil where one may.
package typealias Gate = @Sendable () -> Status?

/// A method that answers several calls of one connection at a time.
package protocol BatchHandler: AnyObject, Sendable {
    /// Answers every call of the batch, by `answer(_:_:)`.
    func run(_ batch: borrowing CallBatch)
}
