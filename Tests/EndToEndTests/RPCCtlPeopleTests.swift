import Foundation
import Messages
import TestSupport
import Testing

/// What rpcctl is to people: on a terminal, with contexts, signed in.
@Suite(.serialized) struct RPCCtlPeopleTests {
    private let server: ServerProcess
    private let rpcctl: RPCCtl

    init() throws {
        server = try SuiteServer.journeys.get()
        rpcctl = try RPCCtl(server)
    }

    private func token(_ customer: Customer) throws -> String { try rpcctl.write(customer.sessionToken, to: "token") }

    private func mode(_ path: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0
    }

    @Test func aListIsATableOfLocalTimes() async throws {
        defer { rpcctl.discard() }
        let customer = try await Customer.signUp(on: server)
        _ = try await customer.signedInAgain()
        let arguments = ["call", "ListSessions", "--token", try token(customer)]
        let terminal = try RPCCtlTerminal(rpcctl, arguments)
        #expect(terminal.end() == 0)
        let lines = terminal.shown.split(separator: "\n").map(String.init)
        #expect(lines.first == "sessions (2)", "\(terminal.shown)")
        // Kathmandu's clock, not UTC's.
        let table = lines.filter { $0.contains("Firefox") }
        let zone = try #require(TimeZone(identifier: "Asia/Kathmandu"))
        let formatter = DateFormatter()
        formatter.timeZone = zone
        formatter.dateFormat = "yyyy-MM-dd HH:"
        let hours = [-3_600.0, 0].map { formatter.string(from: Date().addingTimeInterval($0)) }
        #expect(table.count == 2 && table.allSatisfy { $0.contains("ses_") }, "\(lines)")
        #expect(table.allSatisfy { row in hours.contains { row.contains($0) } }, "\(lines)")
        #expect(lines.count == 4 && terminal.raw.contains("\u{1B}["))
        // Where there is less room, columns are left out; somebody may ask for JSON.
        let narrow = try RPCCtlTerminal(rpcctl, arguments, columns: 80)
        #expect(narrow.end() == 0 && narrow.shown.contains("left out"))
        #expect(narrow.shown.components(separatedBy: "\n").allSatisfy { $0.count <= 80 }, "\(narrow.shown)")
        let json = try RPCCtlTerminal(rpcctl, arguments + ["-o", "json"])
        #expect(json.end() == 0 && !json.raw.contains("\u{1B}["))
        #expect(try JSONSerialization.jsonObject(with: Data(json.shown.utf8)) is [String: Any])
    }

    @Test func whatHappensIsALineEach() async throws {
        defer { rpcctl.discard() }
        let customer = try await Customer.signUp(on: server)
        for face in ["ttrpc", "grpc"] {
            let watching = try RPCCtlTerminal(
                rpcctl, ["watch", "activity", "--heartbeats", "--face", face, "--token", try token(customer)])
            defer { watching.kill() }
            let until = Date().addingTimeInterval(60)
            var number = 0
            // Whatever came before the watch had begun isn't news.
            while !watching.shown.contains("profile.updated"), Date() < until {
                number += 1
                let _: UpdateProfileResponse = try await customer.call(
                    .updateProfile, UpdateProfileRequest(displayName: "N \(number)"))
                watching.look()
            }
            let line = watching.shown.components(separatedBy: "\n").first ?? ""
            #expect(line.contains(" +0545  profile.updated  "), "\(watching.shown)")
        }
    }

    @Test func aFailureIsColouredWords() throws {
        defer { rpcctl.discard() }
        let terminal = try RPCCtlTerminal(rpcctl, ["call", "UpdateProfile"])
        #expect(terminal.end() == 80)
        #expect(terminal.shown.hasPrefix("rpcctl: UNAUTHENTICATED (") && terminal.raw.contains("\u{1B}[1;31m"))
    }

    @Test func signingInAsksForThePasswordAndACodeAndSigningOutEndsIt() async throws {
        defer { rpcctl.discard() }
        let customer = try await Customer.signUp(on: server)
        let (authenticator, codes) = try await customer.enableTwoFactor()
        let folder = rpcctl.folder.appendingPathComponent("config/accountd").path
        for code in [codes[0], nil] {
            let terminal = try RPCCtlTerminal(rpcctl, ["sign-in", customer.email])
            try terminal.awaitText("Password: ")
            terminal.type(customer.password + "\n")
            try terminal.awaitText("Code of the authenticator")
            let typed = try code ?? authenticator.code(step: Authenticator.step)
            terminal.type(typed + "\n")
            #expect(terminal.end() == 0, "\(terminal.shown)")
            #expect(terminal.shown.contains("Signed in as \(customer.email)"))
            #expect(!terminal.shown.contains(customer.password), "a password isn't echoed")
            #expect(try mode(folder + "/session") == 0o600)
            #expect(try rpcctl("call", "GetAccount").status == 0)
            #expect(try rpcctl("sign-out").status == 0)
            #expect(!FileManager.default.fileExists(atPath: folder + "/session"))
            #expect(try rpcctl("call", "GetSecurity").status == 80)
        }
        let wrong = try RPCCtlTerminal(rpcctl, ["sign-in", customer.email])
        try wrong.awaitText("Password: ")
        wrong.type("not this one at all\n")
        #expect(wrong.end() == 80 && wrong.shown.contains("BAD_CREDENTIALS"))
    }

