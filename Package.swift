// swift-tools-version: 6.2
import PackageDescription

// Every module of ours is built with the same language mode. `Lifetimes` lets a call borrow the
// bytes it was read from (docs/decisions/0002-borrowed-calls.md).
let ours: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
    .enableExperimentalFeature("Lifetimes"),
]
// The modules that may not name an unsafe construct without saying so.
let pure: [SwiftSetting] = ours + [.strictMemorySafety()]

let package = Package(
    name: "accountd",
    products: [
        .executable(name: "accountd", targets: ["accountd"]),
        .executable(name: "rpcctl", targets: ["rpcctl"]),
        .executable(name: "rpcload", targets: ["rpcload"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/HdrHistogram/hdrhistogram-swift", from: "0.2.0"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    ],
    targets: [
        // C libraries: a module map and, where Swift can't call C, a shim.
        .target(name: "CMessages", linkerSettings: [.linkedLibrary("protobuf-c")]),
        .systemLibrary(name: "CLinux"),
        .target(name: "CCurl"),
        .target(name: "CKeptMemory"),
        .target(name: "CGatheredLog", linkerSettings: [.linkedLibrary("sqlite3")]),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
        .systemLibrary(name: "COpenSSL", pkgConfig: "openssl", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CQRencode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        .target(name: "CNghttp2", linkerSettings: [.linkedLibrary("nghttp2")]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

        // The wire.
        .target(name: "RPC", swiftSettings: pure),
        .target(name: "Messages", dependencies: ["CMessages", "RPC"], swiftSettings: ours),
        .target(name: "TLS", dependencies: ["RPC", "COpenSSL"], swiftSettings: ours),
        .target(name: "Transport", dependencies: ["RPC", "TLS", "CLinux", "CNghttp2", "CZlib"], swiftSettings: ours),

        // The rules, and what callers see of them.
        .target(name: "Domain", swiftSettings: pure),
        // Counters, and queues that turn away what they can't serve in time.
        .target(name: "Load", swiftSettings: ours),
        .target(name: "Services", dependencies: ["RPC", "Messages", "Domain", "Load"], swiftSettings: pure),

        // Adapters behind Domain's ports; they don't know each other.
        .target(name: "SQLiteStore", dependencies: ["Domain", "Load", "CSQLite", "CGatheredLog"], swiftSettings: ours),
        .target(
            name: "Crypto", dependencies: ["Domain", "Load", "CSodium", "COpenSSL", "CKeptMemory"], swiftSettings: ours),
        .target(name: "Delivery", dependencies: ["Domain", "CCurl"], swiftSettings: ours),
        .target(name: "Platform", dependencies: ["Domain", "CQRencode"], swiftSettings: ours),

        .executableTarget(
            name: "accountd",
            dependencies: [
                "RPC", "Messages", "TLS", "Transport", "Domain", "Load", "Services", "SQLiteStore", "Crypto",
                "Delivery",
                "Platform",
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: ours),

        // The client and the tools.
        .target(name: "HTTP2Client", dependencies: ["RPC", "CNghttp2"], swiftSettings: ours),
        .target(
            name: "RPCClient", dependencies: ["RPC", "Messages", "TLS", "HTTP2Client", "CLinux"], swiftSettings: ours),
        .target(
            name: "CProtobufJSON", path: "Tools/CProtobufJSON",
            linkerSettings: [.linkedLibrary("protobuf")]),
        .executableTarget(
            name: "rpcctl",
            dependencies: [
                "RPC", "Messages", "RPCClient", "TLS", "CProtobufJSON", "CSodium",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "FlyingFox", package: "FlyingFox"),
                .product(name: "FlyingSocks", package: "FlyingFox"),
            ],
            path: "Tools/rpcctl",
            // In the binary, so that rpcctl stays one file; no copy of them that could be stale.
            resources: [.embedInCode("UI/Assets")],
            swiftSettings: ours),
        .target(
            name: "LoadGenerator",
            dependencies: [
                "RPC", "Messages", "RPCClient", "HTTP2Client", "TLS", "CLinux", "CProtobufJSON",
                .product(name: "Histogram", package: "hdrhistogram-swift"),
            ],
            path: "Tools/rpcload/Generator",
            swiftSettings: ours),
        .executableTarget(
            name: "rpcload",
            dependencies: [
                "LoadGenerator", "RPC", "Messages", "RPCClient", "TLS",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Tools/rpcload/Command",
            swiftSettings: ours),

        .executableTarget(
            name: "accountd-seed",
            dependencies: ["Domain", "SQLiteStore", "Crypto", "Platform"],
            path: "Tools/benchmarks/seed",
            swiftSettings: ours),

        // gRPC's own interoperability tests call this service.
        .executableTarget(
            name: "interop-server", dependencies: ["RPC", "Transport"], path: "Tests/InteropServer",
            swiftSettings: ours),

        // Tests mirror the source folders.
        .target(
            name: "TestSupport",
            dependencies: ["RPC", "Messages", "RPCClient", "Domain", "Crypto", "Platform", "CLinux"],
            path: "Tests/TestSupport",
            swiftSettings: ours),
        .testTarget(name: "LoadTests", dependencies: ["Load"], swiftSettings: ours),
        .testTarget(name: "RPCTests", dependencies: ["RPC"], swiftSettings: ours),
        .testTarget(
            name: "MessagesTests", dependencies: ["Messages", "CMessages", "RPC", "TestSupport"], swiftSettings: ours),
        .testTarget(
            name: "TransportTests", dependencies: ["Transport", "RPC", "TLS", "TestSupport", "CNghttp2"],
            swiftSettings: ours),
        .testTarget(
            name: "HTTP2ClientTests", dependencies: ["HTTP2Client", "RPC", "CNghttp2"], swiftSettings: ours),
        .testTarget(name: "DomainTests", dependencies: ["Domain", "TestSupport"], swiftSettings: ours),
        .testTarget(name: "CryptoTests", dependencies: ["Crypto", "Domain", "Load"], swiftSettings: ours),
        .testTarget(name: "PlatformTests", dependencies: ["Platform", "Domain", "TestSupport"], swiftSettings: ours),
        .testTarget(
            name: "StoreContractTests", dependencies: ["SQLiteStore", "Domain", "Load", "TestSupport"],
            swiftSettings: ours),
        .testTarget(
            name: "BucketTests",
            dependencies: ["Delivery", "Domain", "SQLiteStore", "Crypto", "Platform", "TestSupport"],
            swiftSettings: ours),
        .testTarget(name: "DeliveryTests", dependencies: ["Delivery", "Domain", "TestSupport"], swiftSettings: ours),
        .testTarget(
            name: "ServicesTests",
            dependencies: [
                "Services", "RPC", "Messages", "Delivery", "Domain", "Load", "SQLiteStore", "Crypto", "Platform",
                "TestSupport",
            ],
            swiftSettings: ours),
        .testTarget(
            name: "RPCClientTests", dependencies: ["RPCClient", "RPC", "Messages", "TLS", "Transport", "TestSupport"],
            swiftSettings: ours),
        .testTarget(
            name: "RPCLoadTests",
            dependencies: [
                "LoadGenerator", "RPC", "TestSupport",
                .product(name: "Histogram", package: "hdrhistogram-swift"),
            ],
            swiftSettings: ours),
        .testTarget(
            name: "EndToEndTests", dependencies: ["RPCClient", "RPC", "Messages", "TLS", "TestSupport"],
            swiftSettings: ours),
        .testTarget(name: "ArchitectureTests", swiftSettings: ours),
    ]
)
