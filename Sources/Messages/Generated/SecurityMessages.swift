// Made by Tools/generate. Do not edit.

internal import CMessages

/// The state of password and two-factor.
package struct Security: Message {
    /// Whether a password is set.
    package var passwordSet: Bool = false
    /// When it was last set.
    package var passwordChangedAt: Timestamp? = nil
    /// "Changed 2026-04-15 09:00 UTC", in the account's zone.
    package var passwordChangedText: String = ""
    /// Whether signing in takes a code.
    package var twoFactorEnabled: Bool = false
    /// Since when; absent when off.
    package var twoFactorEnabledAt: Timestamp? = nil
    /// How many recovery codes are unused.
    package var recoveryCodesLeft: Int32 = 0
    /// Whether an enrolment waits for its first code.
    package var twoFactorPending: Bool = false
    /// "On since 2026-04-15 09:00 UTC", "Waiting for the first code" or "Off", in the account's zone.
    package var twoFactorText: String = ""
    /// When two-factor will be turned off, because our support was asked to; absent when it wasn't. The owner can cancel it.
    package var twoFactorResetAt: Timestamp? = nil
    /// "Will be turned off 2026-04-16 09:00 UTC, as our support was asked to", in the account's zone; empty when it won't.
    package var twoFactorResetText: String = ""

    package init() {}

    package init(
        passwordSet: Bool = false,
        passwordChangedAt: Timestamp? = nil,
        passwordChangedText: String = "",
        twoFactorEnabled: Bool = false,
        twoFactorEnabledAt: Timestamp? = nil,
        recoveryCodesLeft: Int32 = 0,
        twoFactorPending: Bool = false,
        twoFactorText: String = "",
        twoFactorResetAt: Timestamp? = nil,
        twoFactorResetText: String = ""
    ) {
        self.passwordSet = passwordSet
        self.passwordChangedAt = passwordChangedAt
        self.passwordChangedText = passwordChangedText
        self.twoFactorEnabled = twoFactorEnabled
        self.twoFactorEnabledAt = twoFactorEnabledAt
        self.recoveryCodesLeft = recoveryCodesLeft
        self.twoFactorPending = twoFactorPending
        self.twoFactorText = twoFactorText
        self.twoFactorResetAt = twoFactorResetAt
        self.twoFactorResetText = twoFactorResetText
    }

    package static let fullName = "account.v1.Security"
    package static var wire: WireType { WireType(account__v1__security__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__Security.self)
        passwordSet = c.pointee.password_set != 0
        passwordChangedAt = try Read.message(c.pointee.password_changed_at, "password_changed_at")
        passwordChangedText = try Read.text(c.pointee.password_changed_text, "password_changed_text")
        twoFactorEnabled = c.pointee.two_factor_enabled != 0
        twoFactorEnabledAt = try Read.message(c.pointee.two_factor_enabled_at, "two_factor_enabled_at")
        recoveryCodesLeft = c.pointee.recovery_codes_left
        twoFactorPending = c.pointee.two_factor_pending != 0
        twoFactorText = try Read.text(c.pointee.two_factor_text, "two_factor_text")
        twoFactorResetAt = try Read.message(c.pointee.two_factor_reset_at, "two_factor_reset_at")
        twoFactorResetText = try Read.text(c.pointee.two_factor_reset_text, "two_factor_reset_text")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__Security.self)
        c.pointee.password_set = passwordSet ? 1 : 0
        c.pointee.password_changed_at = arena.stage(message: passwordChangedAt)?.assumingMemoryBound(to: Google__Protobuf__Timestamp.self)
        c.pointee.password_changed_text = arena.stage(text: passwordChangedText)
        c.pointee.two_factor_enabled = twoFactorEnabled ? 1 : 0
        c.pointee.two_factor_enabled_at = arena.stage(message: twoFactorEnabledAt)?.assumingMemoryBound(to: Google__Protobuf__Timestamp.self)
        c.pointee.recovery_codes_left = recoveryCodesLeft
        c.pointee.two_factor_pending = twoFactorPending ? 1 : 0
        c.pointee.two_factor_text = arena.stage(text: twoFactorText)
        c.pointee.two_factor_reset_at = arena.stage(message: twoFactorResetAt)?.assumingMemoryBound(to: Google__Protobuf__Timestamp.self)
        c.pointee.two_factor_reset_text = arena.stage(text: twoFactorResetText)
    }
}

