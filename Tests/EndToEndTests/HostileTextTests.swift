import Foundation
import Messages
import RPC
import RPCClient
import TestSupport
import Testing

/// Texts that somebody would like to see again in a header, a query, a path or a log: in every text field of every request.
@Suite(.serialized)
struct HostileTextTests {
    let server: ServerProcess
    let client: Client

    init() throws {
        server = try SuiteServer.hostile.get()
        client = try server.client { $0.maxAttempts = 2 }
    }

    private static let marker = "X-Injected"
    private static let texts: [String] = [
        "", " ", "a\r\n\(marker): 1", "a\n\(marker): 1", "\r\n\r\n<script>\(marker)</script>", "a%0d%0a\(marker):1",
        "a\\0b", "a%00b", "\u{202E}moc.elpmaxe", "\u{2066}a\u{2069}", "\u{FEFF}", "\u{200B}\u{200D}\u{2060}",
        "../../../etc/passwd", "..\\..\\x", "/etc/passwd", "~root", "' OR '1'='1", "\"; DROP TABLE accounts; --",
        "%s%s%n%x", "${jndi:ldap://x}", "{{7*7}}", "\u{1B}[31m", "\u{7F}", "\u{0085}\u{2028}\u{2029}",
        String(repeating: "e\u{301}", count: 40), String(repeating: "\u{301}", count: 500),
        "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}", "\u{FDFA}\u{FDFA}\u{FDFA}", "\u{10FFFF}", "-1", "NaN",
        "acc_01890000-0000-7000-8000-000000000000", "ACC_01890000-0000-7000-8000-000000000000", "a@b@c.example",
        "\"a b\"@example.com", "a@[127.0.0.1]", "a@xn--.example", "victim@example.com,other@example.com",
        "victim@example.com\u{A0}", "=?utf-8?Q?=0D=0ABcc:_x@example.com?=",
    ]
    /// Around every limit that a field of ours has, and far beyond.
    private static let lengths = [
        64, 65, 100, 101, 128, 129, 200, 201, 254, 255, 256, 257, 500, 501, 1_024, 1_025, 4_096, 4_097, 70_000,
    ]

    @Test func theDescriptorsTellEveryRequest() {
        for method in Messages.Method.allCases {
            let fields = Schema.shared[method.description.requestName]
            let mustHave = AccessRow.all[method]?.request(Subject(account: "acc_")).encodedBytes() ?? []
            #expect(Set(Wire.fields(of: mustHave).map(\.number)).isSubset(of: fields.map(\.number)))
        }
        #expect(Schema.shared.has("variables[2].name", in: "account.v1.SendEmailRequest"))
        #expect(!Schema.shared.has("variables[2].nme", in: "account.v1.SendEmailRequest"))
        #expect(!Schema.shared.has("category[0]", in: "account.v1.SendEmailRequest"))
        #expect(Hostile.strings(in: "account.v1.SendEmailRequest").count == 6)
    }

    @Test(arguments: Messages.Method.allCases)
    func aHostileTextIsTakenAsTextOrRefusedByItsField(_ method: Messages.Method) async throws {
        let before = try residentBytes(of: server)
        let hostile = try await Hostile(method, on: server, client)
        for path in Hostile.strings(in: method.description.requestName) {
            let name = Hostile.name(path)
            if path.count == 1, let field = path.first {
                try await hostile.send(
                    Wire.without(field.number, hostile.base), "\(name) absent", mayBeMalformed: false)
            }
            for text in Self.texts {
                try await hostile.send(
                    hostile.base + Hostile.encode(path, Array(text.utf8)), "\(name) is \(text.debugDescription)",
                    mayBeMalformed: false)
            }
            for length in Self.lengths {
                for character in ["a", "\u{20AC}"] {
                    let text = Array(
                        String(repeating: character, count: length).utf8.prefix(length - length % character.utf8.count))
                    try await hostile.send(
                        hostile.base + Hostile.encode(path, text), "\(name) of \(length) bytes", mayBeMalformed: false)
                }
            }
            let last = try await hostile.send(
                hostile.base + Hostile.encode(path, [UInt8](repeating: 0x61, count: 70_000)), "\(name) of 70 KB",
                mayBeMalformed: false)
            // 70 KB fit no field of ours; only a sign-in's user agent is cut, since nobody types it. The health protocol has a watch
            // of any name answered, as that of an unknown service.
            if name != "user_agent", method != .healthWatch {
                #expect(last != nil, "\(method), \(name): 70 KB were taken")
            }
        }
        try await hostile.readBack()
        #expect(try residentBytes(of: server) - before < 200 << 20)
    }

    @Test(arguments: Messages.Method.allCases)
    func aHostileNumberIsTakenOrRefusedByItsField(_ method: Messages.Method) async throws {
        let hostile = try await Hostile(method, on: server, client)
        let numbers: [UInt64] = [0, 1, 200, 201, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF, 1 << 62, 1 << 63, .max]
        for field in Schema.shared[method.description.requestName] {
            for number in numbers {
                switch field.kind {
                case .varint:
                    let payload = Wire.tag(field.number, 0) + Wire.varint(number)
                    try await hostile.send(hostile.base + payload, "\(field.name) is \(number)", mayBeMalformed: false)
                case .message(let inner):
                    for part in Schema.shared[inner] where part.kind == .varint {
                        let payload = Wire.delimited(field.number, Wire.tag(part.number, 0) + Wire.varint(number))
                        try await hostile.send(
                            hostile.base + payload, "\(field.name).\(part.name) is \(number)", mayBeMalformed: false)
                    }
                case .string, .bytes: break
                }
            }
        }
        try await hostile.readBack()
    }

    /// Last, as its name's place among the suite's has no meaning: looks at what all of the above left behind.
    @Test func nothingInjectedStandsInAMailsHeaderOrTheLog() async throws {
        let customer = try await Customer.signUp(
            on: server, displayName: "=?utf-8?Q?=0D=0ABcc:_x@example.com?=", client: client)
        let _: RequestPasswordChangeResponse = try await customer.call(
            .requestPasswordChange, RequestPasswordChangeRequest())
        _ = try await server.mailFolder.wait(to: customer.email, subject: "Set a new password")
        for text in Self.texts {
            let _: SendEmailResponse? = try? await customer.client.call(
                .sendEmail,
                SendEmailRequest(
                    accountID: customer.accountID, category: "support_reply",
                    variables: [EmailVariable(name: "subject", value: text), EmailVariable(name: "text", value: text)]),
                options: server.asService())
        }
        try await Task.sleep(for: .milliseconds(500))
        let names: Set<String> = [
            "date", "from", "to", "subject", "message-id", "mime-version", "content-type", "content-transfer-encoding",
            "auto-submitted", "list-unsubscribe", "list-unsubscribe-post", "reply-to", "x-auto-response-suppress",
        ]
        for mail in server.mailFolder.all {
            for line in mail.headers.components(separatedBy: "\r\n") where !line.hasPrefix(" ") && !line.hasPrefix("\t")
            {
                let name = line.prefix { $0 != ":" }.lowercased()
                #expect(names.contains(name), "\(mail.name): a header \(name)")
                #expect(!line.contains("\n") && !line.contains("\r"))
            }
        }
        #expect(!server.log.contains(Self.marker) && !server.log.contains("jndi"))
    }
}
