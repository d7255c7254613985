internal import Synchronization

/// What other threads tell the client's thread.
final class Mailbox: Sendable {
    enum Item: Sendable {
        case call(PendingCall)
        case cancel(PendingCall)
        case connected(Result<Link, SocketError>)
        case close
    }

    private struct Contents {
        var items: [Item] = []
        var isClosed = false
    }

    let wakeUp = WakeUp()
    private let contents = Mutex(Contents())

    /// False once it is closed: nobody reads it any more.
    func put(_ item: Item) -> Bool {
        let (taken, wasEmpty) = contents.withLock { contents -> (Bool, Bool) in
            guard !contents.isClosed else { return (false, false) }
            let wasEmpty = contents.items.isEmpty
            contents.items.append(item)
            return (true, wasEmpty)
        }
        if wasEmpty { wakeUp.signal() }
        return taken
    }

    func take() -> [Item] {
        contents.withLock { contents in
            let items = contents.items
            contents.items = []
            contents.items.reserveCapacity(min(items.count, 1_024))
            return items
        }
    }

    /// What still lay in it; nothing comes after.
    func close() -> [Item] {
        contents.withLock { contents in
            contents.isClosed = true
            let items = contents.items
            contents.items = []
            return items
        }
    }
}
