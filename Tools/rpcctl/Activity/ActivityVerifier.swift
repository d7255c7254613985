import CSodium

/// A chain's signed end, as an export has it.
struct ActivityHeadOnFile {
    let accountID: String
    let count: Int64
    let hash: String
    let addedAt: Int64
    let unchained: Int64
    let signature: [UInt8]
    let publicKey: [UInt8]
    let publicKeyText: String

    init(_ value: JSONValue) throws(BrokenLog) {
        accountID = try value.text("account_id")
        count = try value.number("count")
        hash = try value.text("hash")
        addedAt = try value.time("added_at")
        unchained = try value.number("unchained")
        signature = try value.bytes("signature", count: 64)
        publicKey = try value.bytes("public_key", count: 32)
        publicKeyText = try value.text("public_key")
        guard count > 0, unchained >= 0, try value.bytes("hash", count: 32).count == 32 else {
            throw BrokenLog("the head's numbers can't be")
        }
    }

    var isSigned: Bool {
        let lines = ["account.v1.ActivityHead", accountID, "\(count)", hash, "\(addedAt)", "\(unchained)"]
        let document = Array(lines.map { $0 + "\n" }.joined().utf8)
        return crypto_sign_verify_detached(signature, document, UInt64(document.count), publicKey) == 0
    }
}

/// Holds a log's rows against the rules of docs/protocol.md, one after the other.
struct ActivityVerifier {
    /// The server's, today's and former ones; empty: whichever the head names.
    private let publicKeys: [String]
    private let earlier: [ActivityHeadOnFile]
    private var head: ActivityHeadOnFile?
    private var chainKey: [UInt8] = []
    private var previous = String(repeating: "0", count: 64)
    private var count: Int64 = 0
    private var unchained: Int64 = 0
    private var lastAt: Int64 = 0
    /// Hashes that earlier heads want at their place.
    private var wanted: [Int64: String] = [:]

    init(publicKeys: [String], earlier: [ActivityHeadOnFile]) {
        self.publicKeys = publicKeys
        self.earlier = earlier
    }

    mutating func take(head value: JSONValue) throws(BrokenLog) {
        guard value != .null else { return }
        let head = try ActivityHeadOnFile(value)
        guard publicKeys.isEmpty || publicKeys.contains(head.publicKeyText) else {
            throw BrokenLog("the head is signed by another key than the server's")
        }
        guard head.isSigned else { throw BrokenLog("the head's signature is wrong") }
        self.head = head
        for earlier in earlier { try hold(earlier, head) }
    }

    private mutating func hold(_ earlier: ActivityHeadOnFile, _ head: ActivityHeadOnFile) throws(BrokenLog) {
        guard earlier.accountID == head.accountID else { throw BrokenLog("an earlier head is another account's") }
        guard (publicKeys.isEmpty ? [head.publicKeyText] : publicKeys).contains(earlier.publicKeyText) else {
            throw BrokenLog("an earlier head is signed by another key: give every key of the server's by --public-key")
        }
        guard earlier.isSigned else { throw BrokenLog("an earlier head's signature is wrong") }
        guard earlier.count <= head.count else {
            throw BrokenLog("an earlier head has \(earlier.count) rows, and this log only \(head.count)")
        }
        if let other = wanted[earlier.count], other != earlier.hash { throw BrokenLog("two earlier heads disagree") }
        guard earlier.unchained == head.unchained else { throw BrokenLog("an earlier head has other unchained rows") }
        wanted[earlier.count] = earlier.hash
    }

    mutating func take(chainKey value: JSONValue) throws(BrokenLog) {
        guard value != .null else { return }
        guard case .text(let text) = value, let bytes = [UInt8](hexadecimal: text), bytes.count == 32 else {
            throw BrokenLog("chain_key is not 32 bytes in hexadecimal")
        }
        chainKey = bytes
    }

    mutating func takeUnchained() { unchained += 1 }

    mutating func take(row: JSONValue) throws(BrokenLog) {
        guard let head, chainKey.count == 32 else { throw BrokenLog("rows without a head and a chain_key before them") }
        count += 1
        let what = "row \(count)"
        let hash = try row.text("hash")
        guard try row.number("sequence") == count else { throw BrokenLog("\(what): its sequence is another") }
        guard try row.text("previous_hash") == previous else {
            throw BrokenLog("\(what): it does not follow the row before")
        }
        guard try digest(row, head.accountID) == row.bytes("hash", count: 32) else {
            throw BrokenLog("\(what): its hash is wrong")
        }
        if let wanted = wanted[count], wanted != hash {
            throw BrokenLog("\(what): it is not the one that an earlier head signs")
        }
        lastAt = try row.time("occurred_at")
        previous = hash
    }

    private func digest(_ row: JSONValue, _ account: String) throws(BrokenLog) -> [UInt8] {
        let actors: [String: Int64] = ["customer": 1, "service": 2, "support": 3, "system": 4]
        guard let actor = actors[try row.text("actor")] else { throw BrokenLog("row \(count): an unknown actor") }
        let details = try row.list("details")
        var message: [UInt8] = [1]
        message.appendBytes(try row.bytes("previous_hash", count: 32))
        message.appendNumber(try row.number("sequence"))
        message.appendText(account)
        message.appendText(try row.text("id"))
        message.appendText(try row.text("kind"))
        message.appendNumber(try row.time("occurred_at"))
        message.appendNumber(actor)
        message.appendText(try row.text("actor_name"))
        message.appendNumber(Int64(details.count))
        for detail in details {
            message.appendText(try detail.text("name"))
            message.appendText(try detail.text("value"))
        }
        var digest = [UInt8](repeating: 0, count: 32)
        crypto_auth_hmacsha256(&digest, message, UInt64(message.count), chainKey)
        return digest
    }

    /// Answers how many rows there are.
    func finish() throws(BrokenLog) -> Int64 {
        guard let head else {
            guard count == 0, earlier.isEmpty else { throw BrokenLog("there is no head") }
            return 0
        }
        guard count == head.count else { throw BrokenLog("there are \(count) rows, and the head says \(head.count)") }
        guard previous == head.hash, lastAt == head.addedAt else { throw BrokenLog("the last row is not the head's") }
        guard unchained == head.unchained else {
            throw BrokenLog("there are \(unchained) unchained rows, and the head says \(head.unchained)")
        }
        return count
    }
}
