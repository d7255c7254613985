import FoundationEssentials
import Glibc
import RPCClient

/// Where a call's requests come from, as JSON: the command line, a file, or standard input as it comes.
struct RequestInput: RequestSource {
    private let encode: (String) throws -> [UInt8]
    private var splitter = JSONSplitter()
    private var isOpen: Bool
    /// With one request only: an empty input is an empty request.
    private let isStream: Bool
    private var count = 0

    /// `data`: JSON, `@FILE`, `@-` or `-` for standard input, nil for none.
    init(_ data: String?, isStream: Bool, encode: @escaping (String) throws -> [UInt8]) throws {
        self.encode = encode
        self.isStream = isStream
        isOpen = data == "-" || data == "@-"
        guard let data, !isOpen else { return }
        guard data.hasPrefix("@") else {
            try splitter.add(data.utf8)
            return
        }
        let file = String(data.dropFirst())
        guard let bytes = FileManager.default.contents(atPath: file) else { throw ToolError("can't read \(file)") }
        try splitter.add(bytes)
    }

    var descriptor: Int32? { isOpen ? STDIN_FILENO : nil }

    mutating func next() throws -> RequestStep {
        while true {
            if !isStream, count == 1 { return .end }
            if let json = try splitter.next() {
                count += 1
                guard isStream || splitter.isClean else {
                    throw ToolError("this method takes one request: one JSON object")
                }
                return .message(try encode(json))
            }
            guard isOpen else { return try last() }
            if isStream, !isReadable { return .wait }
            try read()
        }
    }

    private mutating func last() throws -> RequestStep {
        guard splitter.isClean else { throw ToolError("the JSON ends within an object") }
        guard !isStream, count == 0 else { return .end }
        count = 1
        return .message(try encode("{}"))
    }

    private var isReadable: Bool {
        var interest = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        return poll(&interest, 1, 0) > 0
    }

    private mutating func read() throws {
        var bytes = [UInt8](repeating: 0, count: 64 << 10)
        let got = Glibc.read(STDIN_FILENO, &bytes, bytes.count)
        if got < 0, errno == EINTR { return }
        if got <= 0 { isOpen = false } else { try splitter.add(bytes.prefix(got)) }
    }
}
