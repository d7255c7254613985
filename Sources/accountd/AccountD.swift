import Glibc

/// The program: reads its settings, then does what it was asked to.
@main
struct AccountD {
    static func main() {
        signal(SIGPIPE, SIG_IGN)
        // A file that may not grow is an error of a write, as a full disk is.
        signal(SIGXFSZ, SIG_IGN)
        // What the process makes is its user's alone, whatever the shell's mask is.
        umask(0o077)
        do throws(SettingsError) {
            let invocation = try Invocation(arguments: Array(CommandLine.arguments.dropFirst()))
            if invocation.command == .help {
                print(Invocation.help)
                return
            }
            let (settings, warnings) = try Settings.load(
                flags: invocation.flags, environment: Process.environment, readFile: Files.text)
            run(invocation.command, settings, warnings)
        } catch {
            Console.fail(error.message, status: 2)
        }
    }

    private static func run(_ command: Command, _ settings: Settings, _ warnings: [String]) {
        do throws(StartError) {
            switch command {
            case .serve: try Serve(settings, warnings).run()
            case .migrate: try Maintenance.migrate(settings)
            case .check: try Maintenance.check(settings)
            case .outbox: try Maintenance.outbox(settings)
            case .backup(let file): try Maintenance.backup(settings, to: file)
            case .keys(let action): try KeyCommands.run(action, settings)
            case .token(let order): try TokenCommands.issue(order, settings)
            case .rotateTokenKey: try TokenCommands.rotate(settings)
            case .help: break
            }
        } catch {
            Console.fail(error.message, status: 1)
        }
    }
}

/// Why a command could not be done: one line for the operator.
struct StartError: Error { let message: String }

enum Console {
    /// One line on standard error, and the end.
    static func fail(_ message: String, status: Int32) -> Never {
        write("accountd: \(message)\n", to: STDERR_FILENO)
        exit(status)
    }

    /// One line on standard output, at once.
    static func say(_ line: String) {
        write(line + "\n", to: STDOUT_FILENO)
    }

    private static func write(_ text: String, to descriptor: Int32) {
        let bytes = Array(text.utf8)
        _ = Glibc.write(descriptor, bytes, bytes.count)
    }
}

enum Process {
    static var environment: [String: String] {
        var variables: [String: String] = [:]
        var next = environ
        while let entry = next.pointee {
            let text = String(cString: entry)
            if let equals = text.firstIndex(of: "=") {
                variables[String(text[..<equals])] = String(text[text.index(after: equals)...])
            }
            next += 1
        }
        return variables
    }

    /// As many descriptors as the system lets this process have: every connection is one.
    static func raiseDescriptorLimit() {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
        limit.rlim_cur = limit.rlim_max
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }
}
