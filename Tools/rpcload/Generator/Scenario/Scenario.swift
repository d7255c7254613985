/// What is called and how often, as a file says it.
package struct Scenario {
    package let name: String
    /// How many customers the set-up makes where nothing else is said; 0: none are needed.
    package let accounts: Int
    package let entries: [Entry]

    /// One of the mix: a call, or a flow of several.
    package struct Entry {
        package let name: String
        package let weight: Int
        package let calls: [Call]
        package let isFlow: Bool
    }

    package struct Call {
        package let name: String
        let method: MessageCoder.Method
        /// JSON.
        let request: Template
        /// The end user's token.
        let session: Template?
        let saved: [Saved]
    }

    /// A field of an answer, kept under a name for the requests that follow.
    package struct Saved: Equatable {
        let name: String
        let path: [String]
    }

    /// Whether calls are made for customers.
    package var needsAccounts: Bool {
        entries.flatMap(\.calls).contains { call in
            (call.request.names + (call.session?.names ?? [])).contains { LoadAccount.names.contains($0) }
        }
    }

    /// A call of every kind that is measured apart; flows as a whole too.
    package var series: [(name: String, countsInTotal: Bool)] {
        entries.flatMap { entry in
            let whole = [(name: entry.name, countsInTotal: !entry.isFlow)]
            return entry.isFlow ? whole + entry.calls.map { ("\(entry.name) › \($0.name)", true) } : whole
        }
    }
}
