// Made by Tools/generate. Do not edit.

internal import CMessages

/// account.v1.GetStatsRequest
package struct GetStatsRequest: Message {
    package init() {}

    package static let fullName = "account.v1.GetStatsRequest"
    package static var wire: WireType { WireType(account__v1__get_stats_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
    }
}

/// account.v1.GetStatsResponse
package struct GetStatsResponse: Message {
    package var stats: Stats? = nil

    package init() {}

    package init(
        stats: Stats? = nil
    ) {
        self.stats = stats
    }

    package static let fullName = "account.v1.GetStatsResponse"
    package static var wire: WireType { WireType(account__v1__get_stats_response__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__GetStatsResponse.self)
        stats = try Read.message(c.pointee.stats, "stats")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__GetStatsResponse.self)
        c.pointee.stats = arena.stage(message: stats)?.assumingMemoryBound(to: Account__V1__Stats.self)
    }
}

/// account.v1.WatchStatsRequest
package struct WatchStatsRequest: Message {
    /// From 100 ms to 1 h; nothing, or 0: a second.
    package var interval: DurationMessage? = nil

    package init() {}

    package init(
        interval: DurationMessage? = nil
    ) {
        self.interval = interval
    }

    package static let fullName = "account.v1.WatchStatsRequest"
    package static var wire: WireType { WireType(account__v1__watch_stats_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__WatchStatsRequest.self)
        interval = try Read.message(c.pointee.interval, "interval")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__WatchStatsRequest.self)
        c.pointee.interval = arena.stage(message: interval)?.assumingMemoryBound(to: Google__Protobuf__Duration.self)
    }
}

/// account.v1.WatchStatsResponse
package struct WatchStatsResponse: Message {
    package var stats: Stats? = nil

    package init() {}

    package init(
        stats: Stats? = nil
    ) {
        self.stats = stats
    }

    package static let fullName = "account.v1.WatchStatsResponse"
    package static var wire: WireType { WireType(account__v1__watch_stats_response__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__WatchStatsResponse.self)
        stats = try Read.message(c.pointee.stats, "stats")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__WatchStatsResponse.self)
        c.pointee.stats = arena.stage(message: stats)?.assumingMemoryBound(to: Account__V1__Stats.self)
    }
}

/// account.v1.Stats
package struct Stats: Message {
    package var takenAt: Timestamp? = nil
    package var startedAt: Timestamp? = nil
    /// Those that were called since the start.
    package var methods: [MethodStats] = []
    package var queues: [QueueStats] = []
    package var store: StoreStats? = nil
    /// Lanes that aren't empty.
    package var outbox: [OutboxLaneStats] = []
    package var connections: [ConnectionStats] = []
    package var process: ProcessStats? = nil

    package init() {}

    package init(
        takenAt: Timestamp? = nil,
        startedAt: Timestamp? = nil,
        methods: [MethodStats] = [],
        queues: [QueueStats] = [],
        store: StoreStats? = nil,
        outbox: [OutboxLaneStats] = [],
        connections: [ConnectionStats] = [],
        process: ProcessStats? = nil
    ) {
        self.takenAt = takenAt
        self.startedAt = startedAt
        self.methods = methods
        self.queues = queues
        self.store = store
        self.outbox = outbox
        self.connections = connections
        self.process = process
    }

    package static let fullName = "account.v1.Stats"
    package static var wire: WireType { WireType(account__v1__stats__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__Stats.self)
        takenAt = try Read.message(c.pointee.taken_at, "taken_at")
        startedAt = try Read.message(c.pointee.started_at, "started_at")
        methods = try Read.messages(c.pointee.n_methods, c.pointee.methods, "methods")
        queues = try Read.messages(c.pointee.n_queues, c.pointee.queues, "queues")
        store = try Read.message(c.pointee.store, "store")
        outbox = try Read.messages(c.pointee.n_outbox, c.pointee.outbox, "outbox")
        connections = try Read.messages(c.pointee.n_connections, c.pointee.connections, "connections")
        process = try Read.message(c.pointee.process, "process")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__Stats.self)
        c.pointee.taken_at = arena.stage(message: takenAt)?.assumingMemoryBound(to: Google__Protobuf__Timestamp.self)
        c.pointee.started_at = arena.stage(message: startedAt)?.assumingMemoryBound(to: Google__Protobuf__Timestamp.self)
        c.pointee.n_methods = methods.count
        c.pointee.methods = arena.stage(messages: methods)?.assumingMemoryBound(to: UnsafeMutablePointer<Account__V1__MethodStats>?.self)
        c.pointee.n_queues = queues.count
        c.pointee.queues = arena.stage(messages: queues)?.assumingMemoryBound(to: UnsafeMutablePointer<Account__V1__QueueStats>?.self)
        c.pointee.store = arena.stage(message: store)?.assumingMemoryBound(to: Account__V1__StoreStats.self)
        c.pointee.n_outbox = outbox.count
        c.pointee.outbox = arena.stage(messages: outbox)?.assumingMemoryBound(to: UnsafeMutablePointer<Account__V1__OutboxLaneStats>?.self)
        c.pointee.n_connections = connections.count
        c.pointee.connections = arena.stage(messages: connections)?.assumingMemoryBound(to: UnsafeMutablePointer<Account__V1__ConnectionStats>?.self)
        c.pointee.process = arena.stage(message: process)?.assumingMemoryBound(to: Account__V1__ProcessStats.self)
    }
}

