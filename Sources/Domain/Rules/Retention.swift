/// How long the law has invoices kept: until 31 December of the tenth year after the year of issue.
package enum Retention {
    package static let yearsAfterIssue: Int64 = 10
    /// Why, for people.
    package static let reason = "Tax and commercial law ask for invoices to be kept for ten years."

    /// The first moment after that day, in UTC: nothing removes the invoice before.
    package static func end(issuedAt: Instant) -> Instant {
        CivilDate(year: CivilDate(issuedAt).year + yearsAfterIssue + 1, month: 1, day: 1).start
    }
}
