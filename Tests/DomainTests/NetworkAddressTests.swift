import Domain
import Testing

@Suite struct NetworkAddressTests {
    /// Each with the first and last address of a range that must not be reached.
    @Test(arguments: [
        ("0.0.0.0", "0.255.255.255"), ("10.0.0.0", "10.255.255.255"), ("100.64.0.0", "100.127.255.255"),
        ("127.0.0.0", "127.255.255.255"), ("168.63.129.16", "168.63.129.16"), ("169.254.0.0", "169.254.255.255"),
        ("169.254.169.254", "169.254.169.254"), ("100.100.100.200", "100.100.100.200"),
        ("172.16.0.0", "172.31.255.255"), ("192.0.0.0", "192.0.0.255"), ("192.0.2.0", "192.0.2.255"),
        ("192.88.99.0", "192.88.99.255"), ("192.168.0.0", "192.168.255.255"), ("198.18.0.0", "198.19.255.255"),
        ("198.51.100.0", "198.51.100.255"), ("203.0.113.0", "203.0.113.255"), ("224.0.0.0", "239.255.255.255"),
        ("240.0.0.0", "255.255.255.255"),
        ("::", "::"), ("::1", "::1"), ("::7f00:1", "::7f00:1"), ("::ffff:127.0.0.1", "::ffff:10.0.0.1"),
        ("::ffff:0:127.0.0.1", "::ffff:0:8.8.8.8"), ("64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe"),
        ("64:ff9b::", "64:ff9b::ffff:ffff"), ("64:ff9b:1::", "64:ff9b:1:ffff:ffff:ffff:ffff:ffff"),
        ("100::", "100::ffff:ffff:ffff:ffff"), ("2001::", "2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff"),
        ("2001:db8::", "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff"), ("2002::", "2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff"),
        ("2002:7f00:1::", "2002:a9fe:a9fe::1"), ("3fff::", "3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff"),
        ("5f00::1", "5f00::2"), ("fc00::", "fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"),
        ("fd00:ec2::254", "fd00:ec2::254"),
        ("fe80::", "febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff"), ("fec0::1", "feff::1"),
        ("ff00::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"), ("4000::1", "c000::1"),
    ])
    func rangesThatArentPublicAreClosed(_ first: String, _ last: String) throws {
        for text in [first, last] {
            let address = try #require(NetworkAddress(text: text))
            #expect(!address.isAllowed(besidesPublic: []), "\(text)")
        }
    }

    /// Right beside the closed ranges, and well-known ones.
    @Test(arguments: [
        "1.0.0.0", "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0",
        "126.255.255.255", "128.0.0.0", "168.63.129.15", "169.253.255.255", "169.255.0.0", "172.15.255.255",
        "172.32.0.0", "192.0.1.0", "192.0.3.0", "192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0",
        "203.0.114.0", "223.255.255.255", "2001:200::", "2001:4860:4860::8888", "2001:db7::1", "2001:db9::1",
        "2003::1", "2606:4700:4700::1111", "2a00:1450::1", "3ffe::1",
    ])
    func publicAddressesAreOpen(_ text: String) throws {
        #expect(try #require(NetworkAddress(text: text)).isAllowed(besidesPublic: []))
    }

    @Test func aSettingOpensRangesAndNothingBesideThem() throws {
        let allow = try #require(AddressRange.list("127.0.0.1/32, ::1 64:ff9b::/96,fd00::/8"))
        func isAllowed(_ text: String) throws -> Bool {
            try #require(NetworkAddress(text: text)).isAllowed(besidesPublic: allow)
        }
        #expect(try isAllowed("127.0.0.1") && isAllowed("::1") && isAllowed("fdff::1"))
        #expect(
            try !isAllowed("127.0.0.2") && !isAllowed("::2") && !isAllowed("fc00::1") && !isAllowed("::ffff:127.0.0.1"))
        // What carries another address has to pass with both.
        #expect(try isAllowed("64:ff9b::8.8.8.8") && isAllowed("64:ff9b::7f00:1"))
        #expect(try !isAllowed("64:ff9b::10.0.0.1") && !isAllowed("64:ff9b::169.254.169.254"))
        let tunnels = try #require(AddressRange.list("2002::/16,2001::/32"))
        func passesTunnel(_ text: String) throws -> Bool {
            try #require(NetworkAddress(text: text)).isAllowed(besidesPublic: tunnels)
        }
        #expect(try passesTunnel("2002:808:808::1") && !passesTunnel("2002:7f00:1::1"))
        // Teredo: the client's address has its bits turned over.
        #expect(try passesTunnel("2001:0:808:808::f7f7:f7f7") && !passesTunnel("2001:0:808:808::80ff:fffe"))
        #expect(try !passesTunnel("2001:0:a00:1::f7f7:f7f7"))
    }

    @Test(arguments: [
        "", "1", "1.2.3", "1.2.3.4.5", "1.2.3.256", "01.2.3.4", "1.2.3.4 ", "0x7f.0.0.1", ":", ":::", "1::2::3",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7:8::", "12345::", "g::", "::1%lo", "[::1]", "1.2.3.4::", "::1.2.3",
        "fe80::1%25eth0",
        "::1.2.3.4:5",
    ])
    func whatIsNoAddressIsNone(_ text: String) { #expect(NetworkAddress(text: text) == nil) }

    @Test func addressesAreReadFromTextAndBytes() {
        #expect(NetworkAddress(text: "127.0.0.1") == .v4(0x7F00_0001))
        #expect(NetworkAddress(bytes: [127, 0, 0, 1]) == .v4(0x7F00_0001))
        #expect(NetworkAddress(text: "1:2:3:4:5:6:7:8") == .v6(high: 0x1_0002_0003_0004, low: 0x5_0006_0007_0008))
        #expect(NetworkAddress(text: "1:2:3:4:5:6:7::") == .v6(high: 0x1_0002_0003_0004, low: 0x5_0006_0007_0000))
        #expect(NetworkAddress(text: "::ffff:1.2.3.4") == .v6(high: 0, low: 0xFFFF_0102_0304))
        #expect(NetworkAddress(text: "FE80::A") == .v6(high: 0xFE80_0000_0000_0000, low: 10))
        #expect(NetworkAddress(bytes: [UInt8](repeating: 0, count: 15) + [1]) == .v6(high: 0, low: 1))
        #expect(NetworkAddress(bytes: [1, 2, 3]) == nil)
    }

    @Test(arguments: [
        "2130706433", "0x7f000001", "017700000001", "0177.0.0.1", "0x7f.1", "127.1", "127.0.1", "0x7f.0x0.0x0.0x1",
    ])
    func everySpellingOfIPv4IsRead(_ text: String) { #expect(NetworkAddress(looseIPv4: text) == .v4(0x7F00_0001)) }

    @Test(arguments: ["", "4294967296", "256.1.1.1", "1.2.3.4.5", "08", "1..2", "127.0.0.1.", "a", "0xg", "1.2.65536"])
    func whatNoResolverReadsIsNone(_ text: String) { #expect(NetworkAddress(looseIPv4: text) == nil) }

    @Test(arguments: ["10.0.0.0/8", "10.1.2.3", "0.0.0.0/0", "::/0", "fd00::/8", "::1/128"])
    func rangesAreRead(_ text: String) { #expect(AddressRange(text) != nil) }

    @Test(arguments: [
        "", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "10.0.0.1/8", "fd00::1/8", "::/129", "a/8", "10/8",
    ])
    func malformedRangesAreRefused(_ text: String) {
        #expect(AddressRange(text) == nil)
        #expect(AddressRange.list("127.0.0.1,\(text)/") == nil)
    }
}
