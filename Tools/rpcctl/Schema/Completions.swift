import ArgumentParser
import FoundationEssentials

/// What a shell may offer behind what was typed.
enum Completions {
    static func methods(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
        guard let schema = schema(words) else { return [] }
        // Names without their package where those are enough.
        let short = Dictionary(schema.methods.map { ($0.shortName, 1) }, uniquingKeysWith: +)
        return schema.methods.map { short[$0.shortName] == 1 ? $0.shortName : $0.fullName }
    }

    /// Of the request of the method that stands on the line.
    static func fields(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
        guard let schema = schema(words) else { return [] }
        let method = words.dropFirst().lazy.compactMap { try? schema.method(named: $0) }.first
        return method.map { schema.fields(of: $0.request).map { $0.name + "=" } } ?? []
    }

    /// For as long as somebody who types may be kept waiting for a server.
    private static let patience = Duration.seconds(1)

    /// What the line says: a file's, a server's, or accountd's own.
    private static func schema(_ words: [String]) -> Schema? {
        if let at = words.firstIndex(of: "--descriptor-set"), at + 1 < words.count {
            return FileManager.default.contents(atPath: words[at + 1]).flatMap { try? Schema(descriptorSet: Array($0)) }
        }
        guard let server = try? ServerOptions.parse(ServerOptions.among(words)),
            let isReflected = try? words.contains("--reflect") || server.keptContext()?.reflect == true
        else { return nil }
        return isReflected ? try? Reflection(server, patience: patience).schema() : try? Schema()
    }

    static func contexts(_ words: [String], _ index: Int, _ prefix: String) -> [String] {
        ((try? ContextFile.read())?.contexts.keys.sorted()) ?? []
    }
}

struct CompletionCommand: ParsableCommand {
    enum Shell: String, ExpressibleByArgument, CaseIterable {
        case bash, zsh, fish
    }

    static let configuration = CommandConfiguration(
        commandName: "completion",
        abstract: "Prints what a shell has to read to complete commands, methods and fields.",
        discussion: """
            bash: source <(rpcctl completion bash)
            zsh: rpcctl completion zsh > a folder of $fpath, as _rpcctl
            fish: rpcctl completion fish > ~/.config/fish/completions/rpcctl.fish
            """)

    @Argument(help: "bash, zsh or fish") var shell: Shell

    func run() {
        let wanted: CompletionShell =
            switch shell {
            case .bash: .bash
            case .zsh: .zsh
            case .fish: .fish
            }
        let script = RPCCtl.completionScript(for: wanted)
        Terminal.say(
            shell == .bash
                ? script.replacing("-F _rpcctl rpcctl", with: "-F _rpcctl_whole rpcctl") + Self.whole : script)
    }

    /// bash cuts words at a colon and at an equals sign, and HOST:PORT would be three of them.
    private static let whole = """

        _rpcctl_whole() {
            local -a words=()
            local -i index
            local before=
            for ((index = 0; index <= COMP_CWORD; index++)); do
                if ((index > 0 && index < COMP_CWORD)) && [[ ${COMP_WORDS[index]} == [:=] || ${before} == [:=] ]]; then
                    words[-1]+=${COMP_WORDS[index]}
                else
                    words+=("${COMP_WORDS[index]}")
                fi
                before=${COMP_WORDS[index]}
            done
            local -a COMP_WORDS=("${words[@]}")
            local -i COMP_CWORD=$((${#words[@]} - 1))
            _rpcctl "$@"
            # A field's value follows at once.
            if [[ ${COMPREPLY[0]-} == *= ]]; then compopt +o filenames -o nospace; fi
        }
        """
}
