import CProtobufJSON
import Messages

/// The public .proto files, with which JSON becomes protobuf and back.
final class Schema {
    struct Method {
        let service: String
        let name: String
        let request: String
        let response: String
        let isStream: Bool
        let comment: String

        var fullName: String { service + "/" + name }
        /// Without the package.
        var shortName: String { (service.split(separator: ".").last ?? "") + "/" + name }
    }

    private let handle: OpaquePointer
    let methods: [Method]

    init() throws {
        var failure = pj_result()
        let set = DescriptorSet.buffer
        guard let opened = pj_open(set.baseAddress, set.count, &failure) else { throw Schema.take(failure).error }
        pj_free(failure)
        handle = opened
        methods = try Schema.take(pj_methods(opened)).get().text.split(separator: "\n").compactMap { line in
            let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 6 else { return nil }
            return Method(
                service: parts[0], name: parts[1], request: parts[2], response: parts[3],
                isStream: parts[4] == "stream",
                comment: parts[5])
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
        let last = wanted.split { $0 == "/" || $0 == "." }.last.map { $0.lowercased() } ?? ""
        if let near = methods.first(where: { $0.name.lowercased() == last }) {
            throw ToolError("no method is called “\(name)”; did you mean \(near.shortName)?")
        }
        throw ToolError("no method is called “\(name)”; “rpcctl list” shows them all")
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
    fileprivate var text: String { String(decoding: self, as: UTF8.self) }
}

extension String {
    fileprivate var dotted: String { String(map { $0 == "/" ? "." : $0 }) }
}
