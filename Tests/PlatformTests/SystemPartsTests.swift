import Domain
import Foundation
import Platform
import Testing

@Suite struct SystemPartsTests {
    @Test func clockTellsUTCInMicroseconds() {
        let before = Date().timeIntervalSince1970
        let now = Double(SystemClock().now().microseconds) / 1_000_000
        #expect(now >= before - 0.001)
        #expect(now <= Date().timeIntervalSince1970 + 0.001)
    }

    @Test(arguments: [0, 1, 32, 255, 256, 257, 1_000])
    func randomFillsEveryByte(count: Int) {
        let random = SystemRandom()
        // A byte that is never written would be 0 every time.
        var seen = [UInt8](repeating: 0, count: count)
        for _ in 0..<16 {
            let bytes = random.bytes(count)
            #expect(bytes.count == count)
            for (index, byte) in bytes.enumerated() { seen[index] |= byte }
        }
        #expect(!seen.contains(0))
    }
}
