/// Columns under headings.
enum TextTable {
    /// How wide it would be.
    static func width(_ headings: [String], _ rows: [[String]]) -> Int {
        widths(headings, rows).reduce(0, +) + 2 * max(0, headings.count - 1)
    }

    static func lines(_ headings: [String], _ rows: [[String]], _ style: Style) -> [String] {
        let widths = widths(headings, rows)
        return [line(headings, widths, style.faint)] + rows.map { line($0, widths) { $0 } }
    }

    private static func widths(_ headings: [String], _ rows: [[String]]) -> [Int] {
        headings.indices.map { column in
            rows.reduce(headings[column].count) { max($0, column < $1.count ? $1[column].count : 0) }
        }
    }

    private static func line(_ cells: [String], _ widths: [Int], _ shown: (String) -> String) -> String {
        var line = ""
        for (column, cell) in cells.enumerated() {
            line += shown(cell)
            if column + 1 < cells.count {
                line += String(repeating: " ", count: widths[column] - cell.count + 2)
            }
        }
        return line.trimmedEnd
    }
}

extension String {
    fileprivate var trimmedEnd: String {
        guard let last = lastIndex(where: { $0 != " " }) else { return "" }
        return String(self[...last])
    }
}
