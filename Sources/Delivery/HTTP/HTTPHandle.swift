import CCurl
import Domain
import Glibc

/// One libcurl handle. Unchecked: `HTTPExchange` gives it to one call at a time, and libcurl lets a handle change threads.
final class HTTPHandle: @unchecked Sendable {
    private let handle: UnsafeMutableRawPointer

    init?() {
        guard let handle = accountd_curl_make() else { return nil }
        self.handle = handle
    }

    deinit { accountd_curl_free(handle) }

    func perform(_ request: HTTPRequest, _ options: HTTPOptions) throws(HTTPFailure) -> HTTPAnswer {
        guard Self.mayAsk(request.url, options) else { throw .unusable("The URL can't be used.") }
        defer { accountd_curl_reset(handle) }
        let headers = try HeaderList(request)
        let collector = HTTPCollector(
            maximumBytes: request.maximumAnswerBytes, isAllowed: options.isAllowed, isAbandoned: request.isAbandoned)
        let code = request.body.withUnsafeBytes { body in
            withExtendedLifetime((headers, collector)) { () -> CURLcode in
                let code = set(request, options, headers, collector, body)
                return code == CURLE_OK ? accountd_curl_perform(handle) : code
            }
        }
        if let failure = failure(code, collector) { throw failure }
        return collector.answer(status: accountd_curl_get_long(handle, CURLINFO_RESPONSE_CODE))
    }

    private static func mayAsk(_ url: String, _ options: HTTPOptions) -> Bool {
        url.hasPrefix("https://") || options.allowsPlain && url.hasPrefix("http://")
    }

    private func failure(_ code: CURLcode, _ collector: HTTPCollector) -> HTTPFailure? {
        if code == CURLE_OK { return nil }
        // Our own end of a body that is longer than wanted.
        if code == CURLE_WRITE_ERROR, collector.isCut { return nil }
        if collector.refusedAddress { return .addressRefused }
        let words = String(cString: accountd_curl_message(code))
        switch code {
        case CURLE_OPERATION_TIMEDOUT: return .timedOut
        case CURLE_ABORTED_BY_CALLBACK where collector.wasAbandoned: return .abandoned
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR:
            return .certificate(words)
        case CURLE_URL_MALFORMAT: return .unusable("The URL can't be used.")
        case CURLE_OUT_OF_MEMORY, CURLE_BAD_FUNCTION_ARGUMENT, CURLE_UNKNOWN_OPTION, CURLE_NOT_BUILT_IN:
            return .unusable("libcurl can't do it: \(words).")
        default: return .broken(words)
        }
    }

    /// The first option that isn't taken ends it.
    private func set(
        _ request: HTTPRequest, _ options: HTTPOptions, _ headers: HeaderList, _ collector: HTTPCollector,
        _ body: UnsafeRawBufferPointer
    ) -> CURLcode {
        var code = guards(options)
        func text(_ option: CURLoption, _ value: String) {
            if code == CURLE_OK { code = accountd_curl_set_text(handle, option, value) }
        }
        func number(_ option: CURLoption, _ value: Int) {
            if code == CURLE_OK { code = accountd_curl_set_long(handle, option, value) }
        }
        text(CURLOPT_URL, request.url)
        number(CURLOPT_TIMEOUT_MS, request.timeout.curlMilliseconds)
        if request.method == "POST" || request.method == "PUT" {
            number(CURLOPT_POST, 1)
            if code == CURLE_OK {
                code = accountd_curl_set_offset(handle, CURLOPT_POSTFIELDSIZE_LARGE, Int64(body.count))
            }
            // Not copied: `perform` is inside the body's lifetime. An empty one would be nil, which means "ask me".
            let bytes = body.baseAddress.map(UnsafeMutableRawPointer.init(mutating:))
            if code == CURLE_OK, let bytes { code = accountd_curl_set_pointer(handle, CURLOPT_POSTFIELDS, bytes) }
            if bytes == nil { text(CURLOPT_COPYPOSTFIELDS, "") }
        }
        text(CURLOPT_CUSTOMREQUEST, request.method)
        if request.method == "HEAD" { number(CURLOPT_NOBODY, 1) }
        if code == CURLE_OK { code = accountd_curl_set_list(handle, CURLOPT_HTTPHEADER, headers.first) }
        if let signature = request.signature {
            text(CURLOPT_AWS_SIGV4, "aws:amz:\(signature.region):\(signature.service)")
            text(CURLOPT_USERNAME, signature.accessKey)
            text(CURLOPT_PASSWORD, signature.secretKey)
        }
        return code == CURLE_OK ? collector.attach(to: handle) : code
    }

