/// Turns optional kinds of mail on and off; those that are not named stay.
package struct UpdatePreferences: Operation {
    package struct Change: Sendable, Equatable {
        package let category: String
        package let isEnabled: Bool

        package init(category: String, isEnabled: Bool) {
            self.category = category
            self.isEnabled = isEnabled
        }
    }

    package let changes: [Change]

    package init(changes: [Change]) { self.changes = changes }

    package func perform(
        _ work: Work, as principal: Principal
    ) throws(DomainError) -> Verdict<[CategoryPreference]> {
        try check()
        let owner = try principal.requireOwner()
        let before = try work.look.preferences(of: owner.account)
        let real = changes.filter { change in
            before.contains { $0.category.id == change.category && $0.isEnabled != change.isEnabled }
        }
        // What is already so is no change, and leaves no activity.
        guard !real.isEmpty else { return .done(before) }
        for change in real {
            try work.rows.setCategory(change.category, enabled: change.isEnabled, of: owner.account)
        }
        try work.record(
            .preferencesUpdated, work.look.vault(of: owner.account), by: principal.actor, named: principal.actorName,
            real.map { ActivityDetail($0.category, $0.isEnabled ? "on" : "off") })
        return .done(try work.look.preferences(of: owner.account))
    }

    private func check() throws(DomainError) {
        guard changes.count <= MailCategory.all.count else {
            throw .invalid(
                "preferences", "Name each category at most once; there are \(MailCategory.all.count).",
                reason: "TOO_MANY_PREFERENCES")
        }
        var problems: [FieldProblem] = []
        var seen: Set<String> = []
        for (index, change) in changes.enumerated() {
            let isFirst = seen.insert(change.category).inserted
            if let problem = problem(with: change, field: "preferences[\(index)]", isFirst: isFirst) {
                problems.append(problem)
            }
        }
        guard problems.isEmpty else { throw .invalid(problems) }
    }

    private func problem(with change: Change, field: String, isFirst: Bool) -> FieldProblem? {
        guard let category = MailCategory.named(change.category) else {
            return FieldProblem(
                field: "\(field).category", description: "Name a category that ListCategories answers.",
                reason: "CATEGORY_UNKNOWN")
        }
        guard isFirst else {
            return FieldProblem(
                field: "\(field).category", description: "Name each category at most once.",
                reason: "CATEGORY_REPEATED")
        }
        guard change.isEnabled || !category.isMandatory else {
            return FieldProblem(
                field: "\(field).enabled", description: "\(category.title) cannot be turned off; leave it on.",
                reason: "CATEGORY_MANDATORY")
        }
        return nil
    }
}
