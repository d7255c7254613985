// Made by Tools/generate. Do not edit.

internal import CMessages

/// Whether a remote browser runs.
package enum DriverSessionState: WireEnum {
    /// Not said.
    case unspecified
    /// It runs.
    case running
    /// It was ended.
    case ended
    /// The account's deletion ended it.
    case revoked
    /// A number that this version has no name for.
    case unrecognized(Int32)

    package static let allCases: [DriverSessionState] = [.unspecified, .running, .ended, .revoked]

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .running
        case 2: self = .ended
        case 3: self = .revoked
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .running: 1
        case .ended: 2
        case .revoked: 3
        case .unrecognized(let rawValue): rawValue
        }
    }

    /// The name in the .proto file; a number's digits when it has none.
    package var protoName: String {
        switch self {
        case .unspecified: "DRIVER_SESSION_STATE_UNSPECIFIED"
        case .running: "DRIVER_SESSION_STATE_RUNNING"
        case .ended: "DRIVER_SESSION_STATE_ENDED"
        case .revoked: "DRIVER_SESSION_STATE_REVOKED"
        case .unrecognized(let rawValue): String(rawValue)
        }
    }
}

/// A sign-in that lasts.
package struct Session: Message {
    /// "ses_" and a UUIDv7.
    package var id: String = ""
    /// Made from the user agent: "Firefox on Linux".
    package var deviceLabel: String = ""
    /// When it was opened.
    package var createdAt: Timestamp? = nil
    /// When it was last used.
    package var lastSeenAt: Timestamp? = nil
    /// When it ends if it is not used again.
    package var expiresAt: Timestamp? = nil
    /// Whether it is the one that asks.
    package var current: Bool = false
    /// Whether it was opened with a second factor.
    package var twoFactor: Bool = false
    /// "2026-04-15 09:00 UTC", in the account's zone.
    package var createdText: String = ""
    /// "2026-04-15 09:00 UTC", in the account's zone.
    package var lastSeenText: String = ""
    /// When a factor was last proven in it.
    package var authenticatedAt: Timestamp? = nil

    package init() {}

    package init(
        id: String = "",
        deviceLabel: String = "",
        createdAt: Timestamp? = nil,
        lastSeenAt: Timestamp? = nil,
        expiresAt: Timestamp? = nil,
        current: Bool = false,
        twoFactor: Bool = false,
        createdText: String = "",
        lastSeenText: String = "",
        authenticatedAt: Timestamp? = nil
    ) {
        self.id = id
        self.deviceLabel = deviceLabel
        self.createdAt = createdAt
        self.lastSeenAt = lastSeenAt
        self.expiresAt = expiresAt
        self.current = current
        self.twoFactor = twoFactor
        self.createdText = createdText
        self.lastSeenText = lastSeenText
        self.authenticatedAt = authenticatedAt
    }

    package static let fullName = "account.v1.Session"
    package static var wire: WireType { WireType(account__v1__session__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__Session.self)
        id = try Read.text(c.pointee.id, "id")
        deviceLabel = try Read.text(c.pointee.device_label, "device_label")
        createdAt = try Read.message(c.pointee.created_at, "created_at")
        lastSeenAt = try Read.message(c.pointee.last_seen_at, "last_seen_at")
        expiresAt = try Read.message(c.pointee.expires_at, "expires_at")
        current = c.pointee.current != 0
        twoFactor = c.pointee.two_factor != 0
        createdText = try Read.text(c.pointee.created_text, "created_text")
        lastSeenText = try Read.text(c.pointee.last_seen_text, "last_seen_text")
        authenticatedAt = try Read.message(c.pointee.authenticated_at, "authenticated_at")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__Session.self)
        c.pointee.id = arena.stage(text: id)
        c.pointee.device_label = arena.stage(text: deviceLabel)
        c.pointee.created_at = arena.stage(message: createdAt)?.assumingMemoryBound(to: Google__Protobuf__Timestamp.self)
        c.pointee.last_seen_at = arena.stage(message: lastSeenAt)?.assumingMemoryBound(to: Google__Protobuf__Timestamp.self)
        c.pointee.expires_at = arena.stage(message: expiresAt)?.assumingMemoryBound(to: Google__Protobuf__Timestamp.self)
        c.pointee.current = current ? 1 : 0
        c.pointee.two_factor = twoFactor ? 1 : 0
        c.pointee.created_text = arena.stage(text: createdText)
        c.pointee.last_seen_text = arena.stage(text: lastSeenText)
        c.pointee.authenticated_at = arena.stage(message: authenticatedAt)?.assumingMemoryBound(to: Google__Protobuf__Timestamp.self)
    }
}

