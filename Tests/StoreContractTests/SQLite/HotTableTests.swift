import Domain
import Testing

@testable import SQLiteStore

@Suite struct HotTableTests {
    /// Few places and many collisions: the table against a dictionary, over inserts, changes and removals in random order.
    @Test func itHoldsWhatADictionaryHolds() {
        var random = SplitMix(state: 7)
        for spread in [3, 17, 400, 100_000] as [UInt64] {
            var table = HotTable<Int>()
            var model: [KeyedHash: Int] = [:]
            for step in 0..<20_000 {
                let number = random.next() % 500
                // Equal low bits crowd the keys into few places.
                let key = KeyedHash(word0: number % spread, word1: number, word2: 0, word3: 0)
                switch random.next() % 5 {
                case 0, 1:
                    table.insert(key, step)
                    model[key] = step
                case 2:
                    let changed = table.change(key) { $0 += 1 }
                    #expect(changed == (model[key] != nil))
                    model[key] = model[key].map { $0 + 1 }
                case 3:
                    let removed = table.remove(key)
                    #expect(removed == model.removeValue(forKey: key))
                default:
                    let value = table.value(key)
                    #expect(value == model[key])
                }
            }
            var all: [KeyedHash: Int] = [:]
            table.forEach(part: 0, of: 1) { key, value in all[key] = value }
            #expect(all == model)
            let count = table.count
            #expect(count == model.count)
        }
    }

    private struct SplitMix {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }
}
