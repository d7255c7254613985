import FlyingFox

/// The page's files, and the addresses they have. SwiftPM puts them into the binary (`embedInCode`).
struct Asset {
    let type: String
    let bytes: [UInt8]

    private static let page = Asset(type: "text/html; charset=utf-8", bytes: PackageResources.index_html)

    /// Links in mails lead to these; the page takes their token out of the address, and does nothing before somebody asks it to.
    private static let pages: Set = [
        "/", "/sign-in", "/sign-up", "/forgot-password", "/verify-email", "/reset-password", "/cancel-two-factor-reset",
        "/unsubscribe",
    ]

    static func at(_ path: String) -> Asset? {
        switch path {
        case "/ui.css": Asset(type: "text/css; charset=utf-8", bytes: PackageResources.ui_css)
        case "/ui.js": Asset(type: "text/javascript; charset=utf-8", bytes: PackageResources.ui_js)
        case "/views.js": Asset(type: "text/javascript; charset=utf-8", bytes: PackageResources.views_js)
        case "/settings.js": Asset(type: "text/javascript; charset=utf-8", bytes: PackageResources.settings_js)
        case "/keys.js": Asset(type: "text/javascript; charset=utf-8", bytes: PackageResources.keys_js)
        case "/webhooks.js": Asset(type: "text/javascript; charset=utf-8", bytes: PackageResources.webhooks_js)
        case "/api.js": Asset(type: "text/javascript; charset=utf-8", bytes: PackageResources.api_js)
        case "/icon.svg": Asset(type: "image/svg+xml", bytes: PackageResources.icon_svg)
        default: pages.contains(path) ? page : nil
        }
    }
}

/// Sent with every answer.
enum SafetyHeaders {
    static let policy = [
        "default-src 'none'", "script-src 'self'", "style-src 'self'",
        // The QR code is an image made of what EnrollTotp answered.
        "img-src 'self' blob:", "connect-src 'self'", "form-action 'none'", "base-uri 'none'", "frame-ancestors 'none'",
        "require-trusted-types-for 'script'", "trusted-types 'none'",
    ].joined(separator: "; ")

    static var all: HTTPHeaders {
        [
            HTTPHeader("Content-Security-Policy"): policy,
            HTTPHeader("X-Content-Type-Options"): "nosniff",
            HTTPHeader("X-Frame-Options"): "DENY",
            HTTPHeader("Referrer-Policy"): "no-referrer",
            HTTPHeader("Cross-Origin-Opener-Policy"): "same-origin",
            HTTPHeader("Cross-Origin-Resource-Policy"): "same-origin",
            HTTPHeader("Permissions-Policy"): "camera=(), microphone=(), geolocation=()",
            .cacheControl: "no-store",
        ]
    }
}
