import Messages
import RPC

/// A ttrpc Request, ready to be sent again and again under other stream ids.
func envelope(_ method: Method, _ message: some Message, _ metadata: [(name: String, value: String)]) -> [UInt8] {
    let description = method.description
    return RequestEnvelope.encode(
        service: description.service, method: description.method, payload: message.encodedBytes(), metadata: metadata)
}
