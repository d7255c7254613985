internal import CMessages
internal import Glibc

/// Out of protobuf-c's structs, into Swift values. Generated code calls it.
enum Read {
    /// The text of a `string` field. It came as bytes with a length: protobuf-c itself checks nothing in it.
    static func text(_ data: ProtobufCBinaryData, _ field: String) throws(DecodeFailure) -> String {
        guard let start = data.data, data.len > 0 else { return "" }
        guard memchr(start, 0, data.len) == nil else {
            throw .badText(field: field, why: "must not contain a NUL character")
        }
        let bytes = UnsafeBufferPointer(start: start, count: data.len)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .badText(field: field, why: "must be UTF-8")
        }
        return text
    }

    /// The texts of a repeated `string` field; a bad one is named by its index.
    static func texts(
        _ count: Int, _ data: UnsafeMutablePointer<ProtobufCBinaryData>?, _ field: String
    ) throws(DecodeFailure) -> [String] {
        var texts: [String] = []
        guard let data, count > 0 else { return texts }
        texts.reserveCapacity(count)
        for index in 0..<count {
            do {
                texts.append(try text(data[index], field))
            } catch .badText(_, let why) {
                throw .badText(field: "\(field)[\(index)]", why: why)
            }
        }
        return texts
    }

    static func bytes(_ data: ProtobufCBinaryData) -> [UInt8] {
        guard let start = data.data, data.len > 0 else { return [] }
        return [UInt8](UnsafeBufferPointer(start: start, count: data.len))
    }

    /// A message inside a message; nil where there is none.
    static func message<Inner: Message, C>(
        _ pointer: UnsafeMutablePointer<C>?, _ field: String
    ) throws(DecodeFailure) -> Inner? {
        guard let pointer else { return nil }
        do {
            return try Inner(reading: UnsafeRawPointer(pointer))
        } catch {
            throw error.inside(field)
        }
    }

    /// The messages of a repeated field; a failure in one names its index.
    static func messages<Inner: Message, C>(
        _ count: Int, _ pointers: UnsafeMutablePointer<UnsafeMutablePointer<C>?>?, _ field: String
    ) throws(DecodeFailure) -> [Inner] {
        var messages: [Inner] = []
        guard let pointers, count > 0 else { return messages }
        messages.reserveCapacity(count)
        for index in 0..<count {
            guard let pointer = pointers[index] else { continue }
            do {
                messages.append(try Inner(reading: UnsafeRawPointer(pointer)))
            } catch {
                throw error.inside("\(field)[\(index)]")
            }
        }
        return messages
    }
}
