import Testing

@testable import LoadGenerator

@Suite struct CallRingTests {
    private func call(_ number: UInt32) -> PendingCall {
        PendingCall(number: number, series: 0, flow: -1, phase: 0, dueNs: UInt64(number), sentNs: 0, isTaken: true)
    }

    @Test func aCallIsFoundUntilItIsTaken() {
        let ring = CallRing(slots: 64)
        for number in 0..<10_000 as Range<UInt32> {
            #expect(ring.insert(call(number)) == nil)
            #expect(ring.take(number)?.dueNs == UInt64(number))
            #expect(ring.take(number) == nil)
        }
        #expect(ring.count == 0)
    }

    /// One that is never answered while others come and go makes the ring grow, and is still found.
    @Test func aStragglerStays() {
        let ring = CallRing(slots: 64)
        #expect(ring.insert(call(3)) == nil)
        for number in 4..<100_000 as Range<UInt32> {
            #expect(ring.insert(call(number)) == nil)
            #expect(ring.take(number) != nil)
        }
        #expect(ring.count == 1)
        #expect(ring.take(3)?.dueNs == 3)
    }

    @Test func allThatWaitCanBeTakenTogether() {
        let ring = CallRing(slots: 64)
        for number in 0..<500 as Range<UInt32> { #expect(ring.insert(call(number)) == nil) }
        for number in 0..<250 as Range<UInt32> { #expect(ring.take(number * 2) != nil) }
        let left = ring.takeAll().map { Int($0.number) }
        #expect(left.sorted() == Array(stride(from: 1, to: 500, by: 2)))
        #expect(ring.count == 0)
    }
}
