// Made by Tools/generate. Do not edit.

internal import CMessages

/// What became of a mail.
package enum EmailState: WireEnum {
    /// Not said.
    case unspecified
    /// Waits for its delivery.
    case queued
    /// Handed over.
    case sent
    /// Not sent: the customer turned its category off.
    case suppressed
    /// Not sent: see failure_reason.
    case failed
    /// A number that this version has no name for.
    case unrecognized(Int32)

    package static let allCases: [EmailState] = [.unspecified, .queued, .sent, .suppressed, .failed]

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .queued
        case 2: self = .sent
        case 3: self = .suppressed
        case 4: self = .failed
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .queued: 1
        case .sent: 2
        case .suppressed: 3
        case .failed: 4
        case .unrecognized(let rawValue): rawValue
        }
    }

    /// The name in the .proto file; a number's digits when it has none.
    package var protoName: String {
        switch self {
        case .unspecified: "EMAIL_STATE_UNSPECIFIED"
        case .queued: "EMAIL_STATE_QUEUED"
        case .sent: "EMAIL_STATE_SENT"
        case .suppressed: "EMAIL_STATE_SUPPRESSED"
        case .failed: "EMAIL_STATE_FAILED"
        case .unrecognized(let rawValue): String(rawValue)
        }
    }
}

/// Whether an endpoint is delivered to.
package enum WebhookEndpointState: WireEnum {
    /// Not said.
    case unspecified
    /// Events are delivered.
    case enabled
    /// Nothing is delivered any more: see disabled_reason. Delete it and create another.
    case disabled
    /// A number that this version has no name for.
    case unrecognized(Int32)

    package static let allCases: [WebhookEndpointState] = [.unspecified, .enabled, .disabled]

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .enabled
        case 2: self = .disabled
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .enabled: 1
        case .disabled: 2
        case .unrecognized(let rawValue): rawValue
        }
    }

    /// The name in the .proto file; a number's digits when it has none.
    package var protoName: String {
        switch self {
        case .unspecified: "WEBHOOK_ENDPOINT_STATE_UNSPECIFIED"
        case .enabled: "WEBHOOK_ENDPOINT_STATE_ENABLED"
        case .disabled: "WEBHOOK_ENDPOINT_STATE_DISABLED"
        case .unrecognized(let rawValue): String(rawValue)
        }
    }
}

/// What became of a delivery.
package enum WebhookDeliveryState: WireEnum {
    /// Not said.
    case unspecified
    /// Waits for its first try or the next.
    case pending
    /// The endpoint answered with a status from 200 to 299.
    case succeeded
    /// All tries failed.
    case failed
    /// Given up, because the endpoint was deleted or disabled.
    case cancelled
    /// A number that this version has no name for.
    case unrecognized(Int32)

    package static let allCases: [WebhookDeliveryState] = [.unspecified, .pending, .succeeded, .failed, .cancelled]

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .pending
        case 2: self = .succeeded
        case 3: self = .failed
        case 4: self = .cancelled
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .pending: 1
        case .succeeded: 2
        case .failed: 3
        case .cancelled: 4
        case .unrecognized(let rawValue): rawValue
        }
    }

    /// The name in the .proto file; a number's digits when it has none.
    package var protoName: String {
        switch self {
        case .unspecified: "WEBHOOK_DELIVERY_STATE_UNSPECIFIED"
        case .pending: "WEBHOOK_DELIVERY_STATE_PENDING"
        case .succeeded: "WEBHOOK_DELIVERY_STATE_SUCCEEDED"
        case .failed: "WEBHOOK_DELIVERY_STATE_FAILED"
        case .cancelled: "WEBHOOK_DELIVERY_STATE_CANCELLED"
        case .unrecognized(let rawValue): String(rawValue)
        }
    }
}

/// A kind of mail.
package struct Category: Message {
    /// "product_updates".
    package var id: String = ""
    /// "Product updates".
    package var title: String = ""
    /// What such mails tell.
    package var description: String = ""
    /// Whether it cannot be turned off.
    package var mandatory: Bool = false

    package init() {}

    package init(
        id: String = "",
        title: String = "",
        description: String = "",
        mandatory: Bool = false
    ) {
        self.id = id
        self.title = title
        self.description = description
        self.mandatory = mandatory
    }

    package static let fullName = "account.v1.Category"
    package static var wire: WireType { WireType(account__v1__category__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__Category.self)
        id = try Read.text(c.pointee.id, "id")
        title = try Read.text(c.pointee.title, "title")
        description = try Read.text(c.pointee.description, "description")
        mandatory = c.pointee.mandatory != 0
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__Category.self)
        c.pointee.id = arena.stage(text: id)
        c.pointee.title = arena.stage(text: title)
        c.pointee.description = arena.stage(text: description)
        c.pointee.mandatory = mandatory ? 1 : 0
    }
}

/// What ListCategories takes.
package struct ListCategoriesRequest: Message {
    package init() {}

    package static let fullName = "account.v1.ListCategoriesRequest"
    package static var wire: WireType { WireType(account__v1__list_categories_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
    }
}

/// What ListCategories answers.
package struct ListCategoriesResponse: Message {
    /// All of them, the mandatory ones first.
    package var categories: [Category] = []

    package init() {}

    package init(
        categories: [Category] = []
    ) {
        self.categories = categories
    }

    package static let fullName = "account.v1.ListCategoriesResponse"
    package static var wire: WireType { WireType(account__v1__list_categories_response__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__ListCategoriesResponse.self)
        categories = try Read.messages(c.pointee.n_categories, c.pointee.categories, "categories")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__ListCategoriesResponse.self)
        c.pointee.n_categories = categories.count
        c.pointee.categories = arena.stage(messages: categories)?.assumingMemoryBound(to: UnsafeMutablePointer<Account__V1__Category>?.self)
    }
}

