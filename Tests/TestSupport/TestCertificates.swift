package import Foundation

/// Certificates of a test's own authority, made by Python's `cryptography`: a server's for localhost, a client's, and ones that
/// are expired, from another authority, or of another name.
package final class TestCertificates: Sendable {
    package static let shared = Result { try TestCertificates() }

    private let folder: URL

    private init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("certificates-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try make([])
    }

    /// A further certificate of the client's, good for so long from now.
    package func issueClient(_ name: String, seconds: Int) throws { try make([name, String(seconds)]) }

    private func make(_ arguments: [String]) throws {
        let script = Self.root.appendingPathComponent("Tests/Interop/tls/certificates.py")
        let made = try runProgram(Self.python, [script.path, folder.path] + arguments)
        guard made.status == 0 else { throw TestFailure("certificates can't be made: \(made.output)") }
    }

    /// `Tools/test` makes it.
    package static var python: URL {
        let named = ProcessInfo.processInfo.environment["ACCOUNTD_PYTHON"]
        return named.map { URL(fileURLWithPath: $0) } ?? root.appendingPathComponent(".venv/bin/python")
    }

    package static var root: URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
    }

    package func certificate(_ name: String) -> String { folder.appendingPathComponent(name + ".pem").path }
    package func key(_ name: String) -> String { folder.appendingPathComponent(name + ".key").path }
    package var authority: String { certificate("ca") }
}
