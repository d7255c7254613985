import Crypto
import Domain
import Platform
import Services

/// `accountd token …`: service tokens, issued beside a running server, which never has to be told of them.
enum TokenCommands {
    /// Prints one token: nothing else is on standard output, so that it can be read by a program.
    static func issue(_ order: TokenOrder, _ settings: Settings) throws(StartError) {
        let folder = DataFolder(settings.data)
        try folder.requireExisting()
        let tokens = try keys(settings)
        try check(order, settings, folder, tokens)
        let now = SystemClock().now()
        let token = ServiceToken(
            service: order.service, scopes: order.scopes, issuedAt: now,
            expiresAt: now + .seconds(Int64(order.lifeSeconds)))
        guard let text = tokens.issue(token) else {
            throw StartError(message: "the token would be too long: name fewer scopes, or none")
        }
        Console.say(String(decoding: text, as: UTF8.self))
    }

    /// Says which key issues from now on.
    static func rotate(_ settings: Settings) throws(StartError) {
        let folder = DataFolder(settings.data)
        try folder.requireExisting()
        do throws(CryptoError) {
            let number = try ServiceTokenKeys.rotate(folder: settings.keyFolder)
            Console.say("tokens-\(number).key issues; older ones may be removed in an hour")
        } catch {
            throw StartError(message: "\(error)")
        }
    }

    static func keys(_ settings: Settings) throws(StartError) -> ServiceTokenKeys {
        do throws(CryptoError) {
            return try ServiceTokenKeys(folder: settings.keyFolder, clock: SystemClock())
        } catch {
            throw StartError(message: "\(error)")
        }
    }

    private static func check(
        _ order: TokenOrder, _ settings: Settings, _ folder: DataFolder, _ tokens: ServiceTokenKeys
    ) throws(StartError) {
        let cryptography: ServerCryptography
        do throws(CryptoError) {
            cryptography = try ServerCryptography(keys: try ServerKeys.load(folder: settings.keyFolder))
        } catch {
            throw StartError(message: "\(error)")
        }
        let services = try CallingServices(
            folder, listFile: settings.services, cryptography, SystemRandom(), tokens)
        guard let scopes = services.scopes(of: order.service) else {
            throw StartError(
                message: "there is no service \(order.service); services are listed in the file of --services")
        }
        for scope in order.scopes where !scopes.contains(scope) {
            throw StartError(message: "\(order.service) has no scope \(scope)")
        }
    }
}
