import Foundation
import Messages
import RPC

/// A generator that a printed seed repeats.
struct CrashRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// SplitMix64.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}

/// What one worker was told is done, in the order it was told, and the one thing that it had no answer to.
struct CrashJournal: Sendable {
    /// A change that has an answer, or may have been made all the same.
    struct Latest<Value: Equatable & Sendable>: Sendable {
        private(set) var acknowledged: Value
        private(set) var asked: Value

        init(_ value: Value) {
            acknowledged = value
            asked = value
        }

        mutating func ask(_ value: Value) { asked = value }
        mutating func acknowledge() { acknowledged = asked }
        func allows(_ value: Value) -> Bool { value == acknowledged || value == asked }
    }

    struct Deleted: Sendable {
        let email: String
        let token: String
        let receipt: String
        let accountID: String
    }

    var name = Latest("")
    var tips = Latest(true)
    var profiles: [String] = []
    var recordings: [String] = []
    var invoices: [String] = []
    var mails: [String] = []
    var signedUp: [String] = []
    var liveTokens: [String] = []
    var revokedTokens: [String] = []
    var deleted: [Deleted] = []
    /// The last profile that was asked for, answered or not: asked again it must be the same one.
    var lastProfile: (request: CreateBrowserProfileRequest, id: String?)?
    /// Answers that were neither success nor the end of the connection.
    var surprises: [String] = []
    var acknowledged = 0
}