/// Whether the customer wants a category.
package struct Preference: Message {
    /// The category's id: "product_updates".
    package var category: String = ""
    /// Whether its mails are sent.
    package var enabled: Bool = false
    /// Whether it cannot be turned off. Ignored in a request.
    package var mandatory: Bool = false

    package init() {}

    package init(
        category: String = "",
        enabled: Bool = false,
        mandatory: Bool = false
    ) {
        self.category = category
        self.enabled = enabled
        self.mandatory = mandatory
    }

    package static let fullName = "account.v1.Preference"
    package static var wire: WireType { WireType(account__v1__preference__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__Preference.self)
        category = try Read.text(c.pointee.category, "category")
        enabled = c.pointee.enabled != 0
        mandatory = c.pointee.mandatory != 0
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__Preference.self)
        c.pointee.category = arena.stage(text: category)
        c.pointee.enabled = enabled ? 1 : 0
        c.pointee.mandatory = mandatory ? 1 : 0
    }
}

/// What GetPreferences takes.
package struct GetPreferencesRequest: Message {
    package init() {}

    package static let fullName = "account.v1.GetPreferencesRequest"
    package static var wire: WireType { WireType(account__v1__get_preferences_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
    }
}

/// What GetPreferences answers.
package struct GetPreferencesResponse: Message {
    /// One for every category.
    package var preferences: [Preference] = []

    package init() {}

    package init(
        preferences: [Preference] = []
    ) {
        self.preferences = preferences
    }

    package static let fullName = "account.v1.GetPreferencesResponse"
    package static var wire: WireType { WireType(account__v1__get_preferences_response__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__GetPreferencesResponse.self)
        preferences = try Read.messages(c.pointee.n_preferences, c.pointee.preferences, "preferences")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__GetPreferencesResponse.self)
        c.pointee.n_preferences = preferences.count
        c.pointee.preferences = arena.stage(messages: preferences)?.assumingMemoryBound(to: UnsafeMutablePointer<Account__V1__Preference>?.self)
    }
}

/// What UpdatePreferences takes.
package struct UpdatePreferencesRequest: MutatingRequest {
    /// Those to change; others stay.
    package var preferences: [Preference] = []
    /// Makes a repeat safe: the same id with the same body gets the first answer.
    package var requestID: String = ""

    package init() {}

    package init(
        preferences: [Preference] = [],
        requestID: String = ""
    ) {
        self.preferences = preferences
        self.requestID = requestID
    }

    package static let fullName = "account.v1.UpdatePreferencesRequest"
    package static var wire: WireType { WireType(account__v1__update_preferences_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__UpdatePreferencesRequest.self)
        preferences = try Read.messages(c.pointee.n_preferences, c.pointee.preferences, "preferences")
        requestID = try Read.text(c.pointee.request_id, "request_id")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__UpdatePreferencesRequest.self)
        c.pointee.n_preferences = preferences.count
        c.pointee.preferences = arena.stage(messages: preferences)?.assumingMemoryBound(to: UnsafeMutablePointer<Account__V1__Preference>?.self)
        c.pointee.request_id = arena.stage(text: requestID)
    }
}

/// What UpdatePreferences answers.
package struct UpdatePreferencesResponse: Message {
    /// One for every category, as they are now.
    package var preferences: [Preference] = []

    package init() {}

    package init(
        preferences: [Preference] = []
    ) {
        self.preferences = preferences
    }

    package static let fullName = "account.v1.UpdatePreferencesResponse"
    package static var wire: WireType { WireType(account__v1__update_preferences_response__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__UpdatePreferencesResponse.self)
        preferences = try Read.messages(c.pointee.n_preferences, c.pointee.preferences, "preferences")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__UpdatePreferencesResponse.self)
        c.pointee.n_preferences = preferences.count
        c.pointee.preferences = arena.stage(messages: preferences)?.assumingMemoryBound(to: UnsafeMutablePointer<Account__V1__Preference>?.self)
    }
}

/// A value for a template.
package struct EmailVariable: Message {
    /// The template's name for it.
    package var name: String = ""
    /// Text; empty when there is a time.
    package var value: String = ""
    /// A time; rendered in the account's zone.
    package var time: Timestamp? = nil

    package init() {}

    package init(
        name: String = "",
        value: String = "",
        time: Timestamp? = nil
    ) {
        self.name = name
        self.value = value
        self.time = time
    }

    package static let fullName = "account.v1.EmailVariable"
    package static var wire: WireType { WireType(account__v1__email_variable__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__EmailVariable.self)
        name = try Read.text(c.pointee.name, "name")
        value = try Read.text(c.pointee.value, "value")
        time = try Read.message(c.pointee.time, "time")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__EmailVariable.self)
        c.pointee.name = arena.stage(text: name)
        c.pointee.value = arena.stage(text: value)
        c.pointee.time = arena.stage(message: time)?.assumingMemoryBound(to: Google__Protobuf__Timestamp.self)
    }
}

