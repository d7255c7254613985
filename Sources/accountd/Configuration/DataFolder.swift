/// Where everything of one server lies. The first start makes it.
struct DataFolder {
    let path: String

    init(_ path: String) { self.path = path.hasSuffix("/") && path.count > 1 ? String(path.dropLast()) : path }

    func make() throws(StartError) { try Files.makeFolder(path) }

    func requireExisting() throws(StartError) {
        guard Files.exists(path) else { throw StartError(message: "there is no data folder \(path)") }
    }

    var mail: String { path + "/mail" }
    var bucket: String { path + "/bucket" }
    var serviceToken: String { path + "/service-token" }
}

extension Settings {
    /// Where the server's keys lie.
    var keyFolder: String { keys.isEmpty ? DataFolder(data).path + "/keys" : keys }
}
