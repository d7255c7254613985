package import HTTP2Client
internal import RPC

/// What a server speaks on its port.
package enum FaceName: String, Sendable, CaseIterable {
    case ttrpc, grpc

    /// ALPN's.
    package var protocols: [String] { self == .ttrpc ? ["ttrpc/1"] : ["h2"] }
}

/// A call ready to be sent again and again. The bytes are its set's.
package struct PreparedRequest {
    /// ttrpc: the frame, its stream id still open. gRPC: the message.
    package let bytes: UnsafeMutableRawBufferPointer
    /// gRPC's header fields.
    package let head: HTTP2RequestHead?
    /// Of gRPC; ttrpc's is in the frame. 0: none.
    package let timeoutNanoseconds: Int64
    /// Any number of messages may answer it.
    package let isStream: Bool
}

/// How one call ended, or a message of one that streams. Valid until the face receives again.
package struct Answer {
    package let number: UInt32
    /// False: a stream's message, and more may come.
    package let isLast: Bool
    /// gRPC's; 0: it succeeded.
    package let code: Int32
    /// Of a success, for who asked: the message.
    package let payload: UnsafeRawBufferPointer
    /// ttrpc: the serialized Status of a failure. gRPC: where it stands among the events.
    fileprivate let failure: UnsafeRawBufferPointer
    fileprivate let event: Int
}

extension Answer {
    static func succeeded(_ number: UInt32, _ payload: UnsafeRawBufferPointer) -> Answer {
        Answer(
            number: number, isLast: true, code: 0, payload: payload,
            failure: UnsafeRawBufferPointer(start: nil, count: 0), event: -1)
    }

    static func message(_ number: UInt32, _ payload: UnsafeRawBufferPointer) -> Answer {
        Answer(
            number: number, isLast: false, code: 0, payload: payload,
            failure: UnsafeRawBufferPointer(start: nil, count: 0), event: -1)
    }

    static func failed(_ number: UInt32, code: Int32, status: UnsafeRawBufferPointer, event: Int = -1) -> Answer {
        Answer(
            number: number, isLast: true, code: code, payload: UnsafeRawBufferPointer(start: nil, count: 0),
            failure: status, event: event)
    }

    var status: UnsafeRawBufferPointer { failure }
    var eventIndex: Int { event }
}

/// One connection's protocol: calls become bytes, bytes become answers. Knows no socket and no clock.
protocol Face: AnyObject {
    /// False: the connection takes no more calls. `number` is the answer's.
    func begin(_ request: PreparedRequest, number: UInt32, wantsPayload: Bool) -> Bool
    /// Nobody waits for the stream any more: what comes of it all the same is passed over.
    func cancel(_ number: UInt32)
    /// Has something to send that no call brought about.
    var owesBytes: Bool { get }
    /// Appends what is to be sent.
    func write(into output: OutputBuffer)
    /// False: the connection can't go on.
    func receive(_ bytes: UnsafeRawBufferPointer, _ each: (Answer) -> Void) -> Bool
    /// For people.
    func describe(_ answer: Answer) -> String
}
