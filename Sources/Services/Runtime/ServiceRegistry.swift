package import Domain
import Messages

/// The calling services that this server knows, by their tokens' hashes.
package struct ServiceRegistry: Sendable {
    /// A position in the registry; a connection remembers it for a token it proved.
    typealias Index = Int

    private let entries: [(token: KeyedHash, identity: ServiceIdentity)]

    package init(_ entries: [(token: KeyedHash, identity: ServiceIdentity)]) { self.entries = entries }

    /// Every entry is looked at: how long it takes says nothing about which one matched.
    func index(of token: KeyedHash) -> Index? {
        var found: Index?
        for (index, entry) in entries.enumerated() where entry.token == token { found = index }
        return found
    }

    subscript(_ index: Index) -> ServiceIdentity? { entries.indices.contains(index) ? entries[index].identity : nil }

    /// Every scope that a method asks for: what the local tools' token carries.
    package static var allScopes: Set<String> { Set(Method.allCases.compactMap { $0.access.scope }) }
}
