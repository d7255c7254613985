// Connections that were lost, and those that take their place. Nothing here waits: other connections go on meanwhile.
extension Engine {
    func lose(_ connection: LoadConnection, _ why: String) {
        guard !connection.isLost else { return }
        connection.isLost = true
        // One that was lost again as soon as it was there is among them still.
        if !absent.contains(where: { $0 === connection }) { absent.append(connection) }
        recorder.connectionsLost += 1
        poll.remove(connection.link.descriptor)
        connection.reconnect.fail(at: now)
        let text = "the connection \(why)"
        for call in connection.calls.takeAll() { fail(call, Outcome.connectionLost, text) }
        breakStreams(connection, Outcome.connectionLost, text)
    }

    /// With none left for so long there is no run.
    private static let patienceNs: UInt64 = 30_000_000_000

    func reconnect() throws(LoadError) {
        for connection in absent {
            if connection.reconnect.isTooLate(at: now) {
                giveUp(connection)
            } else if connection.reconnect.isDue(at: now) {
                try begin(connection)
            }
        }
        absent.removeAll { !$0.isLost }
        if absent.count == connections.count, now > max(lastAnswerNs, beganNs) &+ Self.patienceNs {
            throw LoadError("the server is gone: \(target.address.text) takes no connection any more")
        }
    }

    private func begin(_ connection: LoadConnection) throws(LoadError) {
        connection.reconnect.begin(at: now)
        let link: Link
        do throws(Link.Failure) {
            link = try target.beginConnecting(to: connection.link.peer)
        } catch {
            return connection.reconnect.fail(at: now)
        }
        connection.replace(link, try target.makeFace(memory))
        poll.add(link.descriptor, connection.index, writes: true)
        goOn(connection)
    }

    /// Connects as far as it can now.
    func goOn(_ connection: LoadConnection) {
        guard connection.reconnect.isConnecting else { return }
        do throws(Link.Failure) {
            switch try connection.link.goOn() {
            case .open: takeUp(connection)
            case .waitsToRead: poll.watch(connection.link.descriptor, connection.index, writes: false)
            case .waitsToWrite: poll.watch(connection.link.descriptor, connection.index, writes: true)
            }
        } catch {
            giveUp(connection)
        }
    }

    private func giveUp(_ connection: LoadConnection) {
        poll.remove(connection.link.descriptor)
        connection.reconnect.fail(at: now)
    }

    /// Flows that waited for it go on; in a closed loop others make up for what was lost.
    private func takeUp(_ connection: LoadConnection) {
        connection.reconnect.succeed(at: now)
        connection.isLost = false
        poll.watch(connection.link.descriptor, connection.index, writes: false)
        let held = connection.held
        connection.held = []
        for (flow, dueNs) in held { go(run: flow, dueNs: dueNs) }
        for _ in 0..<max(0, options.inFlight - held.count - connection.pausing) where pace.isClosed {
            replace(connection)
        }
    }
}
