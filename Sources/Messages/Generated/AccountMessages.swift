// Made by Tools/generate. Do not edit.

internal import CMessages

/// Where an account is in its life.
package enum AccountState: WireEnum {
    /// Not said.
    case unspecified
    /// Signed up; the address is not verified yet, so nobody can sign in.
    case unverified
    /// In use.
    case active
    /// Deleted, for good.
    case deleted
    /// A number that this version has no name for.
    case unrecognized(Int32)

    package static let allCases: [AccountState] = [.unspecified, .unverified, .active, .deleted]

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .unverified
        case 2: self = .active
        case 3: self = .deleted
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .unverified: 1
        case .active: 2
        case .deleted: 3
        case .unrecognized(let rawValue): rawValue
        }
    }

    /// The name in the .proto file; a number's digits when it has none.
    package var protoName: String {
        switch self {
        case .unspecified: "ACCOUNT_STATE_UNSPECIFIED"
        case .unverified: "ACCOUNT_STATE_UNVERIFIED"
        case .active: "ACCOUNT_STATE_ACTIVE"
        case .deleted: "ACCOUNT_STATE_DELETED"
        case .unrecognized(let rawValue): String(rawValue)
        }
    }
}

/// Who did it.
package enum ActivityActor: WireEnum {
    /// Not said.
    case unspecified
    /// The customer.
    case customer
    /// Another service of the platform.
    case service
    /// An operator.
    case support
    /// This server, by itself.
    case system
    /// A number that this version has no name for.
    case unrecognized(Int32)

    package static let allCases: [ActivityActor] = [.unspecified, .customer, .service, .support, .system]

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .customer
        case 2: self = .service
        case 3: self = .support
        case 4: self = .system
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .customer: 1
        case .service: 2
        case .support: 3
        case .system: 4
        case .unrecognized(let rawValue): rawValue
        }
    }

    /// The name in the .proto file; a number's digits when it has none.
    package var protoName: String {
        switch self {
        case .unspecified: "ACTIVITY_ACTOR_UNSPECIFIED"
        case .customer: "ACTIVITY_ACTOR_CUSTOMER"
        case .service: "ACTIVITY_ACTOR_SERVICE"
        case .support: "ACTIVITY_ACTOR_SUPPORT"
        case .system: "ACTIVITY_ACTOR_SYSTEM"
        case .unrecognized(let rawValue): String(rawValue)
        }
    }
}

/// How far a deletion is.
package enum DeletionState: WireEnum {
    /// Not said.
    case unspecified
    /// All is revoked; recordings are still being purged.
    case purging
    /// All that had to go is gone.
    case completed
    /// A number that this version has no name for.
    case unrecognized(Int32)

    package static let allCases: [DeletionState] = [.unspecified, .purging, .completed]

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .purging
        case 2: self = .completed
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .purging: 1
        case .completed: 2
        case .unrecognized(let rawValue): rawValue
        }
    }

    /// The name in the .proto file; a number's digits when it has none.
    package var protoName: String {
        switch self {
        case .unspecified: "DELETION_STATE_UNSPECIFIED"
        case .purging: "DELETION_STATE_PURGING"
        case .completed: "DELETION_STATE_COMPLETED"
        case .unrecognized(let rawValue): String(rawValue)
        }
    }
}

/// How far the purge of one recording is.
package enum PurgeState: WireEnum {
    /// Not said.
    case unspecified
    /// Not done yet.
    case pending
    /// Gone, and the bucket was listed again to see that it is.
    case purged
    /// A number that this version has no name for.
    case unrecognized(Int32)

    package static let allCases: [PurgeState] = [.unspecified, .pending, .purged]

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .pending
        case 2: self = .purged
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .pending: 1
        case .purged: 2
        case .unrecognized(let rawValue): rawValue
        }
    }

    /// The name in the .proto file; a number's digits when it has none.
    package var protoName: String {
        switch self {
        case .unspecified: "PURGE_STATE_UNSPECIFIED"
        case .pending: "PURGE_STATE_PENDING"
        case .purged: "PURGE_STATE_PURGED"
        case .unrecognized(let rawValue): String(rawValue)
        }
    }
}

/// What a revocation is of.
package enum RevocationKind: WireEnum {
    /// Not said.
    case unspecified
    /// A sign-in session: revoked, signed out, or ended with a password's reset or its account.
    case session
    /// An API key.
    case apiKey
    /// A webhook endpoint: deleted, or disabled because it answered 410.
    case webhookEndpoint
    /// A browser profile.
    case browserProfile
    /// A driver session: ended, or cut off with its account.
    case driverSession
    /// An account that was deleted; what belonged to it is told before it, each by itself.
    case account
    /// A number that this version has no name for.
    case unrecognized(Int32)

    package static let allCases: [RevocationKind] = [.unspecified, .session, .apiKey, .webhookEndpoint, .browserProfile, .driverSession, .account]

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .session
        case 2: self = .apiKey
        case 3: self = .webhookEndpoint
        case 4: self = .browserProfile
        case 5: self = .driverSession
        case 6: self = .account
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .session: 1
        case .apiKey: 2
        case .webhookEndpoint: 3
        case .browserProfile: 4
        case .driverSession: 5
        case .account: 6
        case .unrecognized(let rawValue): rawValue
        }
    }

    /// The name in the .proto file; a number's digits when it has none.
    package var protoName: String {
        switch self {
        case .unspecified: "REVOCATION_KIND_UNSPECIFIED"
        case .session: "REVOCATION_KIND_SESSION"
        case .apiKey: "REVOCATION_KIND_API_KEY"
        case .webhookEndpoint: "REVOCATION_KIND_WEBHOOK_ENDPOINT"
        case .browserProfile: "REVOCATION_KIND_BROWSER_PROFILE"
        case .driverSession: "REVOCATION_KIND_DRIVER_SESSION"
        case .account: "REVOCATION_KIND_ACCOUNT"
        case .unrecognized(let rawValue): String(rawValue)
        }
    }
}

/// A customer's account.
package struct Account: Message {
    /// "acc_" and a UUIDv7.
    package var id: String = ""
    /// The name that pages and mails show.
    package var displayName: String = ""
    /// The address in force.
    package var email: String = ""
    /// When that address was verified; absent before.
    package var emailVerifiedAt: Timestamp? = nil
    /// The address that waits for its verification; empty when none does.
    package var pendingEmail: String = ""
    /// The zone in which texts are written, an IANA name.
    package var timeZone: String = ""
    /// When the account was opened.
    package var createdAt: Timestamp? = nil
    /// Where the account is in its life.
    package var state: AccountState = .unspecified
    /// "Verified 2026-04-15 09:00 UTC", or "Not verified", in the account's zone.
    package var emailVerifiedText: String = ""
    /// "2026-04-15 09:00 UTC", in the account's zone.
    package var createdText: String = ""
    /// "Waiting for new@example.com to be verified"; empty when nothing waits.
    package var pendingEmailText: String = ""

    package init() {}

    package init(
        id: String = "",
        displayName: String = "",
        email: String = "",
        emailVerifiedAt: Timestamp? = nil,
        pendingEmail: String = "",
        timeZone: String = "",
        createdAt: Timestamp? = nil,
        state: AccountState = .unspecified,
        emailVerifiedText: String = "",
        createdText: String = "",
        pendingEmailText: String = ""
    ) {
        self.id = id
        self.displayName = displayName
        self.email = email
        self.emailVerifiedAt = emailVerifiedAt
        self.pendingEmail = pendingEmail
        self.timeZone = timeZone
        self.createdAt = createdAt
        self.state = state
        self.emailVerifiedText = emailVerifiedText
        self.createdText = createdText
        self.pendingEmailText = pendingEmailText
    }

    package static let fullName = "account.v1.Account"
    package static var wire: WireType { WireType(account__v1__account__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__Account.self)
        id = try Read.text(c.pointee.id, "id")
        displayName = try Read.text(c.pointee.display_name, "display_name")
        email = try Read.text(c.pointee.email, "email")
        emailVerifiedAt = try Read.message(c.pointee.email_verified_at, "email_verified_at")
        pendingEmail = try Read.text(c.pointee.pending_email, "pending_email")
        timeZone = try Read.text(c.pointee.time_zone, "time_zone")
        createdAt = try Read.message(c.pointee.created_at, "created_at")
        state = AccountState(rawValue: Int32(bitPattern: c.pointee.state.rawValue))
        emailVerifiedText = try Read.text(c.pointee.email_verified_text, "email_verified_text")
        createdText = try Read.text(c.pointee.created_text, "created_text")
        pendingEmailText = try Read.text(c.pointee.pending_email_text, "pending_email_text")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__Account.self)
        c.pointee.id = arena.stage(text: id)
        c.pointee.display_name = arena.stage(text: displayName)
        c.pointee.email = arena.stage(text: email)
        c.pointee.email_verified_at = arena.stage(message: emailVerifiedAt)?.assumingMemoryBound(to: Google__Protobuf__Timestamp.self)
        c.pointee.pending_email = arena.stage(text: pendingEmail)
        c.pointee.time_zone = arena.stage(text: timeZone)
        c.pointee.created_at = arena.stage(message: createdAt)?.assumingMemoryBound(to: Google__Protobuf__Timestamp.self)
        c.pointee.state = Account__V1__AccountState(rawValue: UInt32(bitPattern: state.rawValue))
        c.pointee.email_verified_text = arena.stage(text: emailVerifiedText)
        c.pointee.created_text = arena.stage(text: createdText)
        c.pointee.pending_email_text = arena.stage(text: pendingEmailText)
    }
}

