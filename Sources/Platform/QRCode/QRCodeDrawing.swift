/// Draws modules as one path. The text itself is nowhere in the document, as it holds a secret.
enum QRCodeDrawing {
    // Light modules around it that ISO/IEC 18004 asks for.
    private static let quietZone = 4

    static func svg(_ modules: QRCodeModules) -> String {
        let side = modules.side + 2 * quietZone
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(side) \(side)" shape-rendering="crispEdges" role="img" \
            aria-label="QR code for your authenticator app"><rect width="\(side)" height="\(side)" fill="#fff"/>\
            <path fill="#000" d="\(path(modules))"/></svg>
            """
    }

    /// One rectangle for each run of dark modules in a row.
    private static func path(_ modules: QRCodeModules) -> String {
        var path = ""
        for row in 0..<modules.side {
            var column = 0
            while column < modules.side {
                let start = column
                while column < modules.side, modules.dark[row * modules.side + column] { column += 1 }
                if column > start {
                    path += "M\(start + quietZone) \(row + quietZone)h\(column - start)v1h-\(column - start)z"
                } else {
                    column += 1
                }
            }
        }
        return path
    }
}
