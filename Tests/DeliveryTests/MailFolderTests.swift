import Domain
import Foundation
import Testing

@testable import Delivery

@Suite struct MailFolderTests {
    private func mail(_ number: UInt64, _ text: String = "Subject: x\r\n\r\nHello\r\n") -> RenderedMail {
        RenderedMail(
            id: EmailID(sampleUUID(number)), sender: "a@b.example", recipient: "c@d.example", message: Array(text.utf8))
    }

    private func name(_ number: UInt64) -> String { EmailID(sampleUUID(number)).text + ".eml" }

    @Test func aMailIsOneFileThatOnlyItsOwnerReads() throws {
        let base = try TemporaryFolder()
        let folder = Delivery.MailFolder(path: base.path("mail"))
        try folder.send(mail(1))
        #expect(base.names(in: "mail") == [name(1)])
        #expect(
            try String(contentsOfFile: base.path("mail/\(name(1))"), encoding: .utf8) == "Subject: x\r\n\r\nHello\r\n")
        #expect(try base.permissions("mail") == 0o700)
        #expect(try base.permissions("mail/\(name(1))") == 0o600)
    }

    @Test func theSameMailTwiceIsOneFile() throws {
        let base = try TemporaryFolder()
        let folder = Delivery.MailFolder(path: base.path("mail"))
        try folder.send(mail(1))
        try folder.send(mail(1))
        #expect(base.names(in: "mail") == [name(1)])
    }

    @Test func whatACrashLeftDoesNotStandInTheWay() throws {
        let base = try TemporaryFolder()
        try base.make("mail/.\(EmailID(sampleUUID(1)).text).new", "half a m")
        try Delivery.MailFolder(path: base.path("mail")).send(mail(1))
        #expect(base.names(in: "mail") == [name(1)])
    }

    @Test func removalTakesTheNamedMailsAndWhatACrashLeftOfThem() throws {
        let base = try TemporaryFolder()
        let folder = Delivery.MailFolder(path: base.path("mail"))
        for number in 1...3 { try folder.send(mail(UInt64(number))) }
        try base.make("mail/.\(EmailID(sampleUUID(2)).text).new", "half a m")
        let ids = [1, 2, 9].map { EmailID(sampleUUID($0)) }
        try folder.remove(ids)
        #expect(base.names(in: "mail") == [name(3)])
        try folder.remove(ids)
    }

    @Test func removalFromAFolderThatIsNotThereIsDone() throws {
        let base = try TemporaryFolder()
        try Delivery.MailFolder(path: base.path("mail")).remove([EmailID(sampleUUID(1))])
        #expect(base.names() == [])
    }

    @Test func aFolderThatCantBeMadeIsTriedAgainLater() throws {
        let base = try TemporaryFolder()
        let folder = Delivery.MailFolder(path: base.path("missing/mail"))
        let error = #expect(throws: DeliveryError.self) { try folder.send(mail(1)) }
        #expect(error == .temporary("The mail folder: No such file or directory."))
    }
}