/// What GetSecurity takes.
package struct GetSecurityRequest: Message {
    package init() {}

    package static let fullName = "account.v1.GetSecurityRequest"
    package static var wire: WireType { WireType(account__v1__get_security_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
    }
}

/// What GetSecurity answers.
package struct GetSecurityResponse: Message {
    /// The state.
    package var security: Security? = nil

    package init() {}

    package init(
        security: Security? = nil
    ) {
        self.security = security
    }

    package static let fullName = "account.v1.GetSecurityResponse"
    package static var wire: WireType { WireType(account__v1__get_security_response__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__GetSecurityResponse.self)
        security = try Read.message(c.pointee.security, "security")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__GetSecurityResponse.self)
        c.pointee.security = arena.stage(message: security)?.assumingMemoryBound(to: Account__V1__Security.self)
    }
}

/// What RequestPasswordReset takes.
package struct RequestPasswordResetRequest: MutatingRequest {
    /// The account's address.
    package var email: String = ""
    /// Makes a repeat safe: the same id with the same body gets the first answer.
    package var requestID: String = ""

    package init() {}

    package init(
        email: String = "",
        requestID: String = ""
    ) {
        self.email = email
        self.requestID = requestID
    }

    package static let fullName = "account.v1.RequestPasswordResetRequest"
    package static var wire: WireType { WireType(account__v1__request_password_reset_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__RequestPasswordResetRequest.self)
        email = try Read.text(c.pointee.email, "email")
        requestID = try Read.text(c.pointee.request_id, "request_id")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__RequestPasswordResetRequest.self)
        c.pointee.email = arena.stage(text: email)
        c.pointee.request_id = arena.stage(text: requestID)
    }
}

/// What RequestPasswordReset answers: always the same.
package struct RequestPasswordResetResponse: Message {
    /// A sentence for the page.
    package var message: String = ""

    package init() {}

    package init(
        message: String = ""
    ) {
        self.message = message
    }

    package static let fullName = "account.v1.RequestPasswordResetResponse"
    package static var wire: WireType { WireType(account__v1__request_password_reset_response__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__RequestPasswordResetResponse.self)
        message = try Read.text(c.pointee.message, "message")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__RequestPasswordResetResponse.self)
        c.pointee.message = arena.stage(text: message)
    }
}

/// What ResetPassword takes.
package struct ResetPasswordRequest: MutatingRequest {
    /// Out of the mailed link.
    package var token: String = ""
    /// At least 15 characters, 8 with two-factor; at most 1,024 bytes.
    package var newPassword: String = ""
    /// Where two-factor is on: the authenticator's code, 6 digits …
    package var totpCode: String = ""
    /// … or one of the recovery codes.
    package var recoveryCode: String = ""
    /// Whether to end every session; otherwise they stay until they end by themselves.
    package var signOutOtherSessions: Bool = false
    /// Makes a repeat safe.
    package var requestID: String = ""

    package init() {}

    package init(
        token: String = "",
        newPassword: String = "",
        totpCode: String = "",
        recoveryCode: String = "",
        signOutOtherSessions: Bool = false,
        requestID: String = ""
    ) {
        self.token = token
        self.newPassword = newPassword
        self.totpCode = totpCode
        self.recoveryCode = recoveryCode
        self.signOutOtherSessions = signOutOtherSessions
        self.requestID = requestID
    }

    package static let fullName = "account.v1.ResetPasswordRequest"
    package static var wire: WireType { WireType(account__v1__reset_password_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__ResetPasswordRequest.self)
        token = try Read.text(c.pointee.token, "token")
        newPassword = try Read.text(c.pointee.new_password, "new_password")
        totpCode = try Read.text(c.pointee.totp_code, "totp_code")
        recoveryCode = try Read.text(c.pointee.recovery_code, "recovery_code")
        signOutOtherSessions = c.pointee.sign_out_other_sessions != 0
        requestID = try Read.text(c.pointee.request_id, "request_id")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__ResetPasswordRequest.self)
        c.pointee.token = arena.stage(text: token)
        c.pointee.new_password = arena.stage(text: newPassword)
        c.pointee.totp_code = arena.stage(text: totpCode)
        c.pointee.recovery_code = arena.stage(text: recoveryCode)
        c.pointee.sign_out_other_sessions = signOutOtherSessions ? 1 : 0
        c.pointee.request_id = arena.stage(text: requestID)
    }
}

