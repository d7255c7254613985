/// The parameters that a PHC string asks for: `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`.
struct PasswordHashString {
    let memoryKiB: Int
    let passes: Int
    let lanes: Int

    /// Nil for anything but Argon2id of version 19, and for a string that would cost more than a server gives one sign-in.
    init?(_ text: String) {
        guard text.utf8.count < 128, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0].isEmpty, parts[1] == "argon2id", parts[2] == "v=19" else { return nil }
        guard !parts[4].isEmpty, !parts[5].isEmpty else { return nil }
        let settings = parts[3].split(separator: ",", omittingEmptySubsequences: false)
        guard settings.count == 3,
            let memory = Self.number(settings[0], "m="), (8...Argon2idHasher.largestMemoryKiB).contains(memory),
            let passes = Self.number(settings[1], "t="), (1...Argon2idHasher.mostPasses).contains(passes),
            let lanes = Self.number(settings[2], "p="), (1...16).contains(lanes)
        else { return nil }
        memoryKiB = memory
        self.passes = passes
        self.lanes = lanes
    }

    private static func number(_ text: Substring, _ name: String) -> Int? {
        guard text.hasPrefix(name) else { return nil }
        let digits = text.dropFirst(name.count)
        guard !digits.isEmpty, digits.utf8.count <= 9, digits.utf8.allSatisfy({ (48...57).contains($0) }) else {
            return nil
        }
        return Int(digits)
    }
}