/// What SignUp takes.
package struct SignUpRequest: MutatingRequest {
    /// The address; a link is mailed to it.
    package var email: String = ""
    /// At least 15 characters, at most 1,024 bytes.
    package var password: String = ""
    /// The name that pages and mails show.
    package var displayName: String = ""
    /// An IANA name; empty means UTC.
    package var timeZone: String = ""
    /// Makes a repeat safe: the same id with the same body gets the first answer.
    package var requestID: String = ""

    package init() {}

    package init(
        email: String = "",
        password: String = "",
        displayName: String = "",
        timeZone: String = "",
        requestID: String = ""
    ) {
        self.email = email
        self.password = password
        self.displayName = displayName
        self.timeZone = timeZone
        self.requestID = requestID
    }

    package static let fullName = "account.v1.SignUpRequest"
    package static var wire: WireType { WireType(account__v1__sign_up_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__SignUpRequest.self)
        email = try Read.text(c.pointee.email, "email")
        password = try Read.text(c.pointee.password, "password")
        displayName = try Read.text(c.pointee.display_name, "display_name")
        timeZone = try Read.text(c.pointee.time_zone, "time_zone")
        requestID = try Read.text(c.pointee.request_id, "request_id")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__SignUpRequest.self)
        c.pointee.email = arena.stage(text: email)
        c.pointee.password = arena.stage(text: password)
        c.pointee.display_name = arena.stage(text: displayName)
        c.pointee.time_zone = arena.stage(text: timeZone)
        c.pointee.request_id = arena.stage(text: requestID)
    }
}

/// What SignUp answers: the same, whether or not the address was taken.
package struct SignUpResponse: Message {
    /// A sentence for the page.
    package var message: String = ""

    package init() {}

    package init(
        message: String = ""
    ) {
        self.message = message
    }

    package static let fullName = "account.v1.SignUpResponse"
    package static var wire: WireType { WireType(account__v1__sign_up_response__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__SignUpResponse.self)
        message = try Read.text(c.pointee.message, "message")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__SignUpResponse.self)
        c.pointee.message = arena.stage(text: message)
    }
}

/// What VerifyEmail takes.
package struct VerifyEmailRequest: MutatingRequest {
    /// Out of the mailed link.
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

    package static let fullName = "account.v1.VerifyEmailRequest"
    package static var wire: WireType { WireType(account__v1__verify_email_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__VerifyEmailRequest.self)
        token = try Read.text(c.pointee.token, "token")
        requestID = try Read.text(c.pointee.request_id, "request_id")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__VerifyEmailRequest.self)
        c.pointee.token = arena.stage(text: token)
        c.pointee.request_id = arena.stage(text: requestID)
    }
}

/// What VerifyEmail answers.
package struct VerifyEmailResponse: Message {
    /// Whose address it is.
    package var accountID: String = ""
    /// The address that is now verified and in force.
    package var email: String = ""

    package init() {}

    package init(
        accountID: String = "",
        email: String = ""
    ) {
        self.accountID = accountID
        self.email = email
    }

    package static let fullName = "account.v1.VerifyEmailResponse"
    package static var wire: WireType { WireType(account__v1__verify_email_response__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__VerifyEmailResponse.self)
        accountID = try Read.text(c.pointee.account_id, "account_id")
        email = try Read.text(c.pointee.email, "email")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__VerifyEmailResponse.self)
        c.pointee.account_id = arena.stage(text: accountID)
        c.pointee.email = arena.stage(text: email)
    }
}

/// What ResendVerification takes.
package struct ResendVerificationRequest: MutatingRequest {
    /// The address of a sign-up.
    package var email: String = ""
    /// Makes a repeat safe.
    package var requestID: String = ""

    package init() {}

    package init(
        email: String = "",
        requestID: String = ""
    ) {
        self.email = email
        self.requestID = requestID
    }

    package static let fullName = "account.v1.ResendVerificationRequest"
    package static var wire: WireType { WireType(account__v1__resend_verification_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__ResendVerificationRequest.self)
        email = try Read.text(c.pointee.email, "email")
        requestID = try Read.text(c.pointee.request_id, "request_id")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__ResendVerificationRequest.self)
        c.pointee.email = arena.stage(text: email)
        c.pointee.request_id = arena.stage(text: requestID)
    }
}

/// What ResendVerification answers: always the same.
package struct ResendVerificationResponse: Message {
    /// A sentence for the page.
    package var message: String = ""

    package init() {}

    package init(
        message: String = ""
    ) {
        self.message = message
    }

    package static let fullName = "account.v1.ResendVerificationResponse"
    package static var wire: WireType { WireType(account__v1__resend_verification_response__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__ResendVerificationResponse.self)
        message = try Read.text(c.pointee.message, "message")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__ResendVerificationResponse.self)
        c.pointee.message = arena.stage(text: message)
    }
}

/// What GetAccount takes.
package struct GetAccountRequest: Message {
    /// For services only; an owner leaves it empty.
    package var accountID: String = ""

    package init() {}

    package init(
        accountID: String = ""
    ) {
        self.accountID = accountID
    }

    package static let fullName = "account.v1.GetAccountRequest"
    package static var wire: WireType { WireType(account__v1__get_account_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__GetAccountRequest.self)
        accountID = try Read.text(c.pointee.account_id, "account_id")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__GetAccountRequest.self)
        c.pointee.account_id = arena.stage(text: accountID)
    }
}

/// What GetAccount answers.
package struct GetAccountResponse: Message {
    /// The account.
    package var account: Account? = nil

    package init() {}

    package init(
        account: Account? = nil
    ) {
        self.account = account
    }

    package static let fullName = "account.v1.GetAccountResponse"
    package static var wire: WireType { WireType(account__v1__get_account_response__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__GetAccountResponse.self)
        account = try Read.message(c.pointee.account, "account")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__GetAccountResponse.self)
        c.pointee.account = arena.stage(message: account)?.assumingMemoryBound(to: Account__V1__Account.self)
    }
}

/// What UpdateProfile takes.
package struct UpdateProfileRequest: MutatingRequest {
    /// The name that pages and mails show.
    package var displayName: String = ""
    /// An IANA name.
    package var timeZone: String = ""
    /// Which of the fields above to change: "display_name", "time_zone". Empty means those that are not empty.
    package var updateMask: FieldMask? = nil
    /// Makes a repeat safe.
    package var requestID: String = ""

    package init() {}

    package init(
        displayName: String = "",
        timeZone: String = "",
        updateMask: FieldMask? = nil,
        requestID: String = ""
    ) {
        self.displayName = displayName
        self.timeZone = timeZone
        self.updateMask = updateMask
        self.requestID = requestID
    }

    package static let fullName = "account.v1.UpdateProfileRequest"
    package static var wire: WireType { WireType(account__v1__update_profile_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__UpdateProfileRequest.self)
        displayName = try Read.text(c.pointee.display_name, "display_name")
        timeZone = try Read.text(c.pointee.time_zone, "time_zone")
        updateMask = try Read.message(c.pointee.update_mask, "update_mask")
        requestID = try Read.text(c.pointee.request_id, "request_id")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__UpdateProfileRequest.self)
        c.pointee.display_name = arena.stage(text: displayName)
        c.pointee.time_zone = arena.stage(text: timeZone)
        c.pointee.update_mask = arena.stage(message: updateMask)?.assumingMemoryBound(to: Google__Protobuf__FieldMask.self)
        c.pointee.request_id = arena.stage(text: requestID)
    }
}

/// What UpdateProfile answers.
package struct UpdateProfileResponse: Message {
    /// The account as it is now.
    package var account: Account? = nil

    package init() {}

    package init(
        account: Account? = nil
    ) {
        self.account = account
    }

    package static let fullName = "account.v1.UpdateProfileResponse"
    package static var wire: WireType { WireType(account__v1__update_profile_response__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__UpdateProfileResponse.self)
        account = try Read.message(c.pointee.account, "account")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__UpdateProfileResponse.self)
        c.pointee.account = arena.stage(message: account)?.assumingMemoryBound(to: Account__V1__Account.self)
    }
}