/// What SendEmail takes.
package struct SendEmailRequest: MutatingRequest {
    /// To whom.
    package var accountID: String = ""
    /// The category's id: "billing_failure".
    package var category: String = ""
    /// Which text.
    package var template: String = ""
    /// What to put into it.
    package var variables: [EmailVariable] = []
    /// Makes a repeat safe.
    package var requestID: String = ""

    package init() {}

    package init(
        accountID: String = "",
        category: String = "",
        template: String = "",
        variables: [EmailVariable] = [],
        requestID: String = ""
    ) {
        self.accountID = accountID
        self.category = category
        self.template = template
        self.variables = variables
        self.requestID = requestID
    }

    package static let fullName = "account.v1.SendEmailRequest"
    package static var wire: WireType { WireType(account__v1__send_email_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__SendEmailRequest.self)
        accountID = try Read.text(c.pointee.account_id, "account_id")
        category = try Read.text(c.pointee.category, "category")
        template = try Read.text(c.pointee.template_, "template")
        variables = try Read.messages(c.pointee.n_variables, c.pointee.variables, "variables")
        requestID = try Read.text(c.pointee.request_id, "request_id")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__SendEmailRequest.self)
        c.pointee.account_id = arena.stage(text: accountID)
        c.pointee.category = arena.stage(text: category)
        c.pointee.template_ = arena.stage(text: template)
        c.pointee.n_variables = variables.count
        c.pointee.variables = arena.stage(messages: variables)?.assumingMemoryBound(to: UnsafeMutablePointer<Account__V1__EmailVariable>?.self)
        c.pointee.request_id = arena.stage(text: requestID)
    }
}

/// What SendEmail answers.
package struct SendEmailResponse: Message {
    /// The mail, queued or suppressed.
    package var email: Email? = nil

    package init() {}

    package init(
        email: Email? = nil
    ) {
        self.email = email
    }

    package static let fullName = "account.v1.SendEmailResponse"
    package static var wire: WireType { WireType(account__v1__send_email_response__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__SendEmailResponse.self)
        email = try Read.message(c.pointee.email, "email")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__SendEmailResponse.self)
        c.pointee.email = arena.stage(message: email)?.assumingMemoryBound(to: Account__V1__Email.self)
    }
}

/// A mail to the customer.
package struct Email: Message {
    /// "eml_" and a UUIDv7.
    package var id: String = ""
    /// The category's id.
    package var category: String = ""
    /// Which text.
    package var template: String = ""
    /// Its subject line.
    package var subject: String = ""
    /// When it was asked for.
    package var createdAt: Timestamp? = nil
    /// When it was handed over; absent before.
    package var sentAt: Timestamp? = nil
    /// What became of it.
    package var state: EmailState = .unspecified
    /// The address it goes to.
    package var recipient: String = ""
    /// Why it was not sent, for people.
    package var failureReason: String = ""
    /// "2026-04-15 09:00 UTC", in the account's zone.
    package var createdText: String = ""
    /// "2026-04-15 09:00 UTC", in the account's zone; empty before.
    package var sentText: String = ""

    package init() {}

    package init(
        id: String = "",
        category: String = "",
        template: String = "",
        subject: String = "",
        createdAt: Timestamp? = nil,
        sentAt: Timestamp? = nil,
        state: EmailState = .unspecified,
        recipient: String = "",
        failureReason: String = "",
        createdText: String = "",
        sentText: String = ""
    ) {
        self.id = id
        self.category = category
        self.template = template
        self.subject = subject
        self.createdAt = createdAt
        self.sentAt = sentAt
        self.state = state
        self.recipient = recipient
        self.failureReason = failureReason
        self.createdText = createdText
        self.sentText = sentText
    }

    package static let fullName = "account.v1.Email"
    package static var wire: WireType { WireType(account__v1__email__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__Email.self)
        id = try Read.text(c.pointee.id, "id")
        category = try Read.text(c.pointee.category, "category")
        template = try Read.text(c.pointee.template_, "template")
        subject = try Read.text(c.pointee.subject, "subject")
        createdAt = try Read.message(c.pointee.created_at, "created_at")
        sentAt = try Read.message(c.pointee.sent_at, "sent_at")
        state = EmailState(rawValue: Int32(bitPattern: c.pointee.state.rawValue))
        recipient = try Read.text(c.pointee.recipient, "recipient")
        failureReason = try Read.text(c.pointee.failure_reason, "failure_reason")
        createdText = try Read.text(c.pointee.created_text, "created_text")
        sentText = try Read.text(c.pointee.sent_text, "sent_text")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__Email.self)
        c.pointee.id = arena.stage(text: id)
        c.pointee.category = arena.stage(text: category)
        c.pointee.template_ = arena.stage(text: template)
        c.pointee.subject = arena.stage(text: subject)
        c.pointee.created_at = arena.stage(message: createdAt)?.assumingMemoryBound(to: Google__Protobuf__Timestamp.self)
        c.pointee.sent_at = arena.stage(message: sentAt)?.assumingMemoryBound(to: Google__Protobuf__Timestamp.self)
        c.pointee.state = Account__V1__EmailState(rawValue: UInt32(bitPattern: state.rawValue))
        c.pointee.recipient = arena.stage(text: recipient)
        c.pointee.failure_reason = arena.stage(text: failureReason)
        c.pointee.created_text = arena.stage(text: createdText)
        c.pointee.sent_text = arena.stage(text: sentText)
    }
}

/// What ListEmails takes.
package struct ListEmailsRequest: Message {
    /// For support only; an owner leaves it empty.
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

    package static let fullName = "account.v1.ListEmailsRequest"
    package static var wire: WireType { WireType(account__v1__list_emails_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__ListEmailsRequest.self)
        accountID = try Read.text(c.pointee.account_id, "account_id")
        pageSize = c.pointee.page_size
        pageToken = try Read.text(c.pointee.page_token, "page_token")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__ListEmailsRequest.self)
        c.pointee.account_id = arena.stage(text: accountID)
        c.pointee.page_size = pageSize
        c.pointee.page_token = arena.stage(text: pageToken)
    }
}