/// What ResetPassword answers.
package struct ResetPasswordResponse: Message {
    /// How many sessions were ended.
    package var sessionsSignedOut: Int32 = 0

    package init() {}

    package init(
        sessionsSignedOut: Int32 = 0
    ) {
        self.sessionsSignedOut = sessionsSignedOut
    }

    package static let fullName = "account.v1.ResetPasswordResponse"
    package static var wire: WireType { WireType(account__v1__reset_password_response__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__ResetPasswordResponse.self)
        sessionsSignedOut = c.pointee.sessions_signed_out
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__ResetPasswordResponse.self)
        c.pointee.sessions_signed_out = sessionsSignedOut
    }
}

/// What RequestPasswordChange takes.
package struct RequestPasswordChangeRequest: MutatingRequest {
    /// Makes a repeat safe.
    package var requestID: String = ""

    package init() {}

    package init(
        requestID: String = ""
    ) {
        self.requestID = requestID
    }

    package static let fullName = "account.v1.RequestPasswordChangeRequest"
    package static var wire: WireType { WireType(account__v1__request_password_change_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__RequestPasswordChangeRequest.self)
        requestID = try Read.text(c.pointee.request_id, "request_id")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__RequestPasswordChangeRequest.self)
        c.pointee.request_id = arena.stage(text: requestID)
    }
}

/// What RequestPasswordChange answers.
package struct RequestPasswordChangeResponse: Message {
    /// A sentence for the page.
    package var message: String = ""

    package init() {}

    package init(
        message: String = ""
    ) {
        self.message = message
    }

    package static let fullName = "account.v1.RequestPasswordChangeResponse"
    package static var wire: WireType { WireType(account__v1__request_password_change_response__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__RequestPasswordChangeResponse.self)
        message = try Read.text(c.pointee.message, "message")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__RequestPasswordChangeResponse.self)
        c.pointee.message = arena.stage(text: message)
    }
}

/// What EnrollTotp takes.
package struct EnrollTotpRequest: MutatingRequest {
    /// Makes a repeat safe.
    package var requestID: String = ""

    package init() {}

    package init(
        requestID: String = ""
    ) {
        self.requestID = requestID
    }

    package static let fullName = "account.v1.EnrollTotpRequest"
    package static var wire: WireType { WireType(account__v1__enroll_totp_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__EnrollTotpRequest.self)
        requestID = try Read.text(c.pointee.request_id, "request_id")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__EnrollTotpRequest.self)
        c.pointee.request_id = arena.stage(text: requestID)
    }
}

/// What EnrollTotp answers.
package struct EnrollTotpResponse: Message {
    /// The secret in base32, to type into an authenticator.
    package var secret: String = ""
    /// The same as an otpauth:// link.
    package var otpauthURI: String = ""
    /// The same as a QR code: an SVG document.
    package var qrSvg: String = ""

    package init() {}

    package init(
        secret: String = "",
        otpauthURI: String = "",
        qrSvg: String = ""
    ) {
        self.secret = secret
        self.otpauthURI = otpauthURI
        self.qrSvg = qrSvg
    }

    package static let fullName = "account.v1.EnrollTotpResponse"
    package static var wire: WireType { WireType(account__v1__enroll_totp_response__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__EnrollTotpResponse.self)
        secret = try Read.text(c.pointee.secret, "secret")
        otpauthURI = try Read.text(c.pointee.otpauth_uri, "otpauth_uri")
        qrSvg = try Read.text(c.pointee.qr_svg, "qr_svg")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__EnrollTotpResponse.self)
        c.pointee.secret = arena.stage(text: secret)
        c.pointee.otpauth_uri = arena.stage(text: otpauthURI)
        c.pointee.qr_svg = arena.stage(text: qrSvg)
    }
}

/// What ConfirmTotp takes.
package struct ConfirmTotpRequest: MutatingRequest {
    /// The authenticator's code, 6 digits.
    package var totpCode: String = ""
    /// Makes a repeat safe.
    package var requestID: String = ""

    package init() {}

    package init(
        totpCode: String = "",
        requestID: String = ""
    ) {
        self.totpCode = totpCode
        self.requestID = requestID
    }

    package static let fullName = "account.v1.ConfirmTotpRequest"
    package static var wire: WireType { WireType(account__v1__confirm_totp_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__ConfirmTotpRequest.self)
        totpCode = try Read.text(c.pointee.totp_code, "totp_code")
        requestID = try Read.text(c.pointee.request_id, "request_id")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__ConfirmTotpRequest.self)
        c.pointee.totp_code = arena.stage(text: totpCode)
        c.pointee.request_id = arena.stage(text: requestID)
    }
}

