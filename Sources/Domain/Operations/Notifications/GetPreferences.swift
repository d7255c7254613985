/// Which kinds of mail the customer wants.
package struct GetPreferences: Query {
    package init() {}

    package func perform(_ look: Look, as principal: Principal) throws(DomainError) -> [CategoryPreference] {
        try look.preferences(of: principal.requireOwner().account)
    }
}

package struct CategoryPreference: Sendable, Equatable {
    package let category: MailCategory
    package let isEnabled: Bool
}

extension Look {
    /// One for every category; those that nobody turned off are on.
    func preferences(of account: AccountID) throws(DomainError) -> [CategoryPreference] {
        let disabled = Set(try rows.disabledCategories(of: account))
        return MailCategory.all.map {
            CategoryPreference(category: $0, isEnabled: $0.isMandatory || !disabled.contains($0.id))
        }
    }
}
