import Foundation
import Messages
import RPC
import RPCClient
import TestSupport
import Testing

/// A prefix and a UUIDv7.
func isID(_ text: String, _ prefix: String) -> Bool {
    guard text.hasPrefix(prefix), let uuid = UUID(uuidString: String(text.dropFirst(prefix.count))) else {
        return false
    }
    return uuid.uuid.6 >> 4 == 7 && text == text.lowercased()
}

/// Four letters, and 32 random bytes in base64url.
func isToken(_ text: String, _ prefix: String) -> Bool {
    text.hasPrefix(prefix) && text.count == prefix.count + 43
        && text.utf8.allSatisfy { $0 < 0x80 } && !text.contains("=")
}

/// "2026-04-15 09:00 CEST" as coreutils write it: another reading of the zones than the server's.
func pageText(_ time: Timestamp?, _ zone: String) throws -> String {
    let time = try #require(time)
    let date = try runProgram(
        URL(fileURLWithPath: "/bin/date"), ["-d", "@\(time.seconds)", "+%Y-%m-%d %H:%M %Z"],
        environment: ["TZ": zone, "LC_ALL": "C"])
    try #require(date.status == 0)
    return date.output.trimmingCharacters(in: .whitespacesAndNewlines)
}

/// Between the test's start and now, give or take the clock's last digits.
func isRecent(_ time: Timestamp?, within seconds: Int64 = 600) -> Bool {
    guard let time else { return false }
    let now = Int64(Date().timeIntervalSince1970)
    return (now - seconds...now + 1).contains(time.seconds) && (0..<1_000_000_000).contains(time.nanos)
}

extension Timestamp {
    /// `seconds` from now.
    static func fromNow(_ seconds: Int64) -> Timestamp {
        Timestamp(seconds: Int64(Date().timeIntervalSince1970) + seconds)
    }
}

extension Client {
    /// The answer's own bytes.
    func bytes(_ method: Messages.Method, _ request: some Message, _ options: CallOptions) async throws -> [UInt8] {
        try await bytes(method, payload: request.encodedBytes(), options)
    }

    func bytes(_ method: Messages.Method, payload: [UInt8], _ options: CallOptions) async throws -> [UInt8] {
        let description = method.description
        guard !description.serverStreaming else { return try await streamed(method, payload, options).get() }
        return try await call(
            service: description.service, method: description.method, payload: payload, options: options
        ).get()
    }

    /// A stream's messages, one behind the other; of one without an end the first, on a connection that ends with it.
    func streamed(
        _ method: Messages.Method, _ payload: [UInt8], _ options: CallOptions
    ) async throws -> Result<[UInt8], Status> {
        let isEndless = [.watchActivity, .watchRevocations, .watchStats, .healthWatch].contains(method)
        let client = isEndless ? Client(endpoint) : self
        defer { if isEndless { client.close() } }
        let description = method.description
        var bytes: [UInt8] = []
        do {
            for try await message in client.stream(
                service: description.service, method: description.method, payload: payload, options: options)
            {
                bytes += message
                if isEndless { break }
            }
        } catch let status as Status {
            return .failure(status)
        }
        return .success(bytes)
    }
}