/// What ConfirmTotp answers.
package struct ConfirmTotpResponse: Message {
    /// Ten codes, each good once; shown this once.
    package var recoveryCodes: [String] = []

    package init() {}

    package init(
        recoveryCodes: [String] = []
    ) {
        self.recoveryCodes = recoveryCodes
    }

    package static let fullName = "account.v1.ConfirmTotpResponse"
    package static var wire: WireType { WireType(account__v1__confirm_totp_response__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__ConfirmTotpResponse.self)
        recoveryCodes = try Read.texts(c.pointee.n_recovery_codes, c.pointee.recovery_codes, "recovery_codes")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__ConfirmTotpResponse.self)
        c.pointee.n_recovery_codes = recoveryCodes.count
        c.pointee.recovery_codes = arena.stage(texts: recoveryCodes)
    }
}

/// What DisableTotp takes.
package struct DisableTotpRequest: MutatingRequest {
    /// Makes a repeat safe.
    package var requestID: String = ""

    package init() {}

    package init(
        requestID: String = ""
    ) {
        self.requestID = requestID
    }

    package static let fullName = "account.v1.DisableTotpRequest"
    package static var wire: WireType { WireType(account__v1__disable_totp_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__DisableTotpRequest.self)
        requestID = try Read.text(c.pointee.request_id, "request_id")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__DisableTotpRequest.self)
        c.pointee.request_id = arena.stage(text: requestID)
    }
}

/// What DisableTotp answers.
package struct DisableTotpResponse: Message {
    package init() {}

    package static let fullName = "account.v1.DisableTotpResponse"
    package static var wire: WireType { WireType(account__v1__disable_totp_response__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
    }
}

/// What RegenerateRecoveryCodes takes.
package struct RegenerateRecoveryCodesRequest: MutatingRequest {
    /// Makes a repeat safe.
    package var requestID: String = ""

    package init() {}

    package init(
        requestID: String = ""
    ) {
        self.requestID = requestID
    }

    package static let fullName = "account.v1.RegenerateRecoveryCodesRequest"
    package static var wire: WireType { WireType(account__v1__regenerate_recovery_codes_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__RegenerateRecoveryCodesRequest.self)
        requestID = try Read.text(c.pointee.request_id, "request_id")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__RegenerateRecoveryCodesRequest.self)
        c.pointee.request_id = arena.stage(text: requestID)
    }
}

/// What RegenerateRecoveryCodes answers.
package struct RegenerateRecoveryCodesResponse: Message {
    /// Ten codes, each good once; shown this once. The old ones are dead.
    package var recoveryCodes: [String] = []

    package init() {}

    package init(
        recoveryCodes: [String] = []
    ) {
        self.recoveryCodes = recoveryCodes
    }

    package static let fullName = "account.v1.RegenerateRecoveryCodesResponse"
    package static var wire: WireType { WireType(account__v1__regenerate_recovery_codes_response__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__RegenerateRecoveryCodesResponse.self)
        recoveryCodes = try Read.texts(c.pointee.n_recovery_codes, c.pointee.recovery_codes, "recovery_codes")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__RegenerateRecoveryCodesResponse.self)
        c.pointee.n_recovery_codes = recoveryCodes.count
        c.pointee.recovery_codes = arena.stage(texts: recoveryCodes)
    }
}

/// What ResetTwoFactor takes.
package struct ResetTwoFactorRequest: MutatingRequest {
    /// Whose: either the account …
    package var accountID: String = ""
    /// … or its address.
    package var email: String = ""
    /// Makes a repeat safe.
    package var requestID: String = ""

    package init() {}

    package init(
        accountID: String = "",
        email: String = "",
        requestID: String = ""
    ) {
        self.accountID = accountID
        self.email = email
        self.requestID = requestID
    }

    package static let fullName = "account.v1.ResetTwoFactorRequest"
    package static var wire: WireType { WireType(account__v1__reset_two_factor_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__ResetTwoFactorRequest.self)
        accountID = try Read.text(c.pointee.account_id, "account_id")
        email = try Read.text(c.pointee.email, "email")
        requestID = try Read.text(c.pointee.request_id, "request_id")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__ResetTwoFactorRequest.self)
        c.pointee.account_id = arena.stage(text: accountID)
        c.pointee.email = arena.stage(text: email)
        c.pointee.request_id = arena.stage(text: requestID)
    }
}

