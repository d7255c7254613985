internal import CMessages

/// A message as a plain Swift value. The structs that conform are generated; protobuf-c reads and writes the bytes.
package protocol Message: Sendable, Equatable {
    /// All fields empty.
    init()
    /// The name in the .proto file: "account.v1.SignUpRequest".
    static var fullName: String { get }
    /// Where protobuf-c's description of the message lies.
    static var wire: WireType { get }
    /// Copies out of the C struct at `raw`, which protobuf-c has filled. Throws `badText`.
    init(reading raw: UnsafeRawPointer) throws(DecodeFailure)
    /// Copies into the C struct at `raw`, which protobuf-c has initialised. What it points to lies in `arena`.
    func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena)
}

/// A request that changes something: the same `requestID` with the same body gets the first answer again.
package protocol MutatingRequest: Message {
    /// The caller's name for this request; empty when it asks for no such promise.
    var requestID: String { get set }
}

/// An enum of the .proto files. Numbers without a name are kept, as proto3 asks.
package protocol WireEnum: Sendable, Hashable, CaseIterable {
    init(rawValue: Int32)
    var rawValue: Int32 { get }
    /// The name in the .proto file: "ACCOUNT_STATE_ACTIVE".
    var protoName: String { get }
}

/// protobuf-c's description of a message. It is a constant of the program: the pointer is good for ever.
package struct WireType: @unchecked Sendable {
    let descriptor: UnsafePointer<ProtobufCMessageDescriptor>

    init(_ descriptor: UnsafePointer<ProtobufCMessageDescriptor>) {
        self.descriptor = descriptor
    }
}
