package import Domain

/// An S3-compatible bucket. Thread-safe; each call blocks its own thread.
package struct S3Bucket: ObjectStore {
    private static let requestTimeout = TimeSpan.seconds(20)
    /// After so long a try is over, so that it never outlives its lease by much.
    private static let tryTime = ContinuousClock.Duration.seconds(15)
    /// A page of 1,000 entries with keys of 1,024 bytes, each encoded threefold, and what stands around them.
    private static let maximumListingBytes = 8 << 20
    private static let maximumPasses = 5

    private let location: S3Location
    private let exchange: HTTPExchange
    private let cryptography: any Cryptography

    /// `certificateAuthorities`: a file that is trusted instead of the system's; nil: the system's.
    package init(location: S3Location, certificateAuthorities: String?, cryptography: any Cryptography) {
        self.location = location
        self.cryptography = cryptography
        var options = HTTPOptions()
        options.allowsPlain = location.scheme == "http"
        options.certificateAuthorities = certificateAuthorities
        exchange = HTTPExchange(options)
    }

    package func removeAll(
        of account: AccountID, unless isStopping: @escaping @Sendable () -> Bool
    ) throws(DeliveryError) -> ObjectRemoval {
        let prefix = ObjectKeys.prefix(of: account)
        let end = ContinuousClock.now + Self.tryTime
        var pass = S3Pass(prefix: prefix, isOver: { isStopping() || ContinuousClock.now >= end })
        for _ in 0..<Self.maximumPasses {
            switch try run(&pass) {
            // This listing is younger than everything that was removed before it.
            case .nothingFound: return .complete
            case .removed: continue
            case .interrupted:
                if isStopping() { throw .stopped }
                return .partial
            }
        }
        return .partial
    }

    /// Asks the bucket something harmless: whether the settings are right.
    package func check() throws(DeliveryError) {
        let query = [S3Parameter("list-type", "2"), S3Parameter("max-keys", "1"), S3Parameter("prefix", "acc_")]
        _ = try answer(HTTPRequest(method: "GET", url: url(query: query)))
    }

    private func run(_ pass: inout S3Pass) throws(DeliveryError) -> S3Pass.End {
        pass.begin()
        let forms: [S3Listing.Form] = [pass.knowsVersions ? .versions : .objects, .uploads]
        for form in forms {
            var marker: [S3Parameter]? = []
            while let from = marker {
                if pass.isOver() { return .interrupted }
                let listing: S3Listing
                do throws(S3Refusal) {
                    listing = try list(form, pass.prefix, from)
                } catch {
                    guard form == .versions, error.isNotImplemented else { throw error.error }
                    // Cloudflare R2 knows no versions at all.
                    pass.knowsVersions = false
                    return try run(&pass)
                }
                try remove(listing.entries, &pass)
                marker = listing.next
                guard marker != from || marker == nil else {
                    throw .temporary("The bucket lists one page again and again.")
                }
            }
        }
        return try pass.finish()
    }

    private func list(
        _ form: S3Listing.Form, _ prefix: String, _ marker: [S3Parameter]
    ) throws(S3Refusal) -> S3Listing {
        let query = form.query + marker + [S3Parameter("prefix", prefix)]
        let body = try perform(HTTPRequest(method: "GET", url: url(query: query))).body
        do throws(XMLFailure) {
            return try S3Listing(body, form, prefix: prefix)
        } catch {
            throw S3Refusal(.temporary("The bucket's listing can't be read: \(error.words)."))
        }
    }

    private func remove(_ entries: [S3Entry], _ pass: inout S3Pass) throws(DeliveryError) {
        var batch: [(key: String, version: String?)] = []
        for entry in entries {
            guard try pass.takes(entry.key) else { continue }
            switch entry.kind {
            case .upload(let id):
                try single(entry.key, [S3Parameter("uploadId", id)], &pass)
            case .version(let version) where !S3Deletion.canHold(entry.key):
                try single(entry.key, version.map { [S3Parameter("versionId", $0)] } ?? [], &pass)
            case .version(let version): batch.append((entry.key, version))
            }
        }
        while !batch.isEmpty {
            try delete(Array(batch.prefix(S3Deletion.maximumKeys)), &pass)
            batch.removeFirst(min(batch.count, S3Deletion.maximumKeys))
        }
    }

    private func single(_ key: String, _ query: [S3Parameter], _ pass: inout S3Pass) throws(DeliveryError) {
        do throws(S3Refusal) {
            _ = try perform(HTTPRequest(method: "DELETE", url: url(key: key, query: query)))
        } catch {
            // Gone meanwhile.
            if ["NoSuchUpload", "NoSuchKey", "NoSuchVersion"].contains(error.code) { return }
            guard error.status == 403 else { throw error.error }
            pass.refused([error.code])
        }
    }

    private func delete(
        _ batch: [(key: String, version: String?)], _ pass: inout S3Pass
    ) throws(DeliveryError) {
        var request = HTTPRequest(method: "POST", url: url(query: [S3Parameter("delete", "")]))
        request.body = S3Deletion.body(batch)
        request.headers = [
            ("Content-Type", "application/xml"), ("Content-MD5", Base64.text(of: cryptography.md5(request.body))),
        ]
        let body = try answer(request).body
        do throws(XMLFailure) {
            pass.refused(try S3Deletion.errors(body))
        } catch {
            throw .temporary("The bucket's answer to a deletion can't be read: \(error.words).")
        }
    }

    private func url(key: String = "", query: [S3Parameter]) -> String {
        location.url(key: key, query: query.map { ($0.name, $0.value) })
    }

    private func answer(_ request: HTTPRequest) throws(DeliveryError) -> HTTPAnswer {
        do throws(S3Refusal) { return try perform(request) } catch { throw error.error }
    }

    /// Signed; a 2xx is an answer, all else is none.
    private func perform(_ request: HTTPRequest) throws(S3Refusal) -> HTTPAnswer {
        var request = request
        request.timeout = Self.requestTimeout
        request.maximumAnswerBytes = Self.maximumListingBytes
        // S3 wants the body's hash in a header of its own, signed; libcurl 7.88 sends it only when it is given.
        request.headers.append(("x-amz-content-sha256", hex(cryptography.sha256(request.body))))
        request.signature = AWSSignature(
            accessKey: location.accessKey, secretKey: location.secretKey, region: location.region, service: "s3")
        let answer: HTTPAnswer
        do throws(HTTPFailure) {
            answer = try exchange.perform(request)
        } catch {
            throw S3Refusal(S3Refusal.error(error))
        }
        guard !answer.isCut else { throw S3Refusal(.temporary("The bucket's answer is too long.")) }
        guard (200..<300).contains(answer.status) else { throw S3Refusal(answer) }
        return answer
    }

    private func hex(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
