/// Where the answer to a deferred call goes, from whatever thread. The first answer counts; later ones go nowhere.
package protocol Responder: AnyObject, Sendable {
    /// Ends a unary call.
    func respond(_ payload: [UInt8])
    /// The same, with a payload that is made by whoever sends it: what answers many calls one after the other has less to do. `payload`
    /// must not block, and isn't asked where nobody waits any more.
    func respond(making payload: @escaping @Sendable () -> [UInt8])
    /// Ends the call.
    func fail(_ status: Status)
    /// One message of a server stream; false once nobody listens.
    func send(_ message: [UInt8]) -> Bool
    /// Calls `body` once, from whatever thread: as soon as the client has taken enough of what was sent that more may be, or nobody
    /// waits any more. What a stream sends, it sends from within, and little of it: so a client that reads slowly costs little
    /// memory. `body` must not block.
    func whenRoom(_ body: @escaping @Sendable () -> Void)
    /// Calls `body` once, from whatever thread, as soon as a server stream is over, whoever ended it; at once where it is already.
    /// `body` must not block. The last one given counts.
    func whenOver(_ body: @escaping @Sendable () -> Void)
    /// Ends a server stream.
    func finish()
    /// Nobody waits any more: the connection is gone, or the deadline has passed.
    var isCancelled: Bool { get }
    /// Metadata for a client whose face carries it: `initial` goes before the first message, `trailing` with the end. To be said before
    /// anything is answered.
    func setMetadata(initial: CallMetadata, trailing: CallMetadata)
    /// Whether messages sent from now on are compressed, where the client takes that.
    func setCompression(_ isOn: Bool)
}

extension Responder {
    package func respond(making payload: @escaping @Sendable () -> [UInt8]) { respond(payload()) }
}
