import Crypto
import Domain
import Services

/// Who may call: the local tools, by the token in the data folder, and whoever the services file names.
struct CallingServices {
    private var entries: [ServiceRegistry.Entry] = []
    private let issued: any ServiceTokens
    private let cryptography: any Cryptography
    private static let minimumTokenBytes = 32
    private static let maximumTokenBytes = 240

    init(
        _ folder: DataFolder, listFile: String, _ cryptography: any Cryptography, _ random: any Random,
        _ issued: any ServiceTokens
    ) throws(StartError) {
        self.cryptography = cryptography
        self.issued = issued
        if !Files.exists(folder.serviceToken) {
            try Files.create(folder.serviceToken, "svc_\(Self.hex(random.bytes(32)))\n")
        }
        let local = ServiceIdentity(name: "local", scopes: ServiceRegistry.allScopes, isSupport: true)
        entries.append(.init(local, token: try tokenHash(in: folder.serviceToken)))
        if !listFile.isEmpty { try addAll(listFile) }
    }

    var registry: ServiceRegistry { ServiceRegistry(entries, issued: issued) }

    /// The scopes of a service, `support` among them; nil where there is none of the name.
    func scopes(of name: String) -> Set<String>? {
        guard let identity = entries.first(where: { $0.identity.name == name })?.identity else { return nil }
        return identity.isSupport ? identity.scopes.union([ServiceIdentity.supportScope]) : identity.scopes
    }

    private struct Line {
        let name: String
        let scopes: [String]
        var tokenFile: String?
        var certificateNames: [String] = []

        /// `NAME SCOPE,SCOPE`, then a token file, and `san=NAME` as often as the service's certificates have names; all of these may
        /// be left out.
        init?(_ words: [String]) {
            guard words.count >= 2 else { return nil }
            name = words[0]
            scopes = words[1].split(separator: ",").map(String.init)
            for word in words.dropFirst(2) {
                if word.hasPrefix("san=") {
                    let san = String(word.dropFirst(4))
                    guard !san.isEmpty else { return nil }
                    // A URI stands as it is, a DNS name in lower case.
                    certificateNames.append(san.contains(":") ? san : san.lowercased())
                } else {
                    guard tokenFile == nil else { return nil }
                    tokenFile = word
                }
            }
        }
    }

    /// A line a service; the scope `support` makes it an operator's tool.
    private mutating func addAll(_ file: String) throws(StartError) {
        guard let text = Files.text(file) else { throw StartError(message: "services \(file) can't be read") }
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
            guard let first = words.first, !first.hasPrefix("#") else { continue }
            let place = "services \(file), line \(index + 1)"
            guard let line = Line(words) else {
                throw StartError(message: "\(place): write NAME SCOPE,SCOPE [TOKEN-FILE] [san=NAME]…")
            }
            try add(line, file, place)
        }
    }

    private mutating func add(_ line: Line, _ file: String, _ place: String) throws(StartError) {
        for scope in line.scopes
        where scope != ServiceIdentity.supportScope && !ServiceRegistry.allScopes.contains(scope) {
            throw StartError(message: "\(place): there is no scope \(scope)")
        }
        guard !entries.contains(where: { $0.identity.name == line.name }) else {
            throw StartError(message: "\(place): \(line.name) stands there twice")
        }
        for name in line.certificateNames where entries.contains(where: { $0.certificateNames.contains(name) }) {
            throw StartError(message: "\(place): san=\(name) is another service's")
        }
        let identity = ServiceIdentity(
            name: line.name, scopes: Set(line.scopes).subtracting([ServiceIdentity.supportScope]),
            isSupport: line.scopes.contains(ServiceIdentity.supportScope))
        var hash: KeyedHash?
        if let tokenFile = line.tokenFile {
            hash = try tokenHash(in: tokenFile.hasPrefix("/") ? tokenFile : Self.folder(of: file) + tokenFile)
        }
        entries.append(.init(identity, token: hash, certificateNames: line.certificateNames))
    }

    private func tokenHash(in tokenFile: String) throws(StartError) -> KeyedHash {
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
        return cryptography.keyedHash(.serviceToken, token)
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