    @Test func contextsKeepServersApart() async throws {
        defer { rpcctl.discard() }
        let first = try await Customer.signUp(on: server, displayName: "First")
        let second = try await Customer.signUp(on: server, displayName: "Second")
        let nobody = RPCCtl(in: rpcctl.folder)
        let service = server.data.path + "/service-token"
        for (name, face) in [("one", "ttrpc"), ("two", "grpc")] {
            let run = try nobody(
                "context", "add", name, "--addr", server.address, "--face", face, "--service-token", service)
            #expect(run.status == 0, "\(run.errors)")
        }
        for (name, customer) in [("one", first), ("two", second)] {
            let run = try nobody("--context", name, "sign-in", customer.email, input: customer.password + "\n")
            #expect(run.status == 0, "\(run.errors)")
        }
        func displayed(_ arguments: [String] = []) throws -> String? {
            let run = try nobody.run(["call", "GetAccount"] + arguments)
            return run.status == 0 ? (try run.object()["account"] as? [String: Any])?["display_name"] as? String : nil
        }
        #expect(try displayed() == "First" && displayed(["--context", "two"]) == "Second")
        #expect(try nobody("context", "use", "two").status == 0)
        #expect(try displayed() == "Second")
        #expect(try nobody("call", "GetAccount", "-v").errors.contains("by grpc to"))
        let listed = try nobody("context", "list").objects()
        #expect(listed.map { $0["name"] as? String } == ["one", "two"])
        #expect(listed.map { $0["current"] as? Bool } == [false, true])
        let kept = rpcctl.folder.appendingPathComponent("config/accountd").path
        for file in ["contexts.json", "sessions/one", "sessions/two"] { #expect(try mode(kept + "/" + file) == 0o600) }
        // A context's tokens are for its server.
        let elsewhere = try nobody("--addr", server.address, "call", "GetSecurity", "-v")
        #expect(elsewhere.status == 80 && !elsewhere.errors.contains("\n> authorization"))
        #expect(try nobody("context", "remove", "two").status == 0)
        #expect(!FileManager.default.fileExists(atPath: kept + "/sessions/two"))
        #expect(try nobody("--context", "two", "call", "GetAccount").status == 1)
        for wrong in [["add", "x"], ["add", "a/b", "--addr", "h:1"], ["use", "two"], ["remove", "two"]] {
            #expect(try nobody.run(["context"] + wrong).status == 1, "\(wrong)")
        }
    }

    @Test func shellsCompleteMethodsAndFields() throws {
        defer { rpcctl.discard() }
        let nobody = RPCCtl(in: rpcctl.folder)
        let script = try nobody("completion", "bash")
        #expect(script.status == 0)
        for shell in ["zsh", "fish"] { #expect(try nobody("completion", shell).output.contains("rpcctl")) }
        let file = try rpcctl.write(script.output, to: "completion.bash")
        func offered(_ words: [String]) throws -> Set<String> {
            let line = words.joined(separator: " ")
            let array = words.map { "'\($0)'" }.joined(separator: " ")
            let bash = """
                rpcctl() { '\(RPCCtl.program)' "$@"; }
                source '\(file)'
                COMP_WORDS=(\(array)); COMP_CWORD=\(words.count - 1); COMP_LINE='\(line)'; COMP_POINT=\(line.count)
                COMP_TYPE=9; COMP_KEY=9
                _rpcctl rpcctl "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}" 2>/dev/null
                printf '%s\\n' "${COMPREPLY[@]}"
                """
            let run = try runProgram(URL(fileURLWithPath: "/bin/bash"), ["-c", bash])
            return Set(run.output.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) })
        }
        #expect(try offered(["rpcctl", "temp"]).contains("template"))
        let methods = try offered(["rpcctl", "call", "AccountService/G"])
        #expect(methods == ["AccountService/GetAccount", "AccountService/GetDeletion"])
        let fields = try offered(["rpcctl", "call", "AccountService/SignUp", "--field", "dis"])
        #expect(fields == ["display_name="], "\(fields)")
    }

    @Test(arguments: ["fish", "zsh"]) func otherShellsCompleteToo(shell: String) throws {
        defer { rpcctl.discard() }
        let terminal = try CompletingShell(shell, rpcctl).terminal
        defer { terminal.kill() }
        terminal.type("rpcctl call AccountService/VerifyE\t")
        try terminal.awaitText("AccountService/VerifyEmail")
        terminal.type(" --field tok\t")
        try terminal.awaitText("token=")
    }
}