/// What SignIn takes.
package struct SignInRequest: MutatingRequest {
    /// The account's address.
    package var email: String = ""
    /// The account's password.
    package var password: String = ""
    /// The browser's User-Agent; the device label is made from it.
    package var userAgent: String = ""
    /// Makes a repeat safe: the same id with the same body gets the first answer.
    package var requestID: String = ""

    package init() {}

    package init(
        email: String = "",
        password: String = "",
        userAgent: String = "",
        requestID: String = ""
    ) {
        self.email = email
        self.password = password
        self.userAgent = userAgent
        self.requestID = requestID
    }

    package static let fullName = "account.v1.SignInRequest"
    package static var wire: WireType { WireType(account__v1__sign_in_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__SignInRequest.self)
        email = try Read.text(c.pointee.email, "email")
        password = try Read.text(c.pointee.password, "password")
        userAgent = try Read.text(c.pointee.user_agent, "user_agent")
        requestID = try Read.text(c.pointee.request_id, "request_id")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__SignInRequest.self)
        c.pointee.email = arena.stage(text: email)
        c.pointee.password = arena.stage(text: password)
        c.pointee.user_agent = arena.stage(text: userAgent)
        c.pointee.request_id = arena.stage(text: requestID)
    }
}

/// What SignIn answers: a session, or a challenge.
package struct SignInResponse: Message {
    /// The session's secret; empty when there is a challenge.
    package var sessionToken: String = ""
    /// The session; absent when there is a challenge.
    package var session: Session? = nil
    /// For CompleteSignIn; empty when there is a session.
    package var challengeToken: String = ""
    /// Until when the challenge can be answered.
    package var challengeExpiresAt: Timestamp? = nil

    package init() {}

    package init(
        sessionToken: String = "",
        session: Session? = nil,
        challengeToken: String = "",
        challengeExpiresAt: Timestamp? = nil
    ) {
        self.sessionToken = sessionToken
        self.session = session
        self.challengeToken = challengeToken
        self.challengeExpiresAt = challengeExpiresAt
    }

    package static let fullName = "account.v1.SignInResponse"
    package static var wire: WireType { WireType(account__v1__sign_in_response__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__SignInResponse.self)
        sessionToken = try Read.text(c.pointee.session_token, "session_token")
        session = try Read.message(c.pointee.session, "session")
        challengeToken = try Read.text(c.pointee.challenge_token, "challenge_token")
        challengeExpiresAt = try Read.message(c.pointee.challenge_expires_at, "challenge_expires_at")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__SignInResponse.self)
        c.pointee.session_token = arena.stage(text: sessionToken)
        c.pointee.session = arena.stage(message: session)?.assumingMemoryBound(to: Account__V1__Session.self)
        c.pointee.challenge_token = arena.stage(text: challengeToken)
        c.pointee.challenge_expires_at = arena.stage(message: challengeExpiresAt)?.assumingMemoryBound(to: Google__Protobuf__Timestamp.self)
    }
}

