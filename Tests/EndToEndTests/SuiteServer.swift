import Foundation
import Synchronization
import TestSupport

/// One server a suite, started by its first test and taken away when the run ends.
enum SuiteServer {
    static let journeys = Result { try make() }
    static let sessions = Result { try make() }
    static let guessing = Result { try make() }
    static let races = Result { try make() }
    static let hostile = Result { try make() }

    private static let running = Mutex<[ServerProcess]>([])

    static func make(data: URL? = nil, arguments: [String] = []) throws -> ServerProcess {
        let server = try ServerProcess(data: data, arguments: arguments)
        let isFirst = running.withLock { servers in
            servers.append(server)
            return servers.count == 1
        }
        if isFirst { atexit { SuiteServer.discardAll() } }
        return server
    }

    private static func discardAll() {
        for server in running.withLock({ $0 }) { server.discard() }
    }
}
