internal import COpenSSL.TLS
internal import Glibc
package import RPC

/// What sessions read records from and write records to, in place of sockets. One can serve all sessions of a thread, one after
/// the other: a session holds no bytes that have not come or not gone.
package final class TLSWire {
    /// What has come and no session has read yet. Borrowed: its owner empties it before the memory goes.
    package var input = UnsafeRawBufferPointer(start: nil, count: 0)
    /// What is to be sent.
    package let output = OutputBuffer(capacity: 32 << 10)

    package init() {}

    /// A BIO over this wire, which has to outlive it.
    func makeBIO() -> OpaquePointer? {
        guard let method = TLSWire.method, let bio = BIO_new(method) else { return nil }
        BIO_set_data(bio, Unmanaged.passUnretained(self).toOpaque())
        BIO_set_init(bio, 1)
        return bio
    }

    private static func of(_ bio: OpaquePointer?) -> TLSWire? {
        BIO_get_data(bio).map { Unmanaged<TLSWire>.fromOpaque($0).takeUnretainedValue() }
    }

    private nonisolated(unsafe) static let method: OpaquePointer? = {
        guard let method = BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "accountd wire") else { return nil }
        BIO_meth_set_read_ex(method) { bio, buffer, size, count in
            guard let wire = TLSWire.of(bio), let buffer, let count else { return 0 }
            BIO_clear_flags(bio, BIO_FLAGS_READ | BIO_FLAGS_SHOULD_RETRY)
            let taken = min(size, wire.input.count)
            guard taken > 0, let start = wire.input.baseAddress else {
                BIO_set_flags(bio, BIO_FLAGS_READ | BIO_FLAGS_SHOULD_RETRY)
                return 0
            }
            memcpy(buffer, start, taken)
            wire.input = UnsafeRawBufferPointer(rebasing: wire.input[taken...])
            count.pointee = taken
            return 1
        }
        BIO_meth_set_write_ex(method) { bio, bytes, size, count in
            guard let wire = TLSWire.of(bio), let bytes, let count else { return 0 }
            wire.output.append(UnsafeRawBufferPointer(start: bytes, count: size))
            count.pointee = size
            return 1
        }
        BIO_meth_set_ctrl(method) { _, command, _, _ in
            command == BIO_CTRL_FLUSH ? 1 : 0
        }
        return method
    }()
}
