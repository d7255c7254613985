/// What the operator asked for.
enum Command: Equatable {
    case serve
    case migrate
    case check
    case outbox
    case backup(file: String)
    case keys(KeyCommands.Action)
    case token(TokenOrder)
    case rotateTokenKey
    case help
}

/// A service token that is to be issued.
struct TokenOrder: Equatable {
    var service = ""
    /// Empty: all that the service has.
    var scopes: [String] = []
    var lifeSeconds = 900

    /// Takes its own flags out of those given; the rest are settings.
    init(_ flags: inout [(name: String, value: String)]) throws(SettingsError) {
        var rest: [(name: String, value: String)] = []
        for flag in flags {
            switch flag.name {
            case "service": service = flag.value
            case "scopes": scopes = flag.value.split(separator: ",").map(String.init)
            case "ttl":
                guard let seconds = Int(flag.value), (1...3_600).contains(seconds) else {
                    throw SettingsError(message: "--ttl takes 1…3600: seconds that the token lives")
                }
                lifeSeconds = seconds
            default: rest.append(flag)
            }
        }
        guard !service.isEmpty else { throw SettingsError(message: "accountd token takes --service NAME") }
        flags = rest
    }
}

/// The command and the flags, apart from what they mean.
struct Invocation {
    let command: Command
    let flags: [(name: String, value: String)]

    /// `accountd [COMMAND] [--name value | --name=value | --switch]…`
    init(arguments: [String]) throws(SettingsError) {
        var words: [String] = []
        var flags: [(name: String, value: String)] = []
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            if argument == "--help" || argument == "-h" {
                words = ["help"]
                break
            }
            guard argument.hasPrefix("--") else {
                words.append(argument)
                continue
            }
            let body = argument.dropFirst(2)
            if let equals = body.firstIndex(of: "=") {
                flags.append((String(body[..<equals]), String(body[body.index(after: equals)...])))
            } else if rest.first != "true", rest.first != "false", Setting.isSwitch(String(body)) {
                flags.append((String(body), "true"))
            } else if let value = rest.popFirst() {
                flags.append((String(body), value))
            } else {
                throw SettingsError(message: "\(argument) needs a value")
            }
        }
        command = words == ["token"] ? .token(try TokenOrder(&flags)) : try Invocation.command(words)
        self.flags = flags
    }

    private static func command(_ words: [String]) throws(SettingsError) -> Command {
        switch (words.first ?? "serve", words.count) {
        case ("serve", 0...1): return .serve
        case ("migrate", 1): return .migrate
        case ("check", 1): return .check
        case ("outbox", 1): return .outbox
        case ("backup", 2): return .backup(file: words[1])
        case ("keys", 2...3):
            guard let action = keyAction(words.dropFirst()) else { break }
            return .keys(action)
        case ("token", 2) where words[1] == "rotate": return .rotateTokenKey
        case ("help", _): return .help
        default: break
        }
        throw SettingsError(message: "no command \(words.joined(separator: " ")); accountd --help lists them")
    }

    private static func keyAction(_ words: ArraySlice<String>) -> KeyCommands.Action? {
        switch (words.first, words.count) {
        case ("status", 1): .status
        case ("rotate", 1): .rotate
        case ("retire", 2): words.last.flatMap { UInt8($0) }.map { .retire($0) }
        default: nil
        }
    }

    static var help: String {
        let defaults = Settings()
        let settings = Setting.all.map { setting in
            let shown = setting.show(defaults)
            let standard = shown.isEmpty ? "" : " [\(shown)]"
            let form = setting.isSecret ? setting.name : setting.flag
            return
                "  \(form) \(setting.placeholder)\n      \(setting.help)\(standard)\n      \(setting.variable)"
        }
        return """
            accountd: the account-settings service.

            Usage: accountd [serve] [settings]     serves until SIGTERM or SIGINT (default)
                   accountd migrate [settings]     brings the store to this version and exits
                   accountd check [settings]       checks the store; problems, one a line, and exit 1
                   accountd outbox [settings]      what waits for delivery, and what was given up
                   accountd token --service NAME [--scopes A,B] [--ttl SECONDS] [settings]
                                                   a service token, good for 15 minutes unless --ttl says otherwise
                   accountd token rotate [settings] a new key for service tokens; those issued stay good
                   accountd backup FILE [settings] copies the data, without its keys, while it serves
                   accountd keys status [settings] which keys there are, and what names them
                   accountd keys rotate [settings] makes new ones, and seals everything anew under them
                   accountd keys retire N [settings] removes the keys of a generation that nothing names

            Settings, each as a flag, an environment variable, or `name = value` in the file that
            --config FILE or ACCOUNTD_CONFIG names; a flag wins over the environment, that over the file.

            \(settings.joined(separator: "\n"))
            """
    }
}
