// google.rpc.Status and its details, written and read by hand: RPC knows no protobuf library, and these never change.
extension Status {
    /// `ErrorInfo.domain`: who gave the reason.
    package static let domain = "accountd"
    private static let typePrefix = "type.googleapis.com/google.rpc."

    /// A serialized google.rpc.Status.
    package var encoded: [UInt8] { encodedBefore ?? encodedNow }

    private var encodedNow: [UInt8] {
        var status = WireWriter()
        status.write(field: 1, varint: UInt64(UInt32(bitPattern: code.rawValue)))
        status.write(field: 2, text: message)
        if !reason.isEmpty {
            var info = WireWriter()
            info.write(field: 1, text: reason)
            info.write(field: 2, text: Status.domain)
            status.writeDetail("ErrorInfo", info.bytes)
        }
        if !fieldViolations.isEmpty {
            var request = WireWriter()
            for violation in fieldViolations {
                var writer = WireWriter()
                writer.write(field: 1, text: violation.field)
                writer.write(field: 2, text: violation.description)
                writer.write(field: 3, text: violation.reason)
                request.write(field: 1, bytes: writer.bytes)
            }
            status.writeDetail("BadRequest", request.bytes)
        }
        if let retryDelayMs {
            var delay = WireWriter()
            delay.write(field: 1, varint: UInt64(bitPattern: retryDelayMs / 1_000))
            delay.write(field: 2, varint: UInt64(bitPattern: retryDelayMs % 1_000 * 1_000_000))
            var retry = WireWriter()
            retry.write(field: 1, bytes: delay.bytes)
            status.writeDetail("RetryInfo", retry.bytes)
        }
        return status.bytes
    }

    /// Nil for bytes that are no google.rpc.Status. Details of other types are passed over; a code out of range is UNKNOWN.
    package init?(decoding bytes: RawSpan) {
        var code = StatusCode.ok
        var message = ""
        var details = Details()
        var reader = WireReader(bytes)
        while let field = reader.next() {
            switch (field.number, field.type) {
            case (1, .varint):
                code = StatusCode(rawValue: Int32(truncatingIfNeeded: field.varint)) ?? .unknown
            case (2, .bytes): message = field.bytes.lossyText
            case (3, .bytes): details.read(any: field.bytes)
            default: break
            }
        }
        guard !reader.failed else { return nil }
        self.init(
            code, message, reason: details.reason, fieldViolations: details.violations,
            retryDelayMs: details.retryDelayMs)
    }

    private struct Details {
        var reason = ""
        var violations: [FieldViolation] = []
        var retryDelayMs: Int64?

        mutating func read(any: RawSpan) {
            var name = ""
            var value = any.extracting(0..<0)
            var reader = WireReader(any)
            while let field = reader.next() {
                guard field.type == .bytes else { continue }
                if field.number == 1 { name = field.bytes.lossyText }
                if field.number == 2 { value = field.bytes }
            }
            switch name {
            case Status.typePrefix + "ErrorInfo": reason = value.text(ofField: 1)
            case Status.typePrefix + "BadRequest": read(badRequest: value)
            case Status.typePrefix + "RetryInfo": read(retry: value)
            default: break
            }
        }

        mutating func read(badRequest: RawSpan) {
            var reader = WireReader(badRequest)
            while let field = reader.next() {
                guard field.number == 1, field.type == .bytes else { continue }
                violations.append(
                    FieldViolation(
                        field: field.bytes.text(ofField: 1), description: field.bytes.text(ofField: 2),
                        reason: field.bytes.text(ofField: 3)))
            }
        }

        mutating func read(retry: RawSpan) {
            var reader = WireReader(retry)
            while let field = reader.next() {
                guard field.number == 1, field.type == .bytes else { continue }
                var delay: Int64 = 0
                var inner = WireReader(field.bytes)
                while let part = inner.next() {
                    let value = Int64(bitPattern: part.varint)
                    if part.number == 1 { delay = delay &+ min(max(value, 0), 1 << 32) * 1_000 }
                    if part.number == 2 { delay = delay &+ min(max(value, 0), 1_000_000_000) / 1_000_000 }
                }
                retryDelayMs = delay
            }
        }
    }
}

extension WireWriter {
    fileprivate mutating func writeDetail(_ name: String, _ value: [UInt8]) {
        var any = WireWriter()
        any.write(field: 1, text: "type.googleapis.com/google.rpc." + name)
        any.write(field: 2, bytes: value)
        write(field: 3, bytes: any.bytes)
    }
}

extension RawSpan {
    /// The text of a message's field, empty where it is absent.
    fileprivate func text(ofField number: UInt32) -> String {
        var text = ""
        var reader = WireReader(self)
        while let field = reader.next() {
            if field.number == number, field.type == .bytes { text = field.bytes.lossyText }
        }
        return text
    }

    /// Bad UTF-8 is replaced: a status is shown, not compared.
    fileprivate var lossyText: String { String(decoding: copied, as: UTF8.self) }
}

/// What gRPC's trailers tell of a serialized google.rpc.Status.
package struct StatusParts: Sendable {
    package private(set) var code: UInt32 = 0
    package private(set) var message: [UInt8] = []
    package private(set) var hasDetails = false

    package init(of encoded: RawSpan) {
        var reader = WireReader(encoded)
        while let field = reader.next() {
            switch (field.number, field.type) {
            case (1, .varint): code = UInt32(truncatingIfNeeded: field.varint)
            case (2, .bytes): message = field.bytes.copied
            case (3, .bytes): hasDetails = true
            default: break
            }
        }
    }
}
