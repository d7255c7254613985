/// One thread's part of a run's load: every so manieth call.
package struct Share: Sendable {
    package let index: Int
    package let count: Int

    package init(_ index: Int, of count: Int) {
        self.index = index
        self.count = count
    }

    package static let all = Share(0, of: 1)

    /// The parts of all threads add up to it.
    package func part(of total: Int) -> Int { total / count + (index < total % count ? 1 : 0) }

    /// None where there are fewer than threads: then everybody has all.
    package func part<Element>(of list: [Element]) -> [Element] {
        guard list.count >= count else { return list }
        return stride(from: index, to: list.count, by: count).map { list[$0] }
    }
}
