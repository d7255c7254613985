@_spi(_Unicode) import Swift

extension String {
    /// NFC, so that the same characters typed on two keyboards are the same bytes.
    package var nfc: String {
        // ASCII is its own NFC.
        if utf8.allSatisfy({ $0 < 0x80 }) { return self }
        var scalars = String.UnicodeScalarView()
        scalars.append(contentsOf: self._nfc)
        return String(scalars)
    }

    /// The runs of letters and digits, lower case.
    var wordsLowercased: [String] {
        lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
}
