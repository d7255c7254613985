package import Domain
package import Load

/// What the parts around the methods measured, at one moment. Whoever wires them reads them.
package struct PartsReading: Sendable {
    /// All classes of all queues.
    package var queues: [QueueReading] = []
    package var commitTimes: HistogramReading?
    package var commitSizes: HistogramReading?
    package var connections: [ConnectionReading] = []
    package var refusedCalls: [RefusedReading] = []
    package var process = ProcessReading()
    package var startedAt = Instant(microseconds: 0)

    package init() {}
}

/// The connections of one face, those over TLS apart.
package struct ConnectionReading: Sendable {
    package let face: String
    package let isSecured: Bool
    package let open: Int64
    package let accepted: Int64

    package init(face: String, isSecured: Bool, open: Int64, accepted: Int64) {
        self.face = face
        self.isSecured = isSecured
        self.open = open
        self.accepted = accepted
    }
}

/// Calls that never came to their method, of one face and for one reason.
package struct RefusedReading: Sendable {
    package let face: String
    package let why: String
    package let count: Int64

    package init(face: String, why: String, count: Int64) {
        self.face = face
        self.why = why
        self.count = count
    }
}

/// What the system says of the process; zeros where it says nothing.
package struct ProcessReading: Sendable {
    package var cpuTime = TimeSpan(microseconds: 0)
    package var residentBytes: Int64 = 0
    package var threads: Int64 = 0
    package var openDescriptors: Int64 = 0
    package var descriptorLimit: Int64 = 0

    package init() {}
}
