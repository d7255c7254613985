import Testing

@testable import LoadGenerator

@Suite struct SearchTests {
    /// What the search finds of a server that keeps its objectives up to `capacity`, and in how many tries.
    private func find(_ capacity: Double, from: Double = 100, highest: Double = 1_000_000) -> (Double, Int) {
        var search = RateSearch(from: from, highest: highest, precision: 0.05)
        var tries = 0
        while let rate = search.next, tries < 100 {
            search.note(rate, isKept: rate <= capacity)
            tries += 1
        }
        return (search.best, tries)
    }

    @Test func theHighestRateIsFoundFromBelowAndFromAbove() {
        for capacity in [137.0, 4_321, 98_765] {
            for from in [100.0, 5_000, 900_000] {
                let (best, tries) = find(capacity, from: from)
                #expect(best <= capacity && best >= capacity * 0.95, "\(capacity) from \(from): \(best)")
                #expect(tries <= 25)
            }
        }
    }

    @Test func theSearchEndsWhereNothingIsMissedAndWhereAllIs() {
        #expect(find(.infinity, highest: 3_000).0 == 3_000)
        #expect(find(0).0 == 0)
    }

    @Test func aFickleServerEndsTheSearch() {
        var search = RateSearch(from: 100, highest: 10_000, precision: 0.05)
        search.note(200, isKept: true)
        search.note(150, isKept: false)
        #expect(search.next == nil)
        #expect(search.best == 200)
    }
}
