import Domain
import Foundation
import Testing

@testable import Crypto

@Suite struct SealingTests {
    private let folder: TemporaryFolder
    private let crypto: ServerCryptography
    private let account = AccountID(UUIDv7(high: 0x0190_0000_0000_7001, low: 0x8000_0000_0000_0001))
    private let stranger = AccountID(UUIDv7(high: 0x0190_0000_0000_7001, low: 0x8000_0000_0000_0002))
    private let row = UUIDv7(high: 0x0190_0000_0000_7003, low: 0x8000_0000_0000_0003)

    init() throws {
        folder = try TemporaryFolder()
        crypto = try ServerCryptography(keys: ServerKeys.loadOrCreate(folder: folder.keys))
    }

    @Test(arguments: [0, 1, 15, 16, 17, 255, 70_000])
    func opensWhatWasSealed(count: Int) {
        let plaintext = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
        let (key, _) = crypto.makeDataKey(for: account)
        let binding = SealBinding(account: account, field: .profile, row: row)
        for key in [SealingKey.data(key), .retention, .server] {
            let sealed = crypto.seal(plaintext, under: key, binding: binding)
            #expect(sealed.count == count + 42)
            #expect(crypto.open(sealed, under: key, binding: binding) == plaintext)
        }
    }

    @Test func sealedTwiceItLooksDifferent() {
        let binding = SealBinding(account: account, field: .profile)
        let sealed = (0..<100).map { _ in crypto.seal(bytes("Ada"), under: .server, binding: binding) }
        #expect(Set(sealed).count == 100)
    }

    @Test func movedElsewhereItStaysShut() {
        let (key, _) = crypto.makeDataKey(for: account)
        let binding = SealBinding(account: account, field: .totpSecret, row: row)
        let sealed = crypto.seal(bytes("secret"), under: .data(key), binding: binding)
        for other in [
            SealBinding(account: stranger, field: .totpSecret, row: row),
            SealBinding(account: account, field: .profile, row: row),
            SealBinding(account: account, field: .totpSecret),
        ] {
            #expect(crypto.open(sealed, under: .data(key), binding: other) == nil)
        }
    }

    @Test func anotherKeyDoesNotOpenIt() {
        let (key, _) = crypto.makeDataKey(for: account)
        let (other, _) = crypto.makeDataKey(for: account)
        let binding = SealBinding(account: account, field: .invoice)
        let sealed = crypto.seal(bytes("invoice"), under: .retention, binding: binding)
        for key in [SealingKey.server, .data(key), .data(other)] {
            #expect(crypto.open(sealed, under: key, binding: binding) == nil)
        }
        let personal = crypto.seal(bytes("name"), under: .data(key), binding: binding)
        #expect(crypto.open(personal, under: .data(other), binding: binding) == nil)
    }

    @Test func everyChangedBitIsNoticed() {
        let binding = SealBinding(account: account, field: .email, row: row)
        let sealed = crypto.seal(bytes("a@example.com"), under: .server, binding: binding)
        for index in sealed.indices {
            for bit in 0..<8 {
                var changed = sealed
                changed[index] ^= 1 << UInt8(bit)
                #expect(crypto.open(changed, under: .server, binding: binding) == nil)
            }
        }
    }

    @Test func everyShorterOrLongerValueIsRefused() {
        let binding = SealBinding(account: account, field: .email)
        let sealed = crypto.seal(bytes("text"), under: .server, binding: binding)
        for count in 0..<sealed.count {
            #expect(crypto.open(Array(sealed.prefix(count)), under: .server, binding: binding) == nil)
        }
        #expect(crypto.open(sealed + [0], under: .server, binding: binding) == nil)
    }

    @Test func dataKeyUnwrapsForItsAccountAndServerOnly() throws {
        let (key, wrapped) = crypto.makeDataKey(for: account)
        #expect(key.bytes.count == 32)
        #expect(crypto.unwrapDataKey(wrapped, for: account)?.bytes == key.bytes)
        #expect(crypto.unwrapDataKey(wrapped, for: stranger) == nil)
        let other = try ServerCryptography(keys: ServerKeys.loadOrCreate(folder: folder.path + "/others"))
        #expect(other.unwrapDataKey(wrapped, for: account) == nil)
        #expect(crypto.makeDataKey(for: account).key.bytes != key.bytes)
    }
}
