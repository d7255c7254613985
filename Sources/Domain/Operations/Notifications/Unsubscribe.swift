/// Turns one optional category off, for whoever has the token of a mail's header: no session, as often as they like.
package struct Unsubscribe: Operation {
    package let token: String

    package init(token: String) { self.token = token }

    package struct Answer: Sendable {
        package let account: AccountID
        package let category: MailCategory
    }

    package func perform(_ work: Work, as principal: Principal) throws(DomainError) -> Verdict<Answer> {
        try Tokens.check(token, field: "token")
        guard let (id, category) = UnsubscribeTokens.open(token, work.environment.cryptography),
            let account = try work.rows.account(id), account.state == .active
        else { throw .linkInvalid }
        let answer = Answer(account: id, category: category)
        // What is already so is no change, and leaves no activity.
        guard try !work.rows.disabledCategories(of: id).contains(category.id) else { return .done(answer) }
        try work.rows.setCategory(category.id, enabled: false, of: id)
        try work.record(
            .preferencesUpdated, work.look.vault(of: id), by: principal.actor, named: principal.actorName,
            [ActivityDetail(category.id, "off")])
        return .done(answer)
    }
}
