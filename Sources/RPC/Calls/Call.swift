/// One call, borrowed from the connection's input: good until the handler returns.
package struct Call: ~Escapable {
    package let payload: RawSpan
    /// `authorization`'s value, whole; empty where the call has none.
    package let authorization: RawSpan
    /// `service-authorization`'s value, whole; empty where the call has none.
    package let serviceAuthorization: RawSpan
    /// W3C Trace Context's; empty where the call has none.
    package let traceparent: RawSpan
    package let deadline: Deadline
    package let connection: ConnectionState

    @_lifetime(copy envelope)
    @inline(__always)
    package init(_ envelope: borrowing RequestEnvelope, deadline: Deadline, connection: ConnectionState) {
        payload = envelope.payload
        authorization = envelope.authorization
        serviceAuthorization = envelope.serviceAuthorization
        traceparent = envelope.traceparent
        self.deadline = deadline
        self.connection = connection
    }

    /// From the ranges of its parts in `bytes`; each must lie within.
    @_lifetime(copy bytes)
    @inline(__always)
    package init(_ parts: CallParts, in bytes: RawSpan, deadline: Deadline, connection: ConnectionState) {
        payload = parts.payload.span(in: bytes)
        authorization = parts.authorization.span(in: bytes)
        serviceAuthorization = parts.serviceAuthorization.span(in: bytes)
        traceparent = parts.traceparent.span(in: bytes)
        self.deadline = deadline
        self.connection = connection
    }

    /// A copy for work that ends elsewhere.
    package var owned: OwnedCall {
        OwnedCall(
            payload: payload.copied, authorization: authorization.copied,
            serviceAuthorization: serviceAuthorization.copied, traceparent: traceparent.copied, deadline: deadline,
            peer: connection.peer)
    }
}

/// Where a call's parts lie in the bytes it came in: what can be kept of a borrowed call.
package struct CallParts: Sendable {
    package struct Part: Sendable {
        let start: UInt32
        let count: UInt32

        @inline(__always)
        init(_ range: Range<Int>) {
            start = UInt32(truncatingIfNeeded: range.lowerBound)
            count = UInt32(truncatingIfNeeded: range.count)
        }

        /// Empty when `part` is not within `bytes`, or lies past 4 GiB.
        @inline(__always)
        init(_ part: RawSpan, in bytes: RawSpan) {
            let offsets = bytes.byteOffsets(of: part)
            start = UInt32(truncatingIfNeeded: offsets?.lowerBound ?? 0)
            count = UInt32(truncatingIfNeeded: offsets?.count ?? 0)
        }

        init() {
            start = 0
            count = 0
        }

        /// An empty one lies nowhere.
        @inline(__always)
        func moved(by distance: Int) -> Part {
            guard count > 0 else { return self }
            return Part(start: UInt32(truncatingIfNeeded: Int(start) + distance), count: count)
        }

        private init(start: UInt32, count: UInt32) {
            self.start = start
            self.count = count
        }

        @_lifetime(copy bytes)
        @inline(__always)
        func span(in bytes: RawSpan) -> RawSpan { bytes.extracting(Int(start)..<Int(start) + Int(count)) }
    }

    let payload: Part
    let authorization: Part
    let serviceAuthorization: Part
    let traceparent: Part

    package var payloadBytes: Int { Int(payload.count) }

    /// All empty.
    package init() {
        payload = Part()
        authorization = Part()
        serviceAuthorization = Part()
        traceparent = Part()
    }

    /// From where each lies; all below 4 GiB.
    @inline(__always)
    package init(
        payload: Range<Int>, authorization: Range<Int>, serviceAuthorization: Range<Int>, traceparent: Range<Int>
    ) {
        self.payload = Part(payload)
        self.authorization = Part(authorization)
        self.serviceAuthorization = Part(serviceAuthorization)
        self.traceparent = Part(traceparent)
    }

    private init(payload: Part, authorization: Part, serviceAuthorization: Part, traceparent: Part) {
        self.payload = payload
        self.authorization = authorization
        self.serviceAuthorization = serviceAuthorization
        self.traceparent = traceparent
    }

    /// The same metadata so many bytes further on, beside another payload.
    @inline(__always)
    func moved(by distance: Int, payload: Range<Int>) -> CallParts {
        CallParts(
            payload: Part(payload), authorization: authorization.moved(by: distance),
            serviceAuthorization: serviceAuthorization.moved(by: distance), traceparent: traceparent.moved(by: distance)
        )
    }

    @inline(__always)
    package init(_ envelope: borrowing RequestEnvelope, in bytes: RawSpan) {
        payload = Part(envelope.payload, in: bytes)
        authorization = Part(envelope.authorization, in: bytes)
        serviceAuthorization = Part(envelope.serviceAuthorization, in: bytes)
        traceparent = Part(envelope.traceparent, in: bytes)
    }
}

/// A call that outlives the input it came in.
package struct OwnedCall: Sendable {
    package let payload: [UInt8]
    package let authorization: [UInt8]
    package let serviceAuthorization: [UInt8]
    package let traceparent: [UInt8]
    package let deadline: Deadline
    /// All metadata, for a method that reads it and a face that carries it; empty otherwise.
    package var metadata = CallMetadata()
    /// Its message came compressed.
    package var wasCompressed = false
    package let peer: PeerCertificate

    package init(
        payload: [UInt8], authorization: [UInt8] = [], serviceAuthorization: [UInt8] = [], traceparent: [UInt8] = [],
        deadline: Deadline = .none, peer: PeerCertificate = .none
    ) {
        self.peer = peer
        self.payload = payload
        self.authorization = authorization
        self.serviceAuthorization = serviceAuthorization
        self.traceparent = traceparent
        self.deadline = deadline
    }
}

/// What a connection remembers between its calls. Belongs to the connection's shard: one thread at a time.
package final class ConnectionState {
    package let shardIndex: Int
    /// The credential of a calling service that was proven last, so that the next call compares instead of hashing.
    package var provenToken: [UInt8] = []
    package var peer = PeerCertificate.none
    /// A scope that it was found to have; empty: none yet.
    package var provenScope = ""
    /// Until when that holds, in microseconds since 1970.
    package var provenUntil = Int64.max

    package init(shardIndex: Int) { self.shardIndex = shardIndex }
}