/// What ChangeEmail takes.
package struct ChangeEmailRequest: MutatingRequest {
    /// The address that shall take over once it is verified.
    package var newEmail: String = ""
    /// Makes a repeat safe.
    package var requestID: String = ""

    package init() {}

    package init(
        newEmail: String = "",
        requestID: String = ""
    ) {
        self.newEmail = newEmail
        self.requestID = requestID
    }

    package static let fullName = "account.v1.ChangeEmailRequest"
    package static var wire: WireType { WireType(account__v1__change_email_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__ChangeEmailRequest.self)
        newEmail = try Read.text(c.pointee.new_email, "new_email")
        requestID = try Read.text(c.pointee.request_id, "request_id")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__ChangeEmailRequest.self)
        c.pointee.new_email = arena.stage(text: newEmail)
        c.pointee.request_id = arena.stage(text: requestID)
    }
}

/// What ChangeEmail answers.
package struct ChangeEmailResponse: Message {
    /// The account, with its pending address.
    package var account: Account? = nil

    package init() {}

    package init(
        account: Account? = nil
    ) {
        self.account = account
    }

    package static let fullName = "account.v1.ChangeEmailResponse"
    package static var wire: WireType { WireType(account__v1__change_email_response__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__ChangeEmailResponse.self)
        account = try Read.message(c.pointee.account, "account")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__ChangeEmailResponse.self)
        c.pointee.account = arena.stage(message: account)?.assumingMemoryBound(to: Account__V1__Account.self)
    }
}

/// One more thing to know about an activity.
package struct ActivityDetail: Message {
    /// Name: "device".
    package var name: String = ""
    /// Value: "Firefox on Linux".
    package var value: String = ""

    package init() {}

    package init(
        name: String = "",
        value: String = ""
    ) {
        self.name = name
        self.value = value
    }

    package static let fullName = "account.v1.ActivityDetail"
    package static var wire: WireType { WireType(account__v1__activity_detail__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__ActivityDetail.self)
        name = try Read.text(c.pointee.name, "name")
        value = try Read.text(c.pointee.value, "value")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__ActivityDetail.self)
        c.pointee.name = arena.stage(text: name)
        c.pointee.value = arena.stage(text: value)
    }
}

/// One change to the account.
package struct Activity: Message {
    /// "act_" and a UUIDv7.
    package var id: String = ""
    /// What happened, for programs: "password.changed".
    package var kind: String = ""
    /// When.
    package var occurredAt: Timestamp? = nil
    /// Who did it.
    package var actor: ActivityActor = .unspecified
    /// The service's or operator's name; empty for the customer.
    package var actorName: String = ""
    /// What happened, for people.
    package var summary: String = ""
    /// More to know.
    package var details: [ActivityDetail] = []
    /// "2026-04-15 09:00 UTC", in the account's zone.
    package var occurredText: String = ""
    /// Place in the account's hash chain, from 1; 0 for one from before the chain began.
    package var sequence: Int64 = 0
    /// The row's keyed hash, 32 bytes; docs/protocol.md says how to check it.
    package var hash: [UInt8] = []
    /// The hash of the row before it, 32 bytes; zeros for the first.
    package var previousHash: [UInt8] = []

    package init() {}

    package init(
        id: String = "",
        kind: String = "",
        occurredAt: Timestamp? = nil,
        actor: ActivityActor = .unspecified,
        actorName: String = "",
        summary: String = "",
        details: [ActivityDetail] = [],
        occurredText: String = "",
        sequence: Int64 = 0,
        hash: [UInt8] = [],
        previousHash: [UInt8] = []
    ) {
        self.id = id
        self.kind = kind
        self.occurredAt = occurredAt
        self.actor = actor
        self.actorName = actorName
        self.summary = summary
        self.details = details
        self.occurredText = occurredText
        self.sequence = sequence
        self.hash = hash
        self.previousHash = previousHash
    }

    package static let fullName = "account.v1.Activity"
    package static var wire: WireType { WireType(account__v1__activity__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__Activity.self)
        id = try Read.text(c.pointee.id, "id")
        kind = try Read.text(c.pointee.kind, "kind")
        occurredAt = try Read.message(c.pointee.occurred_at, "occurred_at")
        actor = ActivityActor(rawValue: Int32(bitPattern: c.pointee.actor.rawValue))
        actorName = try Read.text(c.pointee.actor_name, "actor_name")
        summary = try Read.text(c.pointee.summary, "summary")
        details = try Read.messages(c.pointee.n_details, c.pointee.details, "details")
        occurredText = try Read.text(c.pointee.occurred_text, "occurred_text")
        sequence = c.pointee.sequence
        hash = Read.bytes(c.pointee.hash)
        previousHash = Read.bytes(c.pointee.previous_hash)
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__Activity.self)
        c.pointee.id = arena.stage(text: id)
        c.pointee.kind = arena.stage(text: kind)
        c.pointee.occurred_at = arena.stage(message: occurredAt)?.assumingMemoryBound(to: Google__Protobuf__Timestamp.self)
        c.pointee.actor = Account__V1__ActivityActor(rawValue: UInt32(bitPattern: actor.rawValue))
        c.pointee.actor_name = arena.stage(text: actorName)
        c.pointee.summary = arena.stage(text: summary)
        c.pointee.n_details = details.count
        c.pointee.details = arena.stage(messages: details)?.assumingMemoryBound(to: UnsafeMutablePointer<Account__V1__ActivityDetail>?.self)
        c.pointee.occurred_text = arena.stage(text: occurredText)
        c.pointee.sequence = sequence
        c.pointee.hash = arena.stage(bytes: hash)
        c.pointee.previous_hash = arena.stage(bytes: previousHash)
    }
}

/// The end of an account's hash chain, as it was when the newest row was added.
package struct ActivityHead: Message {
    /// The newest row's sequence.
    package var count: Int64 = 0
    /// The newest row's hash, 32 bytes.
    package var hash: [UInt8] = []
    /// When the newest row was added.
    package var addedAt: Timestamp? = nil
    /// Rows from before the chain began; they have no hash.
    package var unchained: Int64 = 0
    /// Ed25519 over the head's text, 64 bytes; docs/protocol.md says how to check it.
    package var signature: [UInt8] = []
    /// The server's Ed25519 key, 32 bytes.
    package var publicKey: [UInt8] = []

    package init() {}

    package init(
        count: Int64 = 0,
        hash: [UInt8] = [],
        addedAt: Timestamp? = nil,
        unchained: Int64 = 0,
        signature: [UInt8] = [],
        publicKey: [UInt8] = []
    ) {
        self.count = count
        self.hash = hash
        self.addedAt = addedAt
        self.unchained = unchained
        self.signature = signature
        self.publicKey = publicKey
    }

    package static let fullName = "account.v1.ActivityHead"
    package static var wire: WireType { WireType(account__v1__activity_head__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__ActivityHead.self)
        count = c.pointee.count
        hash = Read.bytes(c.pointee.hash)
        addedAt = try Read.message(c.pointee.added_at, "added_at")
        unchained = c.pointee.unchained
        signature = Read.bytes(c.pointee.signature)
        publicKey = Read.bytes(c.pointee.public_key)
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__ActivityHead.self)
        c.pointee.count = count
        c.pointee.hash = arena.stage(bytes: hash)
        c.pointee.added_at = arena.stage(message: addedAt)?.assumingMemoryBound(to: Google__Protobuf__Timestamp.self)
        c.pointee.unchained = unchained
        c.pointee.signature = arena.stage(bytes: signature)
        c.pointee.public_key = arena.stage(bytes: publicKey)
    }
}