/// What ListEmails answers.
package struct ListEmailsResponse: Message {
    /// One page, newest first.
    package var emails: [Email] = []
    /// Asks for the next page; empty after the last.
    package var nextPageToken: String = ""

    package init() {}

    package init(
        emails: [Email] = [],
        nextPageToken: String = ""
    ) {
        self.emails = emails
        self.nextPageToken = nextPageToken
    }

    package static let fullName = "account.v1.ListEmailsResponse"
    package static var wire: WireType { WireType(account__v1__list_emails_response__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__ListEmailsResponse.self)
        emails = try Read.messages(c.pointee.n_emails, c.pointee.emails, "emails")
        nextPageToken = try Read.text(c.pointee.next_page_token, "next_page_token")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__ListEmailsResponse.self)
        c.pointee.n_emails = emails.count
        c.pointee.emails = arena.stage(messages: emails)?.assumingMemoryBound(to: UnsafeMutablePointer<Account__V1__Email>?.self)
        c.pointee.next_page_token = arena.stage(text: nextPageToken)
    }
}

/// What Unsubscribe takes.
package struct UnsubscribeRequest: MutatingRequest {
    /// "uns_…", from the address in the header. Good for ever and any number of times; dead once the account is deleted.
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

    package static let fullName = "account.v1.UnsubscribeRequest"
    package static var wire: WireType { WireType(account__v1__unsubscribe_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__UnsubscribeRequest.self)
        token = try Read.text(c.pointee.token, "token")
        requestID = try Read.text(c.pointee.request_id, "request_id")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__UnsubscribeRequest.self)
        c.pointee.token = arena.stage(text: token)
        c.pointee.request_id = arena.stage(text: requestID)
    }
}

/// What Unsubscribe answers.
package struct UnsubscribeResponse: Message {
    /// The category that is off now. Nothing here says whose.
    package var category: Category? = nil

    package init() {}

    package init(
        category: Category? = nil
    ) {
        self.category = category
    }

    package static let fullName = "account.v1.UnsubscribeResponse"
    package static var wire: WireType { WireType(account__v1__unsubscribe_response__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__UnsubscribeResponse.self)
        category = try Read.message(c.pointee.category, "category")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__UnsubscribeResponse.self)
        c.pointee.category = arena.stage(message: category)?.assumingMemoryBound(to: Account__V1__Category.self)
    }
}

/// An https address of the customer's that is told of events.
package struct WebhookEndpoint: Message {
    /// "whe_" and a UUIDv7.
    package var id: String = ""
    /// Where events are posted to.
    package var url: String = ""
    /// The customer's own words on it.
    package var description: String = ""
    /// The types that it wants; empty: all.
    package var eventTypes: [String] = []
    /// Whether it is delivered to.
    package var state: WebhookEndpointState = .unspecified
    /// When it was created.
    package var createdAt: Timestamp? = nil
    /// "2026-04-15 09:00 UTC", in the account's zone.
    package var createdText: String = ""
    /// When it was disabled; absent unless it was.
    package var disabledAt: Timestamp? = nil
    /// "2026-04-15 09:00 UTC", in the account's zone; empty unless it was disabled.
    package var disabledText: String = ""
    /// Why it was disabled, for people; empty unless it was.
    package var disabledReason: String = ""
    /// Until when an old secret signs too; absent when none does.
    package var oldSecretSignsUntil: Timestamp? = nil
    /// "2026-04-15 09:00 UTC", in the account's zone; empty when none does.
    package var oldSecretSignsUntilText: String = ""

    package init() {}

    package init(
        id: String = "",
        url: String = "",
        description: String = "",
        eventTypes: [String] = [],
        state: WebhookEndpointState = .unspecified,
        createdAt: Timestamp? = nil,
        createdText: String = "",
        disabledAt: Timestamp? = nil,
        disabledText: String = "",
        disabledReason: String = "",
        oldSecretSignsUntil: Timestamp? = nil,
        oldSecretSignsUntilText: String = ""
    ) {
        self.id = id
        self.url = url
        self.description = description
        self.eventTypes = eventTypes
        self.state = state
        self.createdAt = createdAt
        self.createdText = createdText
        self.disabledAt = disabledAt
        self.disabledText = disabledText
        self.disabledReason = disabledReason
        self.oldSecretSignsUntil = oldSecretSignsUntil
        self.oldSecretSignsUntilText = oldSecretSignsUntilText
    }

    package static let fullName = "account.v1.WebhookEndpoint"
    package static var wire: WireType { WireType(account__v1__webhook_endpoint__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__WebhookEndpoint.self)
        id = try Read.text(c.pointee.id, "id")
        url = try Read.text(c.pointee.url, "url")
        description = try Read.text(c.pointee.description, "description")
        eventTypes = try Read.texts(c.pointee.n_event_types, c.pointee.event_types, "event_types")
        state = WebhookEndpointState(rawValue: Int32(bitPattern: c.pointee.state.rawValue))
        createdAt = try Read.message(c.pointee.created_at, "created_at")
        createdText = try Read.text(c.pointee.created_text, "created_text")
        disabledAt = try Read.message(c.pointee.disabled_at, "disabled_at")
        disabledText = try Read.text(c.pointee.disabled_text, "disabled_text")
        disabledReason = try Read.text(c.pointee.disabled_reason, "disabled_reason")
        oldSecretSignsUntil = try Read.message(c.pointee.old_secret_signs_until, "old_secret_signs_until")
        oldSecretSignsUntilText = try Read.text(c.pointee.old_secret_signs_until_text, "old_secret_signs_until_text")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__WebhookEndpoint.self)
        c.pointee.id = arena.stage(text: id)
        c.pointee.url = arena.stage(text: url)
        c.pointee.description = arena.stage(text: description)
        c.pointee.n_event_types = eventTypes.count
        c.pointee.event_types = arena.stage(texts: eventTypes)
        c.pointee.state = Account__V1__WebhookEndpointState(rawValue: UInt32(bitPattern: state.rawValue))
        c.pointee.created_at = arena.stage(message: createdAt)?.assumingMemoryBound(to: Google__Protobuf__Timestamp.self)
        c.pointee.created_text = arena.stage(text: createdText)
        c.pointee.disabled_at = arena.stage(message: disabledAt)?.assumingMemoryBound(to: Google__Protobuf__Timestamp.self)
        c.pointee.disabled_text = arena.stage(text: disabledText)
        c.pointee.disabled_reason = arena.stage(text: disabledReason)
        c.pointee.old_secret_signs_until = arena.stage(message: oldSecretSignsUntil)?.assumingMemoryBound(to: Google__Protobuf__Timestamp.self)
        c.pointee.old_secret_signs_until_text = arena.stage(text: oldSecretSignsUntilText)
    }
}

