internal import HTTP2Client
package import TLS

/// Where the calls go.
package struct Target: Sendable {
    package let address: Address
    package let face: FaceName
    package let tls: TLSClient?

    package init(address: Address, face: FaceName, tls: TLSClient?) {
        self.address = address
        self.face = face
        self.tls = tls
    }

    /// A connection that is open. Waits for it.
    func connect(_ memory: HTTP2Memory) throws(LoadError) -> (Link, any Face) {
        (try Link.connected(to: address, tls: tls), try makeFace(memory))
    }

    /// One that has begun to be made. Never waits.
    func beginConnecting(to peer: SocketAddress) throws(Link.Failure) -> Link {
        try Link(to: peer, host: address.host, tls: tls)
    }

    func makeFace(_ memory: HTTP2Memory) throws(LoadError) -> any Face {
        face == .ttrpc ? TTRPCFace() : try GRPCFace(memory: memory)
    }
}
