/// What a delete or an abort names.
struct S3Entry: Sendable, Equatable {
    enum Kind: Sendable, Equatable {
        /// An object's version or a delete marker; nil in a bucket that knows no versions.
        case version(String?)
        case upload(String)
    }

    let key: String
    let kind: Kind
}

/// One page of ListObjectVersions, ListObjectsV2 or ListMultipartUploads.
struct S3Listing: Sendable, Equatable {
    let entries: [S3Entry]
    /// What the next page's request names; nil after the last page.
    let next: [S3Parameter]?

    enum Form: Sendable {
        case versions, objects, uploads

        var query: [S3Parameter] {
            let common = [S3Parameter("encoding-type", "url")]
            switch self {
            case .versions: return common + [S3Parameter("versions", ""), S3Parameter("max-keys", "1000")]
            case .objects: return common + [S3Parameter("list-type", "2"), S3Parameter("max-keys", "1000")]
            case .uploads: return common + [S3Parameter("uploads", ""), S3Parameter("max-uploads", "1000")]
            }
        }

        fileprivate var roots: Set<String> {
            switch self {
            // SeaweedFS's name for it is the second.
            case .versions: ["ListVersionsResult", "ListObjectVersionsResult"]
            case .objects: ["ListBucketResult"]
            case .uploads: ["ListMultipartUploadsResult"]
            }
        }

        fileprivate var rows: Set<String> {
            switch self {
            case .versions: ["Version", "DeleteMarker"]
            case .objects: ["Contents"]
            case .uploads: ["Upload"]
            }
        }

        /// The answer's element, and the next request's parameter that takes it.
        fileprivate var markers: [(element: String, parameter: String)] {
            switch self {
            case .versions: [("NextKeyMarker", "key-marker"), ("NextVersionIdMarker", "version-id-marker")]
            case .objects: [("NextContinuationToken", "continuation-token")]
            case .uploads: [("NextKeyMarker", "key-marker"), ("NextUploadIdMarker", "upload-id-marker")]
            }
        }
    }

    /// `prefix`: what was asked for; the answer has to be about it.
    init(_ bytes: [UInt8], _ form: Form, prefix: String) throws(XMLFailure) {
        let root = try XMLReader.read(bytes)
        guard form.roots.contains(root.name), let isTruncated = root.text(of: "IsTruncated"),
            ["true", "false"].contains(isTruncated)
        else { throw XMLFailure(words: "no listing") }
        let names = S3Names(root)
        guard try names.spellings(of: root.text(of: "Prefix") ?? "").contains(prefix) else {
            throw XMLFailure(words: "a listing of something else")
        }
        var entries: [S3Entry] = []
        for element in root.children where form.rows.contains(element.name) {
            guard let key = element.text(of: "Key") else { throw XMLFailure(words: "an entry without a key") }
            let kind = try Self.kind(element, form)
            for key in try names.spellings(of: key) { entries.append(S3Entry(key: key, kind: kind)) }
        }
        self.entries = entries
        next = isTruncated == "true" ? try Self.next(root, form, names) : nil
    }

    private static func kind(_ element: XMLElement, _ form: Form) throws(XMLFailure) -> S3Entry.Kind {
        switch form {
        case .objects: return .version(nil)
        case .versions:
            guard let version = element.text(of: "VersionId") else { throw XMLFailure(words: "no version") }
            return .version(version)
        case .uploads:
            guard let upload = element.text(of: "UploadId") else { throw XMLFailure(words: "no upload") }
            return .upload(upload)
        }
    }

    private static func next(
        _ root: XMLElement, _ form: Form, _ names: S3Names
    ) throws(XMLFailure) -> [S3Parameter] {
        var parameters: [S3Parameter] = []
        for (element, parameter) in form.markers {
            guard let text = root.text(of: element), !text.isEmpty else { continue }
            let isKey = parameter == "key-marker"
            parameters.append(S3Parameter(parameter, isKey ? try names.spellings(of: text).first ?? text : text))
        }
        guard !parameters.isEmpty else { throw XMLFailure(words: "a page without the next one's name") }
        return parameters
    }
}

struct S3Parameter: Sendable, Equatable {
    let name: String
    let value: String

    init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

/// Keys as a listing spells them.
private struct S3Names {
    private let isEncoded: Bool

    init(_ root: XMLElement) { isEncoded = root.text(of: "EncodingType") == "url" }

    /// A "+" is a space with AWS and MinIO, and itself with others. All that lies under the prefix has to go, so both are meant.
    func spellings(of text: String) throws(XMLFailure) -> [String] {
        guard isEncoded else { return [text] }
        guard let form = PercentEncoding.decode(text, plusIsSpace: true),
            let path = PercentEncoding.decode(text, plusIsSpace: false)
        else { throw XMLFailure(words: "a key that can't be decoded") }
        return form == path ? [form] : [form, path]
    }
}
