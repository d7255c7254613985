import Domain
import Messages

extension DriverSession {
    init(_ view: DriverSessionView) {
        self.init(
            id: view.id.text, accountID: view.accountID.text, browserProfileID: view.browserProfileID?.text ?? "",
            label: view.label, startedAt: Timestamp(view.startedAt), endedAt: view.endedAt.map { Timestamp($0) },
            state: DriverSessionState(view.state), startedText: view.startedText, endedText: view.endedText)
    }
}

extension DriverSessionState {
    init(_ state: DriverSessionView.State) {
        switch state {
        case .running: self = .running
        case .ended: self = .ended
        case .revoked: self = .revoked
        }
    }
}
