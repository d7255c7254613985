/// A customer that calls are made for.
package struct LoadAccount: Sendable, Equatable {
    package var email = ""
    package var password = ""
    package var session = ""

    package init(email: String = "", password: String = "", session: String = "") {
        self.email = email
        self.password = password
        self.session = session
    }

    /// As scenarios name them.
    var values: [String: String] {
        ["account.email": email, "account.password": password, "account.session": session]
    }

    package static let names = ["account.email", "account.password", "account.session"]
}
