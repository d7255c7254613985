/// `application/grpc` and `application/grpc+proto`, each with parameters or without.
package enum GRPCContentType {
    package static func isSpoken(_ text: RawSpan) -> Bool {
        let base: StaticString = "application/grpc"
        let count = base.utf8CodeUnitCount
        guard text.byteCount >= count, text.extracting(0..<count).isEqual(to: base) else { return false }
        var rest = text.extracting(count..<text.byteCount)
        if rest.byteCount >= 6, rest.extracting(0..<6).isEqual(to: "+proto") {
            rest = rest.extracting(6..<rest.byteCount)
        }
        return rest.byteCount == 0 || rest.byte(at: 0) == UInt8(ascii: ";")
    }
}
