import RPC
import Testing

@testable import LoadGenerator

@Suite struct FaceTests {
    /// Answers cut anywhere are the same answers.
    @Test func ttrpcAnswersMayBeCutAnywhere() {
        let failure = Status(.notFound, "No such thing.", reason: "ABSENT")
        let bytes =
            ResponseEnvelope.frame(stream: 3, payload: [1, 2, 3])
            + FrameHeader.frame(stream: 9, type: FrameType.ping, [7])
            + ResponseEnvelope.frame(stream: 5, failure)
            + ResponseEnvelope.frame(stream: 7, payload: [UInt8](repeating: 9, count: 300))
        for piece in [1, 2, 7, 10, 11, 64, bytes.count] {
            let face = TTRPCFace()
            var answers: [String] = []
            for start in stride(from: 0, to: bytes.count, by: piece) {
                let part = Array(bytes[start..<min(bytes.count, start + piece)])
                let goesOn = part.withUnsafeBytes { part in
                    face.receive(part) { answer in
                        let text = answer.code == 0 ? "\(answer.payload.count)" : face.describe(answer)
                        answers.append("\(answer.number) \(answer.code) \(text)")
                    }
                }
                #expect(goesOn)
            }
            #expect(answers == ["1 0 3", "2 5 NOT_FOUND (ABSENT): No such thing.", "3 0 300"], "\(piece)")
        }
    }

    @Test func whatIsNoTTRPCEndsTheConnection() {
        let face = TTRPCFace()
        let page = Array("HTTP/1.1 400 Bad Request\r\n\r\n".utf8)
        #expect(page.withUnsafeBytes { face.receive($0) { _ in } } == false)
    }
}
