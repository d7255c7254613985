internal import CMessages

/// VerifyApiKey without a Swift value for the message: a warm arena makes neither side of it allocate.
package enum HotVerifyApiKey {
    /// Reads the request and lends its `secret` to `body`. The bytes are not checked to be text: they are hashed.
    package static func withSecret<Result>(
        _ request: UnsafeRawBufferPointer, arena: Arena, _ body: (UnsafeRawBufferPointer) -> Result
    ) throws(DecodeFailure) -> Result {
        let raw = try arena.unpack(request, as: VerifyApiKeyRequest.wire)
        let secret = raw.assumingMemoryBound(to: Account__V1__VerifyApiKeyRequest.self).pointee.secret
        return body(UnsafeRawBufferPointer(start: secret.data, count: secret.data == nil ? 0 : secret.len))
    }

    package static func withSecret<Result>(
        _ request: RawSpan, arena: Arena, _ body: (RawSpan) -> Result
    ) throws(DecodeFailure) -> Result {
        try request.withUnsafeBytes { buffer throws(DecodeFailure) in
            try withSecret(buffer, arena: arena) { secret in body(secret.bytes) }
        }
    }

    /// What the response says. The ids are borrowed: they must stay until it is packed.
    package struct Answer {
        package var accountID: UnsafeRawBufferPointer
        package var keyID: UnsafeRawBufferPointer
        package var scopes: [String]
        /// nil for a key that doesn't end.
        package var expiresAt: HotTime?

        package init(
            accountID: UnsafeRawBufferPointer, keyID: UnsafeRawBufferPointer, scopes: [String], expiresAt: HotTime?
        ) {
            self.accountID = accountID
            self.keyID = keyID
            self.scopes = scopes
            self.expiresAt = expiresAt
        }

        /// Lays the response into the arena, ready to be written.
        package func encode(arena: Arena) -> EncodedMessage {
            let raw = arena.initialized(VerifyApiKeyResponse.wire)
            let response = raw.assumingMemoryBound(to: Account__V1__VerifyApiKeyResponse.self)
            response.pointee.account_id = borrowed(accountID)
            response.pointee.key_id = borrowed(keyID)
            response.pointee.n_scopes = scopes.count
            response.pointee.scopes = arena.stage(texts: scopes)
            response.pointee.expires_at = expiresAt?.stage(in: arena)
            return EncodedMessage(raw)
        }
    }

    /// Writes the response at the start of `output` and says how many bytes it took; nil where it doesn't fit.
    package static func encode(
        accountID: RawSpan, keyID: RawSpan, scopes: [String], expiresAt: HotTime?, arena: Arena,
        into output: inout MutableRawSpan
    ) -> Int? {
        output.withUnsafeMutableBytes { output in
            accountID.withUnsafeBytes { account in
                keyID.withUnsafeBytes { key in
                    Answer(accountID: account, keyID: key, scopes: scopes, expiresAt: expiresAt)
                        .encode(arena: arena).pack(into: output)
                }
            }
        }
    }
}
