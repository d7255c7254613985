import Glibc
import Synchronization

/// Ctrl-C while a command runs in the shell: ends the command, not the shell.
enum Interruption {
    private static let wasAsked = Atomic<Bool>(false)
    /// A pipe's ends, -1 before there is one. Which thread gets the signal isn't said, so that no call of the one that waits need end by it.
    private static let reading = Atomic<Int32>(-1)
    private static let writing = Atomic<Int32>(-1)

    static func listen() {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        reading.store(ends[0], ordering: .relaxed)
        writing.store(ends[1], ordering: .relaxed)
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { _ in Interruption.ask() }
        sigaction(SIGINT, &action, nil)
        // Whoever started the shell may have held it back.
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGINT)
        pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    }

    private static func ask() {
        wasAsked.store(true, ordering: .relaxed)
        var byte: UInt8 = 0
        _ = write(writing.load(ordering: .relaxed), &byte, 1)
    }

    static func clear() {
        wasAsked.store(false, ordering: .relaxed)
        var byte: UInt8 = 0
        while let descriptor, read(descriptor, &byte, 1) == 1 {}
    }

    static var isDue: Bool { wasAsked.load(ordering: .relaxed) }

    /// Readable while it is due; nil outside of a shell, where the signal ends the program.
    static var descriptor: Int32? {
        let descriptor = reading.load(ordering: .relaxed)
        return descriptor < 0 ? nil : descriptor
    }

    /// Waits; throws where somebody has had enough of it.
    static func pause(milliseconds: Int32) throws {
        var interest = pollfd(fd: reading.load(ordering: .relaxed), events: Int16(POLLIN), revents: 0)
        _ = poll(&interest, 1, milliseconds)
        if isDue { throw ToolError("interrupted") }
    }
}
