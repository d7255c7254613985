import Glibc
import RPC
import Transport

// grpc.testing.TestService of gRPC's interoperability tests, over this repository's own transport. Tests only.
// Usage: interop-server HOST:PORT

guard let text = CommandLine.arguments.dropFirst().first, let listen = ListenAddress(text) else {
    print("usage: interop-server HOST:PORT")
    exit(64)
}
signal(SIGPIPE, SIG_IGN)
var options = ServerOptions()
options.shards = 2
do {
    let server = try Server(listen: listen, options: options, table: TestService.table)
    let line = Array("ready on \(server.address.text)\n".utf8)
    _ = write(STDOUT_FILENO, line, line.count)
    // Ends with whoever started it: its input closes then.
    while readLine() != nil {}
    server.stop(drainSeconds: 5)
} catch {
    print("can't serve: \(error)")
    exit(1)
}
