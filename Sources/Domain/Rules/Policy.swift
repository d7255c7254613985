/// The numbers of the rules; settings of the server.
package struct Policy: Sendable {
    /// Code points, without and with two-factor (NIST SP 800-63B-4, 3.1.1). Never below 8.
    package var passwordMinimum = 15
    package var passwordMinimumWithTwoFactor = 8
    package var passwordMaximumBytes = 1_024

    package var sessionIdle = TimeSpan.days(7)
    package var sessionAbsolute = TimeSpan.days(30)
    /// Live ones; one more ends the oldest.
    package var sessionsPerAccount = 100
    package var stepUpWindow = TimeSpan.minutes(10)
    package var challengeLifetime = TimeSpan.minutes(5)
    package var challengeAttempts: Int64 = 5

    package var signUpLinkLifetime = TimeSpan.hours(24)
    package var emailChangeLinkLifetime = TimeSpan.hours(24)
    package var passwordResetLinkLifetime = TimeSpan.minutes(15)

    /// How long the owner has to cancel a reset of two-factor.
    package var twoFactorResetWait = TimeSpan.hours(24)

    package var purgeWithin = TimeSpan.days(14)
    /// A deleted account's prefix is looked at once more after this: a recorder may have been at work when it was deleted.
    package var purgeAgainAfter = TimeSpan.hours(24)
    package var answersKept = TimeSpan.hours(24)

    /// What links in mails start with, without a slash at the end.
    package var publicURL = "http://127.0.0.1:7443"

    /// Where webhooks may go besides public addresses.
    package var webhookAllow: [AddressRange] = []
    /// How long an old webhook secret signs beside the new one.
    package var webhookSecretOverlap = TimeSpan.hours(24)

    package init() {}
}

/// Everything an operation needs from outside, given once at start.
package struct Environment: Sendable {
    package let clock: any Clock
    package let random: any Random
    package let cryptography: any Cryptography
    package let passwords: any PasswordHasher
    package let timeZones: any TimeZones
    package let qrCodes: any QRCodeRenderer
    package let policy: Policy

    package init(
        clock: any Clock, random: any Random, cryptography: any Cryptography, passwords: any PasswordHasher,
        timeZones: any TimeZones, qrCodes: any QRCodeRenderer, policy: Policy
    ) {
        self.clock = clock
        self.random = random
        self.cryptography = cryptography
        self.passwords = passwords
        self.timeZones = timeZones
        self.qrCodes = qrCodes
        self.policy = policy
    }
}
