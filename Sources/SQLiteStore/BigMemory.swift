import Glibc

/// Memory that is looked into at random places: in huge pages where the kernel has them, since with small ones nearly every look
/// waits for a translation too.
enum BigMemory {
    private static let hugePage = 2 << 20
    /// MADV_HUGEPAGE, which Glibc's module leaves out.
    private static let adviseHugePages: Int32 = 14

    /// Given back with `free`. What is neither zeroed nor written takes no memory yet.
    static func allocate(byteCount: Int, isZeroed: Bool) -> UnsafeMutableRawPointer {
        guard byteCount >= hugePage else {
            let memory = UnsafeMutableRawPointer.allocate(byteCount: byteCount, alignment: 64)
            if isZeroed { memset(memory, 0, byteCount) }
            return memory
        }
        let rounded = (byteCount + hugePage - 1) & ~(hugePage - 1)
        let memory = UnsafeMutableRawPointer.allocate(byteCount: rounded, alignment: hugePage)
        madvise(memory, rounded, adviseHugePages)
        if isZeroed { memset(memory, 0, rounded) }
        return memory
    }
}
