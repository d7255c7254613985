internal import CMessages

/// The public .proto files, with everything they import and their comments, as a serialised FileDescriptorSet.
package enum DescriptorSet {
    /// A constant of the program: the pointer is good for ever.
    package static var buffer: UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: accountd_descriptor_set(), count: accountd_descriptor_set_size())
    }

    package static var bytes: [UInt8] { [UInt8](buffer) }
}
