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