/// What CompleteSignIn takes.
package struct CompleteSignInRequest: MutatingRequest {
    /// Out of SignIn's answer.
    package var challengeToken: String = ""
    /// The authenticator's code, 6 digits …
    package var totpCode: String = ""
    /// … or one of the recovery codes.
    package var recoveryCode: String = ""
    /// The browser's User-Agent; empty means the one SignIn was given.
    package var userAgent: String = ""
    /// Makes a repeat safe.
    package var requestID: String = ""

    package init() {}

    package init(
        challengeToken: String = "",
        totpCode: String = "",
        recoveryCode: String = "",
        userAgent: String = "",
        requestID: String = ""
    ) {
        self.challengeToken = challengeToken
        self.totpCode = totpCode
        self.recoveryCode = recoveryCode
        self.userAgent = userAgent
        self.requestID = requestID
    }

    package static let fullName = "account.v1.CompleteSignInRequest"
    package static var wire: WireType { WireType(account__v1__complete_sign_in_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__CompleteSignInRequest.self)
        challengeToken = try Read.text(c.pointee.challenge_token, "challenge_token")
        totpCode = try Read.text(c.pointee.totp_code, "totp_code")
        recoveryCode = try Read.text(c.pointee.recovery_code, "recovery_code")
        userAgent = try Read.text(c.pointee.user_agent, "user_agent")
        requestID = try Read.text(c.pointee.request_id, "request_id")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__CompleteSignInRequest.self)
        c.pointee.challenge_token = arena.stage(text: challengeToken)
        c.pointee.totp_code = arena.stage(text: totpCode)
        c.pointee.recovery_code = arena.stage(text: recoveryCode)
        c.pointee.user_agent = arena.stage(text: userAgent)
        c.pointee.request_id = arena.stage(text: requestID)
    }
}

/// What CompleteSignIn answers.
package struct CompleteSignInResponse: Message {
    /// The session's secret.
    package var sessionToken: String = ""
    /// The session.
    package var session: Session? = nil

    package init() {}

    package init(
        sessionToken: String = "",
        session: Session? = nil
    ) {
        self.sessionToken = sessionToken
        self.session = session
    }

    package static let fullName = "account.v1.CompleteSignInResponse"
    package static var wire: WireType { WireType(account__v1__complete_sign_in_response__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__CompleteSignInResponse.self)
        sessionToken = try Read.text(c.pointee.session_token, "session_token")
        session = try Read.message(c.pointee.session, "session")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__CompleteSignInResponse.self)
        c.pointee.session_token = arena.stage(text: sessionToken)
        c.pointee.session = arena.stage(message: session)?.assumingMemoryBound(to: Account__V1__Session.self)
    }
}

/// What StepUp takes: one of the factors.
package struct StepUpRequest: MutatingRequest {
    /// The account's password …
    package var password: String = ""
    /// … or the authenticator's code, 6 digits.
    package var totpCode: String = ""
    /// Makes a repeat safe.
    package var requestID: String = ""

    package init() {}

    package init(
        password: String = "",
        totpCode: String = "",
        requestID: String = ""
    ) {
        self.password = password
        self.totpCode = totpCode
        self.requestID = requestID
    }

    package static let fullName = "account.v1.StepUpRequest"
    package static var wire: WireType { WireType(account__v1__step_up_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__StepUpRequest.self)
        password = try Read.text(c.pointee.password, "password")
        totpCode = try Read.text(c.pointee.totp_code, "totp_code")
        requestID = try Read.text(c.pointee.request_id, "request_id")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__StepUpRequest.self)
        c.pointee.password = arena.stage(text: password)
        c.pointee.totp_code = arena.stage(text: totpCode)
        c.pointee.request_id = arena.stage(text: requestID)
    }
}

/// What StepUp answers.
package struct StepUpResponse: Message {
    /// The session's new secret.
    package var sessionToken: String = ""
    /// The session.
    package var session: Session? = nil

    package init() {}

    package init(
        sessionToken: String = "",
        session: Session? = nil
    ) {
        self.sessionToken = sessionToken
        self.session = session
    }

    package static let fullName = "account.v1.StepUpResponse"
    package static var wire: WireType { WireType(account__v1__step_up_response__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__StepUpResponse.self)
        sessionToken = try Read.text(c.pointee.session_token, "session_token")
        session = try Read.message(c.pointee.session, "session")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__StepUpResponse.self)
        c.pointee.session_token = arena.stage(text: sessionToken)
        c.pointee.session = arena.stage(message: session)?.assumingMemoryBound(to: Account__V1__Session.self)
    }
}

