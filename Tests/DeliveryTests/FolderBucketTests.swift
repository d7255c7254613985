import Domain
import Foundation
import Testing

@testable import Delivery

@Suite struct FolderBucketTests {
    @Test func anObjectIsRemovedAndNoLongerListed() throws {
        let base = try TemporaryFolder()
        let bucket = FolderBucket(path: base.path("bucket"))
        try base.make("bucket/acc_1/2026/a.webm")
        try base.make("bucket/acc_1/b.webm")
        #expect(try bucket.exists(key: "acc_1/2026/a.webm"))
        try bucket.remove(key: "acc_1/2026/a.webm")
        #expect(try !bucket.exists(key: "acc_1/2026/a.webm"))
        // Emptied folders go, others stay.
        #expect(base.names(in: "bucket/acc_1") == ["b.webm"])
        try bucket.remove(key: "acc_1/b.webm")
        #expect(base.names(in: "bucket") == [])
        #expect(base.has("bucket"))
    }

    @Test func whatIsNotThereCountsAsRemoved() throws {
        let base = try TemporaryFolder()
        let bucket = FolderBucket(path: base.path("bucket"))
        try bucket.remove(key: "acc_1/a")
        #expect(try !bucket.exists(key: "acc_1/a"))
    }

    @Test(arguments: [
        "", "/", "..", "../secret", "acc_1/../../secret", "/etc/passwd", "acc_1//a", "acc_1/./a", "acc_1/a/", "acc\0/a",
        String(repeating: "x", count: 256), String(repeating: "abc/", count: 300) + "d",
    ])
    func aKeyThatIsNoPathInTheBucketIsRefused(_ key: String) throws {
        let base = try TemporaryFolder()
        try base.make("secret")
        try base.make("bucket/acc_1/a")
        let bucket = FolderBucket(path: base.path("bucket"))
        #expect(throws: DeliveryError.permanent("The key is no path in the bucket.")) { try bucket.remove(key: key) }
        #expect(throws: DeliveryError.self) { _ = try bucket.exists(key: key) }
        #expect(base.has("secret"))
    }

    @Test func noSymbolicLinkLeadsOutOfTheBucket() throws {
        let base = try TemporaryFolder()
        try base.make("outside/a")
        try base.make("bucket/acc_1/a")
        let manager = FileManager.default
        try manager.createSymbolicLink(atPath: base.path("bucket/acc_2"), withDestinationPath: base.path("outside"))
        try manager.createSymbolicLink(
            atPath: base.path("bucket/acc_1/link"), withDestinationPath: base.path("outside/a"))
        let bucket = FolderBucket(path: base.path("bucket"))
        #expect(throws: DeliveryError.self) { try bucket.remove(key: "acc_2/a") }
        #expect(throws: DeliveryError.self) { try bucket.remove(key: "acc_1/link") }
        #expect(throws: DeliveryError.self) { try bucket.remove(key: "acc_2") }
        #expect(base.has("outside/a"))
    }

    @Test func aFolderIsNoObject() throws {
        let base = try TemporaryFolder()
        try base.make("bucket/acc_1/a")
        #expect(throws: DeliveryError.self) { try FolderBucket(path: base.path("bucket")).remove(key: "acc_1") }
        #expect(base.has("bucket/acc_1/a"))
    }
}
