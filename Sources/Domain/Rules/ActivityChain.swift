/// The keyed hash chain over an account's activity. docs/protocol.md, "Verifying the activity log", says the same to whoever
/// checks it; neither is changed without the other.
package enum ActivityChain {
    package static let firstPreviousHash = [UInt8](repeating: 0, count: 32)

    /// What is hashed of a row: every field that an export shows, in the clear, so that it can be checked without the server.
    static func message(
        _ row: ActivityRecord, _ details: [ActivityDetail], sequence: Int64, previousHash: [UInt8]
    ) -> [UInt8] {
        var writer = ByteWriter(version: 1)
        writer.write(previousHash)
        writer.write(sequence)
        writer.write(row.accountID.text)
        writer.write(row.id.text)
        writer.write(row.kind)
        writer.write(row.at.microseconds)
        writer.write(row.actor.rawValue)
        writer.write(row.actorName)
        writer.write(Int64(details.count))
        for detail in details {
            writer.write(detail.name)
            writer.write(detail.value)
        }
        return writer.bytes
    }
}

/// What a chain's end says.
struct ActivityHead {
    let chain: ActivityChainRecord
    let count: Int64
    let hash: [UInt8]
    let at: Instant

    /// By which the server knows its own head again.
    func tag(by cryptography: any Cryptography) -> KeyedHash {
        var writer = ByteWriter(version: 1)
        writer.write(chain.accountID.uuid.bytes)
        writer.write(count)
        writer.write(hash)
        writer.write(at.microseconds)
        writer.write(chain.unchained)
        return cryptography.keyedHash(.activityHead, writer.bytes)
    }
}

/// A head as it is shown. Signed then and not when its row is written: a signature costs a third of a change, and most heads are
/// never looked at.
package struct SignedActivityHead: Sendable, Equatable {
    package let record: ActivityHeadRecord
    /// Ed25519 over `record.document`, 64 bytes, and the 32 bytes of the key that checks it.
    package let signature: [UInt8]
    package let publicKey: [UInt8]
}

extension Look {
    /// Nil before the chain's first row; `corrupted` where the head is not as this server wrote it.
    package func signedHead(of account: AccountID) throws(DomainError) -> SignedActivityHead? {
        guard let head = try rows.activityHead(of: account) else { return nil }
        let cryptography = environment.cryptography
        guard head.chain.accountID == account, head.content.tag(by: cryptography) == head.tag else {
            throw .corrupted("activity head of \(account.text)")
        }
        let signature = cryptography.sign(head.document)
        return SignedActivityHead(record: head, signature: signature.bytes, publicKey: signature.publicKey)
    }
}

extension ActivityHeadRecord {
    fileprivate var content: ActivityHead { ActivityHead(chain: chain, count: count, hash: hash, at: at) }

    /// What is signed: lines of text, each ended by a line feed.
    package var document: [UInt8] {
        let lines = [
            "account.v1.ActivityHead", chain.accountID.text, "\(count)", TextEncoding.hex(hash), "\(at.microseconds)",
            "\(chain.unchained)",
        ]
        return Array(lines.map { $0 + "\n" }.joined().utf8)
    }
}

extension Work {
    /// Adds the row at the chain's end, behind `head`. The chain of an account begins with its first row after this rule came.
    func append(
        _ row: ActivityRecord, behind head: ActivityHeadRecord?, _ details: [ActivityDetail], _ vault: Vault
    ) throws(DomainError) {
        let cryptography = environment.cryptography
        let chain = if let head { head.chain } else { try beginChain(vault) }
        let (sequence, overflow) = (head?.count ?? 0).addingReportingOverflow(1)
        guard !overflow else { throw .corrupted("activity head of \(row.accountID.text)") }
        let previousHash = head?.hash ?? ActivityChain.firstPreviousHash
        let message = ActivityChain.message(row, details, sequence: sequence, previousHash: previousHash)
        let hash = cryptography.hmacSHA256(key: try vault.chainKey(of: chain), message: message)
        let next = ActivityHead(chain: chain, count: sequence, hash: hash, at: row.at)
        var row = row
        row.link = ActivityLink(
            sequence: sequence, previousHash: previousHash, hash: hash, tag: next.tag(by: cryptography))
        try rows.insert(row)
    }

    private func beginChain(_ vault: Vault) throws(DomainError) -> ActivityChainRecord {
        let chain = ActivityChainRecord(
            accountID: vault.account, unchained: try rows.unchainedActivityCount(of: vault.account),
            chainKey: vault.seal(environment.random.bytes(32), .activityChainKey))
        try rows.insert(chain)
        return chain
    }
}
