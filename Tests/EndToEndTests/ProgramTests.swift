import Foundation
import TestSupport
import Testing

/// What the tests' own programs may do to a run of them.
@Suite struct ProgramTests {
    @Test func aProgramThatHangsFailsTheTestAndIsGoneWithAllItStarted() throws {
        var told = ""
        let finished = try runProgram(
            URL(fileURLWithPath: "/bin/sh"), ["-c", "sleep 1000 & echo $!; wait"], seconds: 1, onHang: { told = $0 })
        #expect(told.contains("was not over in 1 s and was killed. It had said:"), "\(told)")
        #expect(finished.status == 128 + SIGKILL)
        let child = try #require(Int32(finished.output.trimmingCharacters(in: .whitespacesAndNewlines)))
        // Somebody has to reap it: until then it is there, but no longer runs.
        let state = try? String(contentsOfFile: "/proc/\(child)/status", encoding: .utf8)
        #expect(state?.contains("State:\tS") != true, "\(state ?? "")")
    }

    @Test func aProgramThatSaysNothingIsNotReadForEver() throws {
        let output = try ChildPipe()
        defer {
            close(output.reading)
            close(output.writing)
        }
        var told = ""
        #expect(output.readLine(seconds: 1, onHang: { told = $0 }) == nil)
        #expect(told.contains("said nothing for 1 s"), "\(told)")
    }

    @Test func whatAProgramReadsAndSaysIsLeftAsItIs() throws {
        let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0) }
        let copied = try captureProgram(URL(fileURLWithPath: "/bin/cat"), [], input: bytes)
        #expect(copied.status == 0 && copied.output == bytes)
        // Nor is one waited for that doesn't read.
        #expect(try captureProgram(URL(fileURLWithPath: "/bin/true"), [], input: bytes).status == 0)
        let both = try runProgram(URL(fileURLWithPath: "/bin/sh"), ["-c", "echo out; echo err >&2; exit 3"])
        #expect(both.status == 3 && both.output == "out\nerr\n")
    }
}