/// What ResetTwoFactor answers.
package struct ResetTwoFactorResponse: Message {
    /// Whose account it is.
    package var accountID: String = ""
    /// When it was asked for.
    package var requestedAt: Timestamp? = nil
    /// When two-factor will be turned off.
    package var takesEffectAt: Timestamp? = nil
    /// Whether it was asked for before and waits already: then nothing has changed, and the time stays.
    package var alreadyPending: Bool = false
    /// When an earlier reset was cancelled, if the last one was: look twice at who is asking.
    package var lastCancelledAt: Timestamp? = nil

    package init() {}

    package init(
        accountID: String = "",
        requestedAt: Timestamp? = nil,
        takesEffectAt: Timestamp? = nil,
        alreadyPending: Bool = false,
        lastCancelledAt: Timestamp? = nil
    ) {
        self.accountID = accountID
        self.requestedAt = requestedAt
        self.takesEffectAt = takesEffectAt
        self.alreadyPending = alreadyPending
        self.lastCancelledAt = lastCancelledAt
    }

    package static let fullName = "account.v1.ResetTwoFactorResponse"
    package static var wire: WireType { WireType(account__v1__reset_two_factor_response__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__ResetTwoFactorResponse.self)
        accountID = try Read.text(c.pointee.account_id, "account_id")
        requestedAt = try Read.message(c.pointee.requested_at, "requested_at")
        takesEffectAt = try Read.message(c.pointee.takes_effect_at, "takes_effect_at")
        alreadyPending = c.pointee.already_pending != 0
        lastCancelledAt = try Read.message(c.pointee.last_cancelled_at, "last_cancelled_at")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__ResetTwoFactorResponse.self)
        c.pointee.account_id = arena.stage(text: accountID)
        c.pointee.requested_at = arena.stage(message: requestedAt)?.assumingMemoryBound(to: Google__Protobuf__Timestamp.self)
        c.pointee.takes_effect_at = arena.stage(message: takesEffectAt)?.assumingMemoryBound(to: Google__Protobuf__Timestamp.self)
        c.pointee.already_pending = alreadyPending ? 1 : 0
        c.pointee.last_cancelled_at = arena.stage(message: lastCancelledAt)?.assumingMemoryBound(to: Google__Protobuf__Timestamp.self)
    }
}

/// What CancelTwoFactorReset takes.
package struct CancelTwoFactorResetRequest: MutatingRequest {
    /// Out of the mailed link; empty where the owner's session says whose reset it is.
    package var token: String = ""
    /// Makes a repeat safe.
    package var requestID: String = ""

    package init() {}

    package init(
        token: String = "",
        requestID: String = ""
    ) {
        self.token = token
        self.requestID = requestID
    }

    package static let fullName = "account.v1.CancelTwoFactorResetRequest"
    package static var wire: WireType { WireType(account__v1__cancel_two_factor_reset_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__CancelTwoFactorResetRequest.self)
        token = try Read.text(c.pointee.token, "token")
        requestID = try Read.text(c.pointee.request_id, "request_id")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__CancelTwoFactorResetRequest.self)
        c.pointee.token = arena.stage(text: token)
        c.pointee.request_id = arena.stage(text: requestID)
    }
}

