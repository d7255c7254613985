import Foundation
import Testing

/// docs/protocol.md is what clients are written from: a reason that it doesn't name is one they can't know.
@Suite struct ProtocolPageTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Every reason that the server's sources give, each between backquotes.
    private static func reasons() throws -> Set<String> {
        var found: Set<String> = []
        for room in ["Domain", "Services", "Transport", "RPC"] {
            let folder = root.appendingPathComponent("Sources/\(room)").resolvingSymlinksInPath()
            let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?.allObjects ?? []
            for case let file as URL in files where file.pathExtension == "swift" {
                let text = try String(contentsOf: file, encoding: .utf8)
                for match in text.matches(of: /reason: "([A-Z][A-Z0-9_]+)"/) { found.insert("`\(match.1)`") }
            }
        }
        return found
    }

    @Test func `every reason that the server gives is on the page`() throws {
        let page = try String(contentsOf: Self.root.appendingPathComponent("docs/protocol.md"), encoding: .utf8)
        let reasons = try Self.reasons()
        #expect(reasons.count > 60)
        // The client's own: it says so of what a server answers.
        #expect(reasons.filter { !page.contains($0) } == ["`ANSWER_MALFORMED`"])
    }
}
