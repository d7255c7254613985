import Foundation
import Messages
import TestSupport
import Testing

/// `rpcctl shell` and `rpcctl top`, at a terminal and without one.
@Suite(.serialized) struct RPCCtlShellTests {
    private let server: ServerProcess
    private let rpcctl: RPCCtl
    private let prompt: String

    init() throws {
        server = try SuiteServer.journeys.get()
        rpcctl = try RPCCtl(server)
        prompt = "\(server.address)> "
    }

    private func token(_ customer: Customer) throws -> String { try rpcctl.write(customer.sessionToken, to: "token") }

    private func shell(_ arguments: [String] = []) throws -> RPCCtlTerminal {
        let terminal = try RPCCtlTerminal(rpcctl, ["shell"] + arguments, columns: 160)
        try terminal.awaitText(prompt)
        return terminal
    }

    /// What is typed while a command runs isn't the shell's: types at the prompt only.
    private func obey(_ line: String, _ terminal: RPCCtlTerminal) throws {
        try terminal.awaitPrompt(prompt)
        terminal.type(line)
        try terminal.awaitText(line)
        terminal.type("\r")
    }

    private func left(_ terminal: RPCCtlTerminal) throws -> Int32 {
        try terminal.awaitPrompt(prompt)
        terminal.type("\u{4}")
        return terminal.end()
    }

    @Test func methodsAreCalledByTheirNames() async throws {
        defer { rpcctl.discard() }
        let customer = try await Customer.signUp(on: server)
        let terminal = try shell(["--token", try token(customer)])
        defer { terminal.kill() }
        try obey("GetAccount", terminal)
        try terminal.awaitText(customer.accountID)
        try obey("UpdateProfile display_name='Ann Lee' update_mask=displayName", terminal)
        try terminal.awaitText("Ann Lee")
        try obey("call UpdateProfile {\"display_name\":\"Bo\",\"update_mask\":\"displayName\"}", terminal)
        try terminal.awaitText("display_name")
        try obey("GetAccount --face grpc -o json --compact", terminal)
        try terminal.awaitText("\"display_name\":\"Bo\"")
        try obey("EndDriverSession driver_session_id=x", terminal)
        try terminal.awaitText("rpcctl: INVALID_ARGUMENT")
        try obey("describe SignOutRequest", terminal)
        try terminal.awaitText("message SignOutRequest")
        try obey("nonsense", terminal)
        try terminal.awaitText("Unexpected argument")
        #expect(try left(terminal) == 2, "as the last command ended")
    }

    @Test func tabCompletesMethodsFieldsAndEnums() throws {
        defer { rpcctl.discard() }
        let terminal = try shell()
        defer { terminal.kill() }
        terminal.type("AccountService/Li\t")
        try terminal.awaitText("AccountService/List")
        terminal.type("\t")
        let choices = try terminal.awaitText("AccountService/ListRecordings")
        #expect(choices.contains("AccountService/ListActivity") && choices.contains("AccountService/ListInvoices"))
        terminal.type("A\t")
        try terminal.awaitText("AccountService/ListActivity ")
        terminal.type("page_s\t")
        try terminal.awaitText("page_size=")
        terminal.type("2\u{15}SignU\t")
        try terminal.awaitText("SignUp ")
        terminal.type("time_\t")
        try terminal.awaitText("SignUp time_zone=")
        // Ctrl-C gives the line up.
        terminal.type("\u{3}")
        #expect(try left(terminal) == 0)
    }

    @Test func linesAreEditedAndComeBack() throws {
        defer { rpcctl.discard() }
        var terminal = try shell()
        // Typed in the wrong order, with arrows between.
        terminal.type("ListCategorie --kompact\u{1B}[D\u{1B}[D\u{1B}[D\u{1B}[D\u{1B}[D\u{1B}[D\u{7F}c")
        terminal.type("\u{1B}[1;5D\u{1B}[Ds\u{5} -o json\r")
        try terminal.awaitText("{\"categories\":[{")
        try obey("describe VerifyApiKeyRequest", terminal)
        try terminal.awaitText("message VerifyApiKeyRequest")
        try obey("SignIn email=a@example.org password=hunter2hunter2", terminal)
        try terminal.awaitText("BAD_CREDENTIALS")
        #expect(try left(terminal) == 80)
        let kept = rpcctl.folder.appendingPathComponent("config/accountd/history").path
        let history = try String(contentsOfFile: kept, encoding: .utf8)
        #expect(history == "ListCategories --compact -o json\ndescribe VerifyApiKeyRequest\n", "no secret is kept")
        let attributes = try FileManager.default.attributesOfItem(atPath: kept)
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
        terminal = try shell()
        defer { terminal.kill() }
        terminal.type("\u{1B}[A\u{1B}[A\r")
        try terminal.awaitText("{\"categories\":[{")
        #expect(try left(terminal) == 0)
    }

    @Test func ctrlCEndsACallAndNotTheShell() throws {
        defer { rpcctl.discard() }
        for face in ["ttrpc", "grpc"] {
            // A terminal's Ctrl-C is a signal to who sits at it, which a test's terminal has to be told.
            let terminal = try shell(["--face", face])
            defer { terminal.kill() }
            try obey("WatchStats interval=0.1s", terminal)
            try terminal.awaitText("taken_at")
            terminal.interrupt()
            try terminal.awaitText("CANCELLED")
            try obey("ListCategories --compact -o json", terminal)
            try terminal.awaitText("{\"categories\":[{")
            #expect(try left(terminal) == 0)
        }
    }

