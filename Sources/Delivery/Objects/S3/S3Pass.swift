import Domain

/// One walk over everything that lies under an account's prefix, and what it came to.
struct S3Pass {
    enum End { case nothingFound, removed, interrupted }

    let prefix: String
    let isOver: () -> Bool
    /// False once the bucket said that it knows none.
    var knowsVersions = true
    private var found = 0
    /// Why keys stayed, by code.
    private var refusals: [String: Int] = [:]
    private var unsafeKeys = 0

    init(prefix: String, isOver: @escaping () -> Bool) {
        self.prefix = prefix
        self.isOver = isOver
    }

    mutating func begin() {
        found = 0
        refusals = [:]
        unsafeKeys = 0
    }

    mutating func refused(_ codes: [String]) {
        for code in codes { refusals[code, default: 0] += 1 }
    }

    /// Whether this key may be deleted: the last word before each deletion. Throws when the bucket lists what nobody asked for.
    mutating func takes(_ key: String) throws(DeliveryError) -> Bool {
        found += 1
        guard key.utf8.starts(with: prefix.utf8) else {
            throw .permanent("The bucket lists keys that are not under the account's prefix; none of them is deleted.")
        }
        // A server that takes keys for paths would reach another account's.
        guard !key.utf8.split(separator: UInt8(ascii: "/")).contains(where: { $0.elementsEqual("..".utf8) }) else {
            unsafeKeys += 1
            return false
        }
        return true
    }

    func finish() throws(DeliveryError) -> End {
        if unsafeKeys > 0 {
            throw .permanent("\(unsafeKeys) keys hold \"..\" and are not deleted: remove them by hand.")
        }
        if !refusals.isEmpty {
            let words = refusals.sorted { $0.key < $1.key }.map { "\($0.value) for \($0.key)" }.joined(separator: ", ")
            let text = "The bucket did not delete all: \(words)."
            throw refusals.keys.contains(where: S3Error.isForAPerson) ? .permanent(text) : .temporary(text)
        }
        return found == 0 ? .nothingFound : .removed
    }
}

/// Why the bucket did not answer with a 2xx.
struct S3Refusal: Error {
    let error: DeliveryError
    private(set) var status = 0
    private(set) var code = ""

    init(_ error: DeliveryError) { self.error = error }

    init(_ answer: HTTPAnswer) {
        status = answer.status
        code = S3Error.code(answer.body)
        let words = "The bucket answered \(answer.status), \(code).\(S3Error.settings(code))"
        switch answer.status {
        case 300..<400, 403: error = .permanent(words)
        case _ where S3Error.isForAPerson(code): error = .permanent(words)
        default: error = .temporary(words)
        }
    }

    var isNotImplemented: Bool { status == 501 || code == "NotImplemented" }

    static func error(_ failure: HTTPFailure) -> DeliveryError {
        switch failure {
        case .certificate, .unusable, .addressRefused:
            .permanent("The bucket: \(failure.words) Look at s3-url and s3-ca.")
        case .timedOut, .broken, .abandoned: .temporary("The bucket: \(failure.words) Look at s3-url.")
        }
    }
}