/// What CreateWebhookEndpoint takes.
package struct CreateWebhookEndpointRequest: MutatingRequest {
    /// "https://…", at most 2,048 bytes, no user name, no fragment, no address that isn't public.
    package var url: String = ""
    /// The customer's own words on it; at most 200 characters.
    package var description: String = ""
    /// The types that it wants, at most 64; empty: all.
    package var eventTypes: [String] = []
    /// Makes a repeat safe: the same id with the same body gets the first answer.
    package var requestID: String = ""

    package init() {}

    package init(
        url: String = "",
        description: String = "",
        eventTypes: [String] = [],
        requestID: String = ""
    ) {
        self.url = url
        self.description = description
        self.eventTypes = eventTypes
        self.requestID = requestID
    }

    package static let fullName = "account.v1.CreateWebhookEndpointRequest"
    package static var wire: WireType { WireType(account__v1__create_webhook_endpoint_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__CreateWebhookEndpointRequest.self)
        url = try Read.text(c.pointee.url, "url")
        description = try Read.text(c.pointee.description, "description")
        eventTypes = try Read.texts(c.pointee.n_event_types, c.pointee.event_types, "event_types")
        requestID = try Read.text(c.pointee.request_id, "request_id")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__CreateWebhookEndpointRequest.self)
        c.pointee.url = arena.stage(text: url)
        c.pointee.description = arena.stage(text: description)
        c.pointee.n_event_types = eventTypes.count
        c.pointee.event_types = arena.stage(texts: eventTypes)
        c.pointee.request_id = arena.stage(text: requestID)
    }
}

/// What CreateWebhookEndpoint answers.
package struct CreateWebhookEndpointResponse: Message {
    /// The endpoint, enabled.
    package var webhookEndpoint: WebhookEndpoint? = nil
    /// "whsec_" and base64 of 32 bytes (Standard Webhooks). Shown this once.
    package var secret: String = ""

    package init() {}

    package init(
        webhookEndpoint: WebhookEndpoint? = nil,
        secret: String = ""
    ) {
        self.webhookEndpoint = webhookEndpoint
        self.secret = secret
    }

    package static let fullName = "account.v1.CreateWebhookEndpointResponse"
    package static var wire: WireType { WireType(account__v1__create_webhook_endpoint_response__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__CreateWebhookEndpointResponse.self)
        webhookEndpoint = try Read.message(c.pointee.webhook_endpoint, "webhook_endpoint")
        secret = try Read.text(c.pointee.secret, "secret")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__CreateWebhookEndpointResponse.self)
        c.pointee.webhook_endpoint = arena.stage(message: webhookEndpoint)?.assumingMemoryBound(to: Account__V1__WebhookEndpoint.self)
        c.pointee.secret = arena.stage(text: secret)
    }
}

/// What ListWebhookEndpoints takes.
package struct ListWebhookEndpointsRequest: Message {
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

    package static let fullName = "account.v1.ListWebhookEndpointsRequest"
    package static var wire: WireType { WireType(account__v1__list_webhook_endpoints_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__ListWebhookEndpointsRequest.self)
        pageSize = c.pointee.page_size
        pageToken = try Read.text(c.pointee.page_token, "page_token")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__ListWebhookEndpointsRequest.self)
        c.pointee.page_size = pageSize
        c.pointee.page_token = arena.stage(text: pageToken)
    }
}

/// What ListWebhookEndpoints answers.
package struct ListWebhookEndpointsResponse: Message {
    /// One page, newest first.
    package var webhookEndpoints: [WebhookEndpoint] = []
    /// Asks for the next page; empty after the last.
    package var nextPageToken: String = ""

    package init() {}

    package init(
        webhookEndpoints: [WebhookEndpoint] = [],
        nextPageToken: String = ""
    ) {
        self.webhookEndpoints = webhookEndpoints
        self.nextPageToken = nextPageToken
    }

    package static let fullName = "account.v1.ListWebhookEndpointsResponse"
    package static var wire: WireType { WireType(account__v1__list_webhook_endpoints_response__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__ListWebhookEndpointsResponse.self)
        webhookEndpoints = try Read.messages(c.pointee.n_webhook_endpoints, c.pointee.webhook_endpoints, "webhook_endpoints")
        nextPageToken = try Read.text(c.pointee.next_page_token, "next_page_token")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__ListWebhookEndpointsResponse.self)
        c.pointee.n_webhook_endpoints = webhookEndpoints.count
        c.pointee.webhook_endpoints = arena.stage(messages: webhookEndpoints)?.assumingMemoryBound(to: UnsafeMutablePointer<Account__V1__WebhookEndpoint>?.self)
        c.pointee.next_page_token = arena.stage(text: nextPageToken)
    }
}

