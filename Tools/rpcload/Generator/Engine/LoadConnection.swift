internal import RPC

/// A connection under load: its socket, its protocol and the calls that wait for answers on it.
final class LoadConnection {
    let index: Int
    @exclusivity(unchecked) var link: Link
    @exclusivity(unchecked) var face: any Face
    let calls: CallRing
    /// Streams that are open, by number.
    @exclusivity(unchecked) var streams: [UInt32: OpenStream] = [:]
    /// Those that were begun since the last write.
    @exclusivity(unchecked) var unsentStreams: [OpenStream] = []
    let output = OutputBuffer(capacity: 64 << 10)
    /// Of the next call, and of the first that was not sent.
    @exclusivity(unchecked) var nextNumber: UInt32 = 0
    @exclusivity(unchecked) var firstUnsent: UInt32 = 0
    /// The socket took less than there was.
    @exclusivity(unchecked) var isBlocked = false
    @exclusivity(unchecked) var isDirty = false
    /// No call can be begun on it: it is gone, and the next isn't open yet.
    @exclusivity(unchecked) var isLost = false
    @exclusivity(unchecked) var reconnect: Reconnect
    /// Flows of this connection that are between two steps.
    @exclusivity(unchecked) var pausing = 0
    /// Those that would go on, and when they were to: the connection was lost meanwhile.
    @exclusivity(unchecked) var held: [(flow: Int32, dueNs: UInt64)] = []

    init(index: Int, link: Link, face: any Face, slots: Int, openedNs: UInt64) {
        self.index = index
        self.link = link
        self.face = face
        calls = CallRing(slots: slots)
        reconnect = Reconnect(seed: UInt64(index), openedNs: openedNs)
    }

    @inline(__always)
    var inFlight: Int { calls.count + streams.count }

    @inline(__always)
    func takeNumber() -> UInt32 {
        let number = nextNumber
        nextNumber = number &+ 1 & 0x7FFF_FFFF
        return number
    }

    func replace(_ link: Link, _ face: any Face) {
        self.link = link
        self.face = face
        output.removeAll()
        unsentStreams.removeAll()
        firstUnsent = nextNumber
        isBlocked = false
        isDirty = false
    }
}
