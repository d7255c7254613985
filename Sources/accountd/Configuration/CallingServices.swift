import Crypto
import Domain
import Services

/// Who may call: the local tools, by the token in the data folder, and whoever the services file names.
struct CallingServices {
    private var entries: [(token: KeyedHash, identity: ServiceIdentity)] = []
    private let cryptography: any Cryptography
    private static let minimumTokenBytes = 32
    private static let maximumTokenBytes = 240

    init(_ folder: DataFolder, listFile: String, _ cryptography: any Cryptography, _ random: any Random)
        throws(StartError)
    {
        self.cryptography = cryptography
        if !Files.exists(folder.serviceToken) {
            try Files.create(folder.serviceToken, "svc_\(Self.hex(random.bytes(32)))\n")
        }
        try add(
            ServiceIdentity(name: "local", scopes: ServiceRegistry.allScopes, isSupport: true), folder.serviceToken)
        if !listFile.isEmpty { try addAll(listFile) }
    }

    var registry: ServiceRegistry { ServiceRegistry(entries) }

    /// Lines of `NAME SCOPE,SCOPE TOKEN-FILE`; the scope `support` makes it an operator's tool.
    private mutating func addAll(_ file: String) throws(StartError) {
        guard let text = Files.text(file) else { throw StartError(message: "services \(file) can't be read") }
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
            guard let first = words.first, !first.hasPrefix("#") else { continue }
            let place = "services \(file), line \(index + 1)"
            guard words.count == 3 else { throw StartError(message: "\(place): write NAME SCOPE,SCOPE TOKEN-FILE") }
            let scopes = words[1].split(separator: ",").map(String.init)
            for scope in scopes where scope != "support" && !ServiceRegistry.allScopes.contains(scope) {
                throw StartError(message: "\(place): there is no scope \(scope)")
            }
            guard !entries.contains(where: { $0.identity.name == first }) else {
                throw StartError(message: "\(place): \(first) stands there twice")
            }
            let identity = ServiceIdentity(
                name: first, scopes: Set(scopes).subtracting(["support"]), isSupport: scopes.contains("support"))
            try add(identity, words[2].hasPrefix("/") ? words[2] : Self.folder(of: file) + words[2])
        }
    }

    private mutating func add(_ identity: ServiceIdentity, _ tokenFile: String) throws(StartError) {
        guard let text = Files.text(tokenFile) else {
            throw StartError(message: "token file \(tokenFile) can't be read")
        }
        guard !Files.isOpenToOthers(tokenFile) else {
            throw StartError(message: "token file \(tokenFile) is open to other users; chmod 600 it first")
        }
        let token = Array(text.utf8.filter { $0 > 0x20 && $0 < 0x7F })
        guard token.count >= Self.minimumTokenBytes, token.count <= Self.maximumTokenBytes else {
            throw StartError(
                message:
                    "token file \(tokenFile) holds no token of \(Self.minimumTokenBytes) to \(Self.maximumTokenBytes) bytes"
            )
        }
        entries.append((cryptography.keyedHash(.serviceToken, token), identity))
    }

    private static func folder(of file: String) -> String {
        guard let slash = file.lastIndex(of: "/") else { return "" }
        return String(file[...slash])
    }

    private static func hex(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef")
        return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }
}
