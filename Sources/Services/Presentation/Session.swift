import Domain
import Messages

extension Session {
    init(_ view: SessionView) {
        self.init(
            id: view.id.text, deviceLabel: view.deviceLabel, createdAt: Timestamp(view.createdAt),
            lastSeenAt: Timestamp(view.lastSeenAt), expiresAt: Timestamp(view.endsAt), current: view.isCurrent,
            twoFactor: view.twoFactor, createdText: view.createdText, lastSeenText: view.lastSeenText,
            authenticatedAt: Timestamp(view.authenticatedAt))
    }
}
