import Glibc
import RPC
import Testing

@testable import Transport

extension TransportTests {
    @Suite struct DescriptorTests {
        /// In a process of its own: nothing else there may find itself without descriptors.
        @Test func `running out of descriptors turns connections away until there are some again`() async {
            await #expect(processExitsWith: .success) {
                var limit = rlimit(rlim_cur: 256, rlim_max: 256)
                let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
                #expect(setrlimit(resource, &limit) == 0)
                let server = try TestServer()
                let established = try server.client()
                try established.send(request(1, "Echo", [1]))
                #expect(try established.nextFrame().payload == [1])
                let waiting = try (0..<10).map { _ in try RawClient(unconnected: ()) }
                var fillers: [Int32] = []
                while true {
                    let filler = open("/dev/null", O_RDONLY | O_CLOEXEC)
                    guard filler >= 0 else { break }
                    fillers.append(filler)
                }
                #expect(fillers.count > 100)
                for client in waiting {
                    try client.connect(port: server.port)
                    #expect(try client.isClosedByServer())
                }
                #expect(server.log.all == ["outOfDescriptors"])
                // Who is connected is served.
                try established.send(request(1, "Echo", [2]))
                #expect(try established.nextFrame().payload == [2])
                for filler in fillers { close(filler) }
                try eventually("taken again") {
                    let client = try server.client()
                    try client.send(request(1, "Echo", [3]))
                    return try client.frame()?.payload == [3]
                }
            }
        }

        /// Without even the reserve there is nothing to do but wait: the loop may not burn a processor meanwhile.
        @Test func `a listener that can't even turn away waits quietly`() async {
            await #expect(processExitsWith: .success) {
                let server = try TestServer()
                let established = try server.client()
                try established.send(request(1, "Echo", [1]))
                _ = try established.nextFrame()
                let waiting = try RawClient(unconnected: ())
                // Below what is open: not even a closed one can be opened again.
                let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
                var before = rlimit()
                getrlimit(resource, &before)
                var none = rlimit(rlim_cur: 3, rlim_max: before.rlim_max)
                #expect(setrlimit(resource, &none) == 0)
                try waiting.connect(port: server.port)
                usleep(200_000)
                var start = rusage()
                var end = rusage()
                getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &start)
                usleep(1_000_000)
                getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &end)
                func micros(_ time: timeval) -> Int { Int(time.tv_sec) * 1_000_000 + Int(time.tv_usec) }
                let spent =
                    micros(end.ru_utime) + micros(end.ru_stime) - micros(start.ru_utime) - micros(start.ru_stime)
                #expect(spent < 300_000, "\(spent) µs")
                setrlimit(resource, &before)
                // The one in the queue is taken once there are descriptors again.
                try waiting.send(request(1, "Echo", [5]))
                #expect(try waiting.nextFrame().payload == [5])
            }
        }
    }

    @Suite struct ChurnTests {
        /// swiftlang/swift-corelibs-libdispatch#949: sources that come and go with connections crash.
        @Test func `five thousand connections come and go, in every way`() throws {
            let server = try TestServer { $0.shards = 2 }
            for index in 0..<5_000 {
                let client = try server.client()
                switch index % 5 {
                case 0: break
                case 1: try client.send(request(1, "Elsewhere", [1]))
                case 2:
                    try client.send(request(1, "Echo", [1]))
                    #expect(try client.nextFrame().payload == [1])
                case 3: try client.send(Array(request(1, "Never").dropLast(3)))
                default: try client.send(request(1, "Slow", Array("1".utf8)))
                }
                if index % 2 == 0 { client.reset() } else { client.close() }
            }
            let client = try server.client()
            try client.send(request(1, "Elsewhere", [1]))
            #expect(try client.nextFrame().payload == [1])
            #expect(server.log.all.isEmpty)
        }
    }
}
