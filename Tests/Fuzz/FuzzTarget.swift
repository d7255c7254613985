import Glibc

/// What bytes are thrown at; `ACCOUNTD_FUZZ_TARGET` names it. libFuzzer's runtime has the program's `main`.
enum FuzzTarget: String, CaseIterable {
    /// The first bytes of a connection, and whatever they begin, in pieces as a network might cut them.
    case sniffer
    /// ttrpc's frames, whole and in pieces: both are answered by the same bytes.
    case ttrpc
    /// HTTP/2's frames behind a preface.
    case http2
    /// gRPC's header fields and messages, within HTTP/2 frames that are right.
    case grpc
    /// What a client of gRPC's is answered.
    case answers
    /// HTTP/1's heads.
    case http1
    /// The small texts: timeouts, content types, base64, statuses, Responses.
    case fields
    /// Each method's request, by the first byte; what is read is written and read again.
    case requests

    func run(_ bytes: UnsafeRawBufferPointer) {
        switch self {
        case .sniffer: Connections.sniff(bytes)
        case .ttrpc: Connections.ttrpc(bytes)
        case .http2: Connections.http2(bytes)
        case .grpc: Connections.grpc(bytes)
        case .answers: ClientSessions.answers(bytes)
        case .http1: Fields.http1(bytes)
        case .fields: Fields.all(bytes)
        case .requests: Requests.decode(bytes)
        }
    }

    static let chosen: FuzzTarget = {
        let name = getenv("ACCOUNTD_FUZZ_TARGET").map { String(cString: $0) } ?? ""
        guard let target = FuzzTarget(rawValue: name) else {
            fatalError("ACCOUNTD_FUZZ_TARGET is one of \(allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return target
    }()
}

@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafeRawPointer?, _ count: Int) -> CInt {
    FuzzTarget.chosen.run(UnsafeRawBufferPointer(start: start, count: count))
    return 0
}

/// What must hold whatever came. A trap ends the fuzzer, which keeps the input.
func hold(_ condition: Bool, _ what: @autoclosure () -> String) {
    if !condition { fatalError(what()) }
}
