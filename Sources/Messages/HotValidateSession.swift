internal import CMessages

/// ValidateSession without a Swift value for the message: a warm arena makes neither side of it allocate.
package enum HotValidateSession {
    /// Reads the request and lends its `session_token` to `body`. The bytes are not checked to be text: they are hashed.
    package static func withToken<Result>(
        _ request: UnsafeRawBufferPointer, arena: Arena, _ body: (UnsafeRawBufferPointer) -> Result
    ) throws(DecodeFailure) -> Result {
        let raw = try arena.unpack(request, as: ValidateSessionRequest.wire)
        let token = raw.assumingMemoryBound(to: Account__V1__ValidateSessionRequest.self).pointee.session_token
        return body(UnsafeRawBufferPointer(start: token.data, count: token.data == nil ? 0 : token.len))
    }

    package static func withToken<Result>(
        _ request: RawSpan, arena: Arena, _ body: (RawSpan) -> Result
    ) throws(DecodeFailure) -> Result {
        try request.withUnsafeBytes { buffer throws(DecodeFailure) in
            try withToken(buffer, arena: arena) { token in body(token.bytes) }
        }
    }

    /// What the response says. The ids are borrowed: they must stay until it is packed.
    package struct Answer {
        package var accountID: UnsafeRawBufferPointer
        package var sessionID: UnsafeRawBufferPointer
        package var authenticatedAt: HotTime
        package var expiresAt: HotTime
        package var twoFactor: Bool

        package init(
            accountID: UnsafeRawBufferPointer, sessionID: UnsafeRawBufferPointer,
            authenticatedAt: HotTime, expiresAt: HotTime, twoFactor: Bool
        ) {
            self.accountID = accountID
            self.sessionID = sessionID
            self.authenticatedAt = authenticatedAt
            self.expiresAt = expiresAt
            self.twoFactor = twoFactor
        }

        /// Lays the response into the arena, ready to be written.
        package func encode(arena: Arena) -> EncodedMessage { EncodedMessage(stage(in: arena)) }

        /// A tag and a length of one byte before each id; two times of at most 24 bytes with theirs; the flag.
        fileprivate var maximumBytes: Int { accountID.count + sessionID.count + 2 * 11 + 2 * 26 + 2 }

        fileprivate func stage(in arena: Arena) -> UnsafeMutableRawPointer {
            let raw = arena.initialized(ValidateSessionResponse.wire)
            let response = raw.assumingMemoryBound(to: Account__V1__ValidateSessionResponse.self)
            response.pointee.account_id = borrowed(accountID)
            response.pointee.session_id = borrowed(sessionID)
            response.pointee.authenticated_at = authenticatedAt.stage(in: arena)
            response.pointee.expires_at = expiresAt.stage(in: arena)
            response.pointee.two_factor = twoFactor ? 1 : 0
            return raw
        }
    }

    /// Writes the response at the start of `output` and says how many bytes it took; nil where it may not fit. 160 bytes are
    /// enough for ids of ours. The ids are copied before this returns.
    package static func encode(
        accountID: RawSpan, sessionID: RawSpan, authenticatedAt: HotTime, expiresAt: HotTime, twoFactor: Bool,
        arena: Arena, into output: inout MutableRawSpan
    ) -> Int? {
        output.withUnsafeMutableBytes { output in
            accountID.withUnsafeBytes { account in
                sessionID.withUnsafeBytes { session in
                    let answer = Answer(
                        accountID: account, sessionID: session, authenticatedAt: authenticatedAt, expiresAt: expiresAt,
                        twoFactor: twoFactor)
                    return packUncounted(
                        answer.stage(in: arena), maximumBytes: answer.maximumBytes, into: output)
                }
            }
        }
    }
}