/// What ValidateSession takes.
package struct ValidateSessionRequest: Message {
    /// The session's secret.
    package var sessionToken: String = ""

    package init() {}

    package init(
        sessionToken: String = ""
    ) {
        self.sessionToken = sessionToken
    }

    package static let fullName = "account.v1.ValidateSessionRequest"
    package static var wire: WireType { WireType(account__v1__validate_session_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__ValidateSessionRequest.self)
        sessionToken = try Read.text(c.pointee.session_token, "session_token")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__ValidateSessionRequest.self)
        c.pointee.session_token = arena.stage(text: sessionToken)
    }
}

/// What ValidateSession answers.
package struct ValidateSessionResponse: Message {
    /// Whose session it is.
    package var accountID: String = ""
    /// Which session it is.
    package var sessionID: String = ""
    /// When a factor was last proven in it.
    package var authenticatedAt: Timestamp? = nil
    /// When it ends if it is not used again.
    package var expiresAt: Timestamp? = nil
    /// Whether it was opened with a second factor.
    package var twoFactor: Bool = false

    package init() {}

    package init(
        accountID: String = "",
        sessionID: String = "",
        authenticatedAt: Timestamp? = nil,
        expiresAt: Timestamp? = nil,
        twoFactor: Bool = false
    ) {
        self.accountID = accountID
        self.sessionID = sessionID
        self.authenticatedAt = authenticatedAt
        self.expiresAt = expiresAt
        self.twoFactor = twoFactor
    }

    package static let fullName = "account.v1.ValidateSessionResponse"
    package static var wire: WireType { WireType(account__v1__validate_session_response__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__ValidateSessionResponse.self)
        accountID = try Read.text(c.pointee.account_id, "account_id")
        sessionID = try Read.text(c.pointee.session_id, "session_id")
        authenticatedAt = try Read.message(c.pointee.authenticated_at, "authenticated_at")
        expiresAt = try Read.message(c.pointee.expires_at, "expires_at")
        twoFactor = c.pointee.two_factor != 0
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__ValidateSessionResponse.self)
        c.pointee.account_id = arena.stage(text: accountID)
        c.pointee.session_id = arena.stage(text: sessionID)
        c.pointee.authenticated_at = arena.stage(message: authenticatedAt)?.assumingMemoryBound(to: Google__Protobuf__Timestamp.self)
        c.pointee.expires_at = arena.stage(message: expiresAt)?.assumingMemoryBound(to: Google__Protobuf__Timestamp.self)
        c.pointee.two_factor = twoFactor ? 1 : 0
    }
}

/// What ListSessions takes.
package struct ListSessionsRequest: Message {
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

    package static let fullName = "account.v1.ListSessionsRequest"
    package static var wire: WireType { WireType(account__v1__list_sessions_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__ListSessionsRequest.self)
        pageSize = c.pointee.page_size
        pageToken = try Read.text(c.pointee.page_token, "page_token")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__ListSessionsRequest.self)
        c.pointee.page_size = pageSize
        c.pointee.page_token = arena.stage(text: pageToken)
    }
}

/// What ListSessions answers.
package struct ListSessionsResponse: Message {
    /// One page.
    package var sessions: [Session] = []
    /// Asks for the next page; empty after the last.
    package var nextPageToken: String = ""

    package init() {}

    package init(
        sessions: [Session] = [],
        nextPageToken: String = ""
    ) {
        self.sessions = sessions
        self.nextPageToken = nextPageToken
    }

    package static let fullName = "account.v1.ListSessionsResponse"
    package static var wire: WireType { WireType(account__v1__list_sessions_response__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__ListSessionsResponse.self)
        sessions = try Read.messages(c.pointee.n_sessions, c.pointee.sessions, "sessions")
        nextPageToken = try Read.text(c.pointee.next_page_token, "next_page_token")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__ListSessionsResponse.self)
        c.pointee.n_sessions = sessions.count
        c.pointee.sessions = arena.stage(messages: sessions)?.assumingMemoryBound(to: UnsafeMutablePointer<Account__V1__Session>?.self)
        c.pointee.next_page_token = arena.stage(text: nextPageToken)
    }
}

