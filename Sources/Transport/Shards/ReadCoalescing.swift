/// Whether a shard pauses for a moment before it looks for more, so that what clients send call by call is read, answered and
/// acknowledged together: half of what a short read costs is the kernel's. A network card's adaptive interrupt moderation does the same.
///
/// It goes by what it sees: under many reads a second it tries what pauses bring. Clients that wait for each answer before they send more
/// bring nothing, and are left alone for longer each time.
struct ReadCoalescing {
    private enum Phase {
        case looking
        case trying
        case pausing
    }

    private var phase = Phase.looking
    /// Of the window, which is as long as a number of reads is.
    private var reads = 0
    private var bytes = 0
    private var began: Int64
    /// Bytes that a read took without pauses.
    private var unpaused = 0
    /// Windows to the next try, and how many there were to this one.
    private var untilTry = 0
    private var patience = 1
    /// Windows to the next look at how it goes without.
    private var untilLook = 0

    static let window = 128
    /// Reads that come further apart than this, in nanoseconds, are too few to bother; while pausing, twice that.
    static let densest: Int64 = 100_000
    /// Reads as long as this are gathered already.
    static let longRead = 16 << 10
    static let mostPatience = 64
    static let windowsBetweenLooks = 256

    init(now: Int64) { began = now }

    @inline(__always)
    mutating func note(_ count: Int) {
        reads &+= 1
        bytes &+= count
    }

    /// After each round, which began at `now`: whether to pause.
    @inline(__always)
    mutating func pauses(now: Int64) -> Bool {
        if reads >= Self.window || now - began > Int64(Self.window) * Self.densest * 2 { endWindow(now) }
        return phase != .looking
    }

    private mutating func endWindow(_ now: Int64) {
        let read = reads > 0 ? bytes / reads : 0
        let isDense = now - began <= Int64(max(1, reads)) * Self.densest * (phase == .looking ? 1 : 2)
        switch phase {
        case .looking: look(read, isDense)
        case .trying: judge(read)
        case .pausing:
            untilLook -= 1
            if !isDense || untilLook <= 0 { phase = .looking }
        }
        reads = 0
        bytes = 0
        began = now
    }

    private mutating func look(_ read: Int, _ isDense: Bool) {
        guard isDense, read < Self.longRead else { return }
        if untilTry > 0 {
            untilTry -= 1
        } else {
            unpaused = read
            phase = .trying
        }
    }

    /// Pauses are worth their while if a read takes a fifth more.
    private mutating func judge(_ read: Int) {
        if read >= unpaused + unpaused / 5 {
            phase = .pausing
            patience = 1
            untilLook = Self.windowsBetweenLooks
        } else {
            phase = .looking
            patience = min(patience * 2, Self.mostPatience)
            untilTry = patience
        }
    }
}
