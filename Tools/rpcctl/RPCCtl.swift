import ArgumentParser
import FoundationEssentials
import Glibc

@main
struct RPCCtl: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rpcctl",
        abstract: "Calls accountd from a terminal.",
        discussion: """
            --addr, --face, --context, --service-token, --token, -o and TLS's options may also stand before the command.

            Ends with 0; with 64 + the gRPC code where a call failed (a NOT_FOUND is 69; a server that can't be reached is \
            UNAVAILABLE, 78); with 1 where something else did; with 2 where the command line is wrong.
            """,
        subcommands: [
            CallCommand.self, ListCommand.self, DescribeCommand.self, TemplateCommand.self, SignInCommand.self,
            SignOutCommand.self, ContextCommand.self,
            ExportCommand.self, VerifyActivityCommand.self, WatchCommand.self, TourCommand.self,
            ShellCommand.self, TopCommand.self, CompletionCommand.self,
            UICommand.self,
        ])

    static func main() async {
        do {
            var command = try parseAsRoot(reordered(Array(CommandLine.arguments.dropFirst())))
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            end(with: error)
        }
    }

    /// ArgumentParser takes a command's options behind its name only: moves those that stand before it.
    private static func reordered(_ arguments: [String]) -> [String] {
        let names = ServerOptions.valued.union(["-o", "--output"])
        var rest = arguments[...]
        var moved: [String] = []
        while let first = rest.first {
            if first == "--tls" {
                moved.append(first)
                rest = rest.dropFirst()
            } else if names.contains(first), rest.count > 1 {
                moved += rest.prefix(2)
                rest = rest.dropFirst(2)
            } else if let name = first.split(separator: "=").first, first.contains("="), names.contains(String(name)) {
                moved.append(first)
                rest = rest.dropFirst()
            } else {
                break
            }
        }
        return Array(rest.prefix(1)) + moved + Array(rest.dropFirst())
    }

    private static func end(with error: any Error) -> Never {
        // ArgumentParser says help, versions and completion scripts itself.
        guard !(error is CallFailure), !(error is ToolError), exitCode(for: error) != .validationFailure else {
            Glibc.exit(tell(error))
        }
        exit(withError: error)
    }

    /// Says what went wrong, and answers the exit status that goes with it.
    static func tell(_ error: any Error) -> Int32 {
        switch error {
        case let failure as CallFailure:
            Terminal.complain(failure.text)
            return failure.exitCode
        case let failure as ToolError:
            Terminal.complain("rpcctl: \(failure.description)")
            return 1
        default: break
        }
        let message = fullMessage(for: error)
        let code = exitCode(for: error)
        if code == .success {
            Terminal.say(message)
        } else if !message.isEmpty {
            Terminal.complain(message)
        }
        // ArgumentParser's 64 lies among the codes of failed calls.
        return code == .validationFailure ? 2 : code.rawValue
    }
}