/// What RevokeSession takes.
package struct RevokeSessionRequest: MutatingRequest {
    /// Which.
    package var sessionID: String = ""
    /// Makes a repeat safe.
    package var requestID: String = ""

    package init() {}

    package init(
        sessionID: String = "",
        requestID: String = ""
    ) {
        self.sessionID = sessionID
        self.requestID = requestID
    }

    package static let fullName = "account.v1.RevokeSessionRequest"
    package static var wire: WireType { WireType(account__v1__revoke_session_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__RevokeSessionRequest.self)
        sessionID = try Read.text(c.pointee.session_id, "session_id")
        requestID = try Read.text(c.pointee.request_id, "request_id")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__RevokeSessionRequest.self)
        c.pointee.session_id = arena.stage(text: sessionID)
        c.pointee.request_id = arena.stage(text: requestID)
    }
}

/// What RevokeSession answers.
package struct RevokeSessionResponse: Message {
    package init() {}

    package static let fullName = "account.v1.RevokeSessionResponse"
    package static var wire: WireType { WireType(account__v1__revoke_session_response__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
    }
}

/// What RevokeOtherSessions takes.
package struct RevokeOtherSessionsRequest: MutatingRequest {
    /// Makes a repeat safe.
    package var requestID: String = ""

    package init() {}

    package init(
        requestID: String = ""
    ) {
        self.requestID = requestID
    }

    package static let fullName = "account.v1.RevokeOtherSessionsRequest"
    package static var wire: WireType { WireType(account__v1__revoke_other_sessions_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__RevokeOtherSessionsRequest.self)
        requestID = try Read.text(c.pointee.request_id, "request_id")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__RevokeOtherSessionsRequest.self)
        c.pointee.request_id = arena.stage(text: requestID)
    }
}

/// What RevokeOtherSessions answers.
package struct RevokeOtherSessionsResponse: Message {
    /// How many were ended.
    package var sessionsRevoked: Int32 = 0

    package init() {}

    package init(
        sessionsRevoked: Int32 = 0
    ) {
        self.sessionsRevoked = sessionsRevoked
    }

    package static let fullName = "account.v1.RevokeOtherSessionsResponse"
    package static var wire: WireType { WireType(account__v1__revoke_other_sessions_response__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__RevokeOtherSessionsResponse.self)
        sessionsRevoked = c.pointee.sessions_revoked
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__RevokeOtherSessionsResponse.self)
        c.pointee.sessions_revoked = sessionsRevoked
    }
}

/// What SignOut takes.
package struct SignOutRequest: MutatingRequest {
    /// Makes a repeat safe.
    package var requestID: String = ""

    package init() {}

    package init(
        requestID: String = ""
    ) {
        self.requestID = requestID
    }

    package static let fullName = "account.v1.SignOutRequest"
    package static var wire: WireType { WireType(account__v1__sign_out_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__SignOutRequest.self)
        requestID = try Read.text(c.pointee.request_id, "request_id")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__SignOutRequest.self)
        c.pointee.request_id = arena.stage(text: requestID)
    }
}

