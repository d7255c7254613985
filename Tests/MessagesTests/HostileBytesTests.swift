import Testing

@testable import Messages

/// Any bytes give a message or a failure, within the budget. A trap or a hang here would end the server.
@Suite struct HostileBytesTests {
    private static let budgetBytes = 1 << 20

    @Test func everyTypeSurvivesTruncatedAndChangedMessages() {
        var numbers = SeededNumbers(seed: runSeed)
        let arena = Arena(budgetBytes: HostileBytesTests.budgetBytes)
        for type in MessageCatalog.all {
            for round in 0..<60 {
                var builder = WireBuilder(numbers: SeededNumbers(seed: runSeed &+ UInt64(round)), density: 80)
                feed(type, changed(builder.message(type.wire.descriptor), &numbers), arena)
            }
        }
    }

    @Test func everyTypeSurvivesRandomBytes() {
        var numbers = SeededNumbers(seed: runSeed ^ 0xABCD)
        let arena = Arena(budgetBytes: HostileBytesTests.budgetBytes)
        for type in MessageCatalog.all {
            for _ in 0..<60 {
                let count = Int.random(in: 0...200, using: &numbers)
                feed(type, (0..<count).map { _ in UInt8.random(in: 0...255, using: &numbers) }, arena)
            }
        }
    }

    @Test func everyFieldSurvivesEveryWireType() {
        let arena = Arena(budgetBytes: HostileBytesTests.budgetBytes)
        let payload: [UInt8] = [0x08, 0x96, 0x01, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01]
        for type in MessageCatalog.all {
            for field in FieldShape.all(of: type.wire.descriptor) {
                for wireType in UInt64(0)...7 {
                    feed(type, Wire.varint(UInt64(field.number) << 3 | wireType) + payload, arena)
                }
            }
        }
    }

    @Test func aHundredThousandLevelsAreNoMessageOrSkipped() {
        let arena = Arena(budgetBytes: HostileBytesTests.budgetBytes)
        let groups = [UInt8](repeating: 0x0B, count: 100_000)
        for type in MessageCatalog.all { feed(type, groups, arena) }
        for number in [1, 2, 3, 4, 5, 6, 7, 8, 15, 999] as [UInt32] {
            let bytes = nested(100_000, in: number)
            for type in MessageCatalog.all { feed(type, bytes, arena) }
        }
    }

    @Test func aLengthBeyondTheEndIsMalformed() {
        for length: UInt64 in [5, 1 << 31, 1 << 32, 1 << 63, .max] {
            let bytes = Wire.varint(1 << 3 | 2) + Wire.varint(length) + [1, 2]
            #expect(throws: DecodeFailure.malformed) { try SignUpRequest.decode(bytes) }
        }
    }

    @Test func millionsOfTinyElementsEndAtTheBudget() {
        let arena = Arena(budgetBytes: HostileBytesTests.budgetBytes)
        let many = (0..<1_000_000).flatMap { _ in [0x22, 0x00] as [UInt8] }
        #expect(throws: DecodeFailure.budgetExceeded) { try SendEmailRequest.decode(many, arena: arena) }
        #expect(arena.usedBytes <= HostileBytesTests.budgetBytes)
    }

    @Test func aMessageRepeatedWhereOneIsMeantEndsAtTheBudgetOrIsMerged() {
        let arena = Arena(budgetBytes: HostileBytesTests.budgetBytes)
        let path = Wire.field(3, Wire.field(1, Array("display_name".utf8)))
        feed(UpdateProfileRequest.self, (0..<50_000).flatMap { _ in path }, arena)
    }

    private func feed(_ type: any Message.Type, _ bytes: [UInt8], _ arena: Arena) {
        _ = try? type.decode(bytes, arena: arena)
        #expect(arena.usedBytes <= HostileBytesTests.budgetBytes)
        arena.reset()
    }

    /// The message, with a few of its bytes changed, cut off or doubled.
    private func changed(_ bytes: [UInt8], _ numbers: inout SeededNumbers) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &numbers) where !bytes.isEmpty {
            let index = Int.random(in: 0..<bytes.count, using: &numbers)
            switch Int.random(in: 0..<4, using: &numbers) {
            case 0: bytes[index] = UInt8.random(in: 0...255, using: &numbers)
            case 1: bytes.removeSubrange(index...)
            case 2: bytes.insert(contentsOf: bytes[index...], at: index)
            default: bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &numbers)
            }
        }
        return bytes
    }

    /// A field in itself, `depth` times. Built from the inside out.
    private func nested(_ depth: Int, in number: UInt32) -> [UInt8] {
        let tag = Array(Wire.varint(UInt64(number) << 3 | 2).reversed())
        var reversed: [UInt8] = []
        for _ in 0..<depth {
            var length = reversed.count
            let firstOfLength = reversed.count
            repeat {
                reversed.append(UInt8(length & 0x7F) | (length > 0x7F ? 0x80 : 0))
                length >>= 7
            } while length > 0
            reversed[firstOfLength...].reverse()
            reversed.append(contentsOf: tag)
        }
        return reversed.reversed()
    }
}
