/// Where the answer to a deferred call goes, from whatever thread. The first answer counts; later ones go nowhere.
package protocol Responder: AnyObject, Sendable {
    /// Ends a unary call.
    func respond(_ payload: [UInt8])
    /// Ends the call.
    func fail(_ status: Status)
    /// One message of a server stream; false once nobody listens.
    func send(_ message: [UInt8]) -> Bool
    /// Ends a server stream.
    func finish()
    /// Nobody waits any more: the connection is gone, or the deadline has passed.
    var isCancelled: Bool { get }
}
