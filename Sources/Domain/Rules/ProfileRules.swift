/// What a profile's fields may hold.
package enum ProfileRules {
    package static let displayNameMaximumCodePoints = 100
    package static let defaultTimeZone = "UTC"

    package static func displayNameProblem(_ name: String, field: String = "display_name") -> FieldProblem? {
        Names.problem(name, field: field, maximumCodePoints: displayNameMaximumCodePoints, required: true)
    }

    package static func timeZoneProblem(
        _ zone: String, field: String = "time_zone", _ environment: Environment
    ) -> FieldProblem? {
        guard zone.utf8.count <= 64, environment.timeZones.zone(named: zone) != nil else {
            return FieldProblem(
                field: field, description: "Use a name of the IANA time zone database, as in Europe/Zurich.",
                reason: "TIME_ZONE_UNKNOWN")
        }
        return nil
    }
}
