/// Every kind of mail, mandatory ones first.
package struct ListCategories: Query {
    package init() {}

    package func perform(_ look: Look, as principal: Principal) throws(DomainError) -> [MailCategory] {
        MailCategory.all
    }
}
