import RPC
import RPCClient

/// gRPC's reflection service as a client sees it (grpc/reflection/v1/reflection.proto): all files of all services.
final class Reflection {
    private let connection: DirectConnection
    private let metadata: [Metadata]
    private var version = "v1"
    private let until: ContinuousClock.Instant?
    private static let maxFiles = 2_000

    /// `patience`: for all of it.
    init(_ server: ServerOptions, patience: Duration? = nil) throws {
        until = patience.map { ContinuousClock.now + $0 }
        connection = try server.connection(face: .grpc)
        metadata = try server.metadata()
    }

    func schema() throws -> Schema {
        var files: [String: [UInt8]] = [:]
        var missing: Set<String> = []
        for service in try services() {
            try take(try self.files(declaring: service), into: &files, &missing)
        }
        while let name = missing.popFirst() {
            // Google's own files are in the program.
            guard files[name] == nil, !name.hasPrefix("google/protobuf/") else { continue }
            guard files.count < Self.maxFiles else {
                throw ToolError("the server has more than \(Self.maxFiles) files")
            }
            try take(try ask(files: request(field: 3, name)), into: &files, &missing)
        }
        var set = WireWriter()
        for name in files.keys.sorted() { set.write(field: 1, bytes: files[name] ?? []) }
        return try Schema(descriptorSet: set.bytes)
    }

    /// Reflection's own service answers, and is there, also where it doesn't list or declare itself.
    private func files(declaring service: String) throws -> [[UInt8]] {
        guard service == ownService else { return try ask(files: request(field: 4, service)) }
        let files = try? ask(files: request(field: 4, service))
        return files.flatMap { $0.isEmpty ? nil : $0 } ?? [ReflectionTypes.file(version)]
    }

    private var ownService: String { "grpc.reflection.\(version).ServerReflection" }

    /// Without reflection's own names twice: v1alpha's file is another one.
    private func services() throws -> [String] {
        var list = request(field: 7, "")
        list = list.isEmpty ? [0x3A, 0] : list
        let answer: [UInt8]
        do {
            answer = try ask(list)
        } catch let failure as CallFailure where failure.status.code == .unimplemented && version == "v1" {
            version = "v1alpha"
            return try services()
        }
        var names: [String] = []
        Self.each(6, of: answer) { list in
            Self.each(1, of: list) { service in
                Self.each(1, of: service) { names.append(String(decoding: $0, as: UTF8.self)) }
            }
        }
        if !names.contains(ownService) { names.append(ownService) }
        return names.filter { version == "v1alpha" || $0 != "grpc.reflection.v1alpha.ServerReflection" }
    }

    private func take(
        _ new: [[UInt8]], into files: inout [String: [UInt8]], _ missing: inout Set<String>
    ) throws {
        for file in new {
            var name = ""
            Self.each(1, of: file) { name = String(decoding: $0, as: UTF8.self) }
            guard files.updateValue(file, forKey: name) == nil else { continue }
            missing.remove(name)
            Self.each(3, of: file) { dependency in
                let dependency = String(decoding: dependency, as: UTF8.self)
                if files[dependency] == nil { missing.insert(dependency) }
            }
        }
    }

    private func ask(files request: [UInt8]) throws -> [[UInt8]] {
        var files: [[UInt8]] = []
        Self.each(4, of: try ask(request)) { response in Self.each(1, of: response) { files.append($0) } }
        return files
    }

    private func request(field: UInt32, _ text: String) -> [UInt8] {
        var writer = WireWriter()
        writer.write(field: field, text: text)
        return writer.bytes
    }

    private func ask(_ request: [UInt8]) throws -> [UInt8] {
        var call = DirectCall(service: ownService, method: "ServerReflectionInfo")
        call.metadata = metadata
        call.deadline = until.map { max(.zero, ContinuousClock.now.duration(to: $0)) } ?? .seconds(30)
        call.streamsRequests = true
        call.streamsAnswers = true
        var source = ListedRequests([request])
        var answer: [UInt8] = []
        let outcome = try connection.run(call, &source) { news in
            if case .message(let message) = news { answer = message }
        }
        if outcome.failure != nil { throw CallFailure(outcome) }
        var refusal = ""
        Self.each(7, of: answer) { error in
            Self.each(2, of: error) { refusal = String(decoding: $0, as: UTF8.self) }
        }
        guard refusal.isEmpty else { throw ToolError("the server's reflection says: \(refusal)") }
        return answer
    }

    /// A message's values of one field that has a length.
    private static func each(_ number: UInt32, of message: [UInt8], _ body: ([UInt8]) -> Void) {
        var reader = WireReader(message.span.bytes)
        while let field = reader.next() {
            if field.number == number, field.type == .bytes { body(field.bytes.copied) }
        }
    }
}
