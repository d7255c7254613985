import Domain
import Foundation
import Testing

@testable import Delivery

@Suite struct FolderBucketTests {
    private let account = AccountID(sampleUUID(7))
    private let other = AccountID(sampleUUID(8))

    private func remove(_ bucket: FolderBucket) throws -> ObjectRemoval {
        try bucket.removeAll(of: account, unless: { false })
    }

    @Test func everythingOfTheAccountGoesAndNothingElse() throws {
        let base = try TemporaryFolder()
        let bucket = FolderBucket(path: base.path("bucket"))
        try base.make("bucket/\(account.text)/2026/a.webm")
        try base.make("bucket/\(account.text)/b.webm")
        try base.make("bucket/\(other.text)/a.webm")
        try base.make("bucket/\(account.text)0/a.webm")
        #expect(try remove(bucket) == .complete)
        #expect(base.names(in: "bucket") == ["\(account.text)0", other.text].sorted())
        #expect(base.has("bucket/\(other.text)/a.webm"))
        #expect(try remove(bucket) == .complete)
    }

    @Test func whatIsNotThereCountsAsRemoved() throws {
        let base = try TemporaryFolder()
        #expect(try remove(FolderBucket(path: base.path("bucket"))) == .complete)
    }

    @Test func noSymbolicLinkLeadsOutOfTheBucket() throws {
        let base = try TemporaryFolder()
        try base.make("outside/a")
        try base.make("bucket/\(account.text)/a")
        let manager = FileManager.default
        for (link, target) in [("file", "outside/a"), ("folder", "outside")] {
            try manager.createSymbolicLink(
                atPath: base.path("bucket/\(account.text)/\(link)"), withDestinationPath: base.path(target))
        }
        let bucket = FolderBucket(path: base.path("bucket"))
        #expect(try remove(bucket) == .complete)
        #expect(base.has("outside/a"))
        try manager.createSymbolicLink(
            atPath: base.path("bucket/\(account.text)"), withDestinationPath: base.path("outside"))
        #expect(throws: DeliveryError.permanent("The account's prefix names no folder.")) { try remove(bucket) }
        #expect(base.has("outside/a"))
    }

    @Test func aServerThatStopsBreaksItOff() throws {
        let base = try TemporaryFolder()
        try base.make("bucket/\(account.text)/a")
        #expect(throws: DeliveryError.stopped) {
            try FolderBucket(path: base.path("bucket")).removeAll(of: account, unless: { true })
        }
        #expect(base.has("bucket/\(account.text)/a"))
    }
}
