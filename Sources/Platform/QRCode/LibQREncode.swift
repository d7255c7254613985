import CQRencode
import Domain
import Synchronization

/// QR codes by libqrencode: level M, so that an eighth of it may be unreadable.
package final class LibQREncode: QRCodeRenderer {
    // The library fills tables of its own at first use, and not every build of it locks them.
    private let turn = Mutex<Void>(())

    package init() {}

    package func svg(for text: String) -> String? {
        modules(of: text).map(QRCodeDrawing.svg)
    }

    /// Nil when it is empty, has a NUL, or more than 2,331 bytes.
    private func modules(of text: String) -> QRCodeModules? {
        guard !text.isEmpty, !text.utf8.contains(0) else { return nil }
        return turn.withLock { _ in
            guard let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return nil }
            defer { QRcode_free(code) }
            let side = Int(code.pointee.width)
            guard let data = code.pointee.data, side > 0 else { return nil }
            // The lowest bit is the colour; the others tell what the module is for.
            return QRCodeModules(
                side: side, dark: UnsafeBufferPointer(start: data, count: side * side).map { $0 & 1 == 1 })
        }
    }
}

/// A square of dark and light, row by row.
struct QRCodeModules {
    let side: Int
    let dark: [Bool]
}
