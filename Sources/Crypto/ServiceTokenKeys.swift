import CSodium
package import Domain
import Glibc
import Synchronization

/// The keys that service tokens are issued and checked under: `tokens-N.key` in the keys' folder, the newest one issues, all of them
/// check. While tokens are read, the folder is looked at once a second: a key that another command made is taken up, one whose file
/// was removed is let go.
package final class ServiceTokenKeys: ServiceTokens {
    private let folder: KeyFolder
    private let clock: any Clock
    private let state: Mutex<State>

    private struct State {
        var keys: [UInt8: SecretKey]
        /// When the folder was last looked at.
        var lookedAt: Instant
    }

    /// No more often: each call may bring a token.
    private static let lookEvery = TimeSpan.seconds(1)

    /// The folder must exist. The first key is made where there is none.
    package init(folder path: String, clock: any Clock) throws(CryptoError) {
        try Sodium.start()
        folder = KeyFolder(path)
        self.clock = clock
        try folder.check()
        if try Self.numbers(folder).isEmpty { try Self.make(1, folder) }
        state = Mutex(State(keys: try Self.load(folder), lookedAt: clock.now()))
    }

    /// A further key, which issues from now on: its number. What older keys issued stays good until it expires; their files may be
    /// removed an hour later.
    package static func rotate(folder path: String) throws(CryptoError) -> UInt8 {
        try Sodium.start()
        let folder = KeyFolder(path)
        try folder.check()
        let newest = try numbers(folder).max() ?? 0
        guard newest < UInt8.max else { throw .malformed(folder.file(name(newest))) }
        try make(newest + 1, folder)
        return newest + 1
    }

    package func issue(_ token: ServiceToken) -> [UInt8]? {
        state.withLock { state in
            guard let number = state.keys.keys.max(), let key = state.keys[number] else { return nil }
            return ServiceTokenText.write(token, generation: number) { Self.code(of: $0, key) }
        }
    }

    package func read(_ text: [UInt8]) -> ServiceToken? {
        guard let parsed = ServiceTokenText(text), let key = key(parsed.generation) else { return nil }
        let code = Self.code(of: parsed.signed, key)
        guard sodium_memcmp(code, parsed.code, code.count) == 0 else { return nil }
        return parsed.token
    }

    private func key(_ number: UInt8) -> SecretKey? {
        state.withLock { state in
            let now = clock.now()
            if now < state.lookedAt || state.lookedAt + Self.lookEvery <= now {
                state.lookedAt = now
                lookAgain(&state)
            }
            return state.keys[number]
        }
    }

    /// Lets go of keys whose files are gone, and takes up those that have come. A folder that can't be read says nothing.
    private func lookAgain(_ state: inout State) {
        guard let numbers = try? Self.numbers(folder) else { return }
        state.keys = state.keys.filter { numbers.contains($0.key) }
        for number in numbers where state.keys[number] == nil {
            state.keys[number] = try? KeyFile.load(folder.file(Self.name(number)))
        }
    }

    private static func code(of signed: [UInt8], _ key: SecretKey) -> [UInt8] {
        var code = [UInt8](repeating: 0, count: Int(crypto_auth_hmacsha256_BYTES))
        _ = key.withBytes { crypto_auth_hmacsha256(&code, signed, UInt64(signed.count), $0) }
        return code
    }
}

extension ServiceTokenKeys {
    private static func name(_ number: UInt8) -> String { "tokens-\(number).key" }

    private static func numbers(_ folder: KeyFolder) throws(CryptoError) -> [UInt8] {
        try folder.names().compactMap { file in
            guard file.hasPrefix("tokens-"), file.hasSuffix(".key") else { return nil }
            let number = UInt8(file.dropFirst(7).dropLast(4))
            return number.flatMap { name($0) == file ? $0 : nil }
        }
    }

    private static func load(_ folder: KeyFolder) throws(CryptoError) -> [UInt8: SecretKey] {
        var keys: [UInt8: SecretKey] = [:]
        for number in try numbers(folder) { keys[number] = try KeyFile.load(folder.file(name(number))) }
        return keys
    }

    /// Appears whole or not at all, and never in another's place: two processes may be at it at once.
    private static func make(_ number: UInt8, _ folder: KeyFolder) throws(CryptoError) {
        let staged = folder.file("\(name(number)).\(getpid()).new")
        unlink(staged)
        try KeyFile.create(staged)
        defer { unlink(staged) }
        let target = folder.file(name(number))
        guard link(staged, target) == 0 || errno == EEXIST else { throw .file(target, errno: errno) }
        try folder.sync()
    }
}
