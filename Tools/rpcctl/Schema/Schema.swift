import CProtobufJSON
import Messages

/// Message types and services, with which JSON becomes protobuf and back: the embedded .proto files, or another server's.
final class Schema {
    struct Method {
        let service: String
        let name: String
        let request: String
        let response: String
        let streamsAnswers: Bool
        let streamsRequests: Bool
        let comment: String

        var fullName: String { service + "/" + name }
        /// Without the package.
        var shortName: String { (service.split(separator: ".").last ?? "") + "/" + name }
    }

    struct Field {
        enum Kind: String {
            case string, bytes, bool, int, float, `enum`, message
        }

        enum Count: String {
            case one, repeated, map
        }

        let name: String
        let kind: Kind
        /// The message's or the enum's full name.
        let type: String
        let count: Count
        let values: [String]
        let comment: String
    }

    private let handle: OpaquePointer
    let methods: [Method]
    private var known: [String: [Field]] = [:]

    /// accountd's own.
    convenience init() throws {
        let set = DescriptorSet.buffer
        try self.init { failure in pj_open(set.baseAddress, set.count, &failure) }
    }

    /// A serialized FileDescriptorSet.
    convenience init(descriptorSet: [UInt8]) throws {
        try self.init { failure in pj_open(descriptorSet, descriptorSet.count, &failure) }
    }

    /// What Google defines of errors' details.
    static func errorDetails() throws -> Schema { try Schema { failure in pj_open_details(&failure) } }

    private init(_ open: (inout pj_result) -> OpaquePointer?) throws {
        var failure = pj_result()
        guard let opened = open(&failure) else { throw Schema.take(failure).error }
        pj_free(failure)
        handle = opened
        methods = try Schema.take(pj_methods(opened)).get().text.split(separator: "\n").compactMap { line in
            let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 7 else { return nil }
            return Method(
                service: parts[0], name: parts[1], request: parts[2], response: parts[3],
                streamsAnswers: parts[4] == "stream", streamsRequests: parts[5] == "stream", comment: parts[6])
        }
    }

    deinit { pj_close(handle) }

    /// Takes "account.v1.AccountService/SignUp", "AccountService/SignUp", the same with a dot, and "SignUp".
    func method(named name: String) throws -> Method {
        let wanted = name.hasPrefix("/") ? String(name.dropFirst()) : name
        let matches = methods.filter { method in
            [method.fullName, method.shortName, method.name].contains { $0 == wanted || $0.dotted == wanted }
        }
        if let found = matches.first, matches.count == 1 { return found }
        if matches.count > 1 {
            let names = matches.map(\.fullName).joined(separator: ", ")
            throw ToolError("more than one method is called “\(name)”: \(names)")
        }
        let last = wanted.split { $0 == "/" || $0 == "." }.last.map { $0.lowercased() } ?? ""
        if let near = methods.first(where: { $0.name.lowercased() == last }) {
            throw ToolError("no method is called “\(name)”; did you mean \(near.shortName)?")
        }
        throw ToolError("no method is called “\(name)”; “rpcctl list” shows them all")
    }

    /// A message's fields in the order of the .proto file; none where there is no such message.
    func fields(of message: String) -> [Field] {
        if let fields = known[message] { return fields }
        let lines = (try? Schema.take(pj_fields(handle, message)).get().text) ?? ""
        let fields = lines.split(separator: "\n").compactMap { line -> Field? in
            let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 6, let kind = Field.Kind(rawValue: parts[1]),
                let count = Field.Count(rawValue: parts[3])
            else { return nil }
            return Field(
                name: parts[0], kind: kind, type: parts[2], count: count,
                values: parts[4].split(separator: ",").map(String.init), comment: parts[5])
        }
        known[message] = fields
        return fields
    }

    /// A message's bytes. Where it has a `request_id` and the JSON gives none, it gets this one.
    func encode(_ json: String, as message: String, requestID: String) throws -> [UInt8] {
        var json = json
        let result = json.withUTF8 { text in
            text.withMemoryRebound(to: CChar.self) { characters in
                pj_to_binary(handle, message, characters.baseAddress, characters.count, "request_id", requestID)
            }
        }
        return try Schema.take(result).get()
    }

    /// `complete` shows empty fields too.
    func json(_ bytes: [UInt8], of message: String, pretty: Bool = true, complete: Bool = true) throws -> String {
        let result = bytes.withUnsafeBytes { pj_to_json(handle, message, $0.baseAddress, $0.count, pretty, complete) }
        return try Schema.take(result).get().text
    }

    /// .proto text with comments.
    func describe(_ name: String) throws -> String {
        try Schema.take(pj_describe(handle, name)).get().text
    }

    /// JSON of a request with something in every field.
    func template(of message: String) throws -> String {
        try Schema.take(pj_template(handle, message, "request_id")).get().text
    }

    private enum Taken {
        case bytes([UInt8])
        case failed(ToolError)

        var error: ToolError {
            if case .failed(let error) = self { error } else { ToolError("the .proto files can't be read") }
        }

        func get() throws -> [UInt8] {
            switch self {
            case .bytes(let bytes): return bytes
            case .failed(let error): throw error
            }
        }
    }

    private static func take(_ result: pj_result) -> Taken {
        defer { pj_free(result) }
        if let bytes = result.bytes { return .bytes([UInt8](UnsafeBufferPointer(start: bytes, count: result.count))) }
        return .failed(ToolError(result.error.map { String(cString: $0) } ?? "out of memory"))
    }
}

extension [UInt8] {
    var text: String { String(decoding: self, as: UTF8.self) }
}

extension String {
    fileprivate var dotted: String { String(map { $0 == "/" ? "." : $0 }) }
}
