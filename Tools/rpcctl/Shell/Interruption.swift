import Glibc
import Synchronization

/// Ctrl-C while a call runs in the shell: ends the call, not the shell.
enum Interruption {
    private static let wasAsked = Atomic<Bool>(false)

    static func listen() {
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { _ in Interruption.wasAsked.store(true, ordering: .relaxed) }
        sigaction(SIGINT, &action, nil)
        // Whoever started the shell may have held it back.
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGINT)
        pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    }

    static func clear() { wasAsked.store(false, ordering: .relaxed) }

    static var isDue: Bool { wasAsked.load(ordering: .relaxed) }
}
