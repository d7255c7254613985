/// What other services may mail through SendEmail. Each category has a general text of its own name; beside it stand
/// accountd's own templates of that category.
extension MailCategory {
    package var templates: [String] {
        [id] + MailTemplate.allCases.filter { $0.category == id && $0.rawValue != id }.map(\.rawValue)
    }

    /// The subject line where the service names none.
    package func subject(of template: String) -> String {
        if template != id, let own = MailTemplate(rawValue: template) { return own.subject }
        return switch id {
        case "signup_verification": "About your sign-up"
        case "password_reset": "About your password"
        case "security_notice": "A change to your account's security"
        case "billing_failure": "Your payment did not go through"
        case "subscription_cancellation": "Your subscription ends"
        case "support_reply": "We answered your question"
        case "product_updates": "What is new"
        case "usage_summary": "Your usage"
        case "quota_warning": "You are close to a limit"
        case "session_failure_digest": "Browser sessions that failed"
        case "tips": "Tips for you"
        default: title
        }
    }
}

/// The limits of a template's variables.
package enum MailVariables {
    package static let maximumCount = 32
    package static let maximumNameBytes = 64
    package static let maximumValueBytes = 4_096
    package static let maximumSubjectCodePoints = 200
    /// The variable that stands in the subject line instead of the category's own.
    package static let subject = "subject"

    /// `^[a-z][a-z0-9_]{0,63}$`
    package static func isName(_ name: String) -> Bool {
        let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard let first = name.utf8.first, letters.contains(first), name.utf8.count <= maximumNameBytes else {
            return false
        }
        return name.utf8.allSatisfy { letters.contains($0) || digits.contains($0) || $0 == UInt8(ascii: "_") }
    }

    /// One line of text that a subject can be.
    package static func isSubject(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        guard scalars.prefix(maximumSubjectCodePoints + 1).count <= maximumSubjectCodePoints else { return false }
        return scalars.allSatisfy { scalar in
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: false
            default: true
            }
        }
    }
}
