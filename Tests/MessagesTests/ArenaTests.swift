import Testing

@testable import Messages

@Suite struct ArenaTests {
    @Test func aMessageWithinTheBudgetDecodesAndOneOverItFailsCleanly() throws {
        let request = SignUpRequest(email: String(repeating: "a", count: 5_000))
        #expect(try SignUpRequest.decode(request.encodedBytes(), arena: Arena(budgetBytes: 10_000)) == request)
        let small = Arena(budgetBytes: 4_000)
        #expect(throws: DecodeFailure.budgetExceeded) {
            try SignUpRequest.decode(request.encodedBytes(), arena: small)
        }
        small.reset()
        #expect(try SignUpRequest.decode([], arena: small) == SignUpRequest())
    }

    @Test func whatIsEncodedIsNotHeldToTheBudget() throws {
        let response = ListSessionsResponse(
            sessions: (0..<500).map { Session(id: "ses_\($0)", deviceLabel: "Firefox") })
        let bytes = response.encodedBytes(arena: Arena(firstChunkBytes: 64, budgetBytes: 0))
        #expect(try ListSessionsResponse.decode(bytes) == response)
    }

    @Test func everyAllocationIsAlignedAndApart() {
        let arena = Arena(firstChunkBytes: 128)
        var last: [(start: UInt, end: UInt)] = []
        for count in [0, 1, 7, 16, 17, 100, 4_000, 1, 3] {
            let start = UInt(bitPattern: arena.allocate(count))
            #expect(start % 16 == 0)
            #expect(last.allSatisfy { start >= $0.end || start + UInt(max(count, 1)) <= $0.start })
            last.append((start, start + UInt(max(count, 1))))
        }
    }

    @Test func aResetArenaGivesTheSameMemoryAgain() {
        let arena = Arena()
        let first = arena.allocate(100)
        for _ in 0..<100 { _ = arena.allocate(5_000) }
        arena.reset()
        #expect(arena.allocate(100) == first)
        #expect(arena.usedBytes == 0)
    }

    @Test func theBudgetIsPerCallAndComesBackWithReset() throws {
        let arena = Arena(budgetBytes: 4_096)
        let bytes = SignOutRequest(requestID: String(repeating: "r", count: 1_000)).encodedBytes()
        for _ in 0..<100 {
            _ = try SignOutRequest.decode(bytes, arena: arena)
            arena.reset()
        }
    }
}