/// What ListActivity takes.
package struct ListActivityRequest: Message {
    /// For support only; an owner leaves it empty.
    package var accountID: String = ""
    /// Only these kinds; empty means all.
    package var kinds: [String] = []
    /// Only from this time on.
    package var since: Timestamp? = nil
    /// Only before this time.
    package var until: Timestamp? = nil
    /// At most so many, 1 to 200; 0 means 50.
    package var pageSize: Int32 = 0
    /// The last page's next_page_token; empty means the first page.
    package var pageToken: String = ""

    package init() {}

    package init(
        accountID: String = "",
        kinds: [String] = [],
        since: Timestamp? = nil,
        until: Timestamp? = nil,
        pageSize: Int32 = 0,
        pageToken: String = ""
    ) {
        self.accountID = accountID
        self.kinds = kinds
        self.since = since
        self.until = until
        self.pageSize = pageSize
        self.pageToken = pageToken
    }

    package static let fullName = "account.v1.ListActivityRequest"
    package static var wire: WireType { WireType(account__v1__list_activity_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__ListActivityRequest.self)
        accountID = try Read.text(c.pointee.account_id, "account_id")
        kinds = try Read.texts(c.pointee.n_kinds, c.pointee.kinds, "kinds")
        since = try Read.message(c.pointee.since, "since")
        until = try Read.message(c.pointee.until, "until")
        pageSize = c.pointee.page_size
        pageToken = try Read.text(c.pointee.page_token, "page_token")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__ListActivityRequest.self)
        c.pointee.account_id = arena.stage(text: accountID)
        c.pointee.n_kinds = kinds.count
        c.pointee.kinds = arena.stage(texts: kinds)
        c.pointee.since = arena.stage(message: since)?.assumingMemoryBound(to: Google__Protobuf__Timestamp.self)
        c.pointee.until = arena.stage(message: until)?.assumingMemoryBound(to: Google__Protobuf__Timestamp.self)
        c.pointee.page_size = pageSize
        c.pointee.page_token = arena.stage(text: pageToken)
    }
}

/// What ListActivity answers.
package struct ListActivityResponse: Message {
    /// One page, newest first.
    package var activities: [Activity] = []
    /// Asks for the next page; empty after the last.
    package var nextPageToken: String = ""
    /// The chain's end now; absent before its first row. Whoever keeps it sees later whether a row was changed or taken away.
    package var head: ActivityHead? = nil
    /// What the hashes are keyed with, 32 bytes; for the owner only, and gone once the account is deleted.
    package var chainKey: [UInt8] = []

    package init() {}

    package init(
        activities: [Activity] = [],
        nextPageToken: String = "",
        head: ActivityHead? = nil,
        chainKey: [UInt8] = []
    ) {
        self.activities = activities
        self.nextPageToken = nextPageToken
        self.head = head
        self.chainKey = chainKey
    }

    package static let fullName = "account.v1.ListActivityResponse"
    package static var wire: WireType { WireType(account__v1__list_activity_response__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__ListActivityResponse.self)
        activities = try Read.messages(c.pointee.n_activities, c.pointee.activities, "activities")
        nextPageToken = try Read.text(c.pointee.next_page_token, "next_page_token")
        head = try Read.message(c.pointee.head, "head")
        chainKey = Read.bytes(c.pointee.chain_key)
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__ListActivityResponse.self)
        c.pointee.n_activities = activities.count
        c.pointee.activities = arena.stage(messages: activities)?.assumingMemoryBound(to: UnsafeMutablePointer<Account__V1__Activity>?.self)
        c.pointee.next_page_token = arena.stage(text: nextPageToken)
        c.pointee.head = arena.stage(message: head)?.assumingMemoryBound(to: Account__V1__ActivityHead.self)
        c.pointee.chain_key = arena.stage(bytes: chainKey)
    }
}

/// What WatchActivity takes.
package struct WatchActivityRequest: Message {
    /// The last cursor received: the stream goes on behind it. Empty: from now on.
    package var cursor: String = ""

    package init() {}

    package init(
        cursor: String = ""
    ) {
        self.cursor = cursor
    }

    package static let fullName = "account.v1.WatchActivityRequest"
    package static var wire: WireType { WireType(account__v1__watch_activity_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__WatchActivityRequest.self)
        cursor = try Read.text(c.pointee.cursor, "cursor")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__WatchActivityRequest.self)
        c.pointee.cursor = arena.stage(text: cursor)
    }
}

/// One message of WatchActivity. The first comes at once, and another at least every watch-heartbeat-seconds (10), empty where
/// nothing is new.
package struct WatchActivityResponse: Message {
    /// What is new, oldest first.
    package var activities: [Activity] = []
    /// Keep it once these activities are dealt with: it resumes behind them.
    package var cursor: String = ""
    /// Whether nothing more waited when this was sent. False tells a reader that it is behind.
    package var caughtUp: Bool = false

    package init() {}

    package init(
        activities: [Activity] = [],
        cursor: String = "",
        caughtUp: Bool = false
    ) {
        self.activities = activities
        self.cursor = cursor
        self.caughtUp = caughtUp
    }

    package static let fullName = "account.v1.WatchActivityResponse"
    package static var wire: WireType { WireType(account__v1__watch_activity_response__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__WatchActivityResponse.self)
        activities = try Read.messages(c.pointee.n_activities, c.pointee.activities, "activities")
        cursor = try Read.text(c.pointee.cursor, "cursor")
        caughtUp = c.pointee.caught_up != 0
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__WatchActivityResponse.self)
        c.pointee.n_activities = activities.count
        c.pointee.activities = arena.stage(messages: activities)?.assumingMemoryBound(to: UnsafeMutablePointer<Account__V1__Activity>?.self)
        c.pointee.cursor = arena.stage(text: cursor)
        c.pointee.caught_up = caughtUp ? 1 : 0
    }
}

/// What ExportData takes.
package struct ExportDataRequest: Message {
    package init() {}

    package static let fullName = "account.v1.ExportDataRequest"
    package static var wire: WireType { WireType(account__v1__export_data_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
    }
}

/// A piece of what ExportData answers.
package struct ExportDataResponse: Message {
    /// The next part of one JSON document, to be appended to those before; docs/export.md says what is in it. A stream that ended
    /// well has told all of it.
    package var chunk: String = ""

    package init() {}

    package init(
        chunk: String = ""
    ) {
        self.chunk = chunk
    }

    package static let fullName = "account.v1.ExportDataResponse"
    package static var wire: WireType { WireType(account__v1__export_data_response__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__ExportDataResponse.self)
        chunk = try Read.text(c.pointee.chunk, "chunk")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__ExportDataResponse.self)
        c.pointee.chunk = arena.stage(text: chunk)
    }
}

/// What DeleteAccount takes.
package struct DeleteAccountRequest: MutatingRequest {
    /// The account's address, typed again.
    package var confirmEmail: String = ""
    /// Makes a repeat safe.
    package var requestID: String = ""

    package init() {}

    package init(
        confirmEmail: String = "",
        requestID: String = ""
    ) {
        self.confirmEmail = confirmEmail
        self.requestID = requestID
    }

    package static let fullName = "account.v1.DeleteAccountRequest"
    package static var wire: WireType { WireType(account__v1__delete_account_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__DeleteAccountRequest.self)
        confirmEmail = try Read.text(c.pointee.confirm_email, "confirm_email")
        requestID = try Read.text(c.pointee.request_id, "request_id")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__DeleteAccountRequest.self)
        c.pointee.confirm_email = arena.stage(text: confirmEmail)
        c.pointee.request_id = arena.stage(text: requestID)
    }
}

/// What DeleteAccount answers.
package struct DeleteAccountResponse: Message {
    /// What was revoked, will be purged and is retained.
    package var deletion: Deletion? = nil
    /// Keep it: it alone opens GetDeletion.
    package var receipt: String = ""

    package init() {}

    package init(
        deletion: Deletion? = nil,
        receipt: String = ""
    ) {
        self.deletion = deletion
        self.receipt = receipt
    }

    package static let fullName = "account.v1.DeleteAccountResponse"
    package static var wire: WireType { WireType(account__v1__delete_account_response__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__DeleteAccountResponse.self)
        deletion = try Read.message(c.pointee.deletion, "deletion")
        receipt = try Read.text(c.pointee.receipt, "receipt")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__DeleteAccountResponse.self)
        c.pointee.deletion = arena.stage(message: deletion)?.assumingMemoryBound(to: Account__V1__Deletion.self)
        c.pointee.receipt = arena.stage(text: receipt)
    }
}

/// What GetDeletion takes: one of its fields.
package struct GetDeletionRequest: Message {
    /// Out of DeleteAccount's answer.
    package var receipt: String = ""
    /// For services only.
    package var accountID: String = ""

    package init() {}

    package init(
        receipt: String = "",
        accountID: String = ""
    ) {
        self.receipt = receipt
        self.accountID = accountID
    }

    package static let fullName = "account.v1.GetDeletionRequest"
    package static var wire: WireType { WireType(account__v1__get_deletion_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__GetDeletionRequest.self)
        receipt = try Read.text(c.pointee.receipt, "receipt")
        accountID = try Read.text(c.pointee.account_id, "account_id")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__GetDeletionRequest.self)
        c.pointee.receipt = arena.stage(text: receipt)
        c.pointee.account_id = arena.stage(text: accountID)
    }
}

