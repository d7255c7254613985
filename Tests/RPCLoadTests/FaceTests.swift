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

    /// The frame that cancels is sent once the server has said that it knows it.
    @Test func aStreamIsCancelledOnceTheServerKnowsHow() throws {
        let face = TTRPCFace()
        let requests = RequestSet(face: .ttrpc, authority: "localhost", isSecure: false, serviceToken: nil)
        let request = try requests.make(service: "s", method: "m", message: [], session: nil, isStream: true)
        defer { requests.discard(request) }
        let output = OutputBuffer(capacity: 64)
        func sent() -> [UInt8] {
            output.removeAll()
            face.write(into: output)
            return types(Array(output.bytes))
        }
        func receive(_ bytes: [UInt8]) -> [String] {
            var heard: [String] = []
            let goesOn = bytes.withUnsafeBytes { bytes in
                face.receive(bytes) { heard.append("\($0.number) \($0.isLast) \($0.payload.count)") }
            }
            #expect(goesOn)
            return heard
        }
        #expect(face.begin(request, number: 4, wantsPayload: false))
        #expect(sent() == [FrameType.request, FrameType.ping])
        let message = FrameHeader.frame(stream: 9, type: FrameType.data, [1, 2])
        #expect(receive(message) == ["4 false 2"])
        face.cancel(4)
        #expect(sent() == [] && !face.owesBytes)
        #expect(receive(FrameHeader.frame(stream: 9, type: FrameType.ping, flags: FrameFlag.answer, [])) == [])
        #expect(face.owesBytes)
        #expect(sent() == [FrameType.cancel])
        // From then on at once, and nothing is asked again.
        #expect(face.begin(request, number: 5, wantsPayload: false))
        face.cancel(5)
        #expect(sent() == [FrameType.request, FrameType.cancel])
        let end = FrameHeader.frame(
            stream: 11, type: FrameType.data, flags: FrameFlag.remoteClosed | FrameFlag.noData, [])
        #expect(receive(message + end) == ["4 false 2", "5 true 0"])
    }

    /// Of whole frames.
    private func types(_ bytes: [UInt8]) -> [UInt8] {
        var types: [UInt8] = []
        var at = 0
        while bytes.count - at >= FrameHeader.byteCount {
            let header = FrameHeader(reading: bytes.span.bytes, at: at)
            types.append(header.type)
            at += FrameHeader.byteCount + Int(header.length)
        }
        return types
    }

    @Test func whatIsNoTTRPCEndsTheConnection() {
        let face = TTRPCFace()
        let page = Array("HTTP/1.1 400 Bad Request\r\n\r\n".utf8)
        #expect(page.withUnsafeBytes { face.receive($0) { _ in } } == false)
    }
}