/// What SignOut answers.
package struct SignOutResponse: Message {
    package init() {}

    package static let fullName = "account.v1.SignOutResponse"
    package static var wire: WireType { WireType(account__v1__sign_out_response__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
    }
}

/// A remote browser of the customer's.
package struct DriverSession: Message {
    /// "drv_" and a UUIDv7.
    package var id: String = ""
    /// Whose.
    package var accountID: String = ""
    /// The profile it started from; may be empty.
    package var browserProfileID: String = ""
    /// A name for people.
    package var label: String = ""
    /// When it was started.
    package var startedAt: Timestamp? = nil
    /// When it ended; absent before.
    package var endedAt: Timestamp? = nil
    /// Whether it runs.
    package var state: DriverSessionState = .unspecified
    /// "2026-04-15 09:00 UTC", in the account's zone.
    package var startedText: String = ""
    /// "2026-04-15 09:00 UTC", in the account's zone; empty before its end.
    package var endedText: String = ""

    package init() {}

    package init(
        id: String = "",
        accountID: String = "",
        browserProfileID: String = "",
        label: String = "",
        startedAt: Timestamp? = nil,
        endedAt: Timestamp? = nil,
        state: DriverSessionState = .unspecified,
        startedText: String = "",
        endedText: String = ""
    ) {
        self.id = id
        self.accountID = accountID
        self.browserProfileID = browserProfileID
        self.label = label
        self.startedAt = startedAt
        self.endedAt = endedAt
        self.state = state
        self.startedText = startedText
        self.endedText = endedText
    }

    package static let fullName = "account.v1.DriverSession"
    package static var wire: WireType { WireType(account__v1__driver_session__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__DriverSession.self)
        id = try Read.text(c.pointee.id, "id")
        accountID = try Read.text(c.pointee.account_id, "account_id")
        browserProfileID = try Read.text(c.pointee.browser_profile_id, "browser_profile_id")
        label = try Read.text(c.pointee.label, "label")
        startedAt = try Read.message(c.pointee.started_at, "started_at")
        endedAt = try Read.message(c.pointee.ended_at, "ended_at")
        state = DriverSessionState(rawValue: Int32(bitPattern: c.pointee.state.rawValue))
        startedText = try Read.text(c.pointee.started_text, "started_text")
        endedText = try Read.text(c.pointee.ended_text, "ended_text")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__DriverSession.self)
        c.pointee.id = arena.stage(text: id)
        c.pointee.account_id = arena.stage(text: accountID)
        c.pointee.browser_profile_id = arena.stage(text: browserProfileID)
        c.pointee.label = arena.stage(text: label)
        c.pointee.started_at = arena.stage(message: startedAt)?.assumingMemoryBound(to: Google__Protobuf__Timestamp.self)
        c.pointee.ended_at = arena.stage(message: endedAt)?.assumingMemoryBound(to: Google__Protobuf__Timestamp.self)
        c.pointee.state = Account__V1__DriverSessionState(rawValue: UInt32(bitPattern: state.rawValue))
        c.pointee.started_text = arena.stage(text: startedText)
        c.pointee.ended_text = arena.stage(text: endedText)
    }
}

/// What StartDriverSession takes.
package struct StartDriverSessionRequest: MutatingRequest {
    /// Whose.
    package var accountID: String = ""
    /// The profile it starts from; may be empty.
    package var browserProfileID: String = ""
    /// A name for people.
    package var label: String = ""
    /// Makes a repeat safe.
    package var requestID: String = ""

    package init() {}

    package init(
        accountID: String = "",
        browserProfileID: String = "",
        label: String = "",
        requestID: String = ""
    ) {
        self.accountID = accountID
        self.browserProfileID = browserProfileID
        self.label = label
        self.requestID = requestID
    }

    package static let fullName = "account.v1.StartDriverSessionRequest"
    package static var wire: WireType { WireType(account__v1__start_driver_session_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__StartDriverSessionRequest.self)
        accountID = try Read.text(c.pointee.account_id, "account_id")
        browserProfileID = try Read.text(c.pointee.browser_profile_id, "browser_profile_id")
        label = try Read.text(c.pointee.label, "label")
        requestID = try Read.text(c.pointee.request_id, "request_id")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__StartDriverSessionRequest.self)
        c.pointee.account_id = arena.stage(text: accountID)
        c.pointee.browser_profile_id = arena.stage(text: browserProfileID)
        c.pointee.label = arena.stage(text: label)
        c.pointee.request_id = arena.stage(text: requestID)
    }
}

/// What StartDriverSession answers.
package struct StartDriverSessionResponse: Message {
    /// The driver session.
    package var driverSession: DriverSession? = nil

    package init() {}

    package init(
        driverSession: DriverSession? = nil
    ) {
        self.driverSession = driverSession
    }

    package static let fullName = "account.v1.StartDriverSessionResponse"
    package static var wire: WireType { WireType(account__v1__start_driver_session_response__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__StartDriverSessionResponse.self)
        driverSession = try Read.message(c.pointee.driver_session, "driver_session")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__StartDriverSessionResponse.self)
        c.pointee.driver_session = arena.stage(message: driverSession)?.assumingMemoryBound(to: Account__V1__DriverSession.self)
    }
}

