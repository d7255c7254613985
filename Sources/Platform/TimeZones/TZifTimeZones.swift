package import Domain
import Glibc
import Synchronization

/// The system's time zones: one RFC 9636 file each, read at first use and kept.
package final class TZifTimeZones: TimeZones {
    // tzdata has about 600 names; what doesn't fit is read again each time.
    private static let mostKept = 1_024
    // The longest compiled zone has 4 KiB.
    private static let largestFile = 262_144

    private let folder: String
    private let kept = Mutex<[String: TimeZoneFile]>([:])

    package init(folder: String = "/usr/share/zoneinfo") { self.folder = folder }

    /// "UTC" is there even where the system has no zones.
    package func zone(named identifier: String) -> (any TimeZoneRules)? {
        if let zone = kept.withLock({ $0[identifier] }) { return zone }
        guard TimeZoneName.isAcceptable(identifier) else { return nil }
        guard let zone = load(identifier) ?? (identifier == "UTC" ? TimeZoneFile.utc : nil) else { return nil }
        kept.withLock { if $0.count < Self.mostKept { $0[identifier] = zone } }
        return zone
    }

    private func load(_ identifier: String) -> TimeZoneFile? {
        let descriptor = Glibc.open("\(folder)/\(identifier)", O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
            (1...Self.largestFile).contains(status.st_size)
        else { return nil }
        var bytes = [UInt8](repeating: 0, count: status.st_size)
        let got = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
        return got == bytes.count ? TimeZoneFile(bytes) : nil
    }
}
