// Made by Tools/generate. Do not edit.

internal import CMessages

/// `FieldMask` represents a set of symbolic field paths, for example:
package struct FieldMask: Message {
    /// The set of field mask paths.
    package var paths: [String] = []

    package init() {}

    package init(
        paths: [String] = []
    ) {
        self.paths = paths
    }

    package static let fullName = "google.protobuf.FieldMask"
    package static var wire: WireType { WireType(google__protobuf__field_mask__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Google__Protobuf__FieldMask.self)
        paths = try Read.texts(c.pointee.n_paths, c.pointee.paths, "paths")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Google__Protobuf__FieldMask.self)
        c.pointee.n_paths = paths.count
        c.pointee.paths = arena.stage(texts: paths)
    }
}

/// A Timestamp represents a point in time independent of any time zone or local
/// calendar, encoded as a count of seconds and fractions of seconds at
/// nanosecond resolution. The count is relative to an epoch at UTC midnight on
/// January 1, 1970, in the proleptic Gregorian calendar which extends the
/// Gregorian calendar backwards to year one.
package struct Timestamp: Message {
    /// Represents seconds of UTC time since Unix epoch
    /// 1970-01-01T00:00:00Z. Must be from 0001-01-01T00:00:00Z to
    /// 9999-12-31T23:59:59Z inclusive.
    package var seconds: Int64 = 0
    /// Non-negative fractions of a second at nanosecond resolution. Negative
    /// second values with fractions must still have non-negative nanos values
    /// that count forward in time. Must be from 0 to 999,999,999
    /// inclusive.
    package var nanos: Int32 = 0

    package init() {}

    package init(
        seconds: Int64 = 0,
        nanos: Int32 = 0
    ) {
        self.seconds = seconds
        self.nanos = nanos
    }

    package static let fullName = "google.protobuf.Timestamp"
    package static var wire: WireType { WireType(google__protobuf__timestamp__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Google__Protobuf__Timestamp.self)
        seconds = c.pointee.seconds
        nanos = c.pointee.nanos
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Google__Protobuf__Timestamp.self)
        c.pointee.seconds = seconds
        c.pointee.nanos = nanos
    }
}

/// A Duration represents a signed, fixed-length span of time represented
/// as a count of seconds and fractions of seconds at nanosecond
/// resolution. It is independent of any calendar and concepts like "day"
/// or "month". It is related to Timestamp in that the difference between
/// two Timestamp values is a Duration and it can be added or subtracted
/// from a Timestamp. Range is approximately +-10,000 years.
package struct DurationMessage: Message {
    /// Signed seconds of the span of time. Must be from -315,576,000,000
    /// to +315,576,000,000 inclusive. Note: these bounds are computed from:
    /// 60 sec/min * 60 min/hr * 24 hr/day * 365.25 days/year * 10000 years
    package var seconds: Int64 = 0
    /// Signed fractions of a second at nanosecond resolution of the span
    /// of time. Durations less than one second are represented with a 0
    /// `seconds` field and a positive or negative `nanos` field. For durations
    /// of one second or more, a non-zero value for the `nanos` field must be
    /// of the same sign as the `seconds` field. Must be from -999,999,999
    /// to +999,999,999 inclusive.
    package var nanos: Int32 = 0

    package init() {}

    package init(
        seconds: Int64 = 0,
        nanos: Int32 = 0
    ) {
        self.seconds = seconds
        self.nanos = nanos
    }

    package static let fullName = "google.protobuf.Duration"
    package static var wire: WireType { WireType(google__protobuf__duration__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Google__Protobuf__Duration.self)
        seconds = c.pointee.seconds
        nanos = c.pointee.nanos
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Google__Protobuf__Duration.self)
        c.pointee.seconds = seconds
        c.pointee.nanos = nanos
    }
}

/// Why a request was refused, field by field.
package struct BadRequest: Message {
    /// One bad field.
    package struct FieldViolation: Message {
        /// Path of the field in the request: "display_name", "variables[2].name".
        package var field: String = ""
        /// What is wrong with it and what would be right.
        package var description: String = ""
        /// A stable name of the rule that was broken, for programs.
        package var reason: String = ""

        package init() {}

        package init(
            field: String = "",
            description: String = "",
            reason: String = ""
        ) {
            self.field = field
            self.description = description
            self.reason = reason
        }

        package static let fullName = "google.rpc.BadRequest.FieldViolation"
        package static var wire: WireType { WireType(google__rpc__bad_request__field_violation__where()) }

        package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
            let c = raw.assumingMemoryBound(to: Google__Rpc__BadRequest__FieldViolation.self)
            field = try Read.text(c.pointee.field, "field")
            description = try Read.text(c.pointee.description, "description")
            reason = try Read.text(c.pointee.reason, "reason")
        }

        package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
            let c = raw.assumingMemoryBound(to: Google__Rpc__BadRequest__FieldViolation.self)
            c.pointee.field = arena.stage(text: field)
            c.pointee.description = arena.stage(text: description)
            c.pointee.reason = arena.stage(text: reason)
        }
    }

    /// Every bad field that was found.
    package var fieldViolations: [BadRequest.FieldViolation] = []

    package init() {}

    package init(
        fieldViolations: [BadRequest.FieldViolation] = []
    ) {
        self.fieldViolations = fieldViolations
    }

    package static let fullName = "google.rpc.BadRequest"
    package static var wire: WireType { WireType(google__rpc__bad_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Google__Rpc__BadRequest.self)
        fieldViolations = try Read.messages(c.pointee.n_field_violations, c.pointee.field_violations, "field_violations")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Google__Rpc__BadRequest.self)
        c.pointee.n_field_violations = fieldViolations.count
        c.pointee.field_violations = arena.stage(messages: fieldViolations)?.assumingMemoryBound(to: UnsafeMutablePointer<Google__Rpc__BadRequest__FieldViolation>?.self)
    }
}

