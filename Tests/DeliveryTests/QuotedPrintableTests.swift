import Testing

@testable import Delivery

@Suite struct QuotedPrintableTests {
    private func encoded(_ text: String) -> String { String(decoding: QuotedPrintable.encoded(text), as: UTF8.self) }

    private func decoded(_ text: String) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.replacingSoftBreaks.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "="), rest.count >= 2 else {
                bytes.append(byte)
                continue
            }
            bytes.append(UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) ?? 0)
            rest = rest.dropFirst(2)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(arguments: [
        "", "plain", "a=b", "trailing ", "tab\t", "naïve 🎉", "From me", ".hidden", "a\nb\n\nc\n",
        String(repeating: "x", count: 75), String(repeating: "x", count: 76), String(repeating: "x", count: 77),
        String(repeating: "ü", count: 100), String(repeating: " ", count: 200), String(repeating: "=", count: 76),
        String(repeating: "x", count: 74) + "=", String(repeating: "x", count: 75) + " ",
    ])
    func whatGoesInComesOut(_ text: String) {
        let result = encoded(text)
        #expect(
            decoded(result) == text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n"))
        for line in result.utf8.split(separator: 10, omittingEmptySubsequences: false).map({ String($0) ?? "" }) {
            let line = line.unicodeScalars.filter { $0 != "\r" }
            #expect(line.count <= 76)
            #expect(line.allSatisfy { $0.isASCII })
            #expect(line.last != " " && line.last != "\t")
        }
    }

    @Test func aLineAloneNeverLooksLikeADotOrAMailbox() {
        #expect(encoded(".") == "=2E")
        #expect(encoded("From x") == "=46rom x")
    }
}

extension String {
    fileprivate var replacingSoftBreaks: String {
        var out = String.UnicodeScalarView()
        var rest = Array(unicodeScalars)[...]
        while let scalar = rest.popFirst() {
            if scalar == "=", rest.first == "\r", rest.dropFirst().first == "\n" {
                rest = rest.dropFirst(2)
            } else {
                out.append(scalar)
            }
        }
        return String(out)
    }
}
