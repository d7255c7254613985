import Foundation
import TestSupport
import Testing

/// rpcctl at a server that isn't accountd: grpcio's, whose types it learns by reflection.
@Suite(.serialized) struct RPCCtlElsewhereTests {
    /// The server in Python, for as long as it is held.
    private final class NotesServer {
        let address: String
        private let process: ChildProcess
        private let input: ChildPipe
        private let output: ChildPipe

        init() throws {
            input = try ChildPipe()
            output = try ChildPipe()
            let script = TestCertificates.root.appendingPathComponent("Tests/Interop/rpcctl/server.py").path
            process = try ChildProcess(
                TestCertificates.python.path, [script], environment: ProcessInfo.processInfo.environment,
                input: input.reading, output: output.writing, errors: STDERR_FILENO)
            Glibc.close(output.writing)
            guard let port = output.readLine() else { throw TestFailure("the server did not start") }
            address = "127.0.0.1:\(port)"
        }

        deinit {
            Glibc.close(input.writing)
            process.waitUntilExit()
            Glibc.close(input.reading)
            Glibc.close(output.reading)
        }
    }

    private let server: NotesServer
    private let rpcctl: RPCCtl

    init() throws {
        server = try NotesServer()
        var rpcctl = try RPCCtl()
        rpcctl.options = ["--addr", server.address]
        self.rpcctl = rpcctl
    }

    private func call(_ method: String, _ arguments: String..., input: String = "") throws -> RPCCtl.Run {
        try rpcctl.run(["call", "--reflect", method] + arguments, input: input)
    }

