import Domain
import Messages

extension BrowserProfile {
    init(_ view: BrowserProfileView) {
        self.init(
            id: view.id.text, accountID: view.accountID.text, name: view.name, createdAt: Timestamp(view.createdAt),
            createdText: view.createdText)
    }
}
