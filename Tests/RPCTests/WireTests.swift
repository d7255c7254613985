import RPC
import Testing

/// What a reader saw, as values that outlive it.
struct ReadField: Equatable {
    var number: UInt32
    var type: FieldType
    var varint: UInt64 = 0
    var bytes: [UInt8] = []
}

func readAll(_ bytes: [UInt8]) -> (fields: [ReadField], failed: Bool) {
    var fields: [ReadField] = []
    var reader = WireReader(bytes.span.bytes)
    while let field = reader.next() {
        fields.append(
            ReadField(number: field.number, type: field.type, varint: field.varint, bytes: field.bytes.copied))
    }
    return (fields, reader.failed)
}

@Suite struct WireTests {
    @Test(arguments: [1, 127, 128, 16_383, 16_384, 0xFFFF_FFFF, 1 << 63, UInt64.max])
    func `a varint comes back as it was written`(value: UInt64) {
        var writer = WireWriter()
        writer.write(field: 3, varint: value)
        let read = readAll(writer.bytes)
        #expect(read.fields == [ReadField(number: 3, type: .varint, varint: value)])
        #expect(!read.failed)
    }

    @Test func `zero and empty text are left out and empty bytes are not`() {
        var writer = WireWriter()
        writer.write(field: 1, varint: 0)
        writer.write(field: 2, text: "")
        #expect(writer.bytes.isEmpty)
        writer.write(field: 3, bytes: [])
        #expect(readAll(writer.bytes).fields == [ReadField(number: 3, type: .bytes)])
    }

    @Test func `random messages come back field by field`() {
        var random = Seeded()
        for _ in 0..<2_000 {
            var writer = WireWriter()
            var expected: [ReadField] = []
            for _ in 0..<Int.random(in: 0...12, using: &random) {
                let number = UInt32.random(in: 1...0x1FFF_FFFF, using: &random)
                if Bool.random(using: &random) {
                    let value =
                        UInt64.random(in: 1 ... .max, using: &random) >> UInt64.random(in: 0...62, using: &random)
                    guard value > 0 else { continue }
                    writer.write(field: number, varint: value)
                    expected.append(ReadField(number: number, type: .varint, varint: value))
                } else {
                    let value = random.bytes(upTo: 300)
                    writer.write(field: number, bytes: value)
                    expected.append(ReadField(number: number, type: .bytes, bytes: value))
                }
            }
            let read = readAll(writer.bytes)
            #expect(read.fields == expected && !read.failed, "seed \(random.seed)")
        }
    }

    @Test func `fixed numbers are passed over whole`() {
        let bytes: [UInt8] = [1 << 3 | 1] + [UInt8](repeating: 9, count: 8) + [2 << 3 | 5, 9, 9, 9, 9, 3 << 3, 7]
        let read = readAll(bytes)
        #expect(read.fields.map(\.type) == [.fixed64, .fixed32, .varint])
        #expect(read.fields.last?.varint == 7)
        #expect(!read.failed)
    }

    @Test(
        arguments: [
            ("field number 0", [0x00, 0x01]),
            ("group start", [1 << 3 | 3]),
            ("group end", [1 << 3 | 4]),
            ("wire type 6", [1 << 3 | 6]),
            ("wire type 7", [1 << 3 | 7]),
            ("a number over 29 bits", [0x80, 0x80, 0x80, 0x80, 0x10, 0x01]),
            ("a varint of eleven bytes", [0x08] + [UInt8](repeating: 0x80, count: 10) + [1]),
            ("a varint that does not end", [0x08, 0x80]),
            ("a key that does not end", [0x80]),
            ("a length past the end", [0x0A, 5, 1, 2]),
            ("a length of 2^64 - 1", [0x0A] + [UInt8](repeating: 0xFF, count: 9) + [1, 0]),
            ("a length of 2^63", [0x0A] + [UInt8](repeating: 0x80, count: 9) + [1, 0]),
            ("half of a fixed64", [0x09, 1, 2, 3, 4]),
            ("half of a fixed32", [0x0D, 1, 2]),
        ] as [(String, [UInt8])])
    func `what is no wire format ends the reading`(name: String, bytes: [UInt8]) {
        #expect(readAll(bytes).failed, "\(name)")
    }

    @Test func `every truncation of a message is read safely`() {
        var writer = WireWriter()
        writer.write(field: 1, text: "account.v1.AccountService")
        writer.write(field: 2, varint: 1 << 40)
        writer.write(field: 3, bytes: [UInt8](repeating: 7, count: 200))
        let whole = readAll(writer.bytes).fields
        for count in 0..<writer.bytes.count {
            let read = readAll(Array(writer.bytes.prefix(count)))
            #expect(read.fields == Array(whole.prefix(read.fields.count)))
            #expect(read.fields.count < whole.count)
        }
    }

    @Test func `random bytes never trap, and what is read lies within them`() {
        var random = Seeded()
        for _ in 0..<50_000 {
            let bytes = random.bytes(upTo: 64)
            let read = readAll(bytes)
            #expect(read.fields.reduce(0) { $0 + $1.bytes.count } <= bytes.count, "seed \(random.seed)")
        }
    }
}

@Suite struct SpanBytesTests {
    @Test func `equality looks at every byte`() {
        for count in 0...40 {
            let left = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
            let same = left.span.bytes.isEqual(to: left)
            #expect(same)
            for index in 0..<count {
                var right = left
                right[index] ^= 0x80
                let differs = !left.span.bytes.isEqual(to: right)
                #expect(differs, "byte \(index) of \(count)")
            }
            let longer = left.span.bytes.isEqual(to: left + [0])
            #expect(!longer)
        }
    }

    @Test func `a word is read big endian at any offset`() {
        let bytes: [UInt8] = [9, 0x01, 0x02, 0x03, 0x04]
        let word = bytes.span.bytes.uint32(at: 1)
        #expect(word == 0x0102_0304)
    }
}
