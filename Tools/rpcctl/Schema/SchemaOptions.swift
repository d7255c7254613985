import ArgumentParser
import FoundationEssentials

/// Where the message types come from: accountd's own are in the program.
struct SchemaOptions: ParsableArguments {
    @Flag(help: "Ask the server for its methods and messages: any gRPC server with reflection. Speaks gRPC.")
    var reflect = false
    @Option(
        help: "A file with a serialized FileDescriptorSet, as of “protoc --include_imports -o FILE”.",
        completion: .file())
    var descriptorSet: String?

    func validate() throws {
        if reflect, descriptorSet != nil {
            throw ValidationError("--reflect and --descriptor-set are two sources: give one.")
        }
    }

    /// Told here, or kept with the context.
    func reflects(at server: ServerOptions) throws -> Bool {
        try reflect || descriptorSet == nil && server.keptContext()?.reflect == true
    }

    func schema(of server: ServerOptions) throws -> Schema {
        if try reflects(at: server) { return try Reflection(server).schema() }
        guard let descriptorSet else { return try Schema() }
        guard let bytes = FileManager.default.contents(atPath: descriptorSet) else {
            throw ToolError("can't read \(descriptorSet)")
        }
        return try Schema(descriptorSet: Array(bytes))
    }
}
