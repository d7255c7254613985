import CMessages
import Testing

@testable import Messages

@Suite struct TextTests {
    /// Fields that are `bytes` in the .proto files, and so may hold anything.
    private static let plainBytes: Set = [
        "google.protobuf.Any.value", "account.v1.GetDeletionResponse.receipt_document",
        "account.v1.GetDeletionResponse.signature", "account.v1.GetDeletionResponse.public_key",
        "account.v1.Activity.hash", "account.v1.Activity.previous_hash", "account.v1.ActivityHead.hash",
        "account.v1.ActivityHead.signature", "account.v1.ActivityHead.public_key",
        "account.v1.ListActivityResponse.chain_key",
    ]

    @Test func everyStringFieldRefusesANulAndBadUTF8ByItsName() {
        for type in MessageCatalog.all {
            for field in FieldShape.all(of: type.wire.descriptor) where field.type == PROTOBUF_C_TYPE_BYTES {
                let isText = !TextTests.plainBytes.contains("\(type.fullName).\(field.name)")
                let name = field.isRepeated ? field.name + "[0]" : field.name
                for bad in TextTests.badTexts {
                    let failure = failure(type, Wire.field(field.number, bad))
                    #expect(failure?.field == (isText ? name : nil), "\(type.fullName).\(field.name)")
                }
            }
        }
    }

    private static let badTexts: [[UInt8]] = [
        [0x61, 0x00], [0x00], [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82],
    ]

    private func failure(_ type: any Message.Type, _ bytes: [UInt8]) -> DecodeFailure? {
        do {
            _ = try type.decode(bytes)
            return nil
        } catch {
            return error
        }
    }

    @Test func aBadTextDeepInsideIsNamedByItsPath() {
        let good = Wire.field(1, Array("n".utf8))
        let bad = Wire.field(1, [0x66, 0xFF])
        let request = Wire.field(4, good) + Wire.field(4, good) + Wire.field(4, bad)
        #expect(
            failure(SendEmailRequest.self, request)
                == .badText(field: "variables[2].name", why: "must be UTF-8"))
        let mask = Wire.field(3, Wire.field(1, Array("display_name".utf8)) + Wire.field(1, [0]))
        #expect(
            failure(UpdateProfileRequest.self, mask)
                == .badText(field: "update_mask.paths[1]", why: "must not contain a NUL character"))
    }
}

extension DecodeFailure {
    var field: String? {
        guard case .badText(let field, _) = self else { return nil }
        return field
    }
}
