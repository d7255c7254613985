import Domain
import Testing

@testable import Delivery

@Suite struct WebhookJobsTests {
    private let now = Instant(seconds: 784_111_700)

    @Test func retryAfterIsSecondsOrADate() {
        #expect(RetryAfter.span("120", now: now) == .seconds(120))
        #expect(RetryAfter.span("0", now: now) == .seconds(0))
        #expect(RetryAfter.span("99999999999999999999999", now: now) == .seconds(.max))
        #expect(RetryAfter.span("Sun, 06 Nov 1994 08:49:37 GMT", now: now) == .seconds(77))
        #expect(RetryAfter.span("Sun, 06 Nov 1994 08:48:20 GMT", now: now) == nil)
    }

    @Test(arguments: [
        "", "-1", "1.5", "soon", "1 2", "٣", "Sun, 06 Nov 1994 08:49:37", "Sun, 06 Nov 1994 08:49:37 CET",
        "Sun, 32 Nov 1994 08:49:37 GMT", "Sun, 06 Foo 1994 08:49:37 GMT", "Sun, 06 Nov 1994 24:49:37 GMT",
        "Sun, 06 Nov 1994 08:49 GMT", "Sunday, 06-Nov-94 08:49:37 GMT",
    ])
    func anythingElseIsPassedOver(_ text: String) { #expect(RetryAfter.span(text, now: now) == nil) }
}
