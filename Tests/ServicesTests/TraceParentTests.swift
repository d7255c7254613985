import Testing

@testable import Services

@Suite struct TraceParentTests {
    private static let good = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"

    @Test(arguments: [good, "cc" + good.dropFirst(2), "cc" + good.dropFirst(2) + "-more"])
    func whatTheSpecificationAllowsIsTaken(_ text: String) {
        #expect(TraceParent(Array(text.utf8))?.description == String(text.prefix(55)))
    }

    @Test(arguments: [
        "", "00", good + "-more", good + " ", "ff" + good.dropFirst(2), good.uppercased(), good + "\n",
        "cc" + good.dropFirst(2) + "more", "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-0\n",
        "00_4bf92f3577b34da6a3ce929d0e0e4736_00f067aa0ba902b7_01",
        "00-4bf92f3577b34da6a3ce929d0e0e47360-0f067aa0ba902b7-01",
    ])
    func nothingElseReachesTheLog(_ text: String) { #expect(TraceParent(Array(text.utf8)) == nil) }
}
