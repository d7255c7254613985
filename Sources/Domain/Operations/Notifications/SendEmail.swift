/// Mails the customer for another service, or records that the customer does not want it.
package struct SendEmail: Operation {
    package struct Variable: Sendable, Equatable {
        package let name: String
        /// Empty when there is a time.
        package let text: String
        package let time: Time

        package enum Time: Sendable, Equatable {
            case absent
            case at(Instant)
            /// Outside the years 1 to 9999, or its nanoseconds outside a second.
            case malformed
        }

        package init(name: String, text: String, time: Time) {
            self.name = name
            self.text = text
            self.time = time
        }
    }

    package let accountID: String
    package let category: String
    /// Empty: the category's own.
    package let template: String
    package let variables: [Variable]

    package init(accountID: String, category: String, template: String, variables: [Variable]) {
        self.accountID = accountID
        self.category = category
        self.template = template
        self.variables = variables
    }

    package func perform(_ work: Work, as principal: Principal) throws(DomainError) -> Verdict<EmailView> {
        let id = try principal.account(named: accountID)
        let problems = categoryProblems + variableProblems
        guard problems.isEmpty, let category = MailCategory.named(category) else { throw .invalid(problems) }
        let account = try work.look.activeAccount(id)
        let vault = try work.look.vault(of: id)
        let profile = try vault.profile(of: account)
        let content = content(category, profile)
        let subject = subject(category)
        var isWanted = category.isMandatory
        if !isWanted { isWanted = try !work.rows.disabledCategories(of: id).contains(category.id) }
        let email: EmailRecord
        if isWanted {
            email = try work.send(content, subject: subject, vault)
        } else {
            email = try work.suppress(content, subject: subject, vault)
        }
        try work.record(
            isWanted ? .emailSent : .emailSuppressed, vault, by: principal.actor, named: principal.actorName,
            [ActivityDetail("category", content.category), ActivityDetail("template", content.template)])
        return .done(try work.look.view(of: email, vault, zone: profile.timeZone))
    }

    private func content(_ category: MailCategory, _ profile: Profile) -> MailContent {
        MailContent(
            template: template.isEmpty ? category.id : template, category: category.id,
            recipientName: profile.displayName, recipientAddress: profile.email, timeZone: profile.timeZone,
            variables: variables.map { variable in
                if case .at(let instant) = variable.time { return .init(variable.name, .time(instant)) }
                return .init(variable.name, .text(variable.text))
            })
    }

    private func subject(_ category: MailCategory) -> String {
        let named = variables.first { $0.name == MailVariables.subject }?.text ?? ""
        return named.isEmpty ? category.subject(of: template.isEmpty ? category.id : template) : named
    }
}

extension SendEmail {
    private var categoryProblems: [FieldProblem] {
        guard let category = MailCategory.named(category) else {
            return [
                FieldProblem(
                    field: "category", description: "Name a category that ListCategories answers.",
                    reason: "CATEGORY_UNKNOWN")
            ]
        }
        guard template.isEmpty || category.templates.contains(template) else {
            let known = category.templates.joined(separator: ", ")
            return [
                FieldProblem(
                    field: "template", description: "Name one of this category's templates: \(known).",
                    reason: "TEMPLATE_UNKNOWN")
            ]
        }
        return []
    }

    private var variableProblems: [FieldProblem] {
        guard variables.count <= MailVariables.maximumCount else {
            return [
                FieldProblem(
                    field: "variables", description: "Send at most \(MailVariables.maximumCount) variables.",
                    reason: "TOO_MANY_VARIABLES")
            ]
        }
        var seen: Set<String> = []
        return variables.enumerated().flatMap { index, variable in
            let field = "variables[\(index)]"
            let isFirst = seen.insert(variable.name).inserted
            return [nameProblem(variable, field, isFirst), valueProblem(variable, field)].compactMap { $0 }
        }
    }

    private func nameProblem(_ variable: Variable, _ field: String, _ isFirst: Bool) -> FieldProblem? {
        guard MailVariables.isName(variable.name) else {
            return FieldProblem(
                field: "\(field).name",
                description: "Use a lower-case letter, then up to 63 lower-case letters, digits and _.",
                reason: "VARIABLE_NAME_INVALID")
        }
        guard !isFirst else { return nil }
        return FieldProblem(
            field: "\(field).name", description: "Send each variable once.", reason: "VARIABLE_REPEATED")
    }

    private func valueProblem(_ variable: Variable, _ field: String) -> FieldProblem? {
        switch variable.time {
        case .malformed:
            return FieldProblem(
                field: "\(field).time", description: "Send a time of the years 1 to 9999.", reason: "TIME_INVALID")
        case .at where !variable.text.isEmpty:
            return FieldProblem(
                field: "\(field).value", description: "Send either a value or a time.", reason: "VALUE_AND_TIME")
        case .at, .absent: break
        }
        guard variable.text.utf8.count <= MailVariables.maximumValueBytes else {
            return FieldProblem(
                field: "\(field).value", description: "Send at most \(MailVariables.maximumValueBytes) bytes.",
                reason: "VALUE_TOO_LONG")
        }
        guard variable.name != MailVariables.subject || MailVariables.isSubject(variable.text) else {
            return FieldProblem(
                field: "\(field).value",
                description:
                    "Send a subject of one line, at most \(MailVariables.maximumSubjectCodePoints) characters.",
                reason: "SUBJECT_INVALID")
        }
        return nil
    }
}

extension Work {
    /// The mail's row for ListEmails, and nothing that would send it.
    fileprivate func suppress(
        _ content: MailContent, subject: String, _ vault: Vault
    ) throws(DomainError) -> EmailRecord {
        let id: EmailID = newID()
        let envelope = MailEnvelope(recipientAddress: content.recipientAddress, subject: subject)
        let email = EmailRecord(
            id: id, accountID: vault.account, category: content.category, template: content.template,
            envelope: vault.seal(envelope.encoded, .email, row: id.uuid), createdAt: now, state: .suppressed,
            failure: "You turned this category off.")
        try rows.insert(email)
        return email
    }
}
