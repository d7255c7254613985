import Messages

/// The requests of every method, read as a call's handler reads them.
enum Requests {
    private static let budgetBytes = 1 << 20
    nonisolated(unsafe) private static let arena = Arena(budgetBytes: budgetBytes)
    nonisolated(unsafe) private static let other = Arena(budgetBytes: 16 << 20)
    private static let types: [any Messages.Message.Type] = {
        let byName = Dictionary(uniqueKeysWithValues: MessageCatalog.all.map { ($0.fullName, $0) })
        return MethodCatalog.all.compactMap { byName[$0.requestName] }
    }()

    static func decode(_ bytes: UnsafeRawBufferPointer) {
        guard let first = bytes.first else { return }
        hold(types.count == MethodCatalog.all.count, "a request has no type")
        let body = UnsafeRawBufferPointer(rebasing: bytes.dropFirst())
        let type = types[Int(first) % types.count]
        read(type, body)
        _ = try? HotValidateSession.withToken(body, arena: arena) { $0.count }
        arena.reset()
        _ = try? HotVerifyApiKey.withSecret(body, arena: arena) { $0.count }
        arena.reset()
    }

    private static func read<Request: Messages.Message>(_: Request.Type, _ bytes: UnsafeRawBufferPointer) {
        defer {
            hold(arena.usedBytes <= budgetBytes, "\(Request.fullName) took \(arena.usedBytes) bytes")
            arena.reset()
            other.reset()
        }
        guard let request = try? Request.decode(bytes, arena: arena) else { return }
        let written = request.encodedBytes(arena: other)
        other.reset()
        hold(
            (try? Request.decode(written, arena: other)) == request, "\(Request.fullName) is not read as it was written"
        )
    }
}
