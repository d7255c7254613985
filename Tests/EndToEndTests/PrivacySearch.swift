import Foundation
import TestSupport

/// Looks for texts in files, whatever they are and however they are written there.
struct PrivacySearch {
    private struct Needle {
        let label: String
        let bytes: [UInt8]
    }

    private let needles: [Needle]

    /// `texts` by what they are: a failure names that, never only the text.
    init(_ texts: [String: String]) {
        needles = texts.sorted { $0.key < $1.key }.flatMap { label, text in
            Self.forms(of: text).map { Needle(label: label, bytes: $0) }
        }
    }

    /// One line for each find: which text, in which file.
    func finds(in files: [URL]) -> [String] {
        files.flatMap { file -> [String] in
            guard let data = try? Data(contentsOf: file) else { return [] }
            return finds(in: data, named: file.lastPathComponent)
        }
    }

    func finds(in data: Data, named name: String) -> [String] {
        let raw = [UInt8](data)
        // Once more as a reader of mail sees it, in lower case.
        let unfolded = Self.lowercased(Self.withoutSoftBreaks(raw))
        var found: Set<String> = []
        for needle in needles where Self.contains(raw, needle.bytes) || Self.contains(unfolded, needle.bytes) {
            found.insert("\(name): \(needle.label)")
        }
        return found.sorted()
    }

    /// As it is, in lower case, in hexadecimal, in quoted-printable, and in base64 wherever in a longer text it begins.
    private static func forms(of text: String) -> [[UInt8]] {
        let bytes = Array(text.utf8)
        let hex = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        let quoted = bytes.map { byte -> String in
            guard byte >= 0x80 || byte == 0x3D else { return String(UnicodeScalar(byte)) }
            return "=" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
        let plain = [text, text.lowercased(), hex, hex.uppercased(), quoted, quoted.lowercased()].map { Array($0.utf8) }
        return Array(Set(plain + base64(of: bytes)))
    }

    private static func base64(of bytes: [UInt8]) -> [[UInt8]] {
        guard bytes.count >= 6 else { return [] }
        return (0..<3).map { offset in
            // The digits that depend on nothing but these bytes.
            let padded = Data([UInt8](repeating: 0, count: offset) + bytes).base64EncodedString()
            let first = (offset * 8 + 5) / 6
            let count = ((offset + bytes.count) * 8) / 6 - first
            return Array(padded.utf8.dropFirst(first).prefix(count))
        }
    }

    private static func lowercased(_ bytes: [UInt8]) -> [UInt8] {
        bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    }

    private static func withoutSoftBreaks(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if bytes[index] == 0x3D, index + 2 < bytes.count, bytes[index + 1] == 0x0D, bytes[index + 2] == 0x0A {
                index += 3
                continue
            }
            out.append(bytes[index])
            index += 1
        }
        return out
    }

    private static func contains(_ haystack: [UInt8], _ needle: [UInt8]) -> Bool {
        guard let first = needle.first, haystack.count >= needle.count else { return false }
        return haystack.withUnsafeBytes { hay in
            needle.withUnsafeBytes { pin in
                guard let start = hay.baseAddress, let wanted = pin.baseAddress else { return false }
                var offset = 0
                let last = hay.count - pin.count
                while offset <= last, let hit = memchr(start + offset, Int32(first), last - offset + 1) {
                    if memcmp(hit, wanted, pin.count) == 0 { return true }
                    offset = start.distance(to: UnsafeRawPointer(hit)) + 1
                }
                return false
            }
        }
    }
}
