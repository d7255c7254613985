/// DeleteObjects: what is asked, and what a 200 says of each key.
enum S3Deletion {
    /// AWS's bound.
    static let maximumKeys = 1_000

    static func body(_ entries: [(key: String, version: String?)]) -> [UInt8] {
        var text = #"<?xml version="1.0" encoding="UTF-8"?>"#
        text += #"<Delete xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Quiet>true</Quiet>"#
        for (key, version) in entries {
            text += "<Object><Key>\(escaped(key))</Key>"
            if let version { text += "<VersionId>\(escaped(version))</VersionId>" }
            text += "</Object>"
        }
        return Array((text + "</Delete>").utf8)
    }

    /// Whether XML 1.0 can hold the key at all.
    static func canHold(_ key: String) -> Bool {
        key.unicodeScalars.allSatisfy { scalar in
            scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
                || [0x09, 0x0A, 0x0D].contains(scalar.value)
        }
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\t", "\n", "\r": result += "&#\(scalar.value);"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// The codes of the keys that were not deleted; empty when all were.
    static func errors(_ answer: [UInt8]) throws(XMLFailure) -> [String] {
        let root = try XMLReader.read(answer)
        // An error may come inside a 200, once the headers are out.
        if root.name == "Error" { return [S3Error.code(root)] }
        guard ["DeleteResult", "DeleteObjectsResult"].contains(root.name) else { throw XMLFailure(words: "no result") }
        return root.children(named: "Error").map(S3Error.code)
    }
}

/// The `Code` of an S3 error: a stable word, or "unknown" for what is none.
enum S3Error {
    static func code(_ body: [UInt8]) -> String {
        guard let root = try? XMLReader.read(body), root.name == "Error" else { return "unknown" }
        return code(root)
    }

    static func code(_ element: XMLElement) -> String {
        guard let code = element.text(of: "Code"), (1...64).contains(code.utf8.count),
            code.utf8.allSatisfy({ $0 < 0x80 && (Character(Unicode.Scalar($0)).isLetter || $0 == UInt8(ascii: ".")) })
        else { return "unknown" }
        return code
    }

    /// The settings that such an error speaks of, if it does.
    static func settings(_ code: String) -> String {
        switch code {
        case "NoSuchBucket", "InvalidBucketName": " Look at s3-bucket."
        case "InvalidAccessKeyId": " Look at s3-access-key."
        case "SignatureDoesNotMatch": " Look at s3-secret-key and s3-region."
        case "AuthorizationHeaderMalformed", "PermanentRedirect": " Look at s3-region and s3-url."
        default: ""
        }
    }

    /// What no later try does by itself: a person has to lift a lock, or correct a setting.
    static func isForAPerson(_ code: String) -> Bool {
        [
            "AccessDenied", "ObjectLocked", "InvalidRequest", "MethodNotAllowed", "NoSuchBucket", "InvalidAccessKeyId",
            "SignatureDoesNotMatch", "AuthorizationHeaderMalformed", "PermanentRedirect", "InvalidBucketName",
        ].contains(code)
    }
}
