internal import Foundation

/// Finds the process that listens on a port of this machine, by /proc.
package enum ListeningProcess {
    /// nil where the address is another machine's, or whoever listens is another user's.
    package static func find(at address: Address) -> Int32? {
        guard ["127.0.0.1", "localhost", "::1"].contains(address.host) else { return nil }
        // The kernel's table may leave a socket out when others come and go while it is read.
        for attempt in 0..<attempts {
            if attempt > 0 { usleep(pauseMicroseconds) }
            if let found = look(address) { return found }
        }
        return nil
    }

    private static let attempts = 10
    private static let pauseMicroseconds: UInt32 = 5_000

    private static func look(_ address: Address) -> Int32? {
        let sockets = Set(["/proc/net/tcp", "/proc/net/tcp6"].flatMap { listeners($0, port: address.port) })
        guard !sockets.isEmpty else { return nil }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        // A child that has only inherited the socket came later.
        return names.compactMap { Int32($0) }.sorted().first { holds(pid: $0, sockets) }
    }

    /// "socket:[inode]" of each listening socket of the port.
    private static func listeners(_ table: String, port: UInt16) -> [String] {
        return beginning(of: table).split(separator: "\n").dropFirst().compactMap { line in
            let fields = line.split(separator: " ")
            // Local address, …, state (0A: listening), …, inode.
            guard fields.count > 9, fields[3] == "0A", let hex = fields[1].split(separator: ":").last,
                UInt16(hex, radix: 16) == port
            else { return nil }
            return "socket:[\(fields[9])]"
        }
    }

    /// Listening sockets come before all others. Foundation's readers take a file of the kernel's, which comes in pieces, to be over
    /// after the first.
    private static func beginning(of table: String) -> String {
        guard let file = FileHandle(forReadingAtPath: table) else { return "" }
        var bytes = Data()
        while bytes.count < mostBytes, let piece = try? file.read(upToCount: 1 << 16), !piece.isEmpty { bytes += piece }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Some 7,000 sockets.
    private static let mostBytes = 1 << 20

    private static func holds(pid: Int32, _ sockets: Set<String>) -> Bool {
        let folder = "/proc/\(pid)/fd"
        let descriptors = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return descriptors.contains { descriptor in
            let target = try? FileManager.default.destinationOfSymbolicLink(atPath: folder + "/" + descriptor)
            return target.map(sockets.contains) ?? false
        }
    }
}