/// The cause of an error, for programs.
package struct ErrorInfo: Message {
    /// One more thing to know about the error. On the wire this is an entry of the map that Google's own file declares.
    package struct MetadataEntry: Message {
        /// Name.
        package var key: String = ""
        /// Value.
        package var value: String = ""

        package init() {}

        package init(
            key: String = "",
            value: String = ""
        ) {
            self.key = key
            self.value = value
        }

        package static let fullName = "google.rpc.ErrorInfo.MetadataEntry"
        package static var wire: WireType { WireType(google__rpc__error_info__metadata_entry__where()) }

        package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
            let c = raw.assumingMemoryBound(to: Google__Rpc__ErrorInfo__MetadataEntry.self)
            key = try Read.text(c.pointee.key, "key")
            value = try Read.text(c.pointee.value, "value")
        }

        package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
            let c = raw.assumingMemoryBound(to: Google__Rpc__ErrorInfo__MetadataEntry.self)
            c.pointee.key = arena.stage(text: key)
            c.pointee.value = arena.stage(text: value)
        }
    }

    /// A stable name: "BAD_CREDENTIALS", "STEP_UP_REQUIRED".
    package var reason: String = ""
    /// Who names it: "accountd".
    package var domain: String = ""
    /// More to know.
    package var metadata: [ErrorInfo.MetadataEntry] = []

    package init() {}

    package init(
        reason: String = "",
        domain: String = "",
        metadata: [ErrorInfo.MetadataEntry] = []
    ) {
        self.reason = reason
        self.domain = domain
        self.metadata = metadata
    }

    package static let fullName = "google.rpc.ErrorInfo"
    package static var wire: WireType { WireType(google__rpc__error_info__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Google__Rpc__ErrorInfo.self)
        reason = try Read.text(c.pointee.reason, "reason")
        domain = try Read.text(c.pointee.domain, "domain")
        metadata = try Read.messages(c.pointee.n_metadata, c.pointee.metadata, "metadata")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Google__Rpc__ErrorInfo.self)
        c.pointee.reason = arena.stage(text: reason)
        c.pointee.domain = arena.stage(text: domain)
        c.pointee.n_metadata = metadata.count
        c.pointee.metadata = arena.stage(messages: metadata)?.assumingMemoryBound(to: UnsafeMutablePointer<Google__Rpc__ErrorInfo__MetadataEntry>?.self)
    }
}

/// When trying again may help.
package struct RetryInfo: Message {
    /// Wait at least this long.
    package var retryDelay: DurationMessage? = nil

    package init() {}

    package init(
        retryDelay: DurationMessage? = nil
    ) {
        self.retryDelay = retryDelay
    }

    package static let fullName = "google.rpc.RetryInfo"
    package static var wire: WireType { WireType(google__rpc__retry_info__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Google__Rpc__RetryInfo.self)
        retryDelay = try Read.message(c.pointee.retry_delay, "retry_delay")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Google__Rpc__RetryInfo.self)
        c.pointee.retry_delay = arena.stage(message: retryDelay)?.assumingMemoryBound(to: Google__Protobuf__Duration.self)
    }
}

/// `Any` contains an arbitrary serialized protocol buffer message along with a
/// URL that describes the type of the serialized message.
package struct AnyMessage: Message {
    /// A URL/resource name that uniquely identifies the type of the serialized
    /// protocol buffer message. This string must contain at least
    /// one "/" character. The last segment of the URL's path must represent
    /// the fully qualified name of the type (as in
    /// `path/google.protobuf.Duration`). The name should be in a canonical form
    /// (e.g., leading "." is not accepted).
    package var typeUrl: String = ""
    /// Must be a valid serialized protocol buffer of the above specified type.
    package var value: [UInt8] = []

    package init() {}

    package init(
        typeUrl: String = "",
        value: [UInt8] = []
    ) {
        self.typeUrl = typeUrl
        self.value = value
    }

    package static let fullName = "google.protobuf.Any"
    package static var wire: WireType { WireType(google__protobuf__any__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Google__Protobuf__Any.self)
        typeUrl = try Read.text(c.pointee.type_url, "type_url")
        value = Read.bytes(c.pointee.value)
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Google__Protobuf__Any.self)
        c.pointee.type_url = arena.stage(text: typeUrl)
        c.pointee.value = arena.stage(bytes: value)
    }
}

/// How a call ended, when it did not end well.
package struct StatusMessage: Message {
    /// One of gRPC's codes, 0 to 16.
    package var code: Int32 = 0
    /// What went wrong and what to do next, for a developer. Holds no secret.
    package var message: String = ""
    /// Details: BadRequest, ErrorInfo, RetryInfo.
    package var details: [AnyMessage] = []

    package init() {}

    package init(
        code: Int32 = 0,
        message: String = "",
        details: [AnyMessage] = []
    ) {
        self.code = code
        self.message = message
        self.details = details
    }

    package static let fullName = "google.rpc.Status"
    package static var wire: WireType { WireType(google__rpc__status__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Google__Rpc__Status.self)
        code = c.pointee.code
        message = try Read.text(c.pointee.message, "message")
        details = try Read.messages(c.pointee.n_details, c.pointee.details, "details")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Google__Rpc__Status.self)
        c.pointee.code = code
        c.pointee.message = arena.stage(text: message)
        c.pointee.n_details = details.count
        c.pointee.details = arena.stage(messages: details)?.assumingMemoryBound(to: UnsafeMutablePointer<Google__Protobuf__Any>?.self)
    }
}
