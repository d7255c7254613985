import Foundation
import TestSupport
import Testing

@testable import LoadGenerator

@Suite struct ScenarioTests {
    private let coder: MessageCoder
    private let reader: ScenarioReader

    init() throws {
        coder = try MessageCoder()
        reader = ScenarioReader(coder)
    }

    private func refusal(_ mix: String) -> String {
        do throws(LoadError) {
            _ = try reader.read(#"{"name": "test", "mix": [\#(mix)]}"#)
            return "taken"
        } catch {
            return error.description
        }
    }

    @Test(arguments: [
        (#"{"method": "Nothing"}"#, "mix[0].method: no method"),
        (#"{"weight": 1}"#, "mix[0].method: is missing"),
        (#"{"method": "ListSessions", "weight": 0}"#, "mix[0].weight: "),
        (#"{"method": "ListSessions", "weight": 1.5}"#, "mix[0].weight: "),
        (#"{"method": "ListSessions", "weight": true}"#, "mix[0].weight: "),
        (#"{"method": "ListSessions", "wieght": 2}"#, "mix[0].wieght: is no field"),
        (#"{"method": "ListSessions"}, {"method": "ListSessions"}"#, "mix[1].name: “ListSessions” is there twice"),
        (#"{"method": "ListSessions", "request": []}"#, "mix[0].request: is no JSON object"),
        (#"{"method": "ListActivity", "request": {"page": 3}}"#, "mix[0].request: "),
        (
            #"{"method": "ListActivity", "request": {"page_token": "{{acount.email}}"}}"#,
            "mix[0].request: {{acount.email}}"
        ),
        (#"{"method": "ListActivity", "request": {"page_token": "{{uuid"}}"#, "mix[0].request: “{{” without “}}”"),
        (#"{"method": "ListActivity", "session": "{{token}}"}"#, "mix[0].session: {{token}} is not known"),
        (#"{"method": "ListSessions", "messages": 3}"#, "mix[0].messages: ListSessions is no stream"),
        (#"{"method": "WatchActivity", "messages": 0}"#, "mix[0].messages: is no whole number"),
        (#"{"method": "WatchActivity", "seconds": 0}"#, "mix[0].seconds: is no number of seconds"),
        (#"{"method": "WatchActivity", "seconds": true}"#, "mix[0].seconds: is no number of seconds"),
        (#"{"name": "f", "flow": [{"pause": 1}]}"#, "mix[0].flow: calls nothing"),
        (#"{"name": "f", "flow": [{"pause": [2, 1]}]}"#, "mix[0].flow[0].pause: the least is more"),
        (#"{"name": "f", "flow": [{"pause": [1, 2, 3]}]}"#, "mix[0].flow[0].pause: is no list of the least"),
        (#"{"name": "f", "flow": [{"pause": "long"}]}"#, "mix[0].flow[0].pause: is no number of seconds"),
        (#"{"name": "f", "flow": [{"pause": 1, "method": "SignIn"}]}"#, "mix[0].flow[0].method: is no field"),
        (#"{"method": "SignIn", "save": {"token": "session_token"}}"#, "mix[0].save: only a flow"),
        (#"{"flow": [{"method": "SignIn"}]}"#, "mix[0].name: is missing"),
        (#"{"name": "f", "flow": []}"#, "mix[0].flow: is no list"),
        (
            #"{"name": "f", "flow": [{"method": "SignIn", "save": {"t": "token"}}]}"#,
            "mix[0].flow[0].save.t: the answer"
        ),
        (#"{"name": "f", "flow": [{"method": "SignIn", "save": {"t": "session.idd"}}]}"#, "mix[0].flow[0].save.t: "),
        (
            #"{"name": "f", "flow": [{"method": "SignIn", "save": {"uuid": "session_token"}}]}"#,
            "mix[0].flow[0].save.uuid: "
        ),
        (
            #"{"name": "f", "flow": [{"method": "ListSessions", "session": "{{t}}"}, {"method": "SignIn", "save": {"t": "session_token"}}]}"#,
            "mix[0].flow[0].session: {{t}} is not known"
        ),
        ("3", "mix[0]: is no JSON object"),
    ])
    func mistakesAreToldWithTheirField(_ mix: String, _ beginning: String) {
        #expect(refusal(mix).hasPrefix(beginning), "\(refusal(mix))")
    }

    @Test func filesThatAreNoScenarioAreRefused() throws {
        for (text, beginning) in [
            ("{", "is no JSON"), ("[]", ": is no JSON object"), (#"{"name": "x"}"#, "mix: is missing"),
            (#"{"name": "x", "mix": []}"#, "mix: is no list"), (#"{"mix": [1]}"#, "name: is missing"),
            (#"{"name": "x", "accounts": -1, "mix": [1]}"#, "accounts: "),
            (#"{"name": "x", "mix": [{"method": "ListCategories"}], "rate": 5}"#, "rate: is no field"),
        ] {
            let error = #expect(throws: LoadError.self, "\(text)") { try reader.read(text) }
            #expect(error?.description.hasPrefix(beginning) == true, "\(text): \(String(describing: error))")
        }
    }

    @Test func theCheckedInScenariosAreScenarios() throws {
        let folder = TestCertificates.root.appendingPathComponent("Tools/rpcload/scenarios")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".json") }
        #expect(names.count >= 4)
        for name in names {
            let scenario = try reader.read(file: folder.appendingPathComponent(name).path)
            #expect(scenario.needsAccounts && scenario.accounts > 0, "\(name)")
        }
    }

    private func prepare(_ mix: String, accounts: [LoadAccount]) throws -> Workload {
        let scenario = try reader.read(#"{"name": "test", "mix": [\#(mix)]}"#)
        let requests = RequestSet(face: .grpc, authority: "localhost", isSecure: false, serviceToken: nil)
        defer { kept.append(requests) }
        return try Preparation(scenario, accounts: accounts, coder: coder, requests: requests, seed: 1).workload()
    }

    private var kept: [RequestSet] {
        get { Self.kept.requests }
        nonmutating set { Self.kept.requests = newValue }
    }

    /// Prepared bytes are their set's.
    private final class Kept: @unchecked Sendable { var requests: [RequestSet] = [] }
    private static let kept = Kept()

    @Test func weightsAreSharesKeptEvenly() throws {
        let workload = try prepare(
            #"{"name": "a", "weight": 7, "method": "ListCategories"}, {"name": "b", "weight": 2, "method": "ListSessions"}, {"name": "c", "method": "GetAccount"}"#,
            accounts: [])
        let series = (0..<1_000).map { _ in Int(workload.next().series) }
        #expect((0..<3).map { name in series.count { $0 == name } } == [700, 200, 100])
        // Every ten of them hold the shares, so that no kind comes in a bunch.
        for start in stride(from: 0, to: 1_000, by: 10) {
            #expect(series[start..<start + 10].count { $0 == 0 } == 7)
        }
    }

    @Test func eachCustomerHasARequestAndValuesDifferFromCallToCall() throws {
        let workload = try prepare(
            #"{"method": "UpdateProfile", "session": "{{account.session}}", "request": {"request_id": "{{uuid}}", "display_name": "{{account.email}} {{number}}"}}"#,
            accounts: [LoadAccount(email: "ann", session: "s1"), LoadAccount(email: "bob", session: "s2")])
        let texts = (0..<4).map { _ -> String in
            String(decoding: UnsafeRawBufferPointer(workload.next().nextRequest().bytes), as: UTF8.self)
        }
        #expect(texts.map { $0.contains("ann") } == [true, false, true, false])
        for (index, text) in texts.enumerated() { #expect(text.contains("00000000000\(index + 1)"), "\(text)") }
        let ids = texts.compactMap {
            $0.firstMatch(of: /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/)?.output
        }
        #expect(Set(ids).count == 4)
    }

    @Test func aScenarioForCustomersNeedsSome() {
        #expect(throws: LoadError.self) {
            try prepare(#"{"method": "GetAccount", "session": "{{account.session}}"}"#, accounts: [])
        }
    }
}