/// What GetDeletion answers.
package struct GetDeletionResponse: Message {
    /// How far the deletion is.
    package var deletion: Deletion? = nil
    /// The receipt it was asked by; empty for a service.
    package var receipt: String = ""
    /// The receipt's text: JSON, exactly the bytes that are signed.
    package var receiptDocument: [UInt8] = []
    /// Ed25519 over receipt_document, 64 bytes.
    package var signature: [UInt8] = []
    /// The server's Ed25519 key, 32 bytes.
    package var publicKey: [UInt8] = []

    package init() {}

    package init(
        deletion: Deletion? = nil,
        receipt: String = "",
        receiptDocument: [UInt8] = [],
        signature: [UInt8] = [],
        publicKey: [UInt8] = []
    ) {
        self.deletion = deletion
        self.receipt = receipt
        self.receiptDocument = receiptDocument
        self.signature = signature
        self.publicKey = publicKey
    }

    package static let fullName = "account.v1.GetDeletionResponse"
    package static var wire: WireType { WireType(account__v1__get_deletion_response__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__GetDeletionResponse.self)
        deletion = try Read.message(c.pointee.deletion, "deletion")
        receipt = try Read.text(c.pointee.receipt, "receipt")
        receiptDocument = Read.bytes(c.pointee.receipt_document)
        signature = Read.bytes(c.pointee.signature)
        publicKey = Read.bytes(c.pointee.public_key)
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__GetDeletionResponse.self)
        c.pointee.deletion = arena.stage(message: deletion)?.assumingMemoryBound(to: Account__V1__Deletion.self)
        c.pointee.receipt = arena.stage(text: receipt)
        c.pointee.receipt_document = arena.stage(bytes: receiptDocument)
        c.pointee.signature = arena.stage(bytes: signature)
        c.pointee.public_key = arena.stage(bytes: publicKey)
    }
}

/// A kind of thing that the deletion made invalid.
package struct RevokedItem: Message {
    /// "session", "api_key", "browser_profile", "driver_session", "link".
    package var kind: String = ""
    /// How many.
    package var count: Int32 = 0
    /// Their ids; links have none.
    package var ids: [String] = []

    package init() {}

    package init(
        kind: String = "",
        count: Int32 = 0,
        ids: [String] = []
    ) {
        self.kind = kind
        self.count = count
        self.ids = ids
    }

    package static let fullName = "account.v1.RevokedItem"
    package static var wire: WireType { WireType(account__v1__revoked_item__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__RevokedItem.self)
        kind = try Read.text(c.pointee.kind, "kind")
        count = c.pointee.count
        ids = try Read.texts(c.pointee.n_ids, c.pointee.ids, "ids")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__RevokedItem.self)
        c.pointee.kind = arena.stage(text: kind)
        c.pointee.count = count
        c.pointee.n_ids = ids.count
        c.pointee.ids = arena.stage(texts: ids)
    }
}

/// A recording that the deletion removes.
package struct Purge: Message {
    /// Which.
    package var recordingID: String = ""
    /// By when.
    package var dueAt: Timestamp? = nil
    /// When it was seen to be gone; absent before.
    package var purgedAt: Timestamp? = nil
    /// How far it is.
    package var state: PurgeState = .unspecified

    package init() {}

    package init(
        recordingID: String = "",
        dueAt: Timestamp? = nil,
        purgedAt: Timestamp? = nil,
        state: PurgeState = .unspecified
    ) {
        self.recordingID = recordingID
        self.dueAt = dueAt
        self.purgedAt = purgedAt
        self.state = state
    }

    package static let fullName = "account.v1.Purge"
    package static var wire: WireType { WireType(account__v1__purge__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__Purge.self)
        recordingID = try Read.text(c.pointee.recording_id, "recording_id")
        dueAt = try Read.message(c.pointee.due_at, "due_at")
        purgedAt = try Read.message(c.pointee.purged_at, "purged_at")
        state = PurgeState(rawValue: Int32(bitPattern: c.pointee.state.rawValue))
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__Purge.self)
        c.pointee.recording_id = arena.stage(text: recordingID)
        c.pointee.due_at = arena.stage(message: dueAt)?.assumingMemoryBound(to: Google__Protobuf__Timestamp.self)
        c.pointee.purged_at = arena.stage(message: purgedAt)?.assumingMemoryBound(to: Google__Protobuf__Timestamp.self)
        c.pointee.state = Account__V1__PurgeState(rawValue: UInt32(bitPattern: state.rawValue))
    }
}

/// What the law has us keep.
package struct RetainedItem: Message {
    /// "invoice".
    package var kind: String = ""
    /// Which.
    package var id: String = ""
    /// Until when.
    package var retainUntil: Timestamp? = nil
    /// Why, for people.
    package var reason: String = ""

    package init() {}

    package init(
        kind: String = "",
        id: String = "",
        retainUntil: Timestamp? = nil,
        reason: String = ""
    ) {
        self.kind = kind
        self.id = id
        self.retainUntil = retainUntil
        self.reason = reason
    }

    package static let fullName = "account.v1.RetainedItem"
    package static var wire: WireType { WireType(account__v1__retained_item__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__RetainedItem.self)
        kind = try Read.text(c.pointee.kind, "kind")
        id = try Read.text(c.pointee.id, "id")
        retainUntil = try Read.message(c.pointee.retain_until, "retain_until")
        reason = try Read.text(c.pointee.reason, "reason")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__RetainedItem.self)
        c.pointee.kind = arena.stage(text: kind)
        c.pointee.id = arena.stage(text: id)
        c.pointee.retain_until = arena.stage(message: retainUntil)?.assumingMemoryBound(to: Google__Protobuf__Timestamp.self)
        c.pointee.reason = arena.stage(text: reason)
    }
}

/// The end of an account, and what became of what it had.
package struct Deletion: Message {
    /// Whose.
    package var accountID: String = ""
    /// When it was asked for, which is when all was revoked.
    package var requestedAt: Timestamp? = nil
    /// How far it is.
    package var state: DeletionState = .unspecified
    /// What stopped being valid.
    package var revoked: [RevokedItem] = []
    /// What is being removed.
    package var purges: [Purge] = []
    /// What stays, and until when.
    package var retained: [RetainedItem] = []
    /// By when all is purged.
    package var purgeDueAt: Timestamp? = nil
    /// When all was purged; absent before.
    package var completedAt: Timestamp? = nil
    /// When the key that opened the personal data was destroyed; absent before.
    package var dataKeyDestroyedAt: Timestamp? = nil

    package init() {}

    package init(
        accountID: String = "",
        requestedAt: Timestamp? = nil,
        state: DeletionState = .unspecified,
        revoked: [RevokedItem] = [],
        purges: [Purge] = [],
        retained: [RetainedItem] = [],
        purgeDueAt: Timestamp? = nil,
        completedAt: Timestamp? = nil,
        dataKeyDestroyedAt: Timestamp? = nil
    ) {
        self.accountID = accountID
        self.requestedAt = requestedAt
        self.state = state
        self.revoked = revoked
        self.purges = purges
        self.retained = retained
        self.purgeDueAt = purgeDueAt
        self.completedAt = completedAt
        self.dataKeyDestroyedAt = dataKeyDestroyedAt
    }

    package static let fullName = "account.v1.Deletion"
    package static var wire: WireType { WireType(account__v1__deletion__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__Deletion.self)
        accountID = try Read.text(c.pointee.account_id, "account_id")
        requestedAt = try Read.message(c.pointee.requested_at, "requested_at")
        state = DeletionState(rawValue: Int32(bitPattern: c.pointee.state.rawValue))
        revoked = try Read.messages(c.pointee.n_revoked, c.pointee.revoked, "revoked")
        purges = try Read.messages(c.pointee.n_purges, c.pointee.purges, "purges")
        retained = try Read.messages(c.pointee.n_retained, c.pointee.retained, "retained")
        purgeDueAt = try Read.message(c.pointee.purge_due_at, "purge_due_at")
        completedAt = try Read.message(c.pointee.completed_at, "completed_at")
        dataKeyDestroyedAt = try Read.message(c.pointee.data_key_destroyed_at, "data_key_destroyed_at")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__Deletion.self)
        c.pointee.account_id = arena.stage(text: accountID)
        c.pointee.requested_at = arena.stage(message: requestedAt)?.assumingMemoryBound(to: Google__Protobuf__Timestamp.self)
        c.pointee.state = Account__V1__DeletionState(rawValue: UInt32(bitPattern: state.rawValue))
        c.pointee.n_revoked = revoked.count
        c.pointee.revoked = arena.stage(messages: revoked)?.assumingMemoryBound(to: UnsafeMutablePointer<Account__V1__RevokedItem>?.self)
        c.pointee.n_purges = purges.count
        c.pointee.purges = arena.stage(messages: purges)?.assumingMemoryBound(to: UnsafeMutablePointer<Account__V1__Purge>?.self)
        c.pointee.n_retained = retained.count
        c.pointee.retained = arena.stage(messages: retained)?.assumingMemoryBound(to: UnsafeMutablePointer<Account__V1__RetainedItem>?.self)
        c.pointee.purge_due_at = arena.stage(message: purgeDueAt)?.assumingMemoryBound(to: Google__Protobuf__Timestamp.self)
        c.pointee.completed_at = arena.stage(message: completedAt)?.assumingMemoryBound(to: Google__Protobuf__Timestamp.self)
        c.pointee.data_key_destroyed_at = arena.stage(message: dataKeyDestroyedAt)?.assumingMemoryBound(to: Google__Protobuf__Timestamp.self)
    }
}

