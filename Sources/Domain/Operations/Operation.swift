/// A change: runs inside one transaction, on the store's writer.
package protocol Operation: Sendable {
    associatedtype Answer: Sendable
    /// `throws`: nothing of it stays. `.refuse`: the answer is an error and the writes stay (a counted try).
    func perform(_ work: Work, as principal: Principal) throws(DomainError) -> Verdict<Answer>
}

/// A look: runs on a reader.
package protocol Query: Sendable {
    associatedtype Answer: Sendable
    func perform(_ look: Look, as principal: Principal) throws(DomainError) -> Answer
}

/// A look that is answered in pieces. Each piece is one read on a reader, and no view of the store is held from one to the next:
/// a slow listener holds up nobody, and what comes in between may change.
package protocol StreamedQuery: Sendable {
    /// Where the next piece begins.
    associatedtype Place: Sendable
    associatedtype Piece: Sendable
    func begin(_ look: Look, as principal: Principal) throws(DomainError) -> Place
    /// Nil for `next`: this piece is the last one.
    func piece(_ look: Look, at place: Place) throws(DomainError) -> (piece: Piece, next: Place?)
}

/// A look that goes on: what lies beyond a place, asked again whenever something may have been added. Each time is one read on a
/// reader, and no view of the store is held from one to the next.
package protocol WatchedQuery: Sendable {
    associatedtype Place: Sendable
    associatedtype Item: Sendable
    func begin(_ look: Look, as principal: Principal) throws(DomainError) -> Place
    /// Throws where the watch may not go on.
    func news(_ look: Look, beyond place: Place) throws(DomainError) -> News<Item, Place>
    /// What a client resumes from.
    func cursor(_ place: Place) -> String
}

/// A message's worth of what a watch tells.
package struct News<Item: Sendable, Place: Sendable>: Sendable {
    /// Oldest first.
    package let items: [Item]
    /// Behind the last of them.
    package let place: Place
    /// Nothing more waited.
    package let isAll: Bool

    package init(items: [Item], place: Place, isAll: Bool) {
        self.items = items
        self.place = place
        self.isAll = isAll
    }

    /// Of rows, of which there may be more than a message holds.
    package static func first(
        _ most: Int, of rows: [Item], beyond place: Place, position: (Item) -> Place
    ) -> News {
        let items = Array(rows.prefix(most))
        return News(items: items, place: items.last.map(position) ?? place, isAll: rows.count <= most)
    }
}

/// A change that has to hash a password between two transactions. The first reserves the try, so that parallel guesses
/// can't run past the throttle; the hash runs on the bounded pool, holding nothing; the second decides.
package protocol HashedOperation: Sendable {
    associatedtype Prepared: Sendable
    associatedtype Hashed: Sendable
    associatedtype Answer: Sendable
    func prepare(_ work: Work, as principal: Principal) throws(DomainError) -> Verdict<Prepared>
    func hash(_ prepared: Prepared, in environment: Environment) throws(DomainError) -> Hashed
    func finish(_ work: Work, _ hashed: Hashed, as principal: Principal) throws(DomainError) -> Verdict<Answer>
}

extension Principal {
    /// The end user; a method that got here without one is wired wrongly and refuses.
    package func requireOwner() throws(DomainError) -> Owner {
        guard case .owner(let owner) = self else { throw .sessionInvalid }
        return owner
    }

    /// The account that a method is about: the owner's own, whatever the body says, or the one that a service names.
    package func account(named id: String) throws(DomainError) -> AccountID {
        switch self {
        case .owner(let owner):
            guard id.isEmpty || id == owner.account.text else { throw .notFound("account") }
            return owner.account
        case .service, .support:
            guard let account = AccountID(text: id) else {
                throw .invalid("account_id", "Name the account, as in acc_….", reason: "ACCOUNT_ID_INVALID")
            }
            return account
        case .anonymous: throw .sessionInvalid
        }
    }
}