/// What CancelTwoFactorReset answers.
package struct CancelTwoFactorResetResponse: Message {
    package init() {}

    package static let fullName = "account.v1.CancelTwoFactorResetResponse"
    package static var wire: WireType { WireType(account__v1__cancel_two_factor_reset_response__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
    }
}

/// A key for programs of the customer's.
package struct ApiKey: Message {
    /// "key_" and a UUIDv7.
    package var id: String = ""
    /// The customer's name for it.
    package var name: String = ""
    /// The secret's first characters, to tell keys apart.
    package var prefix: String = ""
    /// What it may do.
    package var scopes: [String] = []
    /// When it was made.
    package var createdAt: Timestamp? = nil
    /// When it was last used; absent before.
    package var lastUsedAt: Timestamp? = nil
    /// When it ends; absent when it does not.
    package var expiresAt: Timestamp? = nil
    /// "2026-04-15 09:00 UTC", in the account's zone.
    package var createdText: String = ""
    /// "2026-04-15 09:00 UTC" or "Never", in the account's zone.
    package var lastUsedText: String = ""
    /// "2026-04-15 09:00 UTC" or "Never", in the account's zone.
    package var expiresText: String = ""
    /// Until when the secret from before the last rotation is good; absent when it no longer is.
    package var oldSecretEndsAt: Timestamp? = nil
    /// "2026-04-15 09:00 UTC", in the account's zone; empty when the old secret is no longer good.
    package var oldSecretEndsText: String = ""

    package init() {}

    package init(
        id: String = "",
        name: String = "",
        prefix: String = "",
        scopes: [String] = [],
        createdAt: Timestamp? = nil,
        lastUsedAt: Timestamp? = nil,
        expiresAt: Timestamp? = nil,
        createdText: String = "",
        lastUsedText: String = "",
        expiresText: String = "",
        oldSecretEndsAt: Timestamp? = nil,
        oldSecretEndsText: String = ""
    ) {
        self.id = id
        self.name = name
        self.prefix = prefix
        self.scopes = scopes
        self.createdAt = createdAt
        self.lastUsedAt = lastUsedAt
        self.expiresAt = expiresAt
        self.createdText = createdText
        self.lastUsedText = lastUsedText
        self.expiresText = expiresText
        self.oldSecretEndsAt = oldSecretEndsAt
        self.oldSecretEndsText = oldSecretEndsText
    }

    package static let fullName = "account.v1.ApiKey"
    package static var wire: WireType { WireType(account__v1__api_key__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__ApiKey.self)
        id = try Read.text(c.pointee.id, "id")
        name = try Read.text(c.pointee.name, "name")
        prefix = try Read.text(c.pointee.prefix, "prefix")
        scopes = try Read.texts(c.pointee.n_scopes, c.pointee.scopes, "scopes")
        createdAt = try Read.message(c.pointee.created_at, "created_at")
        lastUsedAt = try Read.message(c.pointee.last_used_at, "last_used_at")
        expiresAt = try Read.message(c.pointee.expires_at, "expires_at")
        createdText = try Read.text(c.pointee.created_text, "created_text")
        lastUsedText = try Read.text(c.pointee.last_used_text, "last_used_text")
        expiresText = try Read.text(c.pointee.expires_text, "expires_text")
        oldSecretEndsAt = try Read.message(c.pointee.old_secret_ends_at, "old_secret_ends_at")
        oldSecretEndsText = try Read.text(c.pointee.old_secret_ends_text, "old_secret_ends_text")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__ApiKey.self)
        c.pointee.id = arena.stage(text: id)
        c.pointee.name = arena.stage(text: name)
        c.pointee.prefix = arena.stage(text: prefix)
        c.pointee.n_scopes = scopes.count
        c.pointee.scopes = arena.stage(texts: scopes)
        c.pointee.created_at = arena.stage(message: createdAt)?.assumingMemoryBound(to: Google__Protobuf__Timestamp.self)
        c.pointee.last_used_at = arena.stage(message: lastUsedAt)?.assumingMemoryBound(to: Google__Protobuf__Timestamp.self)
        c.pointee.expires_at = arena.stage(message: expiresAt)?.assumingMemoryBound(to: Google__Protobuf__Timestamp.self)
        c.pointee.created_text = arena.stage(text: createdText)
        c.pointee.last_used_text = arena.stage(text: lastUsedText)
        c.pointee.expires_text = arena.stage(text: expiresText)
        c.pointee.old_secret_ends_at = arena.stage(message: oldSecretEndsAt)?.assumingMemoryBound(to: Google__Protobuf__Timestamp.self)
        c.pointee.old_secret_ends_text = arena.stage(text: oldSecretEndsText)
    }
}

/// What MintApiKey takes.
package struct MintApiKeyRequest: MutatingRequest {
    /// The customer's name for it.
    package var name: String = ""
    /// What it may do.
    package var scopes: [String] = []
    /// When it ends; absent means never.
    package var expiresAt: Timestamp? = nil
    /// Makes a repeat safe.
    package var requestID: String = ""

    package init() {}

    package init(
        name: String = "",
        scopes: [String] = [],
        expiresAt: Timestamp? = nil,
        requestID: String = ""
    ) {
        self.name = name
        self.scopes = scopes
        self.expiresAt = expiresAt
        self.requestID = requestID
    }

    package static let fullName = "account.v1.MintApiKeyRequest"
    package static var wire: WireType { WireType(account__v1__mint_api_key_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__MintApiKeyRequest.self)
        name = try Read.text(c.pointee.name, "name")
        scopes = try Read.texts(c.pointee.n_scopes, c.pointee.scopes, "scopes")
        expiresAt = try Read.message(c.pointee.expires_at, "expires_at")
        requestID = try Read.text(c.pointee.request_id, "request_id")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__MintApiKeyRequest.self)
        c.pointee.name = arena.stage(text: name)
        c.pointee.n_scopes = scopes.count
        c.pointee.scopes = arena.stage(texts: scopes)
        c.pointee.expires_at = arena.stage(message: expiresAt)?.assumingMemoryBound(to: Google__Protobuf__Timestamp.self)
        c.pointee.request_id = arena.stage(text: requestID)
    }
}