/// A profile that the customer's remote browsers start from.
package struct BrowserProfile: Message {
    /// "prf_" and a UUIDv7.
    package var id: String = ""
    /// Whose.
    package var accountID: String = ""
    /// The customer's name for it.
    package var name: String = ""
    /// When it was made.
    package var createdAt: Timestamp? = nil
    /// "2026-04-15 09:00 UTC", in the account's zone.
    package var createdText: String = ""

    package init() {}

    package init(
        id: String = "",
        accountID: String = "",
        name: String = "",
        createdAt: Timestamp? = nil,
        createdText: String = ""
    ) {
        self.id = id
        self.accountID = accountID
        self.name = name
        self.createdAt = createdAt
        self.createdText = createdText
    }

    package static let fullName = "account.v1.BrowserProfile"
    package static var wire: WireType { WireType(account__v1__browser_profile__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__BrowserProfile.self)
        id = try Read.text(c.pointee.id, "id")
        accountID = try Read.text(c.pointee.account_id, "account_id")
        name = try Read.text(c.pointee.name, "name")
        createdAt = try Read.message(c.pointee.created_at, "created_at")
        createdText = try Read.text(c.pointee.created_text, "created_text")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__BrowserProfile.self)
        c.pointee.id = arena.stage(text: id)
        c.pointee.account_id = arena.stage(text: accountID)
        c.pointee.name = arena.stage(text: name)
        c.pointee.created_at = arena.stage(message: createdAt)?.assumingMemoryBound(to: Google__Protobuf__Timestamp.self)
        c.pointee.created_text = arena.stage(text: createdText)
    }
}

/// What CreateBrowserProfile takes.
package struct CreateBrowserProfileRequest: MutatingRequest {
    /// For services only; an owner leaves it empty.
    package var accountID: String = ""
    /// The customer's name for it.
    package var name: String = ""
    /// Makes a repeat safe.
    package var requestID: String = ""

    package init() {}

    package init(
        accountID: String = "",
        name: String = "",
        requestID: String = ""
    ) {
        self.accountID = accountID
        self.name = name
        self.requestID = requestID
    }

    package static let fullName = "account.v1.CreateBrowserProfileRequest"
    package static var wire: WireType { WireType(account__v1__create_browser_profile_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__CreateBrowserProfileRequest.self)
        accountID = try Read.text(c.pointee.account_id, "account_id")
        name = try Read.text(c.pointee.name, "name")
        requestID = try Read.text(c.pointee.request_id, "request_id")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__CreateBrowserProfileRequest.self)
        c.pointee.account_id = arena.stage(text: accountID)
        c.pointee.name = arena.stage(text: name)
        c.pointee.request_id = arena.stage(text: requestID)
    }
}

/// What CreateBrowserProfile answers.
package struct CreateBrowserProfileResponse: Message {
    /// The new profile.
    package var browserProfile: BrowserProfile? = nil

    package init() {}

    package init(
        browserProfile: BrowserProfile? = nil
    ) {
        self.browserProfile = browserProfile
    }

    package static let fullName = "account.v1.CreateBrowserProfileResponse"
    package static var wire: WireType { WireType(account__v1__create_browser_profile_response__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__CreateBrowserProfileResponse.self)
        browserProfile = try Read.message(c.pointee.browser_profile, "browser_profile")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__CreateBrowserProfileResponse.self)
        c.pointee.browser_profile = arena.stage(message: browserProfile)?.assumingMemoryBound(to: Account__V1__BrowserProfile.self)
    }
}

/// What ListBrowserProfiles takes.
package struct ListBrowserProfilesRequest: Message {
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

    package static let fullName = "account.v1.ListBrowserProfilesRequest"
    package static var wire: WireType { WireType(account__v1__list_browser_profiles_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__ListBrowserProfilesRequest.self)
        accountID = try Read.text(c.pointee.account_id, "account_id")
        pageSize = c.pointee.page_size
        pageToken = try Read.text(c.pointee.page_token, "page_token")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__ListBrowserProfilesRequest.self)
        c.pointee.account_id = arena.stage(text: accountID)
        c.pointee.page_size = pageSize
        c.pointee.page_token = arena.stage(text: pageToken)
    }
}

/// What ListBrowserProfiles answers.
package struct ListBrowserProfilesResponse: Message {
    /// One page, newest first.
    package var browserProfiles: [BrowserProfile] = []
    /// Asks for the next page; empty after the last.
    package var nextPageToken: String = ""

    package init() {}

    package init(
        browserProfiles: [BrowserProfile] = [],
        nextPageToken: String = ""
    ) {
        self.browserProfiles = browserProfiles
        self.nextPageToken = nextPageToken
    }

    package static let fullName = "account.v1.ListBrowserProfilesResponse"
    package static var wire: WireType { WireType(account__v1__list_browser_profiles_response__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__ListBrowserProfilesResponse.self)
        browserProfiles = try Read.messages(c.pointee.n_browser_profiles, c.pointee.browser_profiles, "browser_profiles")
        nextPageToken = try Read.text(c.pointee.next_page_token, "next_page_token")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__ListBrowserProfilesResponse.self)
        c.pointee.n_browser_profiles = browserProfiles.count
        c.pointee.browser_profiles = arena.stage(messages: browserProfiles)?.assumingMemoryBound(to: UnsafeMutablePointer<Account__V1__BrowserProfile>?.self)
        c.pointee.next_page_token = arena.stage(text: nextPageToken)
    }
}

/// What DeleteBrowserProfile takes.
package struct DeleteBrowserProfileRequest: MutatingRequest {
    /// For services only; an owner leaves it empty.
    package var accountID: String = ""
    /// Which.
    package var browserProfileID: String = ""
    /// Makes a repeat safe.
    package var requestID: String = ""

    package init() {}

    package init(
        accountID: String = "",
        browserProfileID: String = "",
        requestID: String = ""
    ) {
        self.accountID = accountID
        self.browserProfileID = browserProfileID
        self.requestID = requestID
    }

    package static let fullName = "account.v1.DeleteBrowserProfileRequest"
    package static var wire: WireType { WireType(account__v1__delete_browser_profile_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__DeleteBrowserProfileRequest.self)
        accountID = try Read.text(c.pointee.account_id, "account_id")
        browserProfileID = try Read.text(c.pointee.browser_profile_id, "browser_profile_id")
        requestID = try Read.text(c.pointee.request_id, "request_id")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__DeleteBrowserProfileRequest.self)
        c.pointee.account_id = arena.stage(text: accountID)
        c.pointee.browser_profile_id = arena.stage(text: browserProfileID)
        c.pointee.request_id = arena.stage(text: requestID)
    }
}

/// What DeleteBrowserProfile answers.
package struct DeleteBrowserProfileResponse: Message {
    package init() {}

    package static let fullName = "account.v1.DeleteBrowserProfileResponse"
    package static var wire: WireType { WireType(account__v1__delete_browser_profile_response__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
    }
}

/// A recording of a driver session: one object in the bucket.
package struct Recording: Message {
    /// "rec_" and a UUIDv7.
    package var id: String = ""
    /// Whose.
    package var accountID: String = ""
    /// The object's key; starts with the account's id and a slash.
    package var objectKey: String = ""
    /// The object's size in bytes.
    package var sizeBytes: Int64 = 0
    /// When it was recorded.
    package var recordedAt: Timestamp? = nil
    /// The driver session it shows; may be empty.
    package var driverSessionID: String = ""
    /// When it was registered here.
    package var createdAt: Timestamp? = nil
    /// recorded_at as "2026-04-15 09:00 UTC", in the account's zone.
    package var recordedText: String = ""

    package init() {}

    package init(
        id: String = "",
        accountID: String = "",
        objectKey: String = "",
        sizeBytes: Int64 = 0,
        recordedAt: Timestamp? = nil,
        driverSessionID: String = "",
        createdAt: Timestamp? = nil,
        recordedText: String = ""
    ) {
        self.id = id
        self.accountID = accountID
        self.objectKey = objectKey
        self.sizeBytes = sizeBytes
        self.recordedAt = recordedAt
        self.driverSessionID = driverSessionID
        self.createdAt = createdAt
        self.recordedText = recordedText
    }

    package static let fullName = "account.v1.Recording"
    package static var wire: WireType { WireType(account__v1__recording__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__Recording.self)
        id = try Read.text(c.pointee.id, "id")
        accountID = try Read.text(c.pointee.account_id, "account_id")
        objectKey = try Read.text(c.pointee.object_key, "object_key")
        sizeBytes = c.pointee.size_bytes
        recordedAt = try Read.message(c.pointee.recorded_at, "recorded_at")
        driverSessionID = try Read.text(c.pointee.driver_session_id, "driver_session_id")
        createdAt = try Read.message(c.pointee.created_at, "created_at")
        recordedText = try Read.text(c.pointee.recorded_text, "recorded_text")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__Recording.self)
        c.pointee.id = arena.stage(text: id)
        c.pointee.account_id = arena.stage(text: accountID)
        c.pointee.object_key = arena.stage(text: objectKey)
        c.pointee.size_bytes = sizeBytes
        c.pointee.recorded_at = arena.stage(message: recordedAt)?.assumingMemoryBound(to: Google__Protobuf__Timestamp.self)
        c.pointee.driver_session_id = arena.stage(text: driverSessionID)
        c.pointee.created_at = arena.stage(message: createdAt)?.assumingMemoryBound(to: Google__Protobuf__Timestamp.self)
        c.pointee.recorded_text = arena.stage(text: recordedText)
    }
}

