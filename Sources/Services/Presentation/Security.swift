import Domain
import Messages

extension Security {
    init(_ view: SecurityView) {
        self.init(
            passwordSet: view.passwordSet,
            passwordChangedAt: view.passwordSet ? Timestamp(view.passwordChangedAt) : nil,
            passwordChangedText: view.passwordChangedText, twoFactorEnabled: view.twoFactorEnabled,
            twoFactorEnabledAt: view.twoFactorEnabledAt.map { Timestamp($0) },
            recoveryCodesLeft: Int32(clamping: view.recoveryCodesLeft), twoFactorPending: view.twoFactorPending,
            twoFactorText: view.twoFactorText, twoFactorResetAt: view.twoFactorResetAt.map { Timestamp($0) },
            twoFactorResetText: view.twoFactorResetText)
    }
}
