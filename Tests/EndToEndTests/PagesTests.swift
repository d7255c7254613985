import Foundation
import TestSupport
import Testing

/// What GET answers on the one port: to curl, and over TLS to Python.
@Suite struct PagesTests {
    private func curl(_ arguments: [String]) throws -> String {
        try runProgram(
            URL(fileURLWithPath: "/usr/bin/curl"), ["-sS", "--max-time", "30", "--noproxy", "*"] + arguments
        )
        .output
    }

    @Test func curlReadsHealthAndMetricsOnOneConnection() throws {
        let server = try ServerProcess()
        defer { server.discard() }
        let base = "http://\(server.address)"
        let both = try curl([
            "-w", "%{num_connects} %{http_code} %{content_type}\n", base + "/healthz", base + "/metrics",
        ])
        let lines = both.split(separator: "\n").map(String.init)
        #expect(lines.prefix(2) == ["ok", "1 200 text/plain; charset=utf-8"], "\(both)")
        #expect(lines.contains { $0.hasPrefix("process_cpu_seconds_total ") })
        #expect(lines.contains { $0.hasPrefix("accountd_connections{face=\"http1\",tls=\"false\"} 1") }, "\(both)")
        #expect(lines.dropLast().last == "# EOF")
        #expect(lines.last == "0 200 application/openmetrics-text; version=1.0.0; charset=utf-8")
        #expect(try curl(["-I", base + "/healthz"]).hasPrefix("HTTP/1.1 200 OK\r\n"))
        #expect(try curl(["-w", "%{http_code}", "-o", "/dev/null", base + "/"]) == "404")
        #expect(try curl(["-w", "%{http_code}", "-o", "/dev/null", "-d", "x", base + "/healthz"]) == "405")
    }

    @Test func overTLSCurlReadsThemByHTTP2() throws {
        let certificates = try TestCertificates.shared.get()
        let server = try ServerProcess(
            arguments: ["--tls-cert", certificates.certificate("server"), "--tls-key", certificates.key("server")])
        defer { server.discard() }
        let base = "https://\(server.address)"
        func read(_ path: String, _ options: [String] = []) throws -> String {
            try curl(
                ["--cacert", certificates.authority, "-w", "%{http_version} %{http_code}"] + options + [base + path])
        }
        #expect(try read("/healthz") == "ok\n2 200")
        #expect(try read("/healthz?x") == "ok\n2 200")
        #expect(try read("/metrics").hasSuffix("# EOF\n2 200"))
        #expect(try read("/healthz", ["-I"]).hasSuffix("2 200"))
        #expect(try read("/nothing", ["-o", "/dev/null"]) == "2 405")
        #expect(try read("/healthz", ["--http1.1"]) == "ok\n1.1 200")
    }

    @Test func theSettingTurnsPagesOff() throws {
        for (setting, statuses) in [("health", ["200", "404"]), ("none", ["404", "404"])] {
            let server = try ServerProcess(arguments: ["--pages", setting])
            defer { server.discard() }
            for (path, status) in zip(["/healthz", "/metrics"], statuses) {
                #expect(
                    try curl(["-w", "%{http_code}", "-o", "/dev/null", "http://\(server.address)\(path)"]) == status)
            }
        }
    }
}