/// What RegisterRecording takes.
package struct RegisterRecordingRequest: MutatingRequest {
    /// Whose.
    package var accountID: String = ""
    /// The object's key; starts with the account's id and a slash.
    package var objectKey: String = ""
    /// The object's size in bytes.
    package var sizeBytes: Int64 = 0
    /// When it was recorded; absent means now.
    package var recordedAt: Timestamp? = nil
    /// The driver session it shows; may be empty.
    package var driverSessionID: String = ""
    /// Makes a repeat safe.
    package var requestID: String = ""

    package init() {}

    package init(
        accountID: String = "",
        objectKey: String = "",
        sizeBytes: Int64 = 0,
        recordedAt: Timestamp? = nil,
        driverSessionID: String = "",
        requestID: String = ""
    ) {
        self.accountID = accountID
        self.objectKey = objectKey
        self.sizeBytes = sizeBytes
        self.recordedAt = recordedAt
        self.driverSessionID = driverSessionID
        self.requestID = requestID
    }

    package static let fullName = "account.v1.RegisterRecordingRequest"
    package static var wire: WireType { WireType(account__v1__register_recording_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__RegisterRecordingRequest.self)
        accountID = try Read.text(c.pointee.account_id, "account_id")
        objectKey = try Read.text(c.pointee.object_key, "object_key")
        sizeBytes = c.pointee.size_bytes
        recordedAt = try Read.message(c.pointee.recorded_at, "recorded_at")
        driverSessionID = try Read.text(c.pointee.driver_session_id, "driver_session_id")
        requestID = try Read.text(c.pointee.request_id, "request_id")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__RegisterRecordingRequest.self)
        c.pointee.account_id = arena.stage(text: accountID)
        c.pointee.object_key = arena.stage(text: objectKey)
        c.pointee.size_bytes = sizeBytes
        c.pointee.recorded_at = arena.stage(message: recordedAt)?.assumingMemoryBound(to: Google__Protobuf__Timestamp.self)
        c.pointee.driver_session_id = arena.stage(text: driverSessionID)
        c.pointee.request_id = arena.stage(text: requestID)
    }
}

/// What RegisterRecording answers.
package struct RegisterRecordingResponse: Message {
    /// The recording.
    package var recording: Recording? = nil

    package init() {}

    package init(
        recording: Recording? = nil
    ) {
        self.recording = recording
    }

    package static let fullName = "account.v1.RegisterRecordingResponse"
    package static var wire: WireType { WireType(account__v1__register_recording_response__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__RegisterRecordingResponse.self)
        recording = try Read.message(c.pointee.recording, "recording")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__RegisterRecordingResponse.self)
        c.pointee.recording = arena.stage(message: recording)?.assumingMemoryBound(to: Account__V1__Recording.self)
    }
}

/// What ListRecordings takes.
package struct ListRecordingsRequest: Message {
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

    package static let fullName = "account.v1.ListRecordingsRequest"
    package static var wire: WireType { WireType(account__v1__list_recordings_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__ListRecordingsRequest.self)
        accountID = try Read.text(c.pointee.account_id, "account_id")
        pageSize = c.pointee.page_size
        pageToken = try Read.text(c.pointee.page_token, "page_token")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__ListRecordingsRequest.self)
        c.pointee.account_id = arena.stage(text: accountID)
        c.pointee.page_size = pageSize
        c.pointee.page_token = arena.stage(text: pageToken)
    }
}

/// What ListRecordings answers.
package struct ListRecordingsResponse: Message {
    /// One page, newest first.
    package var recordings: [Recording] = []
    /// Asks for the next page; empty after the last.
    package var nextPageToken: String = ""

    package init() {}

    package init(
        recordings: [Recording] = [],
        nextPageToken: String = ""
    ) {
        self.recordings = recordings
        self.nextPageToken = nextPageToken
    }

    package static let fullName = "account.v1.ListRecordingsResponse"
    package static var wire: WireType { WireType(account__v1__list_recordings_response__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__ListRecordingsResponse.self)
        recordings = try Read.messages(c.pointee.n_recordings, c.pointee.recordings, "recordings")
        nextPageToken = try Read.text(c.pointee.next_page_token, "next_page_token")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__ListRecordingsResponse.self)
        c.pointee.n_recordings = recordings.count
        c.pointee.recordings = arena.stage(messages: recordings)?.assumingMemoryBound(to: UnsafeMutablePointer<Account__V1__Recording>?.self)
        c.pointee.next_page_token = arena.stage(text: nextPageToken)
    }
}

/// An invoice, kept as the law asks, also after the account's deletion.
package struct Invoice: Message {
    /// "inv_" and a UUIDv7.
    package var id: String = ""
    /// Whose.
    package var accountID: String = ""
    /// Billing's number for it.
    package var number: String = ""
    /// ISO 4217: "EUR".
    package var currency: String = ""
    /// The amount in the currency's smallest unit: 1250 is 12.50 EUR.
    package var amountMinor: Int64 = 0
    /// When it was issued.
    package var issuedAt: Timestamp? = nil
    /// Nothing deletes it before: 31 December of the tenth year after the year of issue.
    package var retainUntil: Timestamp? = nil
    /// The display name when it was issued.
    package var displayName: String = ""
    /// The address when it was issued.
    package var email: String = ""
    /// What was sold.
    package var description: String = ""
    /// issued_at as "2026-04-15 09:00 UTC", in the account's zone.
    package var issuedText: String = ""

    package init() {}

    package init(
        id: String = "",
        accountID: String = "",
        number: String = "",
        currency: String = "",
        amountMinor: Int64 = 0,
        issuedAt: Timestamp? = nil,
        retainUntil: Timestamp? = nil,
        displayName: String = "",
        email: String = "",
        description: String = "",
        issuedText: String = ""
    ) {
        self.id = id
        self.accountID = accountID
        self.number = number
        self.currency = currency
        self.amountMinor = amountMinor
        self.issuedAt = issuedAt
        self.retainUntil = retainUntil
        self.displayName = displayName
        self.email = email
        self.description = description
        self.issuedText = issuedText
    }

    package static let fullName = "account.v1.Invoice"
    package static var wire: WireType { WireType(account__v1__invoice__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__Invoice.self)
        id = try Read.text(c.pointee.id, "id")
        accountID = try Read.text(c.pointee.account_id, "account_id")
        number = try Read.text(c.pointee.number, "number")
        currency = try Read.text(c.pointee.currency, "currency")
        amountMinor = c.pointee.amount_minor
        issuedAt = try Read.message(c.pointee.issued_at, "issued_at")
        retainUntil = try Read.message(c.pointee.retain_until, "retain_until")
        displayName = try Read.text(c.pointee.display_name, "display_name")
        email = try Read.text(c.pointee.email, "email")
        description = try Read.text(c.pointee.description, "description")
        issuedText = try Read.text(c.pointee.issued_text, "issued_text")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__Invoice.self)
        c.pointee.id = arena.stage(text: id)
        c.pointee.account_id = arena.stage(text: accountID)
        c.pointee.number = arena.stage(text: number)
        c.pointee.currency = arena.stage(text: currency)
        c.pointee.amount_minor = amountMinor
        c.pointee.issued_at = arena.stage(message: issuedAt)?.assumingMemoryBound(to: Google__Protobuf__Timestamp.self)
        c.pointee.retain_until = arena.stage(message: retainUntil)?.assumingMemoryBound(to: Google__Protobuf__Timestamp.self)
        c.pointee.display_name = arena.stage(text: displayName)
        c.pointee.email = arena.stage(text: email)
        c.pointee.description = arena.stage(text: description)
        c.pointee.issued_text = arena.stage(text: issuedText)
    }
}

