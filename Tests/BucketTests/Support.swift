import Crypto
import Domain
import Foundation
import Platform
import Synchronization
import TestSupport

@testable import Delivery

/// Real cryptography under keys of this run.
enum TestDigests {
    static let cryptography: any Cryptography = {
        let folder = NSTemporaryDirectory() + "accountd-bucket-keys-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        do {
            return try ServerCryptography(keys: try ServerKeys.loadOrCreate(folder: folder))
        } catch {
            fatalError("\(error)")
        }
    }()

    static func sha256(_ bytes: [UInt8]) -> [UInt8] { cryptography.sha256(bytes) }
    static func md5(_ bytes: [UInt8]) -> [UInt8] { cryptography.md5(bytes) }
}

func newAccount() -> AccountID { AccountID(SystemRandom().uuid(at: SystemClock().now())) }

func bucket(_ location: S3Location) -> S3Bucket {
    S3Bucket(location: location, certificateAuthorities: nil, cryptography: TestDigests.cryptography)
}

extension S3Bucket {
    func removeAll(of account: AccountID) throws -> ObjectRemoval { try removeAll(of: account, unless: { false }) }

    /// Again and again, as the outbox would, until all is gone.
    func removeStubbornly(_ account: AccountID, tries: Int = 300) throws {
        var last: (any Error)?
        for _ in 0..<tries {
            do {
                if try removeAll(of: account) == .complete { return }
            } catch {
                last = error
            }
        }
        throw TestFailure("not gone after \(tries) tries: \(String(describing: last))")
    }
}