/// What EndDriverSession takes.
package struct EndDriverSessionRequest: MutatingRequest {
    /// Whose.
    package var accountID: String = ""
    /// Which.
    package var driverSessionID: String = ""
    /// Makes a repeat safe.
    package var requestID: String = ""

    package init() {}

    package init(
        accountID: String = "",
        driverSessionID: String = "",
        requestID: String = ""
    ) {
        self.accountID = accountID
        self.driverSessionID = driverSessionID
        self.requestID = requestID
    }

    package static let fullName = "account.v1.EndDriverSessionRequest"
    package static var wire: WireType { WireType(account__v1__end_driver_session_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__EndDriverSessionRequest.self)
        accountID = try Read.text(c.pointee.account_id, "account_id")
        driverSessionID = try Read.text(c.pointee.driver_session_id, "driver_session_id")
        requestID = try Read.text(c.pointee.request_id, "request_id")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__EndDriverSessionRequest.self)
        c.pointee.account_id = arena.stage(text: accountID)
        c.pointee.driver_session_id = arena.stage(text: driverSessionID)
        c.pointee.request_id = arena.stage(text: requestID)
    }
}

/// What EndDriverSession answers.
package struct EndDriverSessionResponse: Message {
    /// The driver session.
    package var driverSession: DriverSession? = nil

    package init() {}

    package init(
        driverSession: DriverSession? = nil
    ) {
        self.driverSession = driverSession
    }

    package static let fullName = "account.v1.EndDriverSessionResponse"
    package static var wire: WireType { WireType(account__v1__end_driver_session_response__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__EndDriverSessionResponse.self)
        driverSession = try Read.message(c.pointee.driver_session, "driver_session")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__EndDriverSessionResponse.self)
        c.pointee.driver_session = arena.stage(message: driverSession)?.assumingMemoryBound(to: Account__V1__DriverSession.self)
    }
}

/// What ListDriverSessions takes.
package struct ListDriverSessionsRequest: Message {
    /// For services only; an owner leaves it empty.
    package var accountID: String = ""
    /// At most so many, 1 to 200; 0 means 50.
    package var pageSize: Int32 = 0
    /// The last page's next_page_token; empty means the first page.
    package var pageToken: String = ""

    package init() {}

    package init(
        accountID: String = "",
        pageSize: Int32 = 0,
        pageToken: String = ""
    ) {
        self.accountID = accountID
        self.pageSize = pageSize
        self.pageToken = pageToken
    }

    package static let fullName = "account.v1.ListDriverSessionsRequest"
    package static var wire: WireType { WireType(account__v1__list_driver_sessions_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__ListDriverSessionsRequest.self)
        accountID = try Read.text(c.pointee.account_id, "account_id")
        pageSize = c.pointee.page_size
        pageToken = try Read.text(c.pointee.page_token, "page_token")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__ListDriverSessionsRequest.self)
        c.pointee.account_id = arena.stage(text: accountID)
        c.pointee.page_size = pageSize
        c.pointee.page_token = arena.stage(text: pageToken)
    }
}

/// What ListDriverSessions answers.
package struct ListDriverSessionsResponse: Message {
    /// One page, newest first.
    package var driverSessions: [DriverSession] = []
    /// Asks for the next page; empty after the last.
    package var nextPageToken: String = ""

    package init() {}

    package init(
        driverSessions: [DriverSession] = [],
        nextPageToken: String = ""
    ) {
        self.driverSessions = driverSessions
        self.nextPageToken = nextPageToken
    }

    package static let fullName = "account.v1.ListDriverSessionsResponse"
    package static var wire: WireType { WireType(account__v1__list_driver_sessions_response__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__ListDriverSessionsResponse.self)
        driverSessions = try Read.messages(c.pointee.n_driver_sessions, c.pointee.driver_sessions, "driver_sessions")
        nextPageToken = try Read.text(c.pointee.next_page_token, "next_page_token")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__ListDriverSessionsResponse.self)
        c.pointee.n_driver_sessions = driverSessions.count
        c.pointee.driver_sessions = arena.stage(messages: driverSessions)?.assumingMemoryBound(to: UnsafeMutablePointer<Account__V1__DriverSession>?.self)
        c.pointee.next_page_token = arena.stage(text: nextPageToken)
    }
}