/// What MintApiKey answers.
package struct MintApiKeyResponse: Message {
    /// The key.
    package var apiKey: ApiKey? = nil
    /// Its secret, shown this once.
    package var secret: String = ""

    package init() {}

    package init(
        apiKey: ApiKey? = nil,
        secret: String = ""
    ) {
        self.apiKey = apiKey
        self.secret = secret
    }

    package static let fullName = "account.v1.MintApiKeyResponse"
    package static var wire: WireType { WireType(account__v1__mint_api_key_response__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__MintApiKeyResponse.self)
        apiKey = try Read.message(c.pointee.api_key, "api_key")
        secret = try Read.text(c.pointee.secret, "secret")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__MintApiKeyResponse.self)
        c.pointee.api_key = arena.stage(message: apiKey)?.assumingMemoryBound(to: Account__V1__ApiKey.self)
        c.pointee.secret = arena.stage(text: secret)
    }
}

/// What ListApiKeys takes.
package struct ListApiKeysRequest: Message {
    /// At most so many, 1 to 200; 0 means 50.
    package var pageSize: Int32 = 0
    /// The last page's next_page_token; empty means the first page.
    package var pageToken: String = ""

    package init() {}

    package init(
        pageSize: Int32 = 0,
        pageToken: String = ""
    ) {
        self.pageSize = pageSize
        self.pageToken = pageToken
    }

    package static let fullName = "account.v1.ListApiKeysRequest"
    package static var wire: WireType { WireType(account__v1__list_api_keys_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__ListApiKeysRequest.self)
        pageSize = c.pointee.page_size
        pageToken = try Read.text(c.pointee.page_token, "page_token")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__ListApiKeysRequest.self)
        c.pointee.page_size = pageSize
        c.pointee.page_token = arena.stage(text: pageToken)
    }
}

/// What ListApiKeys answers.
package struct ListApiKeysResponse: Message {
    /// One page, newest first.
    package var apiKeys: [ApiKey] = []
    /// Asks for the next page; empty after the last.
    package var nextPageToken: String = ""

    package init() {}

    package init(
        apiKeys: [ApiKey] = [],
        nextPageToken: String = ""
    ) {
        self.apiKeys = apiKeys
        self.nextPageToken = nextPageToken
    }

    package static let fullName = "account.v1.ListApiKeysResponse"
    package static var wire: WireType { WireType(account__v1__list_api_keys_response__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__ListApiKeysResponse.self)
        apiKeys = try Read.messages(c.pointee.n_api_keys, c.pointee.api_keys, "api_keys")
        nextPageToken = try Read.text(c.pointee.next_page_token, "next_page_token")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__ListApiKeysResponse.self)
        c.pointee.n_api_keys = apiKeys.count
        c.pointee.api_keys = arena.stage(messages: apiKeys)?.assumingMemoryBound(to: UnsafeMutablePointer<Account__V1__ApiKey>?.self)
        c.pointee.next_page_token = arena.stage(text: nextPageToken)
    }
}

/// What RotateApiKey takes.
package struct RotateApiKeyRequest: MutatingRequest {
    /// Which.
    package var keyID: String = ""
    /// For how long the old secret stays good, 0 to 7 days; absent means 0.
    package var overlap: DurationMessage? = nil
    /// Makes a repeat safe.
    package var requestID: String = ""

    package init() {}

    package init(
        keyID: String = "",
        overlap: DurationMessage? = nil,
        requestID: String = ""
    ) {
        self.keyID = keyID
        self.overlap = overlap
        self.requestID = requestID
    }

    package static let fullName = "account.v1.RotateApiKeyRequest"
    package static var wire: WireType { WireType(account__v1__rotate_api_key_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__RotateApiKeyRequest.self)
        keyID = try Read.text(c.pointee.key_id, "key_id")
        overlap = try Read.message(c.pointee.overlap, "overlap")
        requestID = try Read.text(c.pointee.request_id, "request_id")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__RotateApiKeyRequest.self)
        c.pointee.key_id = arena.stage(text: keyID)
        c.pointee.overlap = arena.stage(message: overlap)?.assumingMemoryBound(to: Google__Protobuf__Duration.self)
        c.pointee.request_id = arena.stage(text: requestID)
    }
}

