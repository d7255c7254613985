import Testing

@testable import RPC

/// What a call's parts hold, as values.
private struct CallText: Equatable {
    var payload: [UInt8]
    var authorization: [UInt8]
    var serviceAuthorization: [UInt8]
    var traceparent: [UInt8]
    var timeoutNanoseconds: Int64

    init(_ parts: CallParts, in bytes: [UInt8], timeoutNanoseconds: Int64) {
        let call = Call(parts, in: bytes.span.bytes, deadline: .none, connection: ConnectionState(shardIndex: 0))
        payload = call.payload.copied
        authorization = call.authorization.copied
        serviceAuthorization = call.serviceAuthorization.copied
        traceparent = call.traceparent.copied
        self.timeoutNanoseconds = timeoutNanoseconds
    }
}

@Suite struct RepeatedRequestTests {
    private static let names = ["authorization", "service-authorization", "traceparent", "x-other"]

    /// The first Request of two is read, the second compared with it.
    private func compare(_ first: [UInt8], _ second: [UInt8]) -> (match: CallText?, read: CallText?, names: Bool) {
        let bytes = first + second
        let all = bytes.span.bytes
        let begin = 0..<first.count
        let behind = first.count..<bytes.count
        var before = RepeatedRequest()
        guard let one = RequestEnvelope(reading: all.extracting(begin)) else { return (nil, nil, false) }
        before.remember(one, CallParts(one, in: all), at: begin)
        let match = before.match(all, behind).map {
            CallText($0.parts, in: bytes, timeoutNanoseconds: $0.timeoutNanoseconds)
        }
        guard let two = RequestEnvelope(reading: all.extracting(behind)) else { return (match, nil, false) }
        let read = CallText(CallParts(two, in: all), in: bytes, timeoutNanoseconds: two.timeoutNanoseconds)
        return (match, read, one.service.isEqual(to: two.service) && one.method.isEqual(to: two.method))
    }

    private func request(
        _ payload: [UInt8], timeout: Int64 = 0, metadata: [(name: String, value: String)] = [("authorization", "a")]
    ) -> [UInt8] {
        RequestEnvelope.encode(
            service: "account.v1.SessionsService", method: "ValidateSession", payload: payload,
            timeoutNanoseconds: timeout, metadata: metadata)
    }

    @Test(arguments: [(1, 0), (2, 7), (127, 1), (128, Int64.max), (129, -1), (9_000, 5_000_000_000)])
    func `another payload and time-out are found without reading the rest`(count: Int, timeout: Int64) {
        let metadata = [("authorization", "Bearer a"), ("traceparent", "00-1-2-01"), ("service-authorization", "s")]
        let (match, read, _) = compare(
            request([9, 9, 9], timeout: 3, metadata: metadata),
            request([UInt8](repeating: 7, count: count), timeout: timeout, metadata: metadata))
        #expect(match != nil && match == read)
    }

    @Test func `another method, other metadata, or more fields are no repetition`() {
        let one = request([1, 2, 3])
        #expect(compare(one, request([1, 2, 3], metadata: [("authorization", "b")])).match == nil)
        #expect(compare(one, request([1, 2, 3], metadata: [])).match == nil)
        #expect(compare(one, one + [3 << 3 | 2, 1, 0]).match == nil)
        #expect(compare(one, Array(one.dropLast())).match == nil)
        #expect(compare(one, request([])).match == nil)
        #expect(compare(one + [4 << 3, 9], one + [4 << 3, 9]).match == nil)
        var other = one
        other[5] ^= 1
        #expect(compare(one, other).match == nil)
    }

    @Test func `what is taken for a repetition reads the same as by itself`() {
        var random = Seeded()
        var matches = 0
        for round in 0..<4_000 {
            let first = scrambled(&random)
            var second = first
            // Mostly another payload in its place; sometimes anything at all.
            switch Int.random(in: 0..<6, using: &random) {
            case 0: second = scrambled(&random)
            case 1 where !second.isEmpty:
                second[Int.random(in: 0..<second.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            case 2: second.removeLast(min(second.count, Int.random(in: 0...3, using: &random)))
            default: break
            }
            let (match, read, sameNames) = compare(first, second)
            guard let match else { continue }
            matches += 1
            #expect(match == read && sameNames, "round \(round), seed \(random.seed)")
        }
        #expect(matches > 400, "seed \(random.seed)")
    }

    /// Fields in the usual order, with some dropped, doubled or swapped.
    private func scrambled(_ random: inout Seeded) -> [UInt8] {
        var fields: [[UInt8]] = []
        func field(_ write: (inout WireWriter) -> Void) {
            var writer = WireWriter()
            write(&writer)
            fields.append(writer.bytes)
        }
        field { $0.write(field: 1, text: "s") }
        field { $0.write(field: 2, text: Bool.random(using: &random) ? "m" : "n") }
        let payload = random.bytes(upTo: 200)
        field { $0.write(field: 3, bytes: payload) }
        if Bool.random(using: &random) { field { $0.write(field: 4, varint: random.next()) } }
        for _ in 0..<Int.random(in: 0...3, using: &random) {
            var pair = WireWriter()
            pair.write(field: 1, text: Self.names.randomElement(using: &random) ?? "")
            pair.write(field: 2, text: "v\(Int.random(in: 0...2, using: &random))")
            field { $0.write(field: 5, bytes: pair.bytes) }
        }
        switch Int.random(in: 0..<8, using: &random) {
        case 0: fields.swapAt(0, Int.random(in: 0..<fields.count, using: &random))
        case 1: fields.append(fields[Int.random(in: 0..<fields.count, using: &random)])
        case 2: fields.remove(at: Int.random(in: 0..<fields.count, using: &random))
        case 3: field { $0.write(field: 6, varint: 1) }
        default: break
        }
        return fields.flatMap { $0 }
    }
}