    @Test func allFourKindsOfCallWork() throws {
        defer { rpcctl.discard() }
        let echoed = try call("Notes/Echo", "-d", #"{"text":"héllo","at":"2026-01-02T03:04:05Z"}"#, "--compact")
        #expect(echoed.output == #"{"text":"héllo","at":"2026-01-02T03:04:05Z"}"# + "\n", "\(echoed.errors)")
        let joined = try call(
            "Join", "-d", "@-", "--compact", input: "{\"text\":\"a\"}\n{\"text\":\"b\"}{\"text\":\"c\"}")
        #expect(joined.output == "{\"text\":\"a b c\"}\n", "\(joined.errors)")
        let letters = try call("notes.v1.Notes/Letters", "-d", #"{"text":"xyz"}"#, "--compact")
        #expect(letters.output == "{\"text\":\"x\"}\n{\"text\":\"y\"}\n{\"text\":\"z\"}\n", "\(letters.errors)")
        let all = try call("EchoAll", "-d", #"{"text":"1"} {"text":"2"}"#, "--compact")
        #expect(all.output == "{\"text\":\"1\"}\n{\"text\":\"2\"}\n", "\(all.errors)")
        let none = try call("Join", "-d", "@-", "--compact")
        #expect(none.status == 0 && none.output == "{}\n", "\(none.errors)")
    }

    @Test func aConversationIsAnsweredLineByLine() throws {
        defer { rpcctl.discard() }
        let terminal = try RPCCtlTerminal(
            rpcctl, ["call", "--reflect", "EchoAll", "-d", "@-", "-o", "json", "--compact"])
        for word in ["one", "two"] {
            terminal.type("{\"text\":\"\(word)\"}\n")
            try terminal.awaitText("\n{\"text\":\"\(word)\"}\n")
        }
        terminal.type("\u{4}")
        #expect(terminal.end() == 0)
    }

    @Test func metadataAndBytesGoThere() throws {
        defer { rpcctl.discard() }
        let bytes = (0..<2_000).map { UInt8(truncatingIfNeeded: $0 * 7) }
        try Data(bytes).write(to: URL(fileURLWithPath: rpcctl.file("data")))
        let run = try call(
            "Echo", "--field", "data=@\(rpcctl.file("data"))", "--field", "within.text=deep", "-H", "Note: hi", "-H",
            "raw-bin: AP8=", "-v")
        #expect(run.status == 0, "\(run.errors)")
        let note = try run.object()
        #expect(note["data"] as? String == Data(bytes).base64EncodedString())
        #expect((note["within"] as? [String: Any])?["text"] as? String == "deep")
        for line in ["< header first: hi", "< header raw-bin: AP8", "< trailer last: bye"] {
            #expect(run.errors.contains(line), "\(run.errors)")
        }
    }

    @Test func everyDetailOfAFailureIsUnpacked() throws {
        defer { rpcctl.discard() }
        let run = try call("Fail")
        #expect(run.status == 73, "\(run.errors)")
        let details = try #require(try run.failure()["details"] as? [[String: Any]])
        let types = details.compactMap { ($0["@type"] as? String)?.split(separator: "/").last.map(String.init) }
        #expect(
            types == [
                "google.rpc.ErrorInfo", "google.rpc.PreconditionFailure", "google.rpc.Help",
                "google.rpc.LocalizedMessage", "notes.v1.OddDetail", "nobody.v1.Knows",
            ])
        #expect((details.first?["metadata"] as? [String: Any])?["hour"] as? String == "5")
        #expect(details[4]["odd"] as? String == "number" && details[5]["value"] as? String == "AQ==")
        let words = try call("Fail", "-o", "text").errors
        #expect(words.hasPrefix("rpcctl: FAILED_PRECONDITION (TOO_EARLY): Not now\\u{1b}[31m, é."), "\(words)")
        for part in ["hour: 5", "clock: It is too early. (HOUR)", "https://notes.example/hours", "Zu früh.", "number"] {
            #expect(words.contains(part), "\(words)")
        }
    }

    @Test func whatAServerSaysMovesNoCursor() throws {
        defer { rpcctl.discard() }
        let terminal = try RPCCtlTerminal(rpcctl, ["call", "--reflect", "Odd"])
        #expect(terminal.end() == 0)
        #expect(!terminal.raw.contains("\u{1B}[2J") && !terminal.raw.contains("\u{202E}"))
        #expect(terminal.shown.contains("a\\u{1b}[2J\\u{202e}b\\u{a}c"), "\(terminal.shown)")
    }

    @Test func itsTypesAreDescribed() throws {
        defer { rpcctl.discard() }
        let listed = try rpcctl("list", "--reflect")
        let names = try listed.objects().map { "\($0["service"] ?? "")/\($0["method"] ?? "")" }
        #expect(names.contains("notes.v1.Notes/EchoAll"), "\(listed.errors)")
        #expect(names.filter { $0.hasSuffix("/ServerReflectionInfo") }.count == 1, "\(names)")
        #expect(try rpcctl("describe", "--reflect", "notes.v1.Note").output.contains("bytes data = 2;"))
        let template = try rpcctl("template", "--reflect", "Notes/Echo")
        let echoed = try call("Echo", "-d", "@-", input: template.output)
        #expect(echoed.status == 0, "\(echoed.errors)")
        #expect(try (echoed.object()["within"] as? [String: Any])?["text"] as? String == "text")
        let ttrpc = try rpcctl("call", "ListCategories", "-o", "text")
        #expect(ttrpc.status == 78, "ttrpc isn't spoken there: \(ttrpc.errors)")
    }

    @Test func aContextKeepsThatItsTypesAreAskedFor() throws {
        defer { rpcctl.discard() }
        let nobody = RPCCtl(in: rpcctl.folder)
        #expect(try nobody("context", "add", "notes", "--addr", server.address, "--reflect").status == 0)
        let echoed = try nobody("call", "Notes/Echo", "-d", #"{"text":"a"}"#, "--compact")
        #expect(echoed.output == "{\"text\":\"a\"}\n", "\(echoed.errors)")
        let shell = try nobody("shell", input: "Echo text=b --compact\n")
        #expect(shell.output == "{\"text\":\"b\"}\n", "\(shell.errors)")
    }

    @Test(arguments: ["bash", "fish", "zsh"]) func shellsCompleteWhatTheServerHas(name: String) throws {
        defer { rpcctl.discard() }
        let nobody = RPCCtl(in: rpcctl.folder)
        for (context, address) in [("notes", server.address), ("nobody", "127.0.0.1:1")] {
            #expect(try nobody("context", "add", context, "--addr", address, "--reflect").status == 0)
        }
        let shell = try CompletingShell(name, rpcctl)
        let terminal = shell.terminal
        defer { terminal.kill() }
        terminal.type("rpcctl call --reflect --addr \(server.address) Notes/Ec\t")
        try terminal.awaitText("Notes/Echo")
        terminal.type("\u{15}rpcctl call --context notes Notes/Jo\t")
        try terminal.awaitText("Notes/Join")
        terminal.type(" --field te\t")
        try terminal.awaitText("text=")
        // Nobody there: nothing is offered, and one goes on typing.
        terminal.type("\u{15}rpcctl call --context nobody Notes/Jo\t")
        terminal.type("\u{15}rpcctl call --context notes Notes/Ec\t")
        try terminal.awaitText("Notes/Echo")
    }
}
