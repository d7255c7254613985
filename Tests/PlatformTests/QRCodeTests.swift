import Domain
import Foundation
import Testing

@testable import Platform

@Suite struct QRCodeTests {
    private let uri =
        "otpauth://totp/accountd:ada%40example.com?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=accountd&digits=6&period=30"

    @Test(arguments: [1, 2, 14, 20, 41, 42, 62, 83, 105, 121, 151, 179, 211])
    func scannedItGivesTheTextBack(count: Int) throws {
        let text = String(String(repeating: uri, count: 3).prefix(count))
        let svg = try #require(LibQREncode().svg(for: text))
        #expect(try QRCodeScan(svg: svg).text() == text)
    }

    @Test func textBeyondASCIISurvives() throws {
        let text = "Zoë Ünal – ключ 🔑"
        let svg = try #require(LibQREncode().svg(for: text))
        #expect(try QRCodeScan(svg: svg).text() == text)
    }

    @Test func documentIsWellFormedAndHoldsNoSecret() throws {
        let svg = try #require(LibQREncode().svg(for: uri))
        let form =
            /<svg xmlns="http:\/\/www.w3.org\/2000\/svg"[^<>]*><rect [^<>]*\/><path fill="#000" d="[Mhvz0-9 -]+"\/><\/svg>/
        #expect(svg.wholeMatch(of: form) != nil)
        #expect(!svg.contains("JBSWY3DP"))
        #expect(svg.contains("role=\"img\" aria-label=\"QR code"))
        #expect(svg.contains("shape-rendering=\"crispEdges\""))
        #expect(svg.utf8.count < 32_768)
    }

    @Test func fourLightModulesSurroundIt() throws {
        let scan = try QRCodeScan(svg: #require(LibQREncode().svg(for: uri)))
        #expect(scan.quietZone == 4)
    }

    @Test func textThatDoesNotFitGivesNothing() {
        let renderer = LibQREncode()
        #expect(renderer.svg(for: String(repeating: "a", count: 2_331)) != nil)
        #expect(renderer.svg(for: String(repeating: "a", count: 2_332)) == nil)
        #expect(renderer.svg(for: "") == nil)
        #expect(renderer.svg(for: "a\u{0}b") == nil)
    }

    @Test func parallelDrawingsAreTheSame() async {
        let renderer = LibQREncode()
        let expected = renderer.svg(for: uri)
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 { group.addTask { (0..<20).allSatisfy { _ in renderer.svg(for: uri) == expected } } }
            for await same in group { #expect(same) }
        }
    }
}
