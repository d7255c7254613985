/// Where the messages of a client's stream come from.
package protocol MessageSource: AnyObject, Sendable {
    /// Calls `body` once, from whatever thread, with the stream's next message: nil after the last one, and once nobody waits for
    /// an answer any more. The client may send about as much as was taken: one that nobody asks is held back. Asked for one at a
    /// time. `body` must not block.
    func next(_ body: @escaping @Sendable (StreamedMessage?) -> Void)
}

/// One message of a client's stream.
package struct StreamedMessage: Sendable {
    package let bytes: [UInt8]
    /// It came compressed.
    package let wasCompressed: Bool

    package init(bytes: [UInt8], wasCompressed: Bool) {
        self.bytes = bytes
        self.wasCompressed = wasCompressed
    }
}
