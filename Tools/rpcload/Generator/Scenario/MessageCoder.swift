internal import CProtobufJSON
internal import Foundation
internal import Messages

/// JSON to messages and back, by the public .proto files.
package final class MessageCoder {
    package struct Method {
        let service: String
        let name: String
        let request: String
        let response: String
        /// Any number of messages answer it, or ask it.
        let streamsAnswers: Bool
        let streamsRequests: Bool
    }

    private let schema: OpaquePointer
    private let methods: [Method]

    package init() throws(LoadError) {
        var failure = pj_result()
        let set = DescriptorSet.buffer
        guard let schema = pj_open(set.baseAddress, set.count, &failure) else {
            throw Self.error(failure) ?? LoadError("the .proto files can't be read")
        }
        pj_free(failure)
        self.schema = schema
        let lines = String(decoding: try Self.take(pj_methods(schema)), as: UTF8.self).split(separator: "\n")
        methods = lines.compactMap { line in
            let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 7 else { return nil }
            return Method(
                service: parts[0], name: parts[1], request: parts[2], response: parts[3],
                streamsAnswers: parts[4] == "stream", streamsRequests: parts[5] == "stream")
        }
    }

    deinit { pj_close(schema) }

    /// "account.v1.AccountService/GetAccount", "AccountService/GetAccount" or "GetAccount".
    func method(named name: String) throws(LoadError) -> Method {
        let found = methods.filter { method in
            let full = method.service + "/" + method.name
            return name == full || name == method.name || full.hasSuffix("." + name)
        }
        guard let first = found.first, found.count == 1 else {
            throw LoadError("no method is called “\(name)”; “rpcctl list” shows them all")
        }
        return first
    }

    func encode(_ json: String, as message: String) throws(LoadError) -> [UInt8] {
        var json = json
        let result = json.withUTF8 { text in
            text.withMemoryRebound(to: CChar.self) {
                pj_to_binary(schema, message, $0.baseAddress, $0.count, nil, nil)
            }
        }
        return try Self.take(result)
    }

    /// A message's fields; empty ones too.
    func fields(_ bytes: UnsafeRawBufferPointer, of message: String) throws(LoadError) -> MessageFields {
        let json = try Self.take(pj_to_json(schema, message, bytes.baseAddress, bytes.count, false, true))
        let object = try? JSONSerialization.jsonObject(with: Data(json), options: [.fragmentsAllowed])
        return MessageFields(object as? [String: Any] ?? [:])
    }

    /// Whether the message has a field there: `session.id`, or `sessions.0.id` in a list.
    func has(_ path: [String], in message: String) throws(LoadError) -> Bool {
        // A null fits a field of any type.
        let json = path.reversed().reduce("null") { inner, name in
            Int(name) == nil ? "{\"\(JSONText.escaped(name))\":\(inner)}" : "[\(inner)]"
        }
        do throws(LoadError) {
            _ = try encode(json, as: message)
            return true
        } catch {
            return false
        }
    }

    private static func take(_ result: pj_result) throws(LoadError) -> [UInt8] {
        defer { pj_free(result) }
        if let bytes = result.bytes { return [UInt8](UnsafeBufferPointer(start: bytes, count: result.count)) }
        throw error(result) ?? LoadError("memory is short")
    }

    private static func error(_ result: pj_result) -> LoadError? { result.error.map { LoadError(String(cString: $0)) } }
}

/// What an answer says.
struct MessageFields {
    private let fields: [String: Any]

    init(_ fields: [String: Any]) { self.fields = fields }

    /// The text, number or truth at `path`; nil where there is none.
    func text(at path: [String]) -> String? {
        var value: Any? = fields
        for name in path {
            if let list = value as? [Any] {
                guard let index = Int(name), list.indices.contains(index) else { return nil }
                value = list[index]
            } else {
                value = (value as? [String: Any])?[name]
            }
        }
        if let text = value as? String { return text.isEmpty ? nil : text }
        return (value as? NSNumber).map { "\($0)" }
    }
}
