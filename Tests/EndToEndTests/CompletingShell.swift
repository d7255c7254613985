import Foundation

/// bash, fish or zsh as somebody has it who set completion up as docs/operations.md says.
struct CompletingShell {
    let terminal: RPCCtlTerminal

    init(_ name: String, _ rpcctl: RPCCtl) throws {
        let config = rpcctl.folder.appendingPathComponent("config")
        let completions = config.appendingPathComponent("fish/completions")
        try FileManager.default.createDirectory(at: completions, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: rpcctl.file("rpcctl"), withDestinationPath: URL(fileURLWithPath: RPCCtl.program).path)
        let script = try RPCCtl(in: rpcctl.folder)("completion", name).output
        try rpcctl.write(script, to: "_rpcctl")
        try rpcctl.write(script, to: "config/fish/completions/rpcctl.fish")
        try rpcctl.write("function fish_prompt; echo 'ready> '; end; set fish_greeting", to: "config/fish/config.fish")
        let folder = rpcctl.folder.path
        try rpcctl.write(
            "fpath=('\(folder)' $fpath); autoload -Uz compinit; compinit -u -D; PS1='ready> '", to: ".zshrc")
        try rpcctl.write("source '\(folder)/_rpcctl'; PS1='ready> '", to: ".bashrc")
        var environment = rpcctl.environment
        environment["HOME"] = folder
        environment["ZDOTDIR"] = folder
        environment["PATH"] = folder + ":/usr/bin:/bin"
        // A shell wants a terminal that it alone governs.
        terminal = try RPCCtlTerminal(
            program: "/usr/bin/setsid", ["-c", "-w", "/usr/bin/\(name)", "-i"], environment)
        try terminal.awaitText("ready> ")
    }
}