/// account.v1.MethodStats
package struct MethodStats: Message {
    /// "account.v1.AccountService".
    package var service: String = ""
    /// "GetAccount".
    package var method: String = ""
    /// Calls that ended.
    package var calls: Int64 = 0
    package var inFlight: Int64 = 0
    /// Turned away because there was more work than time.
    package var shed: Int64 = 0
    package var codes: [CodeCount] = []
    /// From a call's arrival to its answer, and from its arrival to the beginning of its work.
    package var latency: TimeStats? = nil
    package var queueTime: TimeStats? = nil

    package init() {}

    package init(
        service: String = "",
        method: String = "",
        calls: Int64 = 0,
        inFlight: Int64 = 0,
        shed: Int64 = 0,
        codes: [CodeCount] = [],
        latency: TimeStats? = nil,
        queueTime: TimeStats? = nil
    ) {
        self.service = service
        self.method = method
        self.calls = calls
        self.inFlight = inFlight
        self.shed = shed
        self.codes = codes
        self.latency = latency
        self.queueTime = queueTime
    }

    package static let fullName = "account.v1.MethodStats"
    package static var wire: WireType { WireType(account__v1__method_stats__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__MethodStats.self)
        service = try Read.text(c.pointee.service, "service")
        method = try Read.text(c.pointee.method, "method")
        calls = c.pointee.calls
        inFlight = c.pointee.in_flight
        shed = c.pointee.shed
        codes = try Read.messages(c.pointee.n_codes, c.pointee.codes, "codes")
        latency = try Read.message(c.pointee.latency, "latency")
        queueTime = try Read.message(c.pointee.queue_time, "queue_time")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__MethodStats.self)
        c.pointee.service = arena.stage(text: service)
        c.pointee.method = arena.stage(text: method)
        c.pointee.calls = calls
        c.pointee.in_flight = inFlight
        c.pointee.shed = shed
        c.pointee.n_codes = codes.count
        c.pointee.codes = arena.stage(messages: codes)?.assumingMemoryBound(to: UnsafeMutablePointer<Account__V1__CodeCount>?.self)
        c.pointee.latency = arena.stage(message: latency)?.assumingMemoryBound(to: Account__V1__TimeStats.self)
        c.pointee.queue_time = arena.stage(message: queueTime)?.assumingMemoryBound(to: Account__V1__TimeStats.self)
    }
}

