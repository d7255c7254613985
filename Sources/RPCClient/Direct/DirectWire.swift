internal import RPC

/// One face's side of a direct connection: turns calls into bytes, and bytes into news. One call at a time.
protocol DirectWire: AnyObject {
    /// What is to be sent; the connection takes it off the front.
    var output: OutputBuffer { get }
    /// No more calls can be made on it.
    var isSpent: Bool { get }
    /// Begins a call. After `isLast` its request is whole. A failure here means that nothing was sent.
    func begin(_ call: DirectCall, message: [UInt8]?, isLast: Bool, timeoutNanoseconds: Int64?) -> Status?
    func send(_ message: [UInt8])
    func finishRequest()
    /// Gives the call up, at the server too where that can be.
    func cancel()
    /// What came of the call; `ended` is the last of it.
    func receive(_ bytes: UnsafeRawBufferPointer) -> [WireNews]
    /// Puts what there is to send into `output`; it may find that the call has ended.
    func fill() -> [WireNews]
}

enum WireNews {
    case news(DirectNews)
    case ended(DirectOutcome)
}
