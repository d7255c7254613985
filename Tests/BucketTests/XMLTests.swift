import Testing

@testable import Delivery

@Suite struct XMLTests {
    private func read(_ text: String) throws -> XMLElement { try XMLReader.read(Array(text.utf8)) }

    @Test func elementsTextAndEntitiesAreRead() throws {
        let root = try read(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- a comment -->
            <s3:Result xmlns:s3="http://a/" b='c>d'><Key>a &amp; b &lt;&gt;&quot;&apos; &#233;&#x4E2D;</Key>
            <Empty/><Key><![CDATA[<raw>]]></Key></s3:Result>
            """)
        #expect(root.name == "Result")
        #expect(root.children(named: "Key").map(\.text) == ["a & b <>\"' é中", "<raw>"])
        #expect(root.text(of: "Empty") == "")
        #expect(root.text(of: "None") == nil)
    }

    @Test(arguments: [
        "", " ", "text", "<a>", "</a>", "<a></b>", "<a/><b/>", "<a/>text", "<a", "<a b></a>", "<a b=c/>", "<a b=\"/>",
        "<a>&b;</a>",
        "<a>&#0;</a>", "<a>&#xD800;</a>", "<a>&#x110000;</a>", "<a>&amp</a>", "<!DOCTYPE a><a/>", "<a><?php ?></a>",
        "<a><![CDATA[</a>",
        "<a><!-- </a>", "<>", "< a/>", "<a\"b\"/>", "<a>&#-1;</a>", "<a>&#+1;</a>", "<a>&#99999999999;</a>", "<?xml",
    ])
    func whatIsNotWellFormedIsRefused(_ text: String) {
        #expect(throws: XMLFailure.self) { try read(text) }
    }

    @Test func depthAndNumberAreBounded() throws {
        let deep = String(repeating: "<a>", count: 17) + String(repeating: "</a>", count: 17)
        #expect(throws: XMLFailure.self) { try read(deep) }
        #expect(throws: XMLFailure.self) { try read("<a>" + String(repeating: "<b/>", count: 70_000) + "</a>") }
        #expect(throws: XMLFailure.self) { try read("<" + String(repeating: "a", count: 300) + "/>") }
        #expect(try read("<a>" + String(repeating: "<b/>", count: 60_000) + "</a>").children.count == 60_000)
    }

    @Test func noUTF8IsRefused() {
        #expect(throws: XMLFailure.self) { try XMLReader.read(Array("<a>".utf8) + [0xFF] + Array("</a>".utf8)) }
    }

    @Test func everyCutIsFound() throws {
        let whole = #"<?xml version="1.0"?><R a="b"><Key>x &amp; y</Key><E/></R>"#
        _ = try read(whole)
        for count in 0..<whole.utf8.count {
            #expect(throws: XMLFailure.self) { try XMLReader.read(Array(whole.utf8.prefix(count))) }
        }
    }
}

@Suite struct S3DocumentTests {
    @Test func aListingNamesItsEntriesAndTheNextPage() throws {
        let text = """
            <ListVersionsResult><Prefix>acc_1/</Prefix><IsTruncated>true</IsTruncated><EncodingType>url</EncodingType>
            <NextKeyMarker>acc_1/b+c%2Bd</NextKeyMarker><NextVersionIdMarker>v+2</NextVersionIdMarker>
            <Version><Key>acc_1/a%20b</Key><VersionId>v1</VersionId></Version>
            <DeleteMarker><Key>acc_1/b+c</Key><VersionId>null</VersionId></DeleteMarker></ListVersionsResult>
            """
        let listing = try S3Listing(Array(text.utf8), .versions, prefix: "acc_1/")
        // A plus may be a space or itself.
        #expect(
            listing.entries == [
                S3Entry(key: "acc_1/a b", kind: .version("v1")), S3Entry(key: "acc_1/b c", kind: .version("null")),
                S3Entry(key: "acc_1/b+c", kind: .version("null")),
            ])
        #expect(listing.next == [S3Parameter("key-marker", "acc_1/b c+d"), S3Parameter("version-id-marker", "v+2")])
    }

    @Test func aDeletionsBodyIsEscapedAndItsErrorsAreRead() throws {
        let body = S3Deletion.body([("a&<b>\"\n", "v1"), ("c", nil)])
        let root = try XMLReader.read(body)
        #expect(root.children(named: "Object").map { $0.text(of: "Key") } == ["a&<b>\"\n", "c"])
        #expect(root.children(named: "Object").map { $0.text(of: "VersionId") } == ["v1", nil])
        let answer =
            "<DeleteResult><Error><Key>c</Key><Code>AccessDenied</Code></Error><Error><Code>a b</Code></Error></DeleteResult>"
        #expect(try S3Deletion.errors(Array(answer.utf8)) == ["AccessDenied", "unknown"])
        #expect(try S3Deletion.errors(Array("<Error><Code>InternalError</Code></Error>".utf8)) == ["InternalError"])
        #expect(try S3Deletion.errors(Array("<DeleteResult/>".utf8)) == [])
        #expect(throws: XMLFailure.self) { try S3Deletion.errors(Array("<Other/>".utf8)) }
    }

    @Test func addressesAreFormedBothWays() throws {
        func location(_ endpoint: String, _ addressing: S3Location.Addressing? = nil) -> S3Location? {
            S3Location(
                endpoint: endpoint, bucket: "rec.ordings", region: "auto", accessKey: "a", secretKey: "b",
                addressing: addressing)
        }
        let query = [("versions", ""), ("prefix", "a/b c"), ("key-marker", "~")]
        #expect(
            location("https://s3.example:9000/")?.url(query: query)
                == "https://s3.example:9000/rec.ordings?key-marker=~&prefix=a%2Fb%20c&versions=")
        #expect(
            location("https://s3.eu-central-1.amazonaws.com")?.url(key: "a/ü+")
                == "https://rec.ordings.s3.eu-central-1.amazonaws.com/a/%C3%BC%2B")
        #expect(location("https://s3.example", .virtual)?.url() == "https://rec.ordings.s3.example/")
        for endpoint in [
            "s3.example", "ftp://a", "https://", "https://a/b", "https://u:p@a", "https://a?b", "https://a b",
        ] {
            #expect(location(endpoint) == nil)
        }
    }
}
