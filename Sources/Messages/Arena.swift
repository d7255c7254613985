internal import CMessages

/// The memory that one call's messages are decoded into and encoded from. Allocation moves a cursor, freeing does nothing,
/// and `reset()` takes all back at once. The first chunk is kept for ever: a warm arena asks for no memory for a small message.
///
/// Belongs to one thread at a time. Everything it gave out dies at `reset()`.
package final class Arena {
    let state: UnsafeMutablePointer<ArenaState>
    let allocator: UnsafeMutablePointer<ProtobufCAllocator>

    /// - Parameters:
    ///   - firstChunkBytes: how much is kept between resets.
    ///   - budgetBytes: how much one call may decode into; over it decoding fails with `budgetExceeded`. What is
    ///     encoded is our own, and not held to it.
    package init(firstChunkBytes: Int = 16 << 10, budgetBytes: Int = 16 << 20) {
        state = .allocate(capacity: 1)
        state.initialize(to: ArenaState(firstChunkBytes: max(firstChunkBytes, 64), budgetBytes: max(budgetBytes, 0)))
        allocator = .allocate(capacity: 1)
        allocator.initialize(
            to: ProtobufCAllocator(
                alloc: { state, count in
                    state?.assumingMemoryBound(to: ArenaState.self).pointee.allocateWithinBudget(count)
                },
                free: { _, _ in },
                allocator_data: UnsafeMutableRawPointer(state)))
    }

    deinit {
        state.pointee.freeAll()
        state.deinitialize(count: 1).deallocate()
        allocator.deinitialize(count: 1).deallocate()
    }

    /// Takes back everything that was given out.
    package func reset() {
        state.pointee.reset()
    }

    /// Bytes given out for decoding since the last reset.
    package var usedBytes: Int { state.pointee.usedBytes }

    /// Memory for `count` bytes of our own making, aligned for anything.
    @inline(__always)
    func allocate(_ count: Int) -> UnsafeMutableRawPointer {
        state.pointee.allocate(count)
    }

    /// The C struct that `bytes` decode to; alive until `reset()`.
    func unpack(_ bytes: UnsafeRawBufferPointer, as type: WireType) throws(DecodeFailure) -> UnsafeRawPointer {
        state.pointee.isExceeded = false
        let start = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
        guard let message = protobuf_c_message_unpack(type.descriptor, allocator, bytes.count, start) else {
            throw state.pointee.isExceeded ? .budgetExceeded : .malformed
        }
        return UnsafeRawPointer(message)
    }
}
