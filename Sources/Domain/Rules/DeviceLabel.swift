/// A name for a device, made from the user agent: "Chrome on Windows". Only known words come out, whatever went in.
package enum DeviceLabel {
    package static let unknown = "Unknown device"
    package static let maximumUserAgentBytes = 1_024

    package static func check(_ userAgent: String) throws(DomainError) {
        guard userAgent.utf8.count <= maximumUserAgentBytes else {
            throw .invalid(
                "user_agent", "Send at most \(maximumUserAgentBytes) bytes of the user agent.",
                reason: "USER_AGENT_TOO_LONG")
        }
    }

    package static func make(from userAgent: String) -> String {
        let bytes = Array(userAgent.utf8.prefix(maximumUserAgentBytes))
        let system = first(of: systems, in: bytes)
        switch (first(of: browsers, in: bytes), system) {
        case (let browser?, let system?): return "\(browser) on \(system)"
        case (let browser?, nil): return browser
        case (nil, let system?): return "Browser on \(system)"
        case (nil, nil): return unknown
        }
    }

    // In this order: most browsers also name the ones they descend from.
    private static let browsers: [(mark: [UInt8], name: String)] = [
        ("Edg/", "Edge"), ("EdgA/", "Edge"), ("EdgiOS/", "Edge"), ("OPR/", "Opera"), ("OPX/", "Opera"),
        ("Vivaldi/", "Vivaldi"), ("SamsungBrowser/", "Samsung Internet"), ("DuckDuckGo/", "DuckDuckGo"),
        ("YaBrowser/", "Yandex"), ("FxiOS/", "Firefox"), ("Focus/", "Firefox"), ("Firefox/", "Firefox"),
        ("CriOS/", "Chrome"), ("HeadlessChrome/", "Headless Chrome"), ("Chromium/", "Chromium"),
        ("Chrome/", "Chrome"), ("Safari/", "Safari"), ("MSIE ", "Internet Explorer"), ("Trident/", "Internet Explorer"),
        ("curl/", "curl"), ("Wget/", "Wget"), ("PostmanRuntime/", "Postman"), ("python-requests/", "Python"),
        ("Python/", "Python"), ("Go-http-client/", "Go"), ("okhttp/", "OkHttp"), ("rpcctl", "rpcctl"),
    ].map { (Array($0.0.utf8), $0.1) }

    private static let systems: [(mark: [UInt8], name: String)] = [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("CrOS", "ChromeOS"), ("Windows", "Windows"),
        ("Macintosh", "Mac"), ("Mac OS X", "Mac"), ("FreeBSD", "FreeBSD"), ("Linux", "Linux"), ("X11", "Linux"),
    ].map { (Array($0.0.utf8), $0.1) }

    private static func first(of marks: [(mark: [UInt8], name: String)], in bytes: [UInt8]) -> String? {
        marks.first { contains($0.mark, in: bytes) }?.name
    }

    private static func contains(_ mark: [UInt8], in bytes: [UInt8]) -> Bool {
        guard bytes.count >= mark.count else { return false }
        return (0...bytes.count - mark.count).contains { bytes[$0...].starts(with: mark) }
    }
}
