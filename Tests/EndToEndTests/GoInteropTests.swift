import Foundation
import TestSupport
import Testing

/// containerd's own ttrpc client, as Debian ships it, against this server. Without Go or that client there is nothing to test.
@Suite(.enabled(if: GoClient.isThere, "Debian's golang-go and golang-github-containerd-ttrpc-dev are not installed"))
struct GoInteropTests {
    @Test func `containerd's Go client gets its answers, its statuses and its limits`() throws {
        let program = try GoClient.build()
        defer { try? FileManager.default.removeItem(at: program.deletingLastPathComponent()) }
        let server = try ServerProcess()
        defer { server.discard() }
        let (status, output) = try runProgram(program, [server.address, server.serviceToken])
        #expect(status == 0, "\(output)")
        let lines = output.split(separator: "\n").map(String.init)
        for name in [
            "unary call", "an error is a status", "a status carries its reason",
            "1,000 concurrent calls on one connection", "unknown method", "unknown service", "oversized message",
            "the connection outlives it", "a deadline that has passed", "a negative timeout is refused by the server",
        ] {
            #expect(lines.contains("ok " + name), "\(output)")
        }
        #expect(lines.last == "passed")
    }
}

private enum GoClient {
    /// Where Go's packages lie; `ACCOUNTD_GOPATH` names another place than Debian's.
    static var path: String { ProcessInfo.processInfo.environment["ACCOUNTD_GOPATH"] ?? "/usr/share/gocode" }

    static var go: URL? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        return folders.map { URL(fileURLWithPath: String($0)).appendingPathComponent("go") }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    }

    static var isThere: Bool {
        go != nil && FileManager.default.fileExists(atPath: path + "/src/github.com/containerd/ttrpc")
    }

    /// The built program, in a folder of its own.
    static func build() throws -> URL {
        guard let go else { throw TestFailure("Go is gone") }
        let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Interop/ttrpc-go/main.go")
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("ttrpc-go-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let program = folder.appendingPathComponent("ttrpc-go")
        // Debian's packages have no modules.
        let (status, output) = try runProgram(
            go, ["build", "-o", program.path, source.path],
            environment: [
                "GO111MODULE": "off", "GOFLAGS": "", "GOPATH": path,
                "GOCACHE": folder.appendingPathComponent("cache").path,
            ])
        guard status == 0 else { throw TestFailure("the Go client does not build: \(output)") }
        return program
    }
}
