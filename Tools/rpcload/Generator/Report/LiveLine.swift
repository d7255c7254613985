/// What a run's last second was like, in a line.
package enum LiveLine {
    package static func text(_ moment: RunReport.Moment, of seconds: Double?) -> String {
        let times = moment.response
        var words = [
            "\(moment.second)" + (seconds.map { "/\(Table.decimal($0))" } ?? "") + " s",
            "\(Shown.count(moment.succeeded))/s",
            "p50 \(Shown.time(times?.p50))", "p99 \(Shown.time(times?.p99))", "max \(Shown.time(times?.max))",
            "errors \(Shown.count(moment.failed))",
        ]
        if let cpu = moment.serverCPU, let bytes = moment.serverResidentBytes {
            words.append("server \(Shown.cpu(cpu)) \(Shown.bytes(bytes))")
        }
        words.append("rpcload \(Shown.cpu(moment.generatorCPU))")
        return words.joined(separator: "  ")
    }
}
