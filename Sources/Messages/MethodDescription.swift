/// One method, as the .proto files declare it.
package struct MethodDescription: Sendable, Hashable {
    /// "account.v1.AccountService".
    package let service: String
    /// "SignUp".
    package let method: String
    /// "account.v1.SignUpRequest".
    package let requestName: String
    /// "account.v1.SignUpResponse".
    package let responseName: String
    package let serverStreaming: Bool
}

/// All methods by name: what Services builds is checked against it.
package enum MethodCatalog {
    package static let all: [MethodDescription] = Method.allCases.map(\.description)
}