/// What RotateApiKey answers.
package struct RotateApiKeyResponse: Message {
    /// The key, with the new secret's prefix.
    package var apiKey: ApiKey? = nil
    /// Its new secret, shown this once.
    package var secret: String = ""

    package init() {}

    package init(
        apiKey: ApiKey? = nil,
        secret: String = ""
    ) {
        self.apiKey = apiKey
        self.secret = secret
    }

    package static let fullName = "account.v1.RotateApiKeyResponse"
    package static var wire: WireType { WireType(account__v1__rotate_api_key_response__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__RotateApiKeyResponse.self)
        apiKey = try Read.message(c.pointee.api_key, "api_key")
        secret = try Read.text(c.pointee.secret, "secret")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__RotateApiKeyResponse.self)
        c.pointee.api_key = arena.stage(message: apiKey)?.assumingMemoryBound(to: Account__V1__ApiKey.self)
        c.pointee.secret = arena.stage(text: secret)
    }
}

/// What RevokeApiKey takes.
package struct RevokeApiKeyRequest: MutatingRequest {
    /// Which.
    package var keyID: String = ""
    /// Makes a repeat safe.
    package var requestID: String = ""

    package init() {}

    package init(
        keyID: String = "",
        requestID: String = ""
    ) {
        self.keyID = keyID
        self.requestID = requestID
    }

    package static let fullName = "account.v1.RevokeApiKeyRequest"
    package static var wire: WireType { WireType(account__v1__revoke_api_key_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__RevokeApiKeyRequest.self)
        keyID = try Read.text(c.pointee.key_id, "key_id")
        requestID = try Read.text(c.pointee.request_id, "request_id")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__RevokeApiKeyRequest.self)
        c.pointee.key_id = arena.stage(text: keyID)
        c.pointee.request_id = arena.stage(text: requestID)
    }
}

/// What RevokeApiKey answers.
package struct RevokeApiKeyResponse: Message {
    package init() {}

    package static let fullName = "account.v1.RevokeApiKeyResponse"
    package static var wire: WireType { WireType(account__v1__revoke_api_key_response__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
    }
}

/// What VerifyApiKey takes.
package struct VerifyApiKeyRequest: Message {
    /// The key's secret.
    package var secret: String = ""

    package init() {}

    package init(
        secret: String = ""
    ) {
        self.secret = secret
    }

    package static let fullName = "account.v1.VerifyApiKeyRequest"
    package static var wire: WireType { WireType(account__v1__verify_api_key_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__VerifyApiKeyRequest.self)
        secret = try Read.text(c.pointee.secret, "secret")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__VerifyApiKeyRequest.self)
        c.pointee.secret = arena.stage(text: secret)
    }
}

/// What VerifyApiKey answers.
package struct VerifyApiKeyResponse: Message {
    /// Whose key it is.
    package var accountID: String = ""
    /// Which key it is.
    package var keyID: String = ""
    /// What it may do.
    package var scopes: [String] = []
    /// When it ends; absent when it does not.
    package var expiresAt: Timestamp? = nil

    package init() {}

    package init(
        accountID: String = "",
        keyID: String = "",
        scopes: [String] = [],
        expiresAt: Timestamp? = nil
    ) {
        self.accountID = accountID
        self.keyID = keyID
        self.scopes = scopes
        self.expiresAt = expiresAt
    }

    package static let fullName = "account.v1.VerifyApiKeyResponse"
    package static var wire: WireType { WireType(account__v1__verify_api_key_response__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__VerifyApiKeyResponse.self)
        accountID = try Read.text(c.pointee.account_id, "account_id")
        keyID = try Read.text(c.pointee.key_id, "key_id")
        scopes = try Read.texts(c.pointee.n_scopes, c.pointee.scopes, "scopes")
        expiresAt = try Read.message(c.pointee.expires_at, "expires_at")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__VerifyApiKeyResponse.self)
        c.pointee.account_id = arena.stage(text: accountID)
        c.pointee.key_id = arena.stage(text: keyID)
        c.pointee.n_scopes = scopes.count
        c.pointee.scopes = arena.stage(texts: scopes)
        c.pointee.expires_at = arena.stage(message: expiresAt)?.assumingMemoryBound(to: Google__Protobuf__Timestamp.self)
    }
}