/// What RotateWebhookSecret takes.
package struct RotateWebhookSecretRequest: MutatingRequest {
    /// "whe_…".
    package var endpointID: String = ""
    /// Makes a repeat safe.
    package var requestID: String = ""

    package init() {}

    package init(
        endpointID: String = "",
        requestID: String = ""
    ) {
        self.endpointID = endpointID
        self.requestID = requestID
    }

    package static let fullName = "account.v1.RotateWebhookSecretRequest"
    package static var wire: WireType { WireType(account__v1__rotate_webhook_secret_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__RotateWebhookSecretRequest.self)
        endpointID = try Read.text(c.pointee.endpoint_id, "endpoint_id")
        requestID = try Read.text(c.pointee.request_id, "request_id")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__RotateWebhookSecretRequest.self)
        c.pointee.endpoint_id = arena.stage(text: endpointID)
        c.pointee.request_id = arena.stage(text: requestID)
    }
}

/// What RotateWebhookSecret answers.
package struct RotateWebhookSecretResponse: Message {
    /// The endpoint.
    package var webhookEndpoint: WebhookEndpoint? = nil
    /// The new secret. Shown this once.
    package var secret: String = ""

    package init() {}

    package init(
        webhookEndpoint: WebhookEndpoint? = nil,
        secret: String = ""
    ) {
        self.webhookEndpoint = webhookEndpoint
        self.secret = secret
    }

    package static let fullName = "account.v1.RotateWebhookSecretResponse"
    package static var wire: WireType { WireType(account__v1__rotate_webhook_secret_response__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__RotateWebhookSecretResponse.self)
        webhookEndpoint = try Read.message(c.pointee.webhook_endpoint, "webhook_endpoint")
        secret = try Read.text(c.pointee.secret, "secret")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__RotateWebhookSecretResponse.self)
        c.pointee.webhook_endpoint = arena.stage(message: webhookEndpoint)?.assumingMemoryBound(to: Account__V1__WebhookEndpoint.self)
        c.pointee.secret = arena.stage(text: secret)
    }
}

/// What DeleteWebhookEndpoint takes.
package struct DeleteWebhookEndpointRequest: MutatingRequest {
    /// "whe_…".
    package var endpointID: String = ""
    /// Makes a repeat safe.
    package var requestID: String = ""

    package init() {}

    package init(
        endpointID: String = "",
        requestID: String = ""
    ) {
        self.endpointID = endpointID
        self.requestID = requestID
    }

    package static let fullName = "account.v1.DeleteWebhookEndpointRequest"
    package static var wire: WireType { WireType(account__v1__delete_webhook_endpoint_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__DeleteWebhookEndpointRequest.self)
        endpointID = try Read.text(c.pointee.endpoint_id, "endpoint_id")
        requestID = try Read.text(c.pointee.request_id, "request_id")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__DeleteWebhookEndpointRequest.self)
        c.pointee.endpoint_id = arena.stage(text: endpointID)
        c.pointee.request_id = arena.stage(text: requestID)
    }
}

/// What DeleteWebhookEndpoint answers.
package struct DeleteWebhookEndpointResponse: Message {
    package init() {}

    package static let fullName = "account.v1.DeleteWebhookEndpointResponse"
    package static var wire: WireType { WireType(account__v1__delete_webhook_endpoint_response__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
    }
}

/// What PublishWebhookEvent takes.
package struct PublishWebhookEventRequest: MutatingRequest {
    /// Whose endpoints.
    package var accountID: String = ""
    /// "browser.session.ended": a lower-case letter, then up to 127 of a-z, 0-9, "_" and ".".
    package var eventType: String = ""
    /// A JSON text (RFC 8259) of less than 20,000 bytes: the event's "data".
    package var payload: String = ""
    /// Makes a repeat safe.
    package var requestID: String = ""

    package init() {}

    package init(
        accountID: String = "",
        eventType: String = "",
        payload: String = "",
        requestID: String = ""
    ) {
        self.accountID = accountID
        self.eventType = eventType
        self.payload = payload
        self.requestID = requestID
    }

    package static let fullName = "account.v1.PublishWebhookEventRequest"
    package static var wire: WireType { WireType(account__v1__publish_webhook_event_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__PublishWebhookEventRequest.self)
        accountID = try Read.text(c.pointee.account_id, "account_id")
        eventType = try Read.text(c.pointee.event_type, "event_type")
        payload = try Read.text(c.pointee.payload, "payload")
        requestID = try Read.text(c.pointee.request_id, "request_id")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__PublishWebhookEventRequest.self)
        c.pointee.account_id = arena.stage(text: accountID)
        c.pointee.event_type = arena.stage(text: eventType)
        c.pointee.payload = arena.stage(text: payload)
        c.pointee.request_id = arena.stage(text: requestID)
    }
}

/// What PublishWebhookEvent answers.
package struct PublishWebhookEventResponse: Message {
    /// "whd_…" of every delivery that was queued, one for each endpoint that wants the type; none where no endpoint does.
    package var deliveryIDs: [String] = []

    package init() {}

    package init(
        deliveryIDs: [String] = []
    ) {
        self.deliveryIDs = deliveryIDs
    }

    package static let fullName = "account.v1.PublishWebhookEventResponse"
    package static var wire: WireType { WireType(account__v1__publish_webhook_event_response__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__PublishWebhookEventResponse.self)
        deliveryIDs = try Read.texts(c.pointee.n_delivery_ids, c.pointee.delivery_ids, "delivery_ids")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__PublishWebhookEventResponse.self)
        c.pointee.n_delivery_ids = deliveryIDs.count
        c.pointee.delivery_ids = arena.stage(texts: deliveryIDs)
    }
}

