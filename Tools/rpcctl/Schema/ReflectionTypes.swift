import RPC

/// What grpc/reflection/v1/reflection.proto declares, for servers that answer by it and don't tell of it.
enum ReflectionTypes {
    /// A serialized FileDescriptorProto; v1alpha's differs by its package only.
    static func file(_ version: String) -> [UInt8] {
        let package = "grpc.reflection.\(version)"
        var file = WireWriter()
        file.write(field: 1, text: "grpc/reflection/\(version)/reflection.proto")
        file.write(field: 2, text: package)
        for message in messages { file.write(field: 4, bytes: message.encoded(package)) }
        file.write(field: 6, bytes: service(package))
        file.write(field: 12, text: "proto3")
        return file.bytes
    }

    private static func service(_ package: String) -> [UInt8] {
        var method = WireWriter()
        method.write(field: 1, text: "ServerReflectionInfo")
        method.write(field: 2, text: ".\(package).ServerReflectionRequest")
        method.write(field: 3, text: ".\(package).ServerReflectionResponse")
        method.write(field: 5, varint: 1)
        method.write(field: 6, varint: 1)
        var service = WireWriter()
        service.write(field: 1, text: "ServerReflection")
        service.write(field: 2, bytes: method.bytes)
        return service.bytes
    }

    private static let messages = [
        ReflectionMessage(
            name: "ServerReflectionRequest", choice: "message_request",
            fields: [
                ReflectionField(1, "host", .text), ReflectionField(3, "file_by_filename", .text, isChoice: true),
                ReflectionField(4, "file_containing_symbol", .text, isChoice: true),
                ReflectionField(5, "file_containing_extension", .message("ExtensionRequest"), isChoice: true),
                ReflectionField(6, "all_extension_numbers_of_type", .text, isChoice: true),
                ReflectionField(7, "list_services", .text, isChoice: true),
            ]),
        ReflectionMessage(
            name: "ExtensionRequest",
            fields: [ReflectionField(1, "containing_type", .text), ReflectionField(2, "extension_number", .number)]),
        ReflectionMessage(
            name: "ServerReflectionResponse", choice: "message_response",
            fields: [
                ReflectionField(1, "valid_host", .text),
                ReflectionField(2, "original_request", .message("ServerReflectionRequest")),
                ReflectionField(4, "file_descriptor_response", .message("FileDescriptorResponse"), isChoice: true),
                ReflectionField(
                    5, "all_extension_numbers_response", .message("ExtensionNumberResponse"), isChoice: true),
                ReflectionField(6, "list_services_response", .message("ListServiceResponse"), isChoice: true),
                ReflectionField(7, "error_response", .message("ErrorResponse"), isChoice: true),
            ]),
        ReflectionMessage(
            name: "FileDescriptorResponse",
            fields: [ReflectionField(1, "file_descriptor_proto", .bytes, isList: true)]),
        ReflectionMessage(
            name: "ExtensionNumberResponse",
            fields: [
                ReflectionField(1, "base_type_name", .text),
                ReflectionField(2, "extension_number", .number, isList: true),
            ]),
        ReflectionMessage(
            name: "ListServiceResponse",
            fields: [ReflectionField(1, "service", .message("ServiceResponse"), isList: true)]),
        ReflectionMessage(name: "ServiceResponse", fields: [ReflectionField(1, "name", .text)]),
        ReflectionMessage(
            name: "ErrorResponse",
            fields: [ReflectionField(1, "error_code", .number), ReflectionField(2, "error_message", .text)]),
    ]
}

private struct ReflectionMessage {
    let name: String
    /// Its oneof.
    var choice: String?
    let fields: [ReflectionField]

    /// A DescriptorProto.
    func encoded(_ package: String) -> [UInt8] {
        var message = WireWriter()
        message.write(field: 1, text: name)
        for field in fields { message.write(field: 2, bytes: field.encoded(package)) }
        if let choice {
            var oneof = WireWriter()
            oneof.write(field: 1, text: choice)
            message.write(field: 8, bytes: oneof.bytes)
        }
        return message.bytes
    }
}

private struct ReflectionField {
    enum Kind {
        case text, bytes, number
        case message(String)
    }

    private let number: UInt64
    private let name: String
    private let kind: Kind
    private let isList: Bool
    private let isChoice: Bool

    init(_ number: UInt64, _ name: String, _ kind: Kind, isList: Bool = false, isChoice: Bool = false) {
        self.number = number
        self.name = name
        self.kind = kind
        self.isList = isList
        self.isChoice = isChoice
    }

    /// A FieldDescriptorProto.
    func encoded(_ package: String) -> [UInt8] {
        var field = WireWriter()
        field.write(field: 1, text: name)
        field.write(field: 3, varint: number)
        field.write(field: 4, varint: isList ? 3 : 1)
        switch kind {
        case .number: field.write(field: 5, varint: 5)
        case .text: field.write(field: 5, varint: 9)
        case .message(let type):
            field.write(field: 5, varint: 11)
            field.write(field: 6, text: ".\(package).\(type)")
        case .bytes: field.write(field: 5, varint: 12)
        }
        // The writer leaves out a zero, which is the first oneof's index.
        return field.bytes + (isChoice ? [0x48, 0] : [])
    }
}
