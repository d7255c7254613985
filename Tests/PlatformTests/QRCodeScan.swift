import Foundation
import Testing

/// Reads a clean QR code of versions 1 to 10, level M, byte mode, out of our SVG, as ISO/IEC 18004 lays it out.
struct QRCodeScan {
    let quietZone: Int
    private let side: Int
    private var dark: Set<[Int]> = []

    init(svg: String) throws {
        let box = try #require(svg.firstMatch(of: /viewBox="0 0 (\d+) (\d+)"/))
        let full = try #require(Int(box.output.1))
        var painted: [(row: Int, column: Int)] = []
        for run in svg.matches(of: /M(\d+) (\d+)h(\d+)v1h-(\d+)z/) {
            let numbers = try [run.output.1, run.output.2, run.output.3].map { try #require(Int($0)) }
            painted += (0..<numbers[2]).map { (numbers[1], numbers[0] + $0) }
        }
        quietZone = try #require(painted.map(\.row).min())
        side = full - 2 * quietZone
        for module in painted { dark.insert([module.row - quietZone, module.column - quietZone]) }
    }

    func text() throws -> String {
        let version = (side - 17) / 4
        let table = try #require(Self.blocks[version], "version \(version)")
        let bits = try dataBits(version: version)
        let codewords = stride(from: 0, to: bits.count - 7, by: 8).map { at in
            bits[at..<at + 8].reduce(UInt8(0)) { $0 << 1 | ($1 ? 1 : 0) }
        }
        return try Self.byteSegment(Self.deinterleaved(codewords, table.blocks), wide: version >= 10)
    }

    // Data codewords of each block at level M, and the centres of alignment patterns.
    private static let blocks: [Int: (blocks: [Int], alignment: [Int])] = [
        1: ([16], []), 2: ([28], [6, 18]), 3: ([44], [6, 22]), 4: ([32, 32], [6, 26]), 5: ([43, 43], [6, 30]),
        6: ([27, 27, 27, 27], [6, 34]), 7: ([31, 31, 31, 31], [6, 22, 38]), 8: ([38, 38, 39, 39], [6, 24, 42]),
        9: ([36, 36, 36, 37, 37], [6, 26, 46]), 10: ([43, 43, 43, 43, 44], [6, 28, 50]),
    ]

    private func isDark(_ row: Int, _ column: Int) -> Bool { dark.contains([row, column]) }

    private func isFunction(_ row: Int, _ column: Int, version: Int) -> Bool {
        if row == 6 || column == 6 { return true }
        if row < 9, column < 9 || column >= side - 8 { return true }
        if row >= side - 8, column < 9 { return true }
        if version >= 7, (row < 6 && column >= side - 11) || (column < 6 && row >= side - 11) { return true }
        let centres = Self.blocks[version]?.alignment ?? []
        for (i, y) in centres.enumerated() {
            for (j, x) in centres.enumerated() where abs(row - y) <= 2 && abs(column - x) <= 2 {
                let last = centres.count - 1
                if (i, j) != (0, 0), (i, j) != (0, last), (i, j) != (last, 0) { return true }
            }
        }
        return false
    }

    /// Unmasked, in the order of placement: pairs of columns, upwards and downwards in turn.
    private func dataBits(version: Int) throws -> [Bool] {
        let format = (0..<5).reduce(0) { $0 << 1 | (isDark(8, $1) ? 1 : 0) } ^ 0b10101
        try #require(format >> 3 == 0, "level M")
        var bits: [Bool] = []
        var isUpwards = true
        var right = side - 1
        while right > 0 {
            if right == 6 { right -= 1 }
            for step in 0..<side {
                let row = isUpwards ? side - 1 - step : step
                for column in [right, right - 1] where !isFunction(row, column, version: version) {
                    bits.append(isDark(row, column) != Self.mask(format & 7, row, column))
                }
            }
            isUpwards.toggle()
            right -= 2
        }
        return bits
    }

    private static func mask(_ pattern: Int, _ i: Int, _ j: Int) -> Bool {
        switch pattern {
        case 0: (i + j) % 2 == 0
        case 1: i % 2 == 0
        case 2: j % 3 == 0
        case 3: (i + j) % 3 == 0
        case 4: (i / 2 + j / 3) % 2 == 0
        case 5: i * j % 2 + i * j % 3 == 0
        case 6: (i * j % 2 + i * j % 3) % 2 == 0
        default: ((i + j) % 2 + i * j % 3) % 2 == 0
        }
    }

    private static func deinterleaved(_ codewords: [UInt8], _ sizes: [Int]) -> [UInt8] {
        var blocks = [[UInt8]](repeating: [], count: sizes.count)
        var next = 0
        for position in 0..<(sizes.max() ?? 0) {
            for block in sizes.indices where position < sizes[block] {
                blocks[block].append(codewords[next])
                next += 1
            }
        }
        return blocks.flatMap { $0 }
    }

    private static func byteSegment(_ data: [UInt8], wide: Bool) throws -> String {
        let bits = data.flatMap { byte in (0..<8).map { byte >> (7 - UInt8($0)) & 1 } }
        func number(_ at: Int, _ count: Int) -> Int { bits[at..<at + count].reduce(0) { $0 << 1 | Int($1) } }
        try #require(number(0, 4) == 4, "byte mode")
        let lengthBits = wide ? 16 : 8
        let count = number(4, lengthBits)
        try #require(4 + lengthBits + count * 8 <= bits.count)
        return String(decoding: (0..<count).map { UInt8(number(4 + lengthBits + $0 * 8, 8)) }, as: UTF8.self)
    }
}