    /// What keeps every request inside its bounds.
    private func guards(_ options: HTTPOptions) -> CURLcode {
        let protocols = options.allowsPlain ? "http,https" : "https"
        var texts: [(CURLoption, String)] = [
            (CURLOPT_PROTOCOLS_STR, protocols), (CURLOPT_REDIR_PROTOCOLS_STR, protocols), (CURLOPT_PROXY, ""),
            (CURLOPT_NOPROXY, "*"), (CURLOPT_USERAGENT, options.userAgent),
        ]
        if let file = options.certificateAuthorities { texts.append((CURLOPT_CAINFO, file)) }
        let numbers: [(CURLoption, Int)] = [
            (CURLOPT_NOSIGNAL, 1), (CURLOPT_PATH_AS_IS, 1), (CURLOPT_FOLLOWLOCATION, 0),
            (CURLOPT_DISALLOW_USERNAME_IN_URL, 1),
            (CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1)),
            (CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2)),
            (CURLOPT_CONNECTTIMEOUT_MS, options.connectTimeout.curlMilliseconds),
            (CURLOPT_FORBID_REUSE, options.keepsConnections ? 0 : 1),
            (CURLOPT_FRESH_CONNECT, options.keepsConnections ? 0 : 1),
            // Seconds; a new connection's address is looked up as anew as it is checked.
            (CURLOPT_DNS_CACHE_TIMEOUT, options.keepsConnections ? 60 : 0),
            (CURLOPT_TCP_KEEPALIVE, 1), (CURLOPT_EXPECT_100_TIMEOUT_MS, 1), (CURLOPT_HTTP09_ALLOWED, 0),
        ]
        for (option, value) in texts {
            let code = accountd_curl_set_text(handle, option, value)
            if code != CURLE_OK { return code }
        }
        for (option, value) in numbers {
            let code = accountd_curl_set_long(handle, option, value)
            if code != CURLE_OK { return code }
        }
        return CURLE_OK
    }
}

extension TimeSpan {
    /// At least one millisecond: zero would mean for ever.
    fileprivate var curlMilliseconds: Int { max(1, Int(clamping: millisecondsRoundedUp)) }
}

/// libcurl's list of header lines.
private final class HeaderList {
    private(set) var first: UnsafeMutablePointer<curl_slist>?

    init(_ request: HTTPRequest) throws(HTTPFailure) {
        let isClean = ([request.method, request.url] + request.headers.flatMap { [$0.name, $0.value] }).allSatisfy {
            text in
            !text.utf8.contains { $0 < 0x20 || $0 == 0x7F }
        }
        guard isClean else { throw .unusable("The URL or a header can't be sent.") }
        // No waiting for "100 Continue". Not beside a signature: libcurl 7.88 signs headers that are taken away too.
        if request.signature == nil { try append("Expect:") }
        for (name, value) in request.headers {
            // "name:" would take the header away.
            try append(value.isEmpty ? "\(name);" : "\(name): \(value)")
        }
    }

    deinit { accountd_curl_free_list(first) }

    private func append(_ line: String) throws(HTTPFailure) {
        guard let list = accountd_curl_append(first, line) else { throw .unusable("Out of memory.") }
        first = list
    }
}
