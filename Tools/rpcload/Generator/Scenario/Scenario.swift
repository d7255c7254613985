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
        package let steps: [Step]
        package let isFlow: Bool

        var calls: [Call] { steps.compactMap { if case .call(let call) = $0 { call } else { nil } } }
    }

    package enum Step {
        case call(Call)
        /// So many nanoseconds.
        case pause(ClosedRange<UInt64>)
    }

    package struct Call {
        package let name: String
        let method: MessageCoder.Method
        /// JSON.
        let request: Template
        /// The end user's token.
        let session: Template?
        let saved: [Saved]
        /// nil: it has one answer.
        let stream: StreamLimits?

        /// Of a stream: as a whole, its first message, and those that follow. A stream lasts as long as its caller wants: only its first
        /// message is a time like another call's. A stream that broke after it is a failure among all the same.
        func series(under name: String) -> [(name: String, counting: Counting)] {
            guard stream != nil else { return [(name, .everything)] }
            return [
                (name, .nothing), ("\(name) › first message", .everything), ("\(name) › next message", .failures),
            ]
        }
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

    /// A call of every kind that is measured apart; flows and streams as a whole too.
    package var series: [(name: String, counting: Counting)] {
        entries.flatMap { entry in
            guard entry.isFlow else { return entry.calls.flatMap { $0.series(under: entry.name) } }
            return [(entry.name, .nothing)] + entry.calls.flatMap { $0.series(under: "\(entry.name) › \($0.name)") }
        }
    }
}
