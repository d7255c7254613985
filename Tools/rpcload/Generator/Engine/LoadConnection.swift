internal import RPC

/// A connection under load: its socket, its protocol and the calls that wait for answers on it.
final class LoadConnection {
    let index: Int
    @exclusivity(unchecked) var link: Link
    @exclusivity(unchecked) var face: any Face
    let calls: CallRing
    let output = OutputBuffer(capacity: 64 << 10)
    /// Of the next call, and of the first that was not sent.
    @exclusivity(unchecked) var nextNumber: UInt32 = 0
    @exclusivity(unchecked) var firstUnsent: UInt32 = 0
    /// The socket took less than there was.
    @exclusivity(unchecked) var isBlocked = false
    @exclusivity(unchecked) var isDirty = false
    @exclusivity(unchecked) var isLost = false
    /// When another connection may be tried in its place.
    @exclusivity(unchecked) var retryNs: UInt64 = 0

    init(index: Int, link: Link, face: any Face, slots: Int) {
        self.index = index
        self.link = link
        self.face = face
        calls = CallRing(slots: slots)
    }

    func replace(_ link: Link, _ face: any Face) {
        self.link = link
        self.face = face
        output.removeAll()
        firstUnsent = nextNumber
        isBlocked = false
        isDirty = false
        isLost = false
    }
}
