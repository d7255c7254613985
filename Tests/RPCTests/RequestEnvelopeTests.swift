import RPC
import Testing

/// What an envelope holds, as values that outlive it.
struct ReadRequest: Equatable {
    var service = ""
    var method = ""
    var payload: [UInt8] = []
    var timeoutNanoseconds: Int64 = 0
    var authorization = ""
    var serviceAuthorization = ""
    var traceparent = ""
    var metadataBytes = 0
    var metadataCount = 0
}

func readRequest(_ bytes: [UInt8]) -> ReadRequest? {
    guard let envelope = RequestEnvelope(reading: bytes.span.bytes) else { return nil }
    return ReadRequest(
        service: String(decoding: envelope.service.copied, as: UTF8.self),
        method: String(decoding: envelope.method.copied, as: UTF8.self), payload: envelope.payload.copied,
        timeoutNanoseconds: envelope.timeoutNanoseconds,
        authorization: String(decoding: envelope.authorization.copied, as: UTF8.self),
        serviceAuthorization: String(decoding: envelope.serviceAuthorization.copied, as: UTF8.self),
        traceparent: String(decoding: envelope.traceparent.copied, as: UTF8.self),
        metadataBytes: envelope.metadataBytes, metadataCount: envelope.metadataCount)
}

private func pair(_ name: String, _ value: String) -> [UInt8] {
    var writer = WireWriter()
    writer.write(field: 1, text: name)
    writer.write(field: 2, text: value)
    return writer.bytes
}

@Suite struct RequestEnvelopeTests {
    @Test func `what a client encodes is read back`() {
        let bytes = RequestEnvelope.encode(
            service: "account.v1.AccountService", method: "SignUp", payload: [1, 2, 3],
            timeoutNanoseconds: 5_000_000_000,
            metadata: [
                ("authorization", "Bearer a"), ("service-authorization", "Bearer b"), ("traceparent", "00-1-2-01"),
                ("x-other", "passed over"),
            ])
        let request = readRequest(bytes)
        #expect(request?.service == "account.v1.AccountService")
        #expect(request?.method == "SignUp")
        #expect(request?.payload == [1, 2, 3])
        #expect(request?.timeoutNanoseconds == 5_000_000_000)
        #expect(request?.authorization == "Bearer a")
        #expect(request?.serviceAuthorization == "Bearer b")
        #expect(request?.traceparent == "00-1-2-01")
        #expect(request?.metadataCount == 4)
    }

    @Test func `fields may come in any order, the last of a duplicate counts, unknown ones are passed over`() {
        var writer = WireWriter()
        writer.write(field: 5, bytes: pair("authorization", "Bearer a"))
        writer.write(field: 900, text: "later protocol")
        writer.write(field: 4, varint: 7)
        writer.write(field: 2, text: "Old")
        writer.write(field: 3, bytes: [1])
        writer.write(field: 6, varint: 3)
        writer.write(field: 2, text: "New")
        writer.write(field: 1, text: "S")
        writer.write(field: 3, bytes: [2])
        let request = readRequest(writer.bytes)
        #expect(request?.service == "S")
        #expect(request?.method == "New")
        #expect(request?.payload == [2])
        #expect(request?.timeoutNanoseconds == 7)
        #expect(request?.authorization == "Bearer a")
    }

    @Test func `no bytes are a Request that names nothing`() { #expect(readRequest([]) == ReadRequest()) }

    @Test func `a negative timeout stays negative`() {
        let bytes = RequestEnvelope.encode(service: "S", method: "M", payload: [], timeoutNanoseconds: -1)
        #expect(readRequest(bytes)?.timeoutNanoseconds == -1)
    }

    @Test(arguments: ["authorization", "service-authorization", "traceparent"])
    func `the first of a metadata name counts, even when it is empty`(name: String) {
        for first in ["Bearer first", ""] {
            var writer = WireWriter()
            writer.write(field: 5, bytes: pair(name, first))
            writer.write(field: 5, bytes: pair(name, "Bearer second"))
            let request = readRequest(writer.bytes)
            let values = [request?.authorization, request?.serviceAuthorization, request?.traceparent]
            #expect(values.contains("Bearer second") == false)
            #expect(request?.metadataCount == 2)
            if !first.isEmpty { #expect(values.contains(first)) }
        }
    }

    @Test func `metadata names are told apart by every letter`() {
        for name in ["Authorization", "authorizatioN", "authorization ", "service_authorization", "traceparenT", ""] {
            var writer = WireWriter()
            writer.write(field: 5, bytes: pair(name, "Bearer x"))
            let request = readRequest(writer.bytes)
            #expect(request?.authorization == "" && request?.serviceAuthorization == "" && request?.traceparent == "")
        }
    }

    @Test(arguments: [1, 2, 3, 4, 5] as [UInt32])
    func `a known field of another wire type is no Request`(number: UInt32) {
        var writer = WireWriter()
        if number == 4 { writer.write(field: 4, bytes: [1]) } else { writer.write(field: number, varint: 1) }
        #expect(readRequest(writer.bytes) == nil)
    }

    @Test func `metadata that does not parse is no Request`() {
        var writer = WireWriter()
        writer.write(field: 5, bytes: [0x0A, 50, 1])
        #expect(readRequest(writer.bytes) == nil)
    }

    @Test func `a truncated Request is refused or names less, and random bytes never trap`() {
        var random = Seeded()
        let whole = RequestEnvelope.encode(
            service: "account.v1.AccountService", method: "SignUp", payload: [UInt8](repeating: 1, count: 90),
            timeoutNanoseconds: 1, metadata: [("authorization", "Bearer a")])
        for count in 0..<whole.count {
            let request = readRequest(Array(whole.prefix(count)))
            #expect(request == nil || request?.authorization == "", "cut at \(count)")
        }
        for _ in 0..<50_000 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...6, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            if let request = readRequest(bytes) {
                #expect(request.payload.count <= bytes.count, "seed \(random.seed)")
            }
            _ = readRequest(random.bytes(upTo: 80))
        }
    }
}
