import GRPCCore
import GRPCNIOTransportHTTP2
import Glibc

/// What grpc-swift-2 costs: a server that answers every ValidateSession with the same message. For benchmarks only.
/// Usage: grpc-swift [PORT]     prints its address and serves until it is killed.
@main
struct Server {
    static func main() async throws {
        let port = CommandLine.arguments.count > 1 ? Int(CommandLine.arguments[1]) ?? 0 : 0
        let server = GRPCServer(
            transport: .http2NIOPosix(address: .ipv4(host: "127.0.0.1", port: port), transportSecurity: .plaintext),
            services: [Sessions()])
        try await withThrowingDiscardingTaskGroup { group in
            group.addTask { try await server.serve() }
            guard let address = try await server.listeningAddress else { return }
            print("grpc-swift on \(address)")
            fflush(nil)
        }
    }
}

struct Sessions: RegistrableRPCService {
    func registerMethods<Transport: ServerTransport>(with router: inout RPCRouter<Transport>) {
        router.registerHandler(
            forMethod: MethodDescriptor(fullyQualifiedService: "account.v1.SessionsService", method: "ValidateSession"),
            deserializer: TokenDeserializer(), serializer: AnswerSerializer()
        ) { request, _ in
            let request = try await ServerRequest(stream: request)
            guard !request.message.isEmpty else { throw RPCError(code: .invalidArgument, message: "no token") }
            return StreamingServerResponse(single: ServerResponse(message: Answer.constant))
        }
    }
}
