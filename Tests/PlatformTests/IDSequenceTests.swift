import Domain
import Platform
import Testing

@Suite struct IDSequenceTests {
    @Test func idsRiseWithinAMillisecondAndWhenTheClockIsSetBack() {
        let random = SystemRandom()
        let now = Instant(seconds: 1_776_211_200)
        let instants = Array(repeating: now, count: 10_000) + [now - .hours(1), now, now + .seconds(60)]
        let ids = instants.map { random.uuid(at: $0) }
        #expect(zip(ids, ids.dropFirst()).allSatisfy { $0 < $1 })
        #expect(ids.allSatisfy { UUIDv7(text: $0.text) == $0 })
        #expect(ids.last.map { $0.high >> 16 } == UInt64((now + .seconds(60)).seconds) * 1_000)
    }
}
