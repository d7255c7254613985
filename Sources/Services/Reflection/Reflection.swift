import RPC

/// grpc.reflection.v1 and v1alpha, which have the same messages: clients without .proto files ask what there is to call. Like
/// those files, the answers are open to anybody.
enum Reflection {
    /// A request longer than this asks for nothing that there is.
    private static let longestRequest = 4_096

    static let names = ["v1", "v1alpha"].map { version in
        MethodName(service: "grpc.reflection.\(version).ServerReflection", method: "ServerReflectionInfo")
    }

    static func entries(_ calls: CallMeter) -> [MethodEntry] {
        names.map { name in
            MethodEntry(
                service: name.service, method: name.method, isServerStreaming: true,
                handler: calls.measured(
                    .streaming { _, messages, responder in answerNext(messages, responder) }, name))
        }
    }

    private static func answerNext(_ messages: any MessageSource, _ responder: any Responder) {
        messages.next { message in
            guard let message else { return responder.finish() }
            guard let answer = answer(message.bytes) else {
                return responder.fail(
                    Status(
                        .internalError, "The payload's bytes don't parse as this method's request.",
                        reason: "MALFORMED"))
            }
            guard responder.send(answer) else { return }
            responder.whenRoom { answerNext(messages, responder) }
        }
    }

    /// A ServerReflectionResponse; nil where the request is none.
    static func answer(_ request: [UInt8]) -> [UInt8]? {
        guard request.count <= longestRequest else { return nil }
        var host = ""
        var asked: (number: UInt32, text: String)?
        let isMessage = unsafe request.span.bytes.eachField { number, value in
            // Of a oneof the last one counts.
            if number == 1 { host = value.text } else { asked = (number, value.text) }
        }
        guard isMessage else { return nil }
        var writer = WireWriter()
        writer.write(field: 1, text: host)
        writer.write(field: 2, bytes: request)
        let index = DescriptorIndex.embedded
        switch asked {
        case (3, let name)?: writer.write(index.files[name], named: name, index)
        case (4, let symbol)?: writer.write(index.file(declaring: symbol), named: symbol, index)
        // proto3 has no extensions.
        case (5, _)?: writer.write(error: .notFound, "There are no extensions.")
        case (6, let type)? where index.messages.contains(type):
            var numbers = WireWriter()
            numbers.write(field: 1, text: type)
            writer.write(field: 5, bytes: numbers.bytes)
        case (6, let type)?: writer.write(error: .notFound, "There is no message \(type).")
        case (7, _)?:
            var list = WireWriter()
            for name in index.services {
                var service = WireWriter()
                service.write(field: 1, text: name)
                list.write(field: 1, bytes: service.bytes)
            }
            writer.write(field: 6, bytes: list.bytes)
        default: writer.write(error: .invalidArgument, "Ask for a file, a symbol, or the services.")
        }
        return writer.bytes
    }
}

extension WireWriter {
    fileprivate mutating func write(_ file: DescriptorIndex.File?, named name: String, _ index: DescriptorIndex) {
        guard let file else { return write(error: .notFound, "There is no \(name).") }
        var files = WireWriter()
        for file in index.withImports(file) { files.write(field: 1, bytes: file.bytes) }
        write(field: 4, bytes: files.bytes)
    }

    fileprivate mutating func write(error code: StatusCode, _ message: String) {
        var error = WireWriter()
        error.write(field: 1, varint: UInt64(UInt32(bitPattern: code.rawValue)))
        error.write(field: 2, text: message)
        write(field: 7, bytes: error.bytes)
    }
}
