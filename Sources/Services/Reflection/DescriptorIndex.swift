import Messages
import RPC

/// Where each name of the embedded .proto files is declared. Read once, when somebody first asks.
struct DescriptorIndex: Sendable {
    struct File: Sendable {
        let name: String
        /// A serialised FileDescriptorProto.
        let bytes: [UInt8]
        let imports: [String]
    }

    static let embedded = DescriptorIndex(reading: DescriptorSet.bytes)

    private(set) var files: [String: File] = [:]
    /// Full names of services, in the order of their files.
    private(set) var services: [String] = []
    private(set) var messages: Set<String> = []
    /// The file of each full name.
    private var declared: [String: String] = [:]

    init(reading set: [UInt8]) {
        unsafe set.span.bytes.eachField { number, bytes in
            if number == 1 { add(file: bytes) }
        }
    }

    /// The file that declares a message, an enum, a service or a part of one.
    func file(declaring symbol: String) -> File? { declared[symbol].flatMap { files[$0] } }

    /// The file, then everything that it imports, directly or not: each once.
    func withImports(_ file: File) -> [File] {
        var found = [file]
        var seen: Set<String> = [file.name]
        var next = 0
        while next < found.count {
            for name in found[next].imports where seen.insert(name).inserted {
                if let file = files[name] { found.append(file) }
            }
            next += 1
        }
        return found
    }

    private mutating func add(file bytes: RawSpan) {
        var imports: [String] = []
        bytes.eachField { number, value in
            if number == 3 { imports.append(value.text) }
        }
        let file = File(name: bytes.text(ofField: 1), bytes: bytes.copied, imports: imports)
        let package = bytes.text(ofField: 2)
        files[file.name] = file
        bytes.eachField { number, value in
            switch number {
            case 4: add(message: value, in: package, file.name)
            case 5: add(enumeration: value, in: package, file.name)
            case 6: add(service: value, in: package, file.name)
            default: break
            }
        }
    }

    private mutating func declare(_ name: String, in scope: String, _ file: String) -> String {
        let full = scope.isEmpty ? name : "\(scope).\(name)"
        declared[full] = file
        return full
    }

    private mutating func add(message: RawSpan, in scope: String, _ file: String) {
        let name = declare(message.text(ofField: 1), in: scope, file)
        messages.insert(name)
        message.eachField { number, value in
            switch number {
            // Fields, and oneofs.
            case 2, 8: _ = declare(value.text(ofField: 1), in: name, file)
            case 3: add(message: value, in: name, file)
            case 4: add(enumeration: value, in: name, file)
            default: break
            }
        }
    }

    private mutating func add(enumeration: RawSpan, in scope: String, _ file: String) {
        _ = declare(enumeration.text(ofField: 1), in: scope, file)
        enumeration.eachField { number, value in
            // An enum's values stand beside it, as in C++.
            if number == 2 { _ = declare(value.text(ofField: 1), in: scope, file) }
        }
    }

    private mutating func add(service: RawSpan, in scope: String, _ file: String) {
        let name = declare(service.text(ofField: 1), in: scope, file)
        services.append(name)
        service.eachField { number, value in
            if number == 2 { _ = declare(value.text(ofField: 1), in: name, file) }
        }
    }
}

extension RawSpan {
    /// Each length-delimited field, in order; false where the bytes are no message.
    @discardableResult
    func eachField(_ body: (UInt32, RawSpan) -> Void) -> Bool {
        var reader = WireReader(self)
        while let field = reader.next() {
            if field.type == .bytes { body(field.number, field.bytes) }
        }
        return !reader.failed
    }

    /// Empty where it is no text.
    var text: String { String(validating: copied, as: UTF8.self) ?? "" }

    func text(ofField number: UInt32) -> String {
        var text = ""
        eachField { if $0 == number { text = $1.text } }
        return text
    }
}