/// What RegisterInvoice takes.
package struct RegisterInvoiceRequest: MutatingRequest {
    /// Whose.
    package var accountID: String = ""
    /// Billing's number for it.
    package var number: String = ""
    /// ISO 4217: "EUR".
    package var currency: String = ""
    /// The amount in the currency's smallest unit.
    package var amountMinor: Int64 = 0
    /// When it was issued; absent means now.
    package var issuedAt: Timestamp? = nil
    /// What was sold.
    package var description: String = ""
    /// Makes a repeat safe.
    package var requestID: String = ""

    package init() {}

    package init(
        accountID: String = "",
        number: String = "",
        currency: String = "",
        amountMinor: Int64 = 0,
        issuedAt: Timestamp? = nil,
        description: String = "",
        requestID: String = ""
    ) {
        self.accountID = accountID
        self.number = number
        self.currency = currency
        self.amountMinor = amountMinor
        self.issuedAt = issuedAt
        self.description = description
        self.requestID = requestID
    }

    package static let fullName = "account.v1.RegisterInvoiceRequest"
    package static var wire: WireType { WireType(account__v1__register_invoice_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__RegisterInvoiceRequest.self)
        accountID = try Read.text(c.pointee.account_id, "account_id")
        number = try Read.text(c.pointee.number, "number")
        currency = try Read.text(c.pointee.currency, "currency")
        amountMinor = c.pointee.amount_minor
        issuedAt = try Read.message(c.pointee.issued_at, "issued_at")
        description = try Read.text(c.pointee.description, "description")
        requestID = try Read.text(c.pointee.request_id, "request_id")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__RegisterInvoiceRequest.self)
        c.pointee.account_id = arena.stage(text: accountID)
        c.pointee.number = arena.stage(text: number)
        c.pointee.currency = arena.stage(text: currency)
        c.pointee.amount_minor = amountMinor
        c.pointee.issued_at = arena.stage(message: issuedAt)?.assumingMemoryBound(to: Google__Protobuf__Timestamp.self)
        c.pointee.description = arena.stage(text: description)
        c.pointee.request_id = arena.stage(text: requestID)
    }
}

/// What RegisterInvoice answers.
package struct RegisterInvoiceResponse: Message {
    /// The invoice.
    package var invoice: Invoice? = nil

    package init() {}

    package init(
        invoice: Invoice? = nil
    ) {
        self.invoice = invoice
    }

    package static let fullName = "account.v1.RegisterInvoiceResponse"
    package static var wire: WireType { WireType(account__v1__register_invoice_response__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__RegisterInvoiceResponse.self)
        invoice = try Read.message(c.pointee.invoice, "invoice")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__RegisterInvoiceResponse.self)
        c.pointee.invoice = arena.stage(message: invoice)?.assumingMemoryBound(to: Account__V1__Invoice.self)
    }
}

/// What ListInvoices takes.
package struct ListInvoicesRequest: Message {
    /// For services only (also of a deleted account); an owner leaves it empty.
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

    package static let fullName = "account.v1.ListInvoicesRequest"
    package static var wire: WireType { WireType(account__v1__list_invoices_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__ListInvoicesRequest.self)
        accountID = try Read.text(c.pointee.account_id, "account_id")
        pageSize = c.pointee.page_size
        pageToken = try Read.text(c.pointee.page_token, "page_token")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__ListInvoicesRequest.self)
        c.pointee.account_id = arena.stage(text: accountID)
        c.pointee.page_size = pageSize
        c.pointee.page_token = arena.stage(text: pageToken)
    }
}

/// What ListInvoices answers.
package struct ListInvoicesResponse: Message {
    /// One page, newest first.
    package var invoices: [Invoice] = []
    /// Asks for the next page; empty after the last.
    package var nextPageToken: String = ""

    package init() {}

    package init(
        invoices: [Invoice] = [],
        nextPageToken: String = ""
    ) {
        self.invoices = invoices
        self.nextPageToken = nextPageToken
    }

    package static let fullName = "account.v1.ListInvoicesResponse"
    package static var wire: WireType { WireType(account__v1__list_invoices_response__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__ListInvoicesResponse.self)
        invoices = try Read.messages(c.pointee.n_invoices, c.pointee.invoices, "invoices")
        nextPageToken = try Read.text(c.pointee.next_page_token, "next_page_token")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__ListInvoicesResponse.self)
        c.pointee.n_invoices = invoices.count
        c.pointee.invoices = arena.stage(messages: invoices)?.assumingMemoryBound(to: UnsafeMutablePointer<Account__V1__Invoice>?.self)
        c.pointee.next_page_token = arena.stage(text: nextPageToken)
    }
}

/// One thing that stopped being valid, for good.
package struct Revocation: Message {
    /// What it is.
    package var kind: RevocationKind = .unspecified
    /// Its id: "ses_…", "key_…", "whe_…", "prf_…", "drv_…", "acc_…".
    package var id: String = ""
    /// Whose it was.
    package var accountID: String = ""
    /// Since when it is not valid.
    package var revokedAt: Timestamp? = nil

    package init() {}

    package init(
        kind: RevocationKind = .unspecified,
        id: String = "",
        accountID: String = "",
        revokedAt: Timestamp? = nil
    ) {
        self.kind = kind
        self.id = id
        self.accountID = accountID
        self.revokedAt = revokedAt
    }

    package static let fullName = "account.v1.Revocation"
    package static var wire: WireType { WireType(account__v1__revocation__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__Revocation.self)
        kind = RevocationKind(rawValue: Int32(bitPattern: c.pointee.kind.rawValue))
        id = try Read.text(c.pointee.id, "id")
        accountID = try Read.text(c.pointee.account_id, "account_id")
        revokedAt = try Read.message(c.pointee.revoked_at, "revoked_at")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__Revocation.self)
        c.pointee.kind = Account__V1__RevocationKind(rawValue: UInt32(bitPattern: kind.rawValue))
        c.pointee.id = arena.stage(text: id)
        c.pointee.account_id = arena.stage(text: accountID)
        c.pointee.revoked_at = arena.stage(message: revokedAt)?.assumingMemoryBound(to: Google__Protobuf__Timestamp.self)
    }
}

/// What WatchRevocations takes.
package struct WatchRevocationsRequest: Message {
    /// The last cursor received: the stream goes on behind it. Empty: from now on. One of more than 30 days ago gives OUT_OF_RANGE,
    /// reason CURSOR_EXPIRED: something may have been missed, so look at everything anew.
    package var cursor: String = ""

    package init() {}

    package init(
        cursor: String = ""
    ) {
        self.cursor = cursor
    }

    package static let fullName = "account.v1.WatchRevocationsRequest"
    package static var wire: WireType { WireType(account__v1__watch_revocations_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__WatchRevocationsRequest.self)
        cursor = try Read.text(c.pointee.cursor, "cursor")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__WatchRevocationsRequest.self)
        c.pointee.cursor = arena.stage(text: cursor)
    }
}

/// One message of WatchRevocations. The first comes at once, and another at least every watch-heartbeat-seconds (10), empty where
/// nothing is new.
package struct WatchRevocationsResponse: Message {
    /// What is new, in the order in which it came about.
    package var revocations: [Revocation] = []
    /// Keep it once these revocations are dealt with: it resumes behind them.
    package var cursor: String = ""
    /// Whether nothing more waited when this was sent. False tells a reader that it is behind.
    package var caughtUp: Bool = false

    package init() {}

    package init(
        revocations: [Revocation] = [],
        cursor: String = "",
        caughtUp: Bool = false
    ) {
        self.revocations = revocations
        self.cursor = cursor
        self.caughtUp = caughtUp
    }

    package static let fullName = "account.v1.WatchRevocationsResponse"
    package static var wire: WireType { WireType(account__v1__watch_revocations_response__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__WatchRevocationsResponse.self)
        revocations = try Read.messages(c.pointee.n_revocations, c.pointee.revocations, "revocations")
        cursor = try Read.text(c.pointee.cursor, "cursor")
        caughtUp = c.pointee.caught_up != 0
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__WatchRevocationsResponse.self)
        c.pointee.n_revocations = revocations.count
        c.pointee.revocations = arena.stage(messages: revocations)?.assumingMemoryBound(to: UnsafeMutablePointer<Account__V1__Revocation>?.self)
        c.pointee.cursor = arena.stage(text: cursor)
        c.pointee.caught_up = caughtUp ? 1 : 0
    }
}
