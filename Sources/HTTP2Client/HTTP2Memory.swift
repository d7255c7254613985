internal import CNghttp2
internal import RPC

/// Where a thread's sessions take nghttp2's blocks and their calls from, again and again. For one thread at a time; it outlives them.
package final class HTTP2Memory {
    private let blocks = accountd_blocks_new()
    @exclusivity(unchecked) private var free: ContiguousArray<HTTP2Call> = []
    private static let keptCalls = 4_096
    private static let keptBytes = 4 << 10

    package init() {}

    deinit { accountd_blocks_free(blocks) }

    var pointer: UnsafeMutablePointer<nghttp2_mem>? { blocks.map { accountd_blocks_mem($0) } ?? nil }

    func take() -> HTTP2Call { free.popLast() ?? HTTP2Call() }

    func giveBack(_ call: HTTP2Call) {
        // One that grew by a long message goes.
        guard free.count < Self.keptCalls, call.outbound.roomBytes <= Self.keptBytes,
            call.partial.roomBytes <= Self.keptBytes
        else { return }
        call.reset()
        free.append(call)
    }
}