    @Test func ctrlRFindsALineOfBefore() throws {
        defer { rpcctl.discard() }
        try FileManager.default.createDirectory(
            atPath: rpcctl.file("config/accountd"), withIntermediateDirectories: true)
        let history = ["describe SignUpRequest", "ListCategories --compact -o json", "describe SignInRequest"]
        try rpcctl.write(history.joined(separator: "\n") + "\n", to: "config/accountd/history")
        let terminal = try shell()
        defer { terminal.kill() }
        terminal.type("\u{12}desc")
        try terminal.awaitText("search “desc”: describe SignInRequest")
        terminal.type("\u{12}")
        try terminal.awaitText("search “desc”: describe SignUpRequest")
        terminal.type("\u{12}")
        try terminal.awaitText("nothing holds “desc”: describe SignUpRequest")
        terminal.type("\r")
        try terminal.awaitText("message SignUpRequest")
        // What is found can be edited; given up, the line is as it was.
        try terminal.awaitPrompt(prompt)
        terminal.type("\u{12}SignUp\u{7F}n\u{5}")
        try terminal.awaitText("describe SignUpRequest\r")
        terminal.type("\u{15}Li\u{12}json\u{7}")
        try terminal.awaitText("\(prompt)Li\r")
        terminal.type("\u{12}compact\r")
        try terminal.awaitText("{\"categories\":[{")
        #expect(try left(terminal) == 0)
    }

    @Test func whatGoesOnForLongEndsAndTheShellGoesOn() async throws {
        defer { rpcctl.discard() }
        let customer = try await Customer.signUp(on: server)
        let terminal = try shell(["--token", try token(customer)])
        defer { terminal.kill() }
        try obey("top --interval 0.2", terminal)
        try terminal.awaitText("queue write")
        terminal.type("eq")
        try obey("watch activity --heartbeats -o json", terminal)
        try terminal.awaitText("cursor")
        terminal.interrupt()
        try obey("tour --data \(server.data.path)", terminal)
        try terminal.awaitText("AccountService/SignUp")
        terminal.interrupt()
        try terminal.awaitText("the tour stopped in step")
        try obey("GetAccount", terminal)
        try terminal.awaitText(customer.accountID)
        #expect(try left(terminal) == 0)
    }

    @Test func aScriptMayHoldATour() throws {
        defer { rpcctl.discard() }
        let run = try rpcctl("shell", input: "tour --data \(server.data.path)\ntop -n 1 --interval 0.1 -o text\n")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("Every step held.") && run.output.contains("calls/s"))
    }

    @Test func aScriptIsObeyedLineByLine() throws {
        defer { rpcctl.discard() }
        let script = "# what there is\nListCategories --compact\n\nGetDeletion receipt=nothing\n"
        let run = try rpcctl("shell", input: script)
        #expect(run.status == 69, "as the last command: \(run.errors)")
        #expect(run.output.hasPrefix("{\"categories\":["))
        #expect(try run.failure()["code"] as? String == "NOT_FOUND")
        #expect(try rpcctl("shell", input: "call 'open\n").status == 1)
    }

    @Test func topShowsWhatTheServerDoes() throws {
        defer { rpcctl.discard() }
        #expect(try rpcctl("call", "ListCategories").status == 0)
        let terminal = try RPCCtlTerminal(rpcctl, ["top", "--interval", "0.2"], columns: 140, rows: 120)
        defer { terminal.kill() }
        try terminal.awaitText("accountd \(server.address)")
        #expect(terminal.raw.contains("\u{1B}[?1049h"))
        // What is called meanwhile is seen.
        let until = Date().addingTimeInterval(60)
        var rates: Set<String> = []
        while rates.isEmpty, Date() < until {
            for _ in 0..<5 { _ = try rpcctl("call", "AccountService/GetDeletion", "-d", #"{"receipt":"none"}"#) }
            let text = try terminal.awaitText("queue write")
            // calls/s, then errors/s.
            let rows = text.matches(of: #/AccountService/GetDeletion +[0-9.]+ +([0-9.]+) /#)
            rates = Set(rows.map { String($0.output.1) }).subtracting(["0"])
        }
        #expect(!rates.isEmpty, "\(terminal.shown.suffix(4_000))")
        for part in ["commits", "queue read", "queue hash", "outbox", "p99", "NOT_FOUND", "WatchStats"] {
            #expect(terminal.shown.contains(part), "\(part)")
        }
        terminal.type("q")
        #expect(terminal.end() == 0)
        #expect(terminal.raw.hasSuffix("\u{1B}[?25h\u{1B}[?1049l"), "the terminal is as it was")
    }

    @Test func topIsForPipesToo() throws {
        defer { rpcctl.discard() }
        let run = try rpcctl("top", "-n", "2", "--interval", "0.1")
        #expect(try run.status == 0 && run.objects().count == 2, "\(run.errors)")
        let words = try rpcctl("top", "-n", "1", "--interval", "0.1", "-o", "text")
        #expect(words.status == 0 && words.output.contains("calls/s") && !words.output.contains("\u{1B}"))
        let nobody = RPCCtl(in: rpcctl.folder)
        #expect(try nobody("top", "-n", "1", "--addr", server.address).status == 80)
        #expect(try rpcctl("top", "--interval", "0").status == 2)
    }
}
