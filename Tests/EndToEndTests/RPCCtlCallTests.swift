import Foundation
import Messages
import TestSupport
import Testing

/// `rpcctl call` and what it knows of other servers' methods.
@Suite(.serialized) struct RPCCtlCallTests {
    private let server: ServerProcess
    private let rpcctl: RPCCtl

    init() throws {
        server = try SuiteServer.journeys.get()
        rpcctl = try RPCCtl(server)
    }

    private func token(_ customer: Customer) throws -> String { try rpcctl.write(customer.sessionToken, to: "token") }

    /// gRPC's own reflection.proto, as a descriptor set.
    private func reflectionTypes() throws -> String {
        let file = rpcctl.file("reflection.pb")
        let run = try runProgram(
            URL(fileURLWithPath: "/usr/bin/protoc"),
            [
                "-I/usr/share/grpc-proto", "--include_imports", "-o", file,
                "/usr/share/grpc-proto/grpc/reflection/v1/reflection.proto",
            ])
        try #require(run.status == 0, "\(run.output)")
        return file
    }

    @Test(arguments: ["ttrpc", "grpc"]) func bothFacesGiveOneAnswer(face: String) async throws {
        defer { rpcctl.discard() }
        let customer = try await Customer.signUp(on: server, displayName: "Zoë")
        let token = try token(customer)
        let run = try rpcctl("call", "AccountService/GetAccount", "--face", face, "--token", token, "-v")
        #expect(run.status == 0, "\(run.errors)")
        let account = try #require(try run.object()["account"] as? [String: Any])
        #expect(account["display_name"] as? String == "Zoë" && account["id"] as? String == customer.accountID)
        #expect(run.errors.contains("by \(face) to \(server.address)") && run.errors.contains("OK in "))
        for part in ["connect", "TLS", "send", "wait", "receive"] { #expect(run.errors.contains("\(part) ")) }
        #expect(!run.errors.contains(customer.sessionToken) && !run.errors.contains(server.serviceToken))
    }

    @Test(arguments: ["ttrpc", "grpc"]) func aFailureIsToldWithAllItsDetails(face: String) async throws {
        defer { rpcctl.discard() }
        let customer = try await Customer.signUp(on: server)
        let request = #"{"display_name":"","update_mask":"displayName"}"#
        let arguments = ["call", "UpdateProfile", "--face", face, "--token", try token(customer), "-d", request]
        let run = try rpcctl.run(arguments)
        #expect(run.status == 67 && run.output.isEmpty)
        let failure = try run.failure()
        #expect(failure["code"] as? String == "INVALID_ARGUMENT")
        let details = try #require(failure["details"] as? [[String: Any]])
        let bad = try #require(details.first { ($0["@type"] as? String)?.hasSuffix("google.rpc.BadRequest") == true })
        let violations = try #require(bad["field_violations"] as? [[String: Any]])
        #expect(violations.first?["field"] as? String == "display_name")
        let words = try rpcctl.run(arguments + ["-o", "text"])
        #expect(words.status == 67 && words.errors.hasPrefix("rpcctl: INVALID_ARGUMENT ("))
        #expect(words.errors.contains("\n  display_name: "))
    }

    @Test func requestsComeFromFilesAndFieldsAndStandardInput() async throws {
        defer { rpcctl.discard() }
        let customer = try await Customer.signUp(on: server)
        let token = try token(customer)
        func name(_ arguments: [String], input: String = "") throws -> String? {
            let run = try rpcctl.run(["call", "UpdateProfile", "--token", token] + arguments, input: input)
            try #require(run.status == 0, "\(run.errors)")
            return (try run.object()["account"] as? [String: Any])?["display_name"] as? String
        }
        let mask = #""update_mask":"displayName""#
        let file = try rpcctl.write(#"{"display_name":"From a file",\#(mask)}"#, to: "request.json")
        #expect(try name(["-d", "@\(file)"]) == "From a file")
        #expect(try name(["-d", "@-"], input: "{\"display_name\":\n\"Piped\",\(mask)}\n") == "Piped")
        let text = try rpcctl.write("Läser", to: "name.txt")
        #expect(try name(["-d", "{\(mask)}", "--field", "display_name=@\(text)"]) == "Läser")
        #expect(try name(["-d", "{\(mask)}", "--field", "display_name=Plain"]) == "Plain")
        let unknown = try rpcctl("call", "UpdateProfile", "--token", token, "--field", "display=x")
        #expect(unknown.status == 1 && unknown.errors.contains("no field \"display\""))
        let twice = try rpcctl("call", "UpdateProfile", "--token", token, "-d", #"{"display_name":"#)
        #expect(twice.status == 1 && twice.errors.contains("ends within an object"))
        let two = try rpcctl("call", "UpdateProfile", "--token", token, "-d", "{}{}")
        #expect(two.status == 1 && two.errors.contains("one request"))
    }

    @Test func metadataCanBeGiven() async throws {
        defer { rpcctl.discard() }
        let customer = try await Customer.signUp(on: server)
        for face in ["ttrpc", "grpc"] {
            let header = "Authorization: Bearer \(customer.sessionToken)"
            #expect(try rpcctl("call", "GetAccount", "--face", face, "-H", header).status == 0)
        }
        let bad = try rpcctl("call", "ListCategories", "--face", "grpc", "-H", "grpc-own: 1")
        #expect(bad.status == 67, "\(bad.errors)")
        #expect(try rpcctl("call", "ListCategories", "-H", "nothing").status == 1)
    }

    @Test func aClientsStreamGoesOutAsItIsWritten() throws {
        defer { rpcctl.discard() }
        let lines = #"{"list_services":""}"# + "\n" + #"{"file_containing_symbol":"grpc.health.v1.Health"}"# + "\n"
        let run = try rpcctl(
            "call", "ServerReflectionInfo", "--descriptor-set", try reflectionTypes(), "-d", "@-", "--compact",
            input: lines)
        let answers = try run.objects()
        #expect(run.status == 0 && answers.count == 2, "\(run.errors)")
        let services = (answers.first?["list_services_response"] as? [String: Any])?["service"] as? [[String: Any]]
        #expect(services?.contains { $0["name"] as? String == "account.v1.AccountService" } == true)
        #expect(answers.last?["file_descriptor_response"] != nil)
        let ttrpc = try rpcctl(
            "call", "ServerReflectionInfo", "--descriptor-set", rpcctl.file("reflection.pb"), "--face", "ttrpc")
        #expect(
            try ttrpc.status == 76
                && ttrpc.failure()["message"] as? String == "Clients' streams are carried by the face grpc only.")
    }

    @Test func aServersStreamIsALineAMessageAndEndsWithItsDeadline() throws {
        defer { rpcctl.discard() }
        for face in ["ttrpc", "grpc"] {
            let run = try rpcctl(
                "call", "WatchStats", "-d", #"{"interval":"0.1s"}"#, "--deadline", "3s", "--face", face)
            let answers = try run.objects()
            #expect(run.status == 68 && answers.count > 1, "\(run.errors)")
            #expect(answers.allSatisfy { ($0["stats"] as? [String: Any])?["taken_at"] is String })
        }
    }

    @Test func methodsOfAServerAreLearntByReflection() throws {
        defer { rpcctl.discard() }
        let own = try rpcctl("list")
        let asked = try rpcctl("list", "--reflect")
        #expect(asked.status == 0, "\(asked.errors)")
        func names(_ run: RPCCtl.Run) throws -> Set<String> {
            Set(try run.objects().compactMap { $0["method"] as? String })
        }
        #expect(try names(asked).isSuperset(of: ["SignUp", "GetAccount", "WatchRevocations", "Check"]))
        #expect(try names(own).isSubset(of: names(asked)))
        let called = try rpcctl("call", "--reflect", "grpc.health.v1.Health/Check", "--compact")
        #expect(called.status == 0 && called.output == "{\"status\":\"SERVING\"}\n", "\(called.errors)")
        // Reflection's own service is there too, though the server doesn't list it.
        #expect(try names(asked).contains("ServerReflectionInfo"))
        let listed = try rpcctl(
            "call", "--reflect", "ServerReflectionInfo", "-d", #"{"list_services":""}"#, "--compact")
        #expect(listed.status == 0 && listed.output.contains("account.v1.AccountService"), "\(listed.errors)")
        let words = try rpcctl("list", "--reflect", "-o", "text")
        #expect(words.output.contains("\ngrpc.reflection.v1.ServerReflection\n"))
        let described = try rpcctl("describe", "--reflect", "grpc.health.v1.HealthCheckRequest")
        #expect(described.output.contains("string service = 1;"))
        let inner = try rpcctl("describe", "google.rpc.BadRequest.FieldViolation")
        #expect(inner.output.contains("message FieldViolation") && inner.output.contains("string reason = 3;"))
    }

    @Test func everyTemplateIsARequest() throws {
        defer { rpcctl.discard() }
        for method in try rpcctl("list").objects() {
            let name = "\(method["service"] ?? "")/\(method["method"] ?? "")"
            let template = try rpcctl("template", name)
            #expect(template.status == 0, "\(name): \(template.errors)")
            // What the server says of it doesn't matter: the request was understood here.
            let run = try rpcctl.run(
                ["--addr", "127.0.0.1:1", "--service-token", rpcctl.write("x", to: "no"), "call", name, "-d", "@-"],
                input: template.output)
            #expect(run.status == 78, "\(name): \(run.errors)")
        }
        let template = try rpcctl("template", "NotificationsService/UpdatePreferences").object()
        #expect(template["preferences"] is [Any] && template["request_id"] == nil)
    }

    @Test func anAbsentServerIsUnavailable() throws {
        let nobody = try RPCCtl()
        defer { nobody.discard() }
        for face in ["ttrpc", "grpc"] {
            let run = try nobody("call", "ListCategories", "--addr", "127.0.0.1:1", "--face", face)
            #expect(try run.status == 78 && run.failure()["code"] as? String == "UNAVAILABLE")
            let words = try nobody("call", "ListCategories", "--addr", "127.0.0.1:1", "-o", "text")
            #expect(words.status == 78 && words.errors.contains("--addr"))
        }
        for line in [
            "list --reflect", "describe --reflect X", "template --reflect X", "watch activity", "watch revocations",
            "top -n 1", "export", "tour", "sign-in somebody@example.org",
        ] {
            let words = line.split(separator: " ").map(String.init)
            let run = try nobody.run(words + ["--addr", "127.0.0.1:1"], input: "a password\n")
            #expect(run.status == 78, "\(line): \(run.errors)")
        }
        #expect(try nobody("--addr", "127.0.0.1:1", "shell", input: "ListCategories\n").status == 78)
    }

    @Test func tlsAndPlaintextAreToldApart() throws {
        defer { rpcctl.discard() }
        let certificates = try TestCertificates.shared.get()
        let secured = try ServerProcess(
            arguments: [
                "--tls-cert", certificates.certificate("server"), "--tls-key", certificates.key("server"),
                "--plaintext", "never",
            ])
        defer { secured.discard() }
        for face in ["ttrpc", "grpc"] {
            let clear = try rpcctl(
                "--addr", secured.address, "call", "ListCategories", "--face", face, "-o", "text")
            #expect(clear.status == 78 && clear.errors.contains("speaks TLS"), "\(clear.errors)")
            #expect(clear.errors.contains("--tls"))
            let tls = try rpcctl("call", "ListCategories", "--tls", "--face", face, "-o", "text")
            #expect(
                tls.status == 78 && tls.errors.contains("no TLS") && tls.errors.contains("Leave out"), "\(tls.errors)")
            let address = secured.address.replacingOccurrences(of: "127.0.0.1", with: "localhost")
            let right = try rpcctl(
                "--addr", address, "call", "ListCategories", "--ca", certificates.authority, "--face", face,
                "--service-token", secured.data.path + "/service-token", "-v")
            #expect(right.status == 0, "\(right.errors)")
        }
    }
}
