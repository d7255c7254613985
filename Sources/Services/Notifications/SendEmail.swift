import Domain
import Messages
import RPC

extension ServiceRuntime {
    var sendEmailHandler: Handler {
        write(.sendEmail) { (request: SendEmailRequest) throws(DomainError) in
            SendEmail(
                accountID: request.accountID, category: request.category, template: request.template,
                variables: request.variables.map(SendEmail.Variable.init))
        } account: { email in
            email.account
        } encode: { email in
            SendEmailResponse(email: Email(email))
        }
    }
}

extension SendEmail.Variable {
    fileprivate init(_ variable: EmailVariable) {
        self.init(
            name: variable.name, text: variable.value,
            time: variable.time.map { Instant($0).map(Time.at) ?? .malformed } ?? .absent)
    }
}
