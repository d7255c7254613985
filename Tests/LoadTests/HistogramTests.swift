import Load
import Testing

@Suite struct HistogramTests {
    @Test func aValueIsInTheBucketThatEndsAtOrAboveIt() {
        let histogram = Histogram(firstPower: 2, buckets: 3)
        for value: Int64 in [-5, 0, 4, 5, 8, 9, 16, 17, .max] { histogram.observe(value) }
        let reading = histogram.reading
        #expect(reading.ends == [4, 8, 16])
        #expect(reading.counts == [3, 2, 2, 2])
        #expect(reading.count == 9)
    }

    @Test func manyCountAsMany() {
        let histogram = Histogram.sizes()
        histogram.observe(3, times: 10)
        #expect(histogram.reading.count == 10)
        #expect(histogram.reading.sum == 30)
        #expect(histogram.reading.quantile(0.5) == 4)
    }

    @Test func aQuantileIsTheEndOfItsBucket() {
        let histogram = Histogram(firstPower: 0, buckets: 10)
        histogram.observe(3, times: 98)
        histogram.observe(100, times: 2)
        #expect(histogram.reading.quantile(0.5) == 4)
        #expect(histogram.reading.quantile(0.98) == 4)
        #expect(histogram.reading.quantile(0.99) == 128)
        #expect(Histogram.times().reading.quantile(0.5) == 0)
    }

    @Test func threadsLoseNothing() async {
        let cells = Cells(count: 4)
        await withTaskGroup(of: Void.self) { group in
            for task in 0..<8 {
                group.addTask { for _ in 0..<10_000 { cells.add(at: task % 4) } }
            }
        }
        #expect(cells.all == [20_000, 20_000, 20_000, 20_000])
        cells.add(at: 4)
        cells.add(at: -1)
        #expect(cells.all == [20_000, 20_000, 20_000, 20_000])
    }
}
