import Domain
import Testing

@Suite struct IDSequenceTests {
    @Test func idsRiseWithinAMillisecondAndWhenTheClockIsSetBack() {
        let environment = IdentityWorld().environment
        let now = Instant.utc(2026, 4, 15)
        let instants = Array(repeating: now, count: 10_000) + [now - .hours(1), now, now + .seconds(60)]
        let ids = instants.map { environment.uuid(at: $0) }
        #expect(zip(ids, ids.dropFirst()).allSatisfy { $0 < $1 })
        #expect(ids.allSatisfy { UUIDv7(text: $0.text) == $0 })
        #expect(ids.last.map { $0.high >> 16 } == UInt64((now + .seconds(60)).seconds) * 1_000)
    }
}