/// One try of a delivery.
package struct WebhookAttempt: Message {
    /// When it began.
    package var attemptedAt: Timestamp? = nil
    /// "2026-04-15 09:00 UTC", in the account's zone.
    package var attemptedText: String = ""
    /// The HTTP status; 0 when there was no answer.
    package var responseCode: Int32 = 0
    /// How long it took.
    package var durationMilliseconds: Int32 = 0
    /// Why it was no success, for people; empty when it was.
    package var failureReason: String = ""

    package init() {}

    package init(
        attemptedAt: Timestamp? = nil,
        attemptedText: String = "",
        responseCode: Int32 = 0,
        durationMilliseconds: Int32 = 0,
        failureReason: String = ""
    ) {
        self.attemptedAt = attemptedAt
        self.attemptedText = attemptedText
        self.responseCode = responseCode
        self.durationMilliseconds = durationMilliseconds
        self.failureReason = failureReason
    }

    package static let fullName = "account.v1.WebhookAttempt"
    package static var wire: WireType { WireType(account__v1__webhook_attempt__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__WebhookAttempt.self)
        attemptedAt = try Read.message(c.pointee.attempted_at, "attempted_at")
        attemptedText = try Read.text(c.pointee.attempted_text, "attempted_text")
        responseCode = c.pointee.response_code
        durationMilliseconds = c.pointee.duration_milliseconds
        failureReason = try Read.text(c.pointee.failure_reason, "failure_reason")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__WebhookAttempt.self)
        c.pointee.attempted_at = arena.stage(message: attemptedAt)?.assumingMemoryBound(to: Google__Protobuf__Timestamp.self)
        c.pointee.attempted_text = arena.stage(text: attemptedText)
        c.pointee.response_code = responseCode
        c.pointee.duration_milliseconds = durationMilliseconds
        c.pointee.failure_reason = arena.stage(text: failureReason)
    }
}

/// One event on its way to one endpoint.
package struct WebhookDelivery: Message {
    /// "whd_" and a UUIDv7: the webhook-id header, the same on every try.
    package var id: String = ""
    /// "whe_…".
    package var endpointID: String = ""
    /// Where it goes, as it was when the event was published.
    package var url: String = ""
    /// "browser.session.ended".
    package var eventType: String = ""
    /// When the event was published.
    package var createdAt: Timestamp? = nil
    /// "2026-04-15 09:00 UTC", in the account's zone.
    package var createdText: String = ""
    /// What became of it.
    package var state: WebhookDeliveryState = .unspecified
    /// How often it was tried.
    package var attemptCount: Int32 = 0
    /// The tries, newest first, at most the last 32.
    package var attempts: [WebhookAttempt] = []
    /// The last try's HTTP status; 0 when there was no answer yet.
    package var responseCode: Int32 = 0
    /// When it is tried next; absent when it is not pending.
    package var nextAttemptAt: Timestamp? = nil
    /// "2026-04-15 09:00 UTC", in the account's zone; empty when it is not pending.
    package var nextAttemptText: String = ""
    /// Why it did not succeed, for people; empty when it did or was not tried yet.
    package var failureReason: String = ""
    /// The account's display name when the event was published.
    package var displayName: String = ""
    /// The account's address when the event was published.
    package var email: String = ""

    package init() {}

    package init(
        id: String = "",
        endpointID: String = "",
        url: String = "",
        eventType: String = "",
        createdAt: Timestamp? = nil,
        createdText: String = "",
        state: WebhookDeliveryState = .unspecified,
        attemptCount: Int32 = 0,
        attempts: [WebhookAttempt] = [],
        responseCode: Int32 = 0,
        nextAttemptAt: Timestamp? = nil,
        nextAttemptText: String = "",
        failureReason: String = "",
        displayName: String = "",
        email: String = ""
    ) {
        self.id = id
        self.endpointID = endpointID
        self.url = url
        self.eventType = eventType
        self.createdAt = createdAt
        self.createdText = createdText
        self.state = state
        self.attemptCount = attemptCount
        self.attempts = attempts
        self.responseCode = responseCode
        self.nextAttemptAt = nextAttemptAt
        self.nextAttemptText = nextAttemptText
        self.failureReason = failureReason
        self.displayName = displayName
        self.email = email
    }

    package static let fullName = "account.v1.WebhookDelivery"
    package static var wire: WireType { WireType(account__v1__webhook_delivery__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__WebhookDelivery.self)
        id = try Read.text(c.pointee.id, "id")
        endpointID = try Read.text(c.pointee.endpoint_id, "endpoint_id")
        url = try Read.text(c.pointee.url, "url")
        eventType = try Read.text(c.pointee.event_type, "event_type")
        createdAt = try Read.message(c.pointee.created_at, "created_at")
        createdText = try Read.text(c.pointee.created_text, "created_text")
        state = WebhookDeliveryState(rawValue: Int32(bitPattern: c.pointee.state.rawValue))
        attemptCount = c.pointee.attempt_count
        attempts = try Read.messages(c.pointee.n_attempts, c.pointee.attempts, "attempts")
        responseCode = c.pointee.response_code
        nextAttemptAt = try Read.message(c.pointee.next_attempt_at, "next_attempt_at")
        nextAttemptText = try Read.text(c.pointee.next_attempt_text, "next_attempt_text")
        failureReason = try Read.text(c.pointee.failure_reason, "failure_reason")
        displayName = try Read.text(c.pointee.display_name, "display_name")
        email = try Read.text(c.pointee.email, "email")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__WebhookDelivery.self)
        c.pointee.id = arena.stage(text: id)
        c.pointee.endpoint_id = arena.stage(text: endpointID)
        c.pointee.url = arena.stage(text: url)
        c.pointee.event_type = arena.stage(text: eventType)
        c.pointee.created_at = arena.stage(message: createdAt)?.assumingMemoryBound(to: Google__Protobuf__Timestamp.self)
        c.pointee.created_text = arena.stage(text: createdText)
        c.pointee.state = Account__V1__WebhookDeliveryState(rawValue: UInt32(bitPattern: state.rawValue))
        c.pointee.attempt_count = attemptCount
        c.pointee.n_attempts = attempts.count
        c.pointee.attempts = arena.stage(messages: attempts)?.assumingMemoryBound(to: UnsafeMutablePointer<Account__V1__WebhookAttempt>?.self)
        c.pointee.response_code = responseCode
        c.pointee.next_attempt_at = arena.stage(message: nextAttemptAt)?.assumingMemoryBound(to: Google__Protobuf__Timestamp.self)
        c.pointee.next_attempt_text = arena.stage(text: nextAttemptText)
        c.pointee.failure_reason = arena.stage(text: failureReason)
        c.pointee.display_name = arena.stage(text: displayName)
        c.pointee.email = arena.stage(text: email)
    }
}

