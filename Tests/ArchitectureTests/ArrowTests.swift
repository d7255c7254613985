import Foundation
import Testing

/// The arrows of docs/architecture.md: who may import whom.
private let permitted: [String: Set<String>] = [
    "RPC": [],
    "Domain": [],
    "Load": [],
    "Messages": ["CMessages", "RPC"],
    "TLS": ["RPC", "COpenSSL"],
    "Transport": ["RPC", "TLS", "CLinux", "CNghttp2", "CZlib"],
    "Services": ["RPC", "Messages", "Domain", "Load"],
    "SQLiteStore": ["Domain", "Load", "CGatheredLog", "CSQLite"],
    "Crypto": ["Domain", "Load", "CSodium", "COpenSSL", "CKeptMemory"],
    "Platform": ["Domain", "CQRencode"],
    "Delivery": ["Domain", "CCurl"],
    "HTTP2Client": ["RPC", "CNghttp2"],
    "RPCClient": ["RPC", "Messages", "TLS", "HTTP2Client", "CLinux"],
]

/// What the toolchain brings. Foundation is not among it: the server does without.
private let system: Set<String> = ["Glibc", "Dispatch", "Synchronization"]

struct SourceFile {
    let module: String
    let path: String
    let text: String

    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

    var imports: [String] {
        lines.compactMap { line in
            let words = line.split(separator: " ")
            guard let at = words.firstIndex(of: "import"), at + 1 < words.count, words.prefix(at).allSatisfy(isModifier)
            else { return nil }
            return words[at + 1].split(separator: ".").first.map(String.init)
        }
    }

    private func isModifier(_ word: Substring) -> Bool {
        ["internal", "package", "public", "private", "fileprivate"].contains(word) || word.hasPrefix("@")
    }
}

let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

func sources(under folder: String) -> [SourceFile] {
    let base = root.appendingPathComponent(folder)
    let files = FileManager.default.enumerator(at: base, includingPropertiesForKeys: nil)?.allObjects ?? []
    return files.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" }.compactMap { url in
        guard let text = try? String(contentsOf: url, encoding: .utf8) else { return nil }
        let path = url.path.replacingOccurrences(of: base.path + "/", with: "")
        return SourceFile(module: String(path.split(separator: "/")[0]), path: path, text: text)
    }
}

@Suite struct ArrowTests {
    @Test func everyImportFollowsAnArrow() {
        let files = sources(under: "Sources")
        #expect(files.count > 50)
        for file in files where permitted[file.module] != nil {
            let mayImport = (permitted[file.module] ?? []).union(
                file.module == "RPC" || file.module == "Domain" ? [] : system)
            for name in file.imports where !mayImport.contains(name) && !(name == "Swift" && file.module == "Domain") {
                Issue.record("\(file.path) imports \(name)")
            }
        }
    }

    @Test func everyModuleHasItsArrows() {
        let modules = Set(sources(under: "Sources").map(\.module)).subtracting(["accountd"])
        #expect(modules == Set(permitted.keys))
    }

    @Test func theServerNeverForces() {
        let forbidden = ["try!", "as!", "fatalError(", "preconditionFailure("]
        for file in sources(under: "Sources") {
            for (number, line) in file.lines.enumerated() where !line.drop(while: \.isWhitespace).hasPrefix("//") {
                for word in forbidden where line.contains(word) {
                    Issue.record("\(file.path):\(number + 1) has \(word)")
                }
            }
        }
    }

    /// What stops being valid is in the log of revocations, whoever revokes it.
    @Test func operationsRevokeThroughTheLog() {
        let calls = [
            "rows.revokeSession", "rows.revokeAPIKey", "rows.revokeBrowserProfile", "rows.revokeDriverSession",
            "rows.revokeWebhookEndpoint", "rows.endDriverSession", "disabledAt = work.now",
        ]
        let files = sources(under: "Sources").filter { $0.module == "Domain" }
        #expect(files.contains { $0.path.hasSuffix("Operations/Revocations.swift") && $0.text.contains(calls[0]) })
        for file in files where !file.path.hasSuffix("Operations/Revocations.swift") {
            for call in calls where file.text.contains(call) { Issue.record("\(file.path) has \(call)") }
        }
    }

    @Test func onlyTransportAndTheClientOpenSockets() {
        let allowed: Set<String> = ["Transport", "RPCClient"]
        for file in sources(under: "Sources") where !allowed.contains(file.module) {
            for call in ["socket(AF_", "accept4(", "connect("] where file.text.contains(call) {
                Issue.record("\(file.path) calls \(call)")
            }
        }
    }
}