/// account.v1.CodeCount
package struct CodeCount: Message {
    /// gRPC's spelling: "NOT_FOUND".
    package var code: String = ""
    package var count: Int64 = 0

    package init() {}

    package init(
        code: String = "",
        count: Int64 = 0
    ) {
        self.code = code
        self.count = count
    }

    package static let fullName = "account.v1.CodeCount"
    package static var wire: WireType { WireType(account__v1__code_count__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__CodeCount.self)
        code = try Read.text(c.pointee.code, "code")
        count = c.pointee.count
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__CodeCount.self)
        c.pointee.code = arena.stage(text: code)
        c.pointee.count = count
    }
}

/// Times are told by the end of the bucket that holds them: at most twice the truth.
package struct TimeStats: Message {
    package var count: Int64 = 0
    package var sum: DurationMessage? = nil
    package var p50: DurationMessage? = nil
    package var p99: DurationMessage? = nil

    package init() {}

    package init(
        count: Int64 = 0,
        sum: DurationMessage? = nil,
        p50: DurationMessage? = nil,
        p99: DurationMessage? = nil
    ) {
        self.count = count
        self.sum = sum
        self.p50 = p50
        self.p99 = p99
    }

    package static let fullName = "account.v1.TimeStats"
    package static var wire: WireType { WireType(account__v1__time_stats__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__TimeStats.self)
        count = c.pointee.count
        sum = try Read.message(c.pointee.sum, "sum")
        p50 = try Read.message(c.pointee.p50, "p50")
        p99 = try Read.message(c.pointee.p99, "p99")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__TimeStats.self)
        c.pointee.count = count
        c.pointee.sum = arena.stage(message: sum)?.assumingMemoryBound(to: Google__Protobuf__Duration.self)
        c.pointee.p50 = arena.stage(message: p50)?.assumingMemoryBound(to: Google__Protobuf__Duration.self)
        c.pointee.p99 = arena.stage(message: p99)?.assumingMemoryBound(to: Google__Protobuf__Duration.self)
    }
}

/// One class of work in one queue.
package struct QueueStats: Message {
    /// "write", "read" or "hash".
    package var queue: String = ""
    /// "first", "sign_in" or "rest".
    package var priority: String = ""
    package var waiting: Int64 = 0
    /// Turned away, for whatever reason.
    package var shed: Int64 = 0
    package var queueTime: TimeStats? = nil

    package init() {}

    package init(
        queue: String = "",
        priority: String = "",
        waiting: Int64 = 0,
        shed: Int64 = 0,
        queueTime: TimeStats? = nil
    ) {
        self.queue = queue
        self.priority = priority
        self.waiting = waiting
        self.shed = shed
        self.queueTime = queueTime
    }

    package static let fullName = "account.v1.QueueStats"
    package static var wire: WireType { WireType(account__v1__queue_stats__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__QueueStats.self)
        queue = try Read.text(c.pointee.queue, "queue")
        priority = try Read.text(c.pointee.priority, "priority")
        waiting = c.pointee.waiting
        shed = c.pointee.shed
        queueTime = try Read.message(c.pointee.queue_time, "queue_time")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__QueueStats.self)
        c.pointee.queue = arena.stage(text: queue)
        c.pointee.priority = arena.stage(text: priority)
        c.pointee.waiting = waiting
        c.pointee.shed = shed
        c.pointee.queue_time = arena.stage(message: queueTime)?.assumingMemoryBound(to: Account__V1__TimeStats.self)
    }
}

/// account.v1.StoreStats
package struct StoreStats: Message {
    package var commits: Int64 = 0
    /// Changes in all commits.
    package var changes: Int64 = 0
    package var commitTime: TimeStats? = nil

    package init() {}

    package init(
        commits: Int64 = 0,
        changes: Int64 = 0,
        commitTime: TimeStats? = nil
    ) {
        self.commits = commits
        self.changes = changes
        self.commitTime = commitTime
    }

    package static let fullName = "account.v1.StoreStats"
    package static var wire: WireType { WireType(account__v1__store_stats__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__StoreStats.self)
        commits = c.pointee.commits
        changes = c.pointee.changes
        commitTime = try Read.message(c.pointee.commit_time, "commit_time")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__StoreStats.self)
        c.pointee.commits = commits
        c.pointee.changes = changes
        c.pointee.commit_time = arena.stage(message: commitTime)?.assumingMemoryBound(to: Account__V1__TimeStats.self)
    }
}

