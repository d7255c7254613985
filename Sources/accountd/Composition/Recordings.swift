import Delivery
import Dispatch
import Domain

/// The bucket that holds recordings: S3 where the settings name one, otherwise a folder.
enum Recordings {
    static func bucket(
        _ settings: Settings, _ folder: DataFolder, _ cryptography: any Cryptography, _ log: EventLog
    ) throws(StartError) -> any ObjectStore {
        guard !settings.s3URL.isEmpty else {
            guard settings.s3Bucket.isEmpty else { throw StartError(message: "s3-bucket takes s3-url beside it") }
            return FolderBucket(path: folder.bucket)
        }
        let needed = [
            ("s3-bucket", settings.s3Bucket), ("s3-access-key", settings.s3AccessKey),
            ("s3-secret-key", settings.s3SecretKey),
        ]
        for (name, value) in needed where value.isEmpty {
            throw StartError(message: "s3-url takes \(name) beside it")
        }
        let location = S3Location(
            endpoint: settings.s3URL, bucket: settings.s3Bucket, region: settings.s3Region,
            accessKey: settings.s3AccessKey, secretKey: settings.s3SecretKey,
            addressing: S3Location.Addressing(rawValue: settings.s3Addressing))
        guard let location else { throw StartError(message: "s3-url takes http(s)://HOST[:PORT], s3-bucket a bucket") }
        let bucket = S3Bucket(
            location: location, certificateAuthorities: settings.s3CA.isEmpty ? nil : settings.s3CA,
            cryptography: cryptography)
        // Whatever it says, accounts are served: purges wait for it.
        DispatchQueue(label: "accountd.bucket-check", qos: .utility).async {
            do throws(DeliveryError) {
                try bucket.check()
                log.info("the bucket answers")
            } catch {
                log.log(.bucketUnusable(words: error.words))
            }
        }
        return bucket
    }
}
