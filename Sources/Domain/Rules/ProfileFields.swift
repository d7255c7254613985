/// The name that pages and mails show.
package enum DisplayName {
    package static let maximumCodePoints = 100

    package static func problem(_ text: String, field: String = "display_name") -> FieldProblem? {
        Names.problem(text, field: field, maximumCodePoints: maximumCodePoints, required: true)
    }

    /// The name as it is kept.
    package static func check(_ text: String, field: String = "display_name") throws(DomainError) -> String {
        try Names.check(text, field: field, maximumCodePoints: maximumCodePoints, required: true)
    }
}

extension Environment {
    /// Why it names no zone of the system's, or nil.
    package func timeZoneProblem(_ identifier: String, field: String = "time_zone") -> FieldProblem? {
        // The longest name there is has 32 bytes.
        if !identifier.isEmpty, identifier.utf8.count <= 64, timeZones.zone(named: identifier) != nil { return nil }
        return FieldProblem(
            field: field, description: "Send an IANA time zone such as Europe/Berlin.", reason: "TIME_ZONE_UNKNOWN")
    }
}