/// account.v1.OutboxLaneStats
package struct OutboxLaneStats: Message {
    package var lane: String = ""
    package var waiting: Int64 = 0
    /// Of the oldest job.
    package var age: DurationMessage? = nil

    package init() {}

    package init(
        lane: String = "",
        waiting: Int64 = 0,
        age: DurationMessage? = nil
    ) {
        self.lane = lane
        self.waiting = waiting
        self.age = age
    }

    package static let fullName = "account.v1.OutboxLaneStats"
    package static var wire: WireType { WireType(account__v1__outbox_lane_stats__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__OutboxLaneStats.self)
        lane = try Read.text(c.pointee.lane, "lane")
        waiting = c.pointee.waiting
        age = try Read.message(c.pointee.age, "age")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__OutboxLaneStats.self)
        c.pointee.lane = arena.stage(text: lane)
        c.pointee.waiting = waiting
        c.pointee.age = arena.stage(message: age)?.assumingMemoryBound(to: Google__Protobuf__Duration.self)
    }
}

/// account.v1.ConnectionStats
package struct ConnectionStats: Message {
    /// "ttrpc", "http2", "http1"; "unknown" before the first bytes have told.
    package var face: String = ""
    package var open: Int64 = 0
    package var accepted: Int64 = 0
    package var overTls: Bool = false

    package init() {}

    package init(
        face: String = "",
        open: Int64 = 0,
        accepted: Int64 = 0,
        overTls: Bool = false
    ) {
        self.face = face
        self.open = open
        self.accepted = accepted
        self.overTls = overTls
    }

    package static let fullName = "account.v1.ConnectionStats"
    package static var wire: WireType { WireType(account__v1__connection_stats__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__ConnectionStats.self)
        face = try Read.text(c.pointee.face, "face")
        open = c.pointee.open
        accepted = c.pointee.accepted
        overTls = c.pointee.over_tls != 0
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__ConnectionStats.self)
        c.pointee.face = arena.stage(text: face)
        c.pointee.open = open
        c.pointee.accepted = accepted
        c.pointee.over_tls = overTls ? 1 : 0
    }
}

/// account.v1.ProcessStats
package struct ProcessStats: Message {
    package var cpuTime: DurationMessage? = nil
    package var residentBytes: Int64 = 0
    package var threads: Int64 = 0
    package var openDescriptors: Int64 = 0
    package var descriptorLimit: Int64 = 0

    package init() {}

    package init(
        cpuTime: DurationMessage? = nil,
        residentBytes: Int64 = 0,
        threads: Int64 = 0,
        openDescriptors: Int64 = 0,
        descriptorLimit: Int64 = 0
    ) {
        self.cpuTime = cpuTime
        self.residentBytes = residentBytes
        self.threads = threads
        self.openDescriptors = openDescriptors
        self.descriptorLimit = descriptorLimit
    }

    package static let fullName = "account.v1.ProcessStats"
    package static var wire: WireType { WireType(account__v1__process_stats__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__ProcessStats.self)
        cpuTime = try Read.message(c.pointee.cpu_time, "cpu_time")
        residentBytes = c.pointee.resident_bytes
        threads = c.pointee.threads
        openDescriptors = c.pointee.open_descriptors
        descriptorLimit = c.pointee.descriptor_limit
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__ProcessStats.self)
        c.pointee.cpu_time = arena.stage(message: cpuTime)?.assumingMemoryBound(to: Google__Protobuf__Duration.self)
        c.pointee.resident_bytes = residentBytes
        c.pointee.threads = threads
        c.pointee.open_descriptors = openDescriptors
        c.pointee.descriptor_limit = descriptorLimit
    }
}
