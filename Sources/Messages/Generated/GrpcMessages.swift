// Made by Tools/generate. Do not edit.

internal import CMessages

package enum ServingStatus: WireEnum {
    case unknown
    case serving
    case notServing
    case serviceUnknown
    /// A number that this version has no name for.
    case unrecognized(Int32)

    package static let allCases: [ServingStatus] = [.unknown, .serving, .notServing, .serviceUnknown]

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unknown
        case 1: self = .serving
        case 2: self = .notServing
        case 3: self = .serviceUnknown
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unknown: 0
        case .serving: 1
        case .notServing: 2
        case .serviceUnknown: 3
        case .unrecognized(let rawValue): rawValue
        }
    }

    /// The name in the .proto file; a number's digits when it has none.
    package var protoName: String {
        switch self {
        case .unknown: "UNKNOWN"
        case .serving: "SERVING"
        case .notServing: "NOT_SERVING"
        case .serviceUnknown: "SERVICE_UNKNOWN"
        case .unrecognized(let rawValue): String(rawValue)
        }
    }
}

/// grpc.health.v1.HealthCheckRequest
package struct HealthCheckRequest: Message {
    package var service: String = ""

    package init() {}

    package init(
        service: String = ""
    ) {
        self.service = service
    }

    package static let fullName = "grpc.health.v1.HealthCheckRequest"
    package static var wire: WireType { WireType(grpc__health__v1__health_check_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Grpc__Health__V1__HealthCheckRequest.self)
        service = try Read.text(c.pointee.service, "service")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Grpc__Health__V1__HealthCheckRequest.self)
        c.pointee.service = arena.stage(text: service)
    }
}

/// grpc.health.v1.HealthCheckResponse
package struct HealthCheckResponse: Message {
    package var status: ServingStatus = .unknown

    package init() {}

    package init(
        status: ServingStatus = .unknown
    ) {
        self.status = status
    }

    package static let fullName = "grpc.health.v1.HealthCheckResponse"
    package static var wire: WireType { WireType(grpc__health__v1__health_check_response__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Grpc__Health__V1__HealthCheckResponse.self)
        status = ServingStatus(rawValue: Int32(bitPattern: c.pointee.status.rawValue))
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Grpc__Health__V1__HealthCheckResponse.self)
        c.pointee.status = Grpc__Health__V1__HealthCheckResponse__ServingStatus(rawValue: UInt32(bitPattern: status.rawValue))
    }
}

/// A request for the serving status of every service that the server knows.
package struct HealthListRequest: Message {
    package init() {}

    package static let fullName = "grpc.health.v1.HealthListRequest"
    package static var wire: WireType { WireType(grpc__health__v1__health_list_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
    }
}

/// grpc.health.v1.HealthListResponse
package struct HealthListResponse: Message {
    /// grpc.health.v1.HealthListResponse.StatusesEntry
    package struct StatusesEntry: Message {
        package var key: String = ""
        package var value: HealthCheckResponse? = nil

        package init() {}

        package init(
            key: String = "",
            value: HealthCheckResponse? = nil
        ) {
            self.key = key
            self.value = value
        }

        package static let fullName = "grpc.health.v1.HealthListResponse.StatusesEntry"
        package static var wire: WireType { WireType(grpc__health__v1__health_list_response__statuses_entry__where()) }

        package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
            let c = raw.assumingMemoryBound(to: Grpc__Health__V1__HealthListResponse__StatusesEntry.self)
            key = try Read.text(c.pointee.key, "key")
            value = try Read.message(c.pointee.value, "value")
        }

        package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
            let c = raw.assumingMemoryBound(to: Grpc__Health__V1__HealthListResponse__StatusesEntry.self)
            c.pointee.key = arena.stage(text: key)
            c.pointee.value = arena.stage(message: value)?.assumingMemoryBound(to: Grpc__Health__V1__HealthCheckResponse.self)
        }
    }

    /// Statuses by the service's name; the empty name is the server's own.
    package var statuses: [HealthListResponse.StatusesEntry] = []

    package init() {}

    package init(
        statuses: [HealthListResponse.StatusesEntry] = []
    ) {
        self.statuses = statuses
    }

    package static let fullName = "grpc.health.v1.HealthListResponse"
    package static var wire: WireType { WireType(grpc__health__v1__health_list_response__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Grpc__Health__V1__HealthListResponse.self)
        statuses = try Read.messages(c.pointee.n_statuses, c.pointee.statuses, "statuses")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Grpc__Health__V1__HealthListResponse.self)
        c.pointee.n_statuses = statuses.count
        c.pointee.statuses = arena.stage(messages: statuses)?.assumingMemoryBound(to: UnsafeMutablePointer<Grpc__Health__V1__HealthListResponse__StatusesEntry>?.self)
    }
}