/// What ListWebhookDeliveries takes.
package struct ListWebhookDeliveriesRequest: Message {
    /// Only this endpoint's, also a deleted one's; empty: all.
    package var endpointID: String = ""
    /// At most so many, 1 to 200; 0 means 50.
    package var pageSize: Int32 = 0
    /// The last page's next_page_token; empty means the first page.
    package var pageToken: String = ""

    package init() {}

    package init(
        endpointID: String = "",
        pageSize: Int32 = 0,
        pageToken: String = ""
    ) {
        self.endpointID = endpointID
        self.pageSize = pageSize
        self.pageToken = pageToken
    }

    package static let fullName = "account.v1.ListWebhookDeliveriesRequest"
    package static var wire: WireType { WireType(account__v1__list_webhook_deliveries_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__ListWebhookDeliveriesRequest.self)
        endpointID = try Read.text(c.pointee.endpoint_id, "endpoint_id")
        pageSize = c.pointee.page_size
        pageToken = try Read.text(c.pointee.page_token, "page_token")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__ListWebhookDeliveriesRequest.self)
        c.pointee.endpoint_id = arena.stage(text: endpointID)
        c.pointee.page_size = pageSize
        c.pointee.page_token = arena.stage(text: pageToken)
    }
}

/// What ListWebhookDeliveries answers.
package struct ListWebhookDeliveriesResponse: Message {
    /// One page, newest first.
    package var webhookDeliveries: [WebhookDelivery] = []
    /// Asks for the next page; empty after the last.
    package var nextPageToken: String = ""

    package init() {}

    package init(
        webhookDeliveries: [WebhookDelivery] = [],
        nextPageToken: String = ""
    ) {
        self.webhookDeliveries = webhookDeliveries
        self.nextPageToken = nextPageToken
    }

    package static let fullName = "account.v1.ListWebhookDeliveriesResponse"
    package static var wire: WireType { WireType(account__v1__list_webhook_deliveries_response__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__ListWebhookDeliveriesResponse.self)
        webhookDeliveries = try Read.messages(c.pointee.n_webhook_deliveries, c.pointee.webhook_deliveries, "webhook_deliveries")
        nextPageToken = try Read.text(c.pointee.next_page_token, "next_page_token")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__ListWebhookDeliveriesResponse.self)
        c.pointee.n_webhook_deliveries = webhookDeliveries.count
        c.pointee.webhook_deliveries = arena.stage(messages: webhookDeliveries)?.assumingMemoryBound(to: UnsafeMutablePointer<Account__V1__WebhookDelivery>?.self)
        c.pointee.next_page_token = arena.stage(text: nextPageToken)
    }
}

/// What RedeliverWebhook takes.
package struct RedeliverWebhookRequest: MutatingRequest {
    /// "whd_…".
    package var deliveryID: String = ""
    /// Makes a repeat safe.
    package var requestID: String = ""

    package init() {}

    package init(
        deliveryID: String = "",
        requestID: String = ""
    ) {
        self.deliveryID = deliveryID
        self.requestID = requestID
    }

    package static let fullName = "account.v1.RedeliverWebhookRequest"
    package static var wire: WireType { WireType(account__v1__redeliver_webhook_request__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__RedeliverWebhookRequest.self)
        deliveryID = try Read.text(c.pointee.delivery_id, "delivery_id")
        requestID = try Read.text(c.pointee.request_id, "request_id")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__RedeliverWebhookRequest.self)
        c.pointee.delivery_id = arena.stage(text: deliveryID)
        c.pointee.request_id = arena.stage(text: requestID)
    }
}

/// What RedeliverWebhook answers.
package struct RedeliverWebhookResponse: Message {
    /// The delivery, pending again.
    package var webhookDelivery: WebhookDelivery? = nil

    package init() {}

    package init(
        webhookDelivery: WebhookDelivery? = nil
    ) {
        self.webhookDelivery = webhookDelivery
    }

    package static let fullName = "account.v1.RedeliverWebhookResponse"
    package static var wire: WireType { WireType(account__v1__redeliver_webhook_response__where()) }

    package init(reading raw: UnsafeRawPointer) throws(DecodeFailure) {
        let c = raw.assumingMemoryBound(to: Account__V1__RedeliverWebhookResponse.self)
        webhookDelivery = try Read.message(c.pointee.webhook_delivery, "webhook_delivery")
    }

    package func fill(_ raw: UnsafeMutableRawPointer, in arena: Arena) {
        let c = raw.assumingMemoryBound(to: Account__V1__RedeliverWebhookResponse.self)
        c.pointee.webhook_delivery = arena.stage(message: webhookDelivery)?.assumingMemoryBound(to: Account__V1__WebhookDelivery.self)
    }
}
